// The way back into Google: a backup uploaded, opened as a Google sheet, the program bound to it, set up. Google gives the tabs
// other ids and drops marks and rights; our tables are copied under our ids after a yes, and the uploaded tabs stay as they are.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolvePlan } from '../../../src/core/resolve-plan.ts';
import type { Spreadsheet } from '../../../src/host/contract.ts';
import type { Host } from '../../../src/host/host.ts';
import { readWorkbookFile } from '../../../src/host/workbook-file/read-workbook-file.ts';
import { workbookFile } from '../../../src/host/workbook-file/workbook-file.ts';
import { createNodeHost } from '../../../src/node/host.ts';
import { bundleAddin } from '../../../src/tools/build/bundle.ts';
import { checkSeeds } from '../../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../../src/tools/build/root.ts';
import { INSTALLER } from '../../../src/tools/month/cast.ts';
import { resumeStage, type Stage } from '../../../src/tools/month/stage.ts';
import { closedVersions } from '../../../src/tools/restore/closed-versions.ts';
import { lookingPorts } from '../../../src/tools/restore/looking-ports.ts';
import { alertsOf, expectSame, lastWords } from '../../app/played.ts';
import { bookOf, closedMonths, contentOf, sheetOf } from './closed-months.ts';

const SEEDS = checkSeeds(join(ROOT, 'seeds'));
const PLAN = resolvePlan(SEEDS);
const BUNDLE = await bundleAddin(ROOT, SEEDS);
const MANIFEST: Parameters<Host['bindScript']>[2]['manifest'] = JSON.parse(BUNDLE.manifest);

const before = closedMonths();
const book = bookOf(before);
const TABLES = [1001, 1003, 1005, 1006, 1007, 1008, 1009, 1014];
/** What making it the original blanks or writes. */
const BLANKED = new Set(['policeAccounts', 'chairmanEmail', 'copies', 'fileId', 'scriptId', 'installingAccount']);

/** The file as this project's reader gives it: values, looks, names. */
async function asRead(change: (book: Spreadsheet) => void = () => {}): Promise<Stage> {
  const copy = structuredClone(book);
  change(copy);
  const host = createNodeHost({ clock: '2024-06-17T08:00', seed: 7 });
  const read = await readWorkbookFile(await workbookFile(copy));
  return bound(host, host.createSpreadsheet(INSTALLER, 'Bản tải lên', read.book));
}

/** The backup imported over the very file it is of, as Google may: formulas, validation, colour rules, charts, under other ids. */
function asGoogleMay(): Stage {
  const state = before.host.state();
  const text = JSON.stringify(state.sheets[before.fileId])
    .replace(/"sheetId":(10\d\d)\b/gu, '"sheetId":77$1')
    .replace(/"chartId":/gu, '"chartId":55');
  const stored: Spreadsheet = JSON.parse(text);
  for (const sheet of stored.sheets ?? []) {
    delete sheet.protectedRanges;
    delete sheet.filterViews;
    delete sheet.bandedRanges;
    for (const column of sheet.data?.[0]?.columnMetadata ?? []) delete column.developerMetadata;
  }
  (stored.namedRanges ?? []).forEach((named, i) => {
    named.namedRangeId = `google${i}`;
  });
  state.sheets[before.fileId] = stored;
  state.scripts = {};
  const host = createNodeHost({ clock: '', seed: 0, state });
  return bound(host, before.fileId);
}

function bound(host: Host, fileId: string): Stage {
  const scriptId = host.bindScript(INSTALLER, fileId, { code: BUNDLE.code, manifest: MANIFEST });
  return resumeStage({ fileId, scriptId }, host.state(), { seeds: SEEDS, tell: () => {} });
}

const setUp = (stage: Stage) => stage.click(INSTALLER, 'Thiết lập ban đầu…');

/** What a sync says before the set-up. */
function refusal({ host, fileId, scriptId }: Stage): string {
  host.open(INSTALLER, fileId);
  host.grant(INSTALLER, scriptId, 'all');
  return JSON.stringify(host.run(INSTALLER, scriptId, 'syncSheet', [], ['OK']).shown);
}

const batches = ({ host }: Stage) => host.peek().log.filter(({ method }) => method === 'batchUpdate').length;

function settingsOf(content: Spreadsheet): Record<string, unknown> {
  const rows = sheetOf(content, 1010)?.data?.[0]?.rowData ?? [];
  const entries = rows.map(({ values = [] }) => [
    values[0]?.userEnteredValue?.stringValue,
    values[2]?.userEnteredValue,
  ]);
  return Object.fromEntries(entries.filter(([key]) => !BLANKED.has(String(key))));
}

/** Without «Đã đặt quyền cho»: where the addresses are gone every row is open. */
function withoutRights(content: ReturnType<typeof contentOf>): ReturnType<typeof contentOf> {
  const [heading = ''] =
    Object.entries(content).find(([, { stringValue }]) => stringValue === 'Đã đặt quyền cho') ?? [];
  const column = heading.replace(/^0/u, '');
  const kept = Object.entries(content).filter(([place]) => place === heading || !place.endsWith(column));
  return column === '' ? content : Object.fromEntries(kept);
}

