// What the sheet itself tells whoever clicks: its settings, and why nothing would be done or sent (rule 6.12). Whose clock it is stands in a store
// that is not this script's: the clock writes it beside its own line.
import { civilOf, momentOf } from '../../core/calendar.ts';
import { textOf } from '../../core/cell.ts';
import { type CauseFound, sendingCauses } from '../../core/sending-causes.ts';
import { readSettings, type Settings } from '../../core/settings.ts';
import { REQUEST_HEADINGS } from '../../sheet/known-headings.ts';
import { CLOCK_LINES } from '../../sheet/layout/controls.ts';
import { TAB_IDS } from '../../sheet/tab-ids.ts';
import { cellsBeside, settingCells } from '../cells-beside.ts';

export function lookInSheet(): { readonly settings: Settings; readonly causes: readonly CauseFound[] } {
  const now = momentOf(Date.now());
  const cells = settingCells();
  const { settings } = readSettings(cells, civilOf(now).year);
  const lines = cellsBeside(TAB_IDS.controls, REQUEST_HEADINGS.deed, REQUEST_HEADINGS.outcome);
  const accounts = cellsBeside(TAB_IDS.controls, REQUEST_HEADINGS.deed, REQUEST_HEADINGS.askedBy);
  // Where they cannot be read nothing is known of them.
  if (cells.size === 0 || lines.size === 0) return { settings, causes: [] };
  const causes = sendingCauses({
    settings,
    lastClockRun: lines.get(CLOCK_LINES.heartbeat) ?? null,
    mailTrouble: lines.get(CLOCK_LINES.mailTrouble) ?? null,
    clockAccount: textOf(accounts.get(CLOCK_LINES.heartbeat) ?? null).toLowerCase() || undefined,
    now,
  });
  return { settings, causes };
}
