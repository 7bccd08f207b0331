// Who was in time does not hang on the minute in which CAX closes: before or after the clock's first run of the 15th the same
// facts make the same version (rule 5.13). An edit on the 15th is late all the same.
import { describe, expect, test } from 'vitest';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, lastWords, rowsOf, stageAt, valueAt } from './played.ts';

const CLOSE = 'Tổng hợp báo cáo…';

/** An edit onEdit does not see. */
function editUnseen(stage: Stage, code: string): void {
  const { sheetId, row, column } = stage.locate('tasks', code, 'state');
  const start = { sheetId, rowIndex: row, columnIndex: column };
  const rows = [{ values: [{ userEnteredValue: { stringValue: 'Đang thực hiện' } }] }];
  stage.host.batchUpdateAs(INSTALLER, stage.fileId, [{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
}

/** What the ledger holds: two of them, and the words of the version. */
function closed(stage: Stage) {
  const [row] = rowsOf(stage, 'ledger', ['period', 'version', 'json', 'note']);
  const { digests, stamped, units } = JSON.parse(String(row?.['json'] ?? '{}'));
  return {
    digests,
    stamped,
    note: row?.['note'],
    late: units.filter(({ name }: { name: string }) => name === 'Văn phòng UBND xã'),
  };
}

const EVE = stageAt('2024-05-13T08:00');
EVE.advanceTo('2024-05-14T23:52');
editUnseen(EVE, 'II.25');
EVE.advanceTo('2024-05-14T23:59');

function closedAt(moment: string, deeds: (stage: Stage) => void = () => {}) {
  const stage = again(EVE);
  stage.advanceTo(moment);
  deeds(stage);
  return { stage, words: lastWords(stage.click(stage.police, CLOSE)) };
}

describe('an edit unseen on the 14th', () => {
  const first = closedAt('2024-05-15T00:02');
  const expected = closed(first.stage);

  test('is in time, and the version says nothing of a day without a run', () => {
    expect(expected).toMatchObject({ stamped: true, note: null });
    expect(rowsOf(first.stage, 'history', ['code', 'onTime']).find(({ code }) => code === 'II.25')?.['onTime']).toBe(
      'Có',
    );
  });
  test.each(['2024-05-15T00:12', '2024-05-15T08:30', '2024-05-16T09:00'])(
    'closed at %s it is the same version',
    (moment) => expect(closed(closedAt(moment).stage)).toEqual(expected),
  );
  test('at 23:59 nothing can be closed yet', () => {
    const { stage, words } = closedAt('2024-05-14T23:59');
    expect(words).not.toContain('Đã chốt');
    expect(rowsOf(stage, 'ledger', ['period'])).toEqual([]);
  });
  test('the clock’s first run behind the closing leaves what was settled', () => {
    const later = again(first.stage);
    later.advanceTo('2024-05-15T01:00');
    expect(later.failures).toEqual([]);
    expect(valueAt(later, 'tasks', 'II.25', 'onTimeFor')).toBe('Kỳ 05/2024');
    expect(lastWords(later.click(later.police, CLOSE))).toContain('không có gì thay đổi');
  });
});

describe('an edit unseen on the 15th is late', () => {
  test.each([
    ['between the closing and the first run', '2024-05-15T00:02', '2024-05-15T00:05', '2024-05-15T09:00'],
    ['after the first run, closed on the 16th', '', '2024-05-15T10:00', '2024-05-16T09:00'],
  ])('%s', (_, closing, edit, until) => {
    const stage = again(EVE);
    if (closing !== '') {
      stage.advanceTo(closing);
      stage.click(stage.police, CLOSE);
    }
    stage.advanceTo(edit);
    editUnseen(stage, 'II.26');
    stage.advanceTo(until);
    stage.click(stage.police, CLOSE);
    const rows = rowsOf(stage, 'history', ['code', 'onTime', 'version']);
    const newest = Math.max(...rows.map(({ version }) => Number(version)));
    const onTime = (code: string) => rows.find((row) => row['code'] === code && row['version'] === newest)?.['onTime'];
    expect([onTime('II.25'), onTime('II.26')]).toEqual(['Có', 'Không']);
  });
});