describe.each([
  { opened: 'as another file', isSame: false, open: () => asRead() },
  { opened: 'over the file it is of', isSame: true, open: async () => asGoogleMay() },
])('an upload opened $opened', ({ isSame, open }) => {
  test('becomes the sheet it was, to the letter; addresses go where there may be two files', async () => {
    const stage = await open();
    const uploaded = bookOf(stage);
    expect(refusal(stage)).toContain('Các tab của hệ thống không còn; có tab khác mang tên «Nhiệm vụ», «Tổng hợp»');
    const said = alertsOf(setUp(stage));
    expect(stage.failures).toEqual([]);
    expect(said[0]).toContain('Hệ thống nhận ra:\nNhiệm vụ, Tổng hợp,');
    expect(said[0]).toContain('Số bản đã chốt: 2');
    expect(said.join('\n')).toContain('✓ Lịch tự động đang bật');
    const now = bookOf(stage);
    for (const id of TABLES) {
      const content = (of: Spreadsheet) => {
        const whole = contentOf(sheetOf(of, id), false);
        return isSame ? whole : withoutRights(whole);
      };
      // A person's own formula came as its answer where the reader read it.
      expectSame([id, content(now)], [id, content(book)]);
    }
    expect(settingsOf(now)).toEqual(settingsOf(book));
    const texts = JSON.stringify([sheetOf(now, 1004)?.data, sheetOf(now, 1010)?.data]);
    const addresses = new Set(texts.match(/[a-z-]+@example\.vn/gu));
    if (isSame) expectSame(contentOf(sheetOf(now, 1004), false), contentOf(sheetOf(book, 1004), false));
    else expect(addresses).toEqual(new Set([INSTALLER]));
    // Ours are in their order, then what was uploaded, which has lost nothing but its titles.
    const titles = (now.sheets ?? []).map(({ properties }) => properties?.title ?? '');
    expect(titles.slice(0, 4)).toEqual(['Nhiệm vụ', 'Tổng hợp', 'Chỉ tiêu', 'Đơn vị']);
    expect(titles.slice(12, 14)).toEqual(['Nhiệm vụ (bản tải lên)', 'Tổng hợp (bản tải lên)']);
    for (const { properties } of uploaded.sheets ?? []) {
      const id = properties?.sheetId ?? 0;
      expectSame(contentOf(sheetOf(now, id), true), contentOf(sheetOf(uploaded, id), true));
    }
    const closings = (now.namedRanges ?? []).filter(({ name }) => name?.startsWith('Chot_'));
    expect(closings.map(({ namedRangeId, range }) => [namedRangeId, range?.sheetId])).toEqual([
      ['da06_chot_2024_05_1', 1006],
      ['da06_chot_2024_06_1', 1006],
    ]);
    expect(
      closedVersions(lookingPorts(stage.host, INSTALLER, stage.fileId), PLAN).map(({ changed }) => changed),
    ).toEqual([false, false]);
    // Settled, and an upload no more.
    const from = batches(stage);
    expect(lastWords(stage.click(INSTALLER, 'Đồng bộ bảng tính…'))).toContain('Bảng đã đúng, không có gì phải sửa.');
    expect(alertsOf(setUp(stage)).join()).not.toContain('được tải lên từ một bản sao lưu');
    expect(batches(stage)).toBe(from);
  });
});

test('No writes nothing at all', async () => {
  const stage = await asRead();
  const from = batches(stage);
  const outcome = stage.click(INSTALLER, 'Thiết lập ban đầu…', ({ buttons }) => (buttons === 'YES_NO' ? 'NO' : 'OK'));
  expect(alertsOf(outcome)).toHaveLength(1);
  expect(batches(stage)).toBe(from);
});

test('a correction closed afterwards lies below what was frozen, and nothing sends what was sent', async () => {
  const stage = await asRead();
  setUp(stage);
  stage.host.share(stage.fileId, INSTALLER, stage.police, 'editor');
  stage.type(INSTALLER, 'settings', 'policeAccounts', 'value', stage.police);
  stage.type(INSTALLER, 'settings', 'chairmanEmail', 'value', 'chu-tich@example.vn');
  stage.click(INSTALLER, 'Đồng bộ bảng tính…');
  stage.advanceTo('2024-06-17T09:00');
  expect(stage.host.peek().outbox.filter(({ to }) => to.includes('chu-tich@example.vn'))).toEqual([]);
  stage.type(INSTALLER, 'tasks', 'II.25', 'difficulty', 'Thiếu máy quét');
  expect(lastWords(stage.click(stage.police, 'Tổng hợp báo cáo…'))).toContain('Đã chốt bản 2');
  const ranges = (bookOf(stage).namedRanges ?? []).filter(({ name }) => name?.startsWith('Chot_'));
  expect(ranges.map(({ range }) => [range?.startRowIndex, range?.endRowIndex])).toEqual([
    [1, 73],
    [73, 145],
    [145, 217],
  ]);
  expect(stage.failures).toEqual([]);
});

test('a row that the backup lacks is offered back from its own copies; a tab that it lacks is made', async () => {
  const { row } = before.locate('tasks', 'II.25', 'code');
  const stage = await asRead((copy) => {
    sheetOf(copy, 1001)?.data?.[0]?.rowData?.splice(row, 1);
    copy.sheets = (copy.sheets ?? []).filter(({ properties }) => properties?.sheetId !== 1010);
    copy.namedRanges = (copy.namedRanges ?? []).filter(({ range }) => range?.sheetId !== 1010);
  });
  const said = alertsOf(setUp(stage)).join('\n');
  expect(said).toContain('Không có, sẽ dựng mới: Cấu hình');
  expect(said).toContain('II.25 – Kỳ 06/2024, bản 1');
  expect(stage.failures).toEqual([]);
  const texts = Object.values(contentOf(sheetOf(bookOf(stage), 1001), false)).map(({ stringValue }) => stringValue);
  expect(texts).toContain('Đã lưu trữ 50 hồ sơ');
});
