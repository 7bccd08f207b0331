// The steps of «Tự kiểm tay» done by the people of the local host, each with the gesture the step asks for; what they say they saw is
// what the host showed them.
import { join } from 'node:path';
import { ENTRY_COLUMNS } from '../../src/core/entry-block.ts';
import type { EntryCells } from '../../src/core/task-row.ts';
import type { Spreadsheet, Typed } from '../../src/host/contract.ts';
import {
  ALLOWED,
  FAST,
  LED_THERE,
  PICKED,
  type SLOW,
  STEPS,
  TICKED,
  TRIAL,
  TYPED,
} from '../../src/sheet/hand-check/steps.ts';
import { FIRST_ENTRY, FIRST_STEP, SEEN } from '../../src/sheet/hand-check/tab.ts';
import { HAND_CHECK } from '../../src/sheet/listing.ts';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { accountOf, INSTALLER, typistOf } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';

const { sheetId, title } = HAND_CHECK;
const SEEDS = checkSeeds(join(ROOT, 'seeds'));

/** @param pace of the five rows */
export function doSteps(stage: Stage, pace: typeof FAST | typeof SLOW): void {
  const { host, fileId, police } = stage;
  const tab = () => tabOf(host.see(INSTALLER, fileId, { ranges: [`'${title}'`], includeGridData: true }));
  const textAt = (row: number, column: number) =>
    tab().data?.[0]?.rowData?.[row]?.values?.[column]?.userEnteredValue?.stringValue ?? '';
  const rowOf = (id: (typeof STEPS)[number]['id']) => FIRST_STEP + STEPS.findIndex((step) => step.id === id);
  const at = (id: (typeof STEPS)[number]['id'], column: keyof EntryCells) => ({
    sheetId,
    row: rowOf(id),
    column: FIRST_ENTRY + ENTRY_COLUMNS.indexOf(column),
  });
  const fastRow = rowOf('fast-typing');
  const name = /^Đơn vị ([^:]+):/u.exec(textAt(fastRow, 1))?.[1] ?? '';
  const found = typistOf(SEEDS, name);
  if (!found) throw new Error(`the step of fast typing names no unit: «${textAt(fastRow, 1)}»`);
  const unit = accountOf(found);
  const type = (id: Parameters<typeof at>[0], column: keyof EntryCells, text: string) =>
    host.type(unit, fileId, at(id, column), text).typed;
  const saw = (id: Parameters<typeof at>[0], words: string, who = unit) =>
    host.type(who, fileId, { sheetId, row: rowOf(id), column: SEEN }, words);
  const refusedOr = ({ kind }: Typed) => (kind === 'refused' ? ALLOWED.refused : ALLOWED.let);

  type('phone-link', 'result', TYPED.number);
  type('phone-link', 'doneOn', TYPED.day);
  saw('phone-link', LED_THERE);

  const periods = tab().data?.[0]?.rowData?.[rowOf('phone-list')]?.values?.[at('phone-list', 'period').column];
  type('phone-list', 'state', TYPED.state);
  type('phone-list', 'progress', '45');
  type('phone-list', 'doneOn', TYPED.date);
  type('phone-list', 'period', periods?.dataValidation?.condition?.values?.[0]?.userEnteredValue ?? '');
  saw('phone-list', PICKED);

  const rows = textAt(fastRow, FIRST_ENTRY - 1).split(' ');
  const typeRows = () => {
    for (const code of rows) stage.type(unit, 'tasks', code, 'state', 'Đang thực hiện');
  };
  if (pace === FAST) host.rapidly(fileId, typeRows);
  else typeRows();
  saw('fast-typing', pace);

  const copied = [[textAt(rowOf('paste'), 1), textAt(rowOf('paste'), 2)]];
  saw('paste', refusedOr(host.paste(unit, fileId, at('paste', 'result'), copied, { withFormat: true }).typed));

  saw('other-row', refusedOr(type('other-row', 'result', 'thử')));

  const { protectedRangeId = 0 } = tab().protectedRanges?.find(({ description }) => description === TRIAL) ?? {};
  const mayDelete = tries(() => host.batchUpdateAs(unit, fileId, [{ deleteProtectedRange: { protectedRangeId } }]));
  saw('own-protection', mayDelete ? 'Xóa được' : 'Google từ chối');

  const range = {
    sheetId,
    startRowIndex: FIRST_STEP,
    endRowIndex: FIRST_STEP + STEPS.length,
    startColumnIndex: 0,
    endColumnIndex: SEEN,
  };
  const sortSpecs = [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }];
  const maySort = tries(() => host.batchUpdateAs(unit, fileId, [{ sortRange: { range, sortSpecs } }]));
  saw('sort', maySort ? ALLOWED.let : ALLOWED.refused);

  const tick = stage.type(police, 'controls', 'Kiểm tra dữ liệu', 'tick', 'TRUE');
  host.advance({ by: 15 * 60_000 });
  saw('phone-tick', tick.kind === 'accepted' ? TICKED : 'Không đánh dấu được', police);
}

function tabOf({ sheets = [] }: Spreadsheet) {
  return sheets[0] ?? {};
}

function tries(deed: () => void): boolean {
  try {
    deed();
    return true;
  } catch {
    return false;
  }
}
