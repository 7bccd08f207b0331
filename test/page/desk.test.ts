// The desk behind the page, on Node's host: what is told of a tab, and what is new of it after an action.
import { describe, expect, test } from 'vitest';
import { Desk } from '../../src/page/worker/desk.ts';
import { drawTab } from '../../src/page/worker/grid.ts';
import type { ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import { again, stageAt } from '../app/played.ts';

const SET_UP = stageAt('2024-05-13T08:00');
const [POLICE, JUSTICE, CHAIRMAN] = ['cax@example.vn', 'tp@example.vn', 'chu-tich@example.vn'] as const;

function seated(user: string): { desk: Desk; stage: ReturnType<typeof again> } {
  const stage = again(SET_UP);
  const desk = new Desk(stage.host, stage.fileId, stage.scriptId, [], user);
  desk.sit(user);
  return { desk, stage };
}

describe('a tab is told as it looks', () => {
  const { desk, stage } = seated(POLICE);
  const [tasks, board] = desk.standing().tabs;
  const whole = (sheetId: number) => {
    const { grid } = desk.watch(sheetId);
    if (grid?.kind !== 'whole') throw new Error('not the whole tab');
    return grid.tab;
  };
  const tab = whole(tasks?.sheetId ?? 0);

  test('its panes, its hidden columns, its heights left to be fitted', () => {
    expect([tab.frozenRows, tab.frozenColumns, tab.rows]).toEqual([1, 1, 73]);
    expect(tab.hiddenColumns).toContain(stage.locate('tasks', 'I.01', 'appliedDue').column);
    expect(tab.foldedColumns).toContain(stage.locate('tasks', 'I.01', 'accountable').column);
    expect(tab.foldedColumns).not.toContain(stage.locate('tasks', 'I.01', 'appliedDue').column);
    expect(tab.heights).toEqual([]);
  });

  test('a drop-down with its items, a tick box, a note, a formula beside its answer', () => {
    const at = (column: ColumnKey<'tasks'>) => {
      const { row, column: index } = stage.locate('tasks', 'I.01', column);
      return tab.cells[row]?.[index];
    };
    expect(tab.rules[(at('state')?.rule ?? 0) - 1]).toMatchObject({ kind: 'list' });
    expect(tab.rules[(at('accountable')?.rule ?? 0) - 1]).toMatchObject({ kind: 'list' });
    expect(at('estimate')?.ticked).toBe(false);
    expect(tab.cells[0]?.[5]?.note).not.toBe('');
    expect(at('status')).toMatchObject({
      text: 'Thường xuyên – chưa báo cáo',
      formula: expect.stringMatching(/^='Tổng hợp'!/u),
    });
    // The colour of its words.
    expect(tab.styles[at('status')?.style ?? -1]?.back).toMatch(/^#[0-9a-f]{6}$/u);
  });

  test('charts with their numbers', () => {
    const { charts } = whole(board?.sheetId ?? 0);
    expect(charts.map(({ kind, stacked }) => [kind, stacked])).toEqual([
      ['bar', true],
      ['column', false],
    ]);
    const groups = charts[0];
    expect(groups?.labels).toHaveLength(10);
    const sum = groups?.series.flatMap(({ values }) => values).reduce((a, b) => a + b, 0);
    expect(sum).toBe(72);
  });

  test('colours asked for twice are the same twice', () => {
    const [first, second] = [1, 2].map(() => drawTab(stage.host, POLICE, stage.fileId, 'Nhiệm vụ'));
    expect(second).toEqual(first);
  });
});

test('after an edit only what changed is told: the cell, its stamp, what formulas made of it', () => {
  const { desk, stage } = seated(JUSTICE);
  const place = stage.locate('tasks', 'I.01', 'state');
  desk.watch(place.sheetId);
  const { refused, grid } = desk.type(place, 'Đang thực hiện');
  expect(refused).toBeUndefined();
  if (grid?.kind !== 'cells') throw new Error('not cells');
  expect(new Set(grid.cells.map(({ row }) => row))).toEqual(new Set([place.row]));
  expect(grid.cells.find(({ column }) => column === place.column)?.cell?.text).toBe('Đang thực hiện');
  expect(grid.cells.map(({ cell }) => cell?.text)).toContain('Kỳ 05/2024');
});

test('a refused edit tells why and changes nothing', () => {
  const { desk, stage } = seated(JUSTICE);
  const place = stage.locate('tasks', 'IV.38', 'result');
  desk.watch(place.sheetId);
  const { refused, grid } = desk.type(place, 'Ghi nhờ');
  expect([refused?.reason, grid]).toEqual(['protected', undefined]);
});

test.each([
  [JUSTICE, false, true],
  [POLICE, false, false],
  ['cai-dat@example.vn', false, false],
  [CHAIRMAN, true, true],
])('%s is told what may not be changed before anything is typed', (user, ownRow, policeRow) => {
  const { desk, stage } = seated(user);
  const isLocked = (code: string, column: ColumnKey<'tasks'>) => {
    const { sheetId, row, column: index } = stage.locate('tasks', code, column);
    const { grid } = desk.watch(sheetId);
    const locked = grid?.kind === 'whole' ? grid.tab.locked : [];
    return locked.some(({ top, left, bottom, right }) => top <= row && row < bottom && left <= index && index < right);
  };
  // What the host says when it is tried is the same.
  for (const [code, locked] of [
    ['I.01', ownRow],
    ['IV.38', policeRow],
  ] as const) {
    expect([code, isLocked(code, 'result')]).toEqual([code, locked]);
    const { refused } = desk.type(stage.locate('tasks', code, 'result'), 'Thử');
    expect([code, refused?.reason === 'protected']).toEqual([code, locked]);
  }
});

test('columns are told by what they are, and which period is open', () => {
  const { desk, stage } = seated(POLICE);
  const { sheetId, column } = stage.locate('tasks', 'I.01', 'state');
  const { grid } = desk.watch(sheetId);
  if (grid?.kind !== 'whole') throw new Error('not the whole tab');
  expect([grid.tab.keys[column], grid.tab.openPeriod]).toEqual(['tasks.state', 'Kỳ 05/2024']);
});

test('a text of which nobody knows what Google makes of it is refused as such', () => {
  const { desk, stage } = seated(JUSTICE);
  const { refused } = desk.type(stage.locate('tasks', 'I.01', 'doneOn'), '6/2024');
  expect(refused?.reason).toBe('unread');
});

test('a filter view hides the rows of others from its reader alone', () => {
  const { desk, stage } = seated(JUSTICE);
  const { sheetId } = stage.locate('tasks', 'I.01', 'state');
  const told = desk.watch(sheetId).grid;
  const view = told?.kind === 'whole' ? told.tab.views.find(({ title }) => title === 'Ban Tư pháp') : undefined;
  const { hidden } = desk.view(view?.id ?? 0);
  const row = (code: string) => stage.locate('tasks', code, 'state').row;
  expect([hidden.includes(row('I.01')), hidden.includes(row('IV.38'))]).toEqual([false, true]);
  const anew = desk.watch(sheetId).grid;
  expect(anew?.kind === 'whole' && anew.tab.hiddenRows).toEqual([]);
});

test('the chairman sees the sheet and no menu', () => {
  const { desk } = seated(CHAIRMAN);
  expect([desk.standing().menus, desk.standing().tabs.length]).toEqual([[], 12]);
});

test('a click that meets a question leaves no trace until it is answered', () => {
  const { desk, stage } = seated('cai-dat@example.vn');
  const path = ['Đề án 06', 'Lịch tự động…'];
  const asked = desk.click(path, []);
  expect(asked.outcome.kind).toBe('dialog');
  expect(stage.host.triggers(stage.scriptId)).toHaveLength(1);
  // Yes: the clock is switched off, and that is told.
  desk.click(path, ['YES']);
  expect(desk.click(path, ['YES', 'OK']).standing.clock).toBe(false);
});
