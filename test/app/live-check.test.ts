// «Tự kiểm trên Google…» on the local host: part A by the installing account, part B by CAX, part C by the people of the host. It
// answers as the program needs it, and as Google has answered wherever somebody has asked: what was saved of live Google stands in
// test/live, and the host must not differ from it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAST, SLOW } from '../../src/sheet/hand-check/steps.ts';
import { FIRST_ENTRY, FIRST_STEP, SEEN } from '../../src/sheet/hand-check/tab.ts';
import { HAND_CHECK } from '../../src/sheet/listing.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import { doSteps } from './hand-steps.ts';
import { differences, type SavedPart, savedOnHost } from './live-answers.ts';
import { again, alertsOf, lastWords, rowsOf, stageAt, waited } from './played.ts';

const ITEM = 'Tự kiểm trên Google…';
/** The row of fast typing. */
const STEPS_AT = `'${HAND_CHECK.title}'!${FIRST_STEP + 3}:${FIRST_STEP + 3}`;
const stage = stageAt('2024-05-02T08:00');
// The clock has run for the first time, and Google takes sixty looks a minute.
stage.advanceTo('2024-05-02T08:20');
const before = stage.host.see(INSTALLER, stage.fileId, { includeGridData: true });
const first = stage.click(INSTALLER, ITEM);
stage.advanceTo('2024-05-02T08:25');
const outcomes = {
  '0': first,
  A: stage.click(INSTALLER, ITEM),
  B: stage.click(stage.police, ITEM),
};
const untouched = stage.host.see(INSTALLER, stage.fileId, { includeGridData: true });
const slowly = again(stage);
doSteps(stage, FAST);
const read = stage.click(INSTALLER, ITEM);
const parts = new Map(savedOnHost(stage).map((saved) => [saved.part, saved]));
const saved = (part: SavedPart['part']): SavedPart => parts.get(part) ?? { part, answers: [] };

const isOfRows = ({ description = '' }) => description.includes('[da06:tasks:');

describe.each([
  ['0', 'installing account', 10],
  ['A', 'installing account', 25],
  ['B', 'police', 14],
] as const)('part %s, asked by the %s', (part, role, least) => {
  test('the host answers every question, and as the program relies on', () => {
    const { answers, ...head } = saved(part);
    expect(head).toMatchObject({ part, role, date: '2024-05-02' });
    expect(answers.length).toBeGreaterThan(least);
    expect(answers.filter(({ ok, answer }) => ok === false || answer === 'chưa làm')).toEqual([]);
    expect(lastWords(outcomes[part])).toContain('đúng như chương trình dựa vào ở cả');
  });
});

test('README names every question where it tells what is open', () => {
  const readme = readFileSync(join(ROOT, 'src/host/README.md'), 'utf8');
  const open = readme.slice(readme.indexOf('Open in live Google,'), readme.indexOf('**Asked by none**'));
  const named = [...open.matchAll(/`([0ABC]):([a-z-]+)`/gu)].map(([, part, id]) => `${part}:${id}`);
  // What one part has asked already, a later one may ask again.
  const once = new Map<string, string>();
  for (const part of ['0', 'A', 'B', 'C'] as const)
    for (const { id } of saved(part).answers) if (!once.has(id)) once.set(id, `${part}:${id}`);
  expect(named.sort()).toEqual([...once.values()].sort());
});

test('part B tells which lines a sync by that account would have', () => {
  const broken = again(slowly);
  const { sheets = [] } = broken.host.see(INSTALLER, broken.fileId, { fields: 'sheets.protectedRanges' });
  const [rows] = sheets.flatMap(({ protectedRanges = [] }) => protectedRanges).filter(isOfRows);
  const deleteProtectedRange = { protectedRangeId: rows?.protectedRangeId ?? 0 };
  broken.host.batchUpdateAs(INSTALLER, broken.fileId, [{ deleteProtectedRange }]);
  // No to «part C?», yes to «part B?».
  const outcome = broken.click(broken.police, ITEM, ({ prompt, buttons }) =>
    buttons === 'OK' ? 'OK' : prompt.startsWith('Phần C') ? 'NO' : 'YES',
  );
  const lines = savedOnHost(broken)
    .find(({ part }) => part === 'B')
    ?.answers.find(({ id }) => id === 'sync-agrees');
  expect(lines).toMatchObject({ answer: ['Vùng bảo vệ theo đơn vị: 1 vùng'], ok: false });
  expect(lastWords(outcome)).toContain('khác ở:');
});

