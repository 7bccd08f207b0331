// What the script remembers of a set-up, beside what stands in the sheet: whoever deletes «Cấu hình» does not become the file's keeper.

import { PLAN_RULES } from '../../core/period.ts';
import { INSTALLER, SET_UP, SINCE } from '../marks.ts';
import { EDIT_SETTINGS, editSettings, settingsForEdit } from '../on-edit.ts';
import type { Ports } from '../ports.ts';
import { type InitialSettings, initialSettings, type SyncPlan } from '../sync/sync.ts';

/** What «Cấu hình» is made with; who set this file up stays its installing account. */
export function rememberedSettings(ports: Ports): InitialSettings {
  const initial = initialSettings(ports, PLAN_RULES);
  const { [SET_UP]: file, [INSTALLER]: installer } = ports.store.all();
  if (file === ports.workbook.id && installer !== undefined) initial['installingAccount'] = installer;
  return initial;
}

export function rememberSetUp({ store, workbook, now }: Ports, { settings }: SyncPlan): void {
  const isFirst = store.all()[SET_UP] !== workbook.id;
  store.set(SET_UP, workbook.id);
  store.set(INSTALLER, settings.installingAccount);
  if (isFirst) store.set(SINCE, String(now()));
  store.set(EDIT_SETTINGS, editSettings(settingsForEdit(settings)));
}
