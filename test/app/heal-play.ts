// One play: a marked sheet, a list of edits, then a sync, or nights and a closing; what broke, in words.

import { NotEmulated } from '../../src/host/contract.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { boardTotal, foreignLosses, learnNames, MARKED, mark, misplaced, movedBy, writesSince } from './heal-laws.ts';
import { bookOf, doEdit, type Edit } from './hostile.ts';
import { again, alertsOf, look, stageAt } from './played.ts';

/** Set up in the middle of a period; every text of every entry block filled with its own name, and kept in «Bản lưu». */
export function markedStage(clock: string, until: string): Stage {
  const stage = stageAt(clock);
  const { tab } = look(stage)('tasks');
  const columns = tab.columns.filter(({ declared }) => MARKED.includes(declared.key));
  stage.host.batchUpdateAs(
    INSTALLER,
    stage.fileId,
    columns.map(({ declared, index }) => ({
      updateCells: {
        start: { sheetId: 1001, rowIndex: 1, columnIndex: index },
        rows: tab.rows.map(({ key }) => ({ values: [{ userEnteredValue: { stringValue: mark(declared.key, key) } }] })),
        fields: 'userEnteredValue',
      },
    })),
  );
  stage.type('vp@example.vn', 'tasks', 'II.25', 'state', 'Đang thực hiện');
  stage.advanceTo(until);
  learnNames(bookOf(stage));
  return stage;
}

export interface Played {
  readonly done: readonly string[];
  readonly broken: readonly string[];
  /** What the first use case said. */
  readonly said: string;
}

const REFUSED = /hệ thống không tự quyết định được|Việc này dành cho/u;

const agree = (stage: Stage, user: string, item: string) => alertsOf(stage.click(user, item)).join('\n');

/** Edits, then a sync, then another. What the local host has no values for before a sync (a tab that names lie on is gone) it cannot play. */
export function playSync(before: Stage, edits: readonly Edit[]): Played {
  const stage = again(before);
  const broken: string[] = [];
  const done = edits.flatMap((edit) => doEdit(stage, edit, broken) ?? []);
  try {
    return syncTwice(stage, done, broken);
  } catch (cause) {
    if (cause instanceof NotEmulated) return { done, broken, said: cause.message };
    throw cause;
  }
}

function syncTwice(stage: Stage, done: readonly string[], broken: string[]): Played {
  const pre = bookOf(stage);
  const from = stage.host.state().log.length;
  let said = agree(stage, INSTALLER, 'Đồng bộ bảng tính…');
  if (/Bảng chưa được thiết lập/u.test(said)) said = agree(stage, INSTALLER, 'Thiết lập ban đầu…');
  broken.push(...stage.failures);
  if (/Có lỗi trong chương trình|Google không thực hiện được/u.test(said)) broken.push(said);
  if (REFUSED.test(said)) {
    if (writesSince(stage, from) > 0) broken.push(`refused and wrote: ${said}`);
    return { done, broken, said };
  }
  if (broken.length > 0) return { done, broken, said };
  const moved = movedBy(stage, from);
  broken.push(...foreignLosses(stage, pre, moved, 'sync'), ...misplaced(stage, pre, moved));
  const total = boardTotal(stage);
  if (total !== 72) broken.push(`the board counts ${total}`);
  const second = stage.host.state().log.length;
  const words = agree(stage, INSTALLER, 'Đồng bộ bảng tính…');
  if (!words.includes('Bảng đã đúng')) broken.push(`not settled: ${words}`);
  if (writesSince(stage, second) > 0) broken.push('the second sync wrote');
  return { done, broken, said };
}

/** Columns of «Lịch sử» that must say what «Nhiệm vụ» said. */
const COPIED = ['state', 'progress', 'result', 'doneOn', 'evidence', 'difficulty', 'proposal'] as const;

/** Edits, then nights of the clock and a closing, with no sync in between. */
export function playClosing(before: Stage, edits: readonly Edit[], closing: { at: string; period: string }): Played {
  const stage = again(before);
  const broken: string[] = [];
  const done = edits.flatMap((edit) => doEdit(stage, edit, broken) ?? []);
  const pre = bookOf(stage);
  const from = stage.host.state().log.length;
  try {
    stage.advanceTo(closing.at);
  } catch (cause) {
    // A file in another time zone has no values on the local host before a sync.
    if (cause instanceof NotEmulated) return { done, broken, said: cause.message };
    throw cause;
  }
  // The clock tells its owner about a sheet it cannot read; every other failure is a bug.
  const bugs = (list: readonly string[]) =>
    list.filter((words) => !/hệ thống không tự quyết định|không làm được/u.test(words));
  broken.push(...bugs(stage.failures));
  const nights = stage.failures.length;
  const said = agree(stage, stage.police, 'Tổng hợp báo cáo…');
  broken.push(...stage.failures.slice(nights));
  if (/Có lỗi trong chương trình|Google không thực hiện được/u.test(said)) broken.push(said);
  const moved = movedBy(stage, from);
  if (moved(1001, 'ROWS', 5) !== 5) broken.push('rows moved');
  if ((bookOf(stage).sheets ?? []).some((sheet) => sheet.properties?.sheetId === 1001)) {
    broken.push(...foreignLosses(stage, pre, moved, 'clock'));
  }
  if (/Đã chốt/u.test(said)) broken.push(...frozenWrongly(stage, closing.period));
  return { done, broken, said };
}

/** Rows of the newest version of a period in «Lịch sử» that do not say what the task's row says. */
function frozenWrongly(stage: Stage, period: string): string[] {
  const tasks = look(stage)('tasks');
  const history = look(stage)('history');
  const ofPeriod = history.rows.filter(({ index }) => history.value(index, 'period') === period);
  const newest = Math.max(...ofPeriod.map(({ index }) => Number(history.value(index, 'version'))));
  const frozen = ofPeriod.filter(({ index }) => history.value(index, 'version') === newest);
  const wrong: string[] = [];
  const seen = new Set<string>();
  for (const { index } of frozen) {
    const code = String(history.value(index, 'code'));
    if (seen.has(code)) wrong.push(`${code} is frozen twice`);
    seen.add(code);
    const row = tasks.rows.find(({ key }) => key === code);
    if (!row) wrong.push(`${code} is frozen and has no row`);
    for (const column of row ? COPIED : []) {
      const [a, b] = [history.value(index, column), tasks.value(row?.index ?? 0, column)];
      if ((a ?? '') !== (b ?? '')) wrong.push(`${code} ${column}: frozen «${String(a)}», stands «${String(b)}»`);
    }
  }
  if (seen.size !== tasks.rows.length) wrong.push(`${seen.size} rows frozen of ${tasks.rows.length}`);
  return wrong;
}