test('nothing is left but the answers: the scratch is in the bin, the tracker as it was but for the lists', () => {
  const files = Object.values(stage.host.state().files);
  expect(files.filter(({ name, trashed }) => name.includes('nháp') && !trashed)).toEqual([]);
  const plain = ({ sheets = [] }: typeof before) =>
    sheets
      .filter(({ properties }) => !(properties?.title ?? '').startsWith('Tự kiểm'))
      .map(({ properties, ...rest }) => ({ ...rest, properties: { ...properties, index: 0 } }));
  expect(plain(untouched)).toEqual(plain(before));
  expect(stage.failures).toEqual([]);
});

describe('part C, the steps by hand', () => {
  test('what people did by gestures is read back from its traces', () => {
    expect(Object.fromEntries(saved('C').answers.map(({ id, answer }) => [id, answer]))).toEqual({
      'phone-link': { went: 'Tới đúng ô', number: '038012345678', day: '15/05', stamped: true },
      'phone-list': {
        list: 'Danh sách chọn được',
        state: 'Hoàn thành',
        progress: 0.45,
        date: '15/05/2024',
        period: 'kỳ',
        stamped: true,
      },
      'fast-typing': { seen: FAST, rows: 5, stamped: 3 },
      paste: { seen: 'Sửa được', text: 'chữ', date: 'chữ', rule: false, stamped: true },
      'other-row': { seen: 'Google từ chối', cell: 'trống' },
      'own-protection': { seen: 'Xóa được', left: false },
      sort: { seen: 'Google từ chối', moved: false },
      'phone-tick': { seen: 'Đánh dấu được', answered: true },
      consent: 'chưa làm',
      'pdf-pages': 'chưa làm',
    });
    expect(saved('C').answers.filter(({ ok }) => ok === false)).toEqual([]);
    expect(lastWords(read)).toContain('Đã đọc 8/10 bước');
    // CAX may read them as well.
    expect(lastWords(stage.click(stage.police, ITEM))).toContain('Đã đọc 8/10 bước');
    expect(savedOnHost(stage)[0]).toMatchObject({ part: 'C', role: 'police' });
  });

  test('read a day later: the tab still stands, the sync has nothing to say of it, and what the clock stamped since counts for nothing', () => {
    const later = waited(slowly, '2024-05-03T09:00');
    doSteps(later, FAST);
    later.advanceTo('2024-05-04T09:00');
    expect(lastWords(later.click(INSTALLER, 'Đồng bộ bảng tính…'))).toContain('Bảng đã đúng');
    const { sheets = [] } = later.host.see(INSTALLER, later.fileId, { fields: 'sheets.properties.title' });
    const titles = sheets.map(({ properties }) => properties?.title ?? '');
    expect(titles.filter((title) => title.startsWith('Tự kiểm'))).toEqual(['Tự kiểm tay']);
    const unit = { period: 'Kỳ 05/2024', state: 'Đang thực hiện' };
    expect(rowsOf(later, 'tasks', ['period', 'state']).filter(({ state }) => state === unit.state)).toEqual(
      Array.from({ length: 5 }, () => unit),
    );
    later.click(INSTALLER, ITEM);
    const fast = savedOnHost(later)[0]?.answers.find(({ id }) => id === 'fast-typing');
    expect(fast?.answer).toEqual({ seen: FAST, rows: 5, stamped: 3 });
  });

  test('rows whose onEdit never came, and which the clock stamps the day after, count as lost', () => {
    const silent = waited(slowly, '2024-05-03T09:00');
    const { sheets = [] } = silent.host.see(INSTALLER, silent.fileId, { ranges: [STEPS_AT], includeGridData: true });
    const values = sheets[0]?.data?.[0]?.rowData?.[0]?.values ?? [];
    const rows = values[FIRST_ENTRY - 1]?.userEnteredValue?.stringValue?.split(' ') ?? [];
    for (const code of rows) {
      const { sheetId, row: rowIndex, column: columnIndex } = silent.locate('tasks', code, 'state');
      const written = [{ values: [{ userEnteredValue: { stringValue: 'Đang thực hiện' } }] }];
      const start = { sheetId, rowIndex, columnIndex };
      silent.host.batchUpdateAs(INSTALLER, silent.fileId, [
        { updateCells: { start, rows: written, fields: 'userEnteredValue' } },
      ]);
    }
    silent.host.type(
      INSTALLER,
      silent.fileId,
      { sheetId: HAND_CHECK.sheetId, row: FIRST_STEP + 2, column: SEEN },
      FAST,
    );
    silent.advanceTo('2024-05-04T09:00');
    expect(rowsOf(silent, 'tasks', ['period']).filter(({ period }) => period === 'Kỳ 05/2024')).toHaveLength(5);
    silent.click(INSTALLER, ITEM);
    const fast = savedOnHost(silent)[0]?.answers.find(({ id }) => id === 'fast-typing');
    expect(fast?.answer).toEqual({ seen: FAST, rows: 5, stamped: 0 });
  });

  test('before anybody has done a step there is nothing to save, and no is no', () => {
    const early = again(slowly);
    expect(lastWords(early.click(INSTALLER, ITEM))).toContain('Chưa có bước nào');
    const declined = early.click(INSTALLER, ITEM, () => 'NO');
    expect(alertsOf(declined)).toHaveLength(2);
    expect(savedOnHost(early).map(({ part }) => part)).not.toContain('C');
  });
});

