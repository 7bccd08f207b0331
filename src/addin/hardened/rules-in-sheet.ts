// What onEdit must know of the settings, where the clock is another script's and can leave no property here: read from «Cấu hình» once a
// day, kept in this script's own store, and forgotten when somebody edits that tab.
import { EDIT_SETTINGS, type EditSettings, editSettings, readEditSettings } from '../../app/on-edit.ts';
import { civilOf } from '../../core/calendar.ts';
import { readSettings } from '../../core/settings.ts';
import { settingCells } from '../cells-beside.ts';

/** The plan's own rules where the tab or its words are gone. */
export function rulesInSheet(now: number): EditSettings {
  const store = PropertiesService.getScriptProperties();
  const kept = store.getProperty(EDIT_SETTINGS) ?? '';
  const today = ` @${Math.floor(now)}`;
  if (kept.endsWith(today)) return readEditSettings(kept.slice(0, -today.length));
  const { settings } = readSettings(settingCells(), civilOf(now).year);
  store.setProperty(EDIT_SETTINGS, editSettings(settings) + today);
  return settings;
}