test('no account and no file is named in what is saved', () => {
  const text = JSON.stringify([...parts.values()]);
  expect([...text.matchAll(/[^\s"]+@[a-z]+\.[a-z]+/gu)].map(([address]) => address)).toEqual([]);
  expect(text).not.toContain(stage.fileId);
});

const LIVE = new URL('../live/', import.meta.url);
const lives = existsSync(LIVE) ? readdirSync(LIVE).filter((name) => name.endsWith('.json')) : [];

/** The same part answered by the host; the pace of fast typing is the one of the live answer. */
function onHost(live: SavedPart): SavedPart {
  const isSlow = live.answers.some(({ id, answer }) => id === 'fast-typing' && JSON.stringify(answer).includes(SLOW));
  if (live.part !== 'C' || !isSlow) return saved(live.part);
  const leisurely = again(slowly);
  doSteps(leisurely, SLOW);
  leisurely.click(INSTALLER, ITEM);
  return savedOnHost(leisurely).find(({ part }) => part === 'C') ?? { part: 'C', answers: [] };
}

describe.runIf(lives.length > 0)('what live Google has answered', () => {
  test.each(lives)('%s: the host does not differ', (name) => {
    const live: SavedPart = JSON.parse(readFileSync(new URL(name, LIVE), 'utf8'));
    expect(differences(live, onHost(live))).toEqual([]);
  });
});

describe('an answer of Google that is not the host’s is found', () => {
  const answering = (part: SavedPart['part'], id: string, answer: unknown): SavedPart => ({
    part,
    answers: saved(part).answers.map((one) => (one.id === id ? { ...one, answer } : one)),
  });

  test.each(['0', 'A', 'B', 'C'] as const)('part %s: what the host itself answered does not differ', (part) => {
    expect(differences(saved(part), onHost(saved(part)))).toEqual([]);
  });

  test.each<[SavedPart['part'], string, unknown]>([
    ['A', 'sort-leaves-places', { rows: ['II.01', 'II.02', 'II.03'], protectedRow: 3, column: 1 }],
    ['A', 'a-question-the-host-was-never-asked', true],
    ['B', 'editors-where-one-may-not-edit', { mayEdit: false, shown: true }],
    ['B', 'sync-agrees', ['Quyền sửa của vùng bảo vệ: 3 vùng']],
    ['C', 'phone-link', { went: 'Tới đúng ô', number: 'số', day: '15/05', stamped: true }],
    ['C', 'fast-typing', { seen: FAST, rows: 5, stamped: 2 }],
    ['C', 'fast-typing', { seen: SLOW, rows: 5, stamped: 4 }],
    ['C', 'own-protection', { seen: 'Google từ chối', left: true }],
  ])('part %s: %s', (part, id, answer) => {
    const live = answering(part, id, answer);
    const asked = live.answers.some((one) => one.id === id)
      ? live
      : { ...live, answers: [...live.answers, { id, about: '', answer }] };
    expect(differences(asked, onHost(asked)).map((difference) => difference.id)).toEqual([id]);
  });

  test.each([
    ['mails left on another day', 'A', 'mails-left', 1499],
    ['a step nobody did', 'C', 'paste', 'chưa làm'],
    [
      'where a phone led a person',
      'C',
      'phone-link',
      { went: 'Không mở được', number: '038012345678', day: '15/05', stamped: true },
    ],
    ['fewer stamps lost than the host loses', 'C', 'fast-typing', { seen: FAST, rows: 5, stamped: 5 }],
  ] as const)('but not %s', (_, part, id, answer) => {
    const live = answering(part, id, answer);
    expect(differences(live, onHost(live))).toEqual([]);
  });
});
