// The laws of `npm run restore`: what was typed, set, closed and written down comes back to the letter; the sync heals the rest;
// nothing is left to heal; what was frozen can be told again; the sheet stays a copy; the page opens it.
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { documentsOf } from '../../../src/app/closing/documents.ts';
import { tellVersion } from '../../../src/app/closing/tell-version.ts';
import { closedOf, observe } from '../../../src/app/observe.ts';
import { readIsoDate } from '../../../src/core/calendar.ts';
import { resolvePlan } from '../../../src/core/resolve-plan.ts';
import type { Spreadsheet } from '../../../src/host/contract.ts';
import { workbookFile } from '../../../src/host/workbook-file/workbook-file.ts';
import { createNodeHost } from '../../../src/node/host.ts';
import { hasLibreOffice, savedAgain } from '../../../src/node/libreoffice/libreoffice.ts';
import { Desk } from '../../../src/page/worker/desk.ts';
import { readKeptFile } from '../../../src/page/worker/kept-file.ts';
import { bundleAddin } from '../../../src/tools/build/bundle.ts';
import { checkSeeds } from '../../../src/tools/build/check-seeds.ts';
import { peopleOf } from '../../../src/tools/build/page-program.ts';
import { ROOT } from '../../../src/tools/build/root.ts';
import { CHAIRMAN, INSTALLER } from '../../../src/tools/month/cast.ts';
import { lookingPorts } from '../../../src/tools/restore/looking-ports.ts';
import { pageFile, restoreFile } from '../../../src/tools/restore/restore-file.ts';
import { expectSame } from '../../app/played.ts';
import { bookOf, closedMonths, contentOf, OWN_TAB, sheetOf } from './closed-months.ts';

const SEEDS = checkSeeds(join(ROOT, 'seeds'));
const PLAN = resolvePlan(SEEDS);
const BUNDLE = await bundleAddin(ROOT, SEEDS);
const NOW = readIsoDate('2024-07-01') ?? 0;

const before = closedMonths();
const book = bookOf(before);
const downloaded = await workbookFile(book);

const restore = (bytes: Uint8Array) =>
  restoreFile({ bytes, file: 'de-an-06.xlsx', seeds: SEEDS, bundle: BUNDLE, now: NOW });

/** Every tab the restored sheet has anew, and what people typed, tab by tab. */
const OURS = [1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1014];

function documents(host: typeof before.host, fileId: string): unknown {
  const ports = lookingPorts(host, INSTALLER, fileId);
  const ledger = closedOf(observe(ports, PLAN, { ledger: 'all', settings: 'all' }));
  return ledger.flatMap((entry) => documentsOf(tellVersion(ports, PLAN, entry), ''));
}

describe.each([
  { saved: 'as it was downloaded', skip: false, file: async () => downloaded },
  {
    saved: 'as LibreOffice saved it again',
    skip: !hasLibreOffice(),
    file: async () => new Uint8Array(await savedAgain(downloaded)),
  },
])('the file $saved', ({ skip, file }) => {
  describe.skipIf(skip)('restored', () => {
    let restored: Awaited<ReturnType<typeof restore>>;
    let now: Spreadsheet;
    beforeAll(async () => {
      restored = await restore(await file());
      now = bookOf(restored.up);
    }, 180_000);

    test('every cell of ours holds what it held, formulas included', () => {
      for (const id of OURS) {
        expectSame([id, contentOf(sheetOf(now, id), false)], [id, contentOf(sheetOf(book, id), false)]);
      }
    });

    test('names are there with their ids, so no closing is done twice', () => {
      const key = ({ namedRanges = [] }: Spreadsheet) =>
        namedRanges.map(({ namedRangeId, name, range }) => [namedRangeId, name, range]).sort();
      expect(key(now)).toEqual(key(book));
    });

    test('nothing of it is lost, so the report warns of nothing', () => {
      expect(restored.report[0]).toBe('Khôi phục từ de-an-06.xlsx');
      expect(restored.report.join('\n')).not.toContain('CHÚ Ý');
    });

    test('what every download loses is listed in the file; the terminal counts it and names the file', () => {
      const { report, shown } = restored;
      expect(report.join('\n')).toContain('  Tab «Nhiệm vụ»: màu theo trạng thái');
      expect(shown.join('\n')).not.toContain('màu theo trạng thái\n');
      expect(shown.at(-1)).toMatch(
        /^Những thứ tệp tải về nào cũng mất, hệ thống dựng lại: \d+ việc \(danh sách ở bao-cao\.txt\)$/u,
      );
      expect(shown.length).toBeLessThan(50);
    });

    test('people’s own tab is there, with answers for formulas, and is named', () => {
      expectSame(contentOf(sheetOf(now, OWN_TAB), false), contentOf(sheetOf(book, OWN_TAB), true));
      expect(sheetOf(now, OWN_TAB)?.merges).toHaveLength(1);
      expect(restored.report).toContain(`  Tab «${OWN_TAB}»`);
      // Formulas of ours are nobody's, those of single rows too.
      expect(restored.report.filter((line) => line.includes('công thức do người dùng ghi'))).toEqual([
        `  Tab «${OWN_TAB}»: công thức do người dùng ghi, chỉ còn kết quả: B2`,
      ]);
    });

    test('the sync heals it, and nothing is left', () => {
      const { failures, left, found } = restored.up;
      expect(failures).toEqual([]);
      expect(found?.lines.filter(({ impact }) => impact === 'fix')).toEqual([]);
      expect(left?.lines.filter(({ impact }) => impact !== 'leave')).toEqual([]);
      expect(left?.rights).toEqual([]);
      const protections = ({ sheets = [] }: Spreadsheet) =>
        sheets.flatMap(({ protectedRanges = [] }) => protectedRanges.map(({ description }) => description)).sort();
      expect(protections(now)).toEqual(protections(book));
    });

    test('closings are told again, to the letter: their documents are the same', () => {
      expect(restored.versions).toEqual([
        { name: 'Kỳ 05/2024, bản 1', fault: undefined, changed: false },
        { name: 'Kỳ 06/2024, bản 1', fault: undefined, changed: false },
      ]);
      expect(documents(restored.up.host, restored.up.fileId)).toEqual(documents(before.host, before.fileId));
    });

    test('it stays a copy: no closing, no clock, no mail', () => {
      const { host, fileId, scriptId } = restored.up;
      expect(host.triggers(scriptId)).toEqual([]);
      host.grant(before.police, scriptId, 'all');
      const outcome = host.run(before.police, scriptId, 'closeReport', [], ['OK']);
      expect(JSON.stringify(outcome.shown)).toContain('Tệp này là bản sao của bảng theo dõi');
      expect(host.peek().outbox).toEqual([]);
      const [menu] = host.open(INSTALLER, fileId).menus;
      expect(menu).toMatchObject({ items: [{ caption: 'Thiết lập ban đầu…' }] });
    });

    test('the clock stands where the sheet last lived', () => {
      expect(restored.clock.told).toBe(true);
      expect(restored.up.host.now()).toMatch(/^2024-06-15T0(8|9):/u);
    });

    test('the page opens what was written', () => {
      const people = peopleOf(SEEDS);
      const written = pageFile(
        restored.up,
        people.map(({ address }) => address),
      );
      const { state, fileId, scriptId, user } = readKeptFile(written, people);
      const host = createNodeHost({ clock: '', seed: 0, state });
      host.push(scriptId, BUNDLE.code, JSON.parse(BUNDLE.manifest));
      const desk = new Desk(host, fileId, scriptId, people, user);
      const { standing, grid } = desk.sit(user);
      expect(user).toBe(INSTALLER);
      expect(standing.tabs.map(({ title }) => title)).toEqual((now.sheets ?? []).map((one) => one.properties?.title));
      expect(grid?.kind === 'whole' && JSON.stringify(grid.tab.cells)).toContain('Đã lưu trữ 50 hồ sơ');
      // Whoever of the page is in no list of the file may look all the same.
      expect(
        people.every(
          ({ address }) =>
            host.peek().files[fileId]?.permissions.some((one) => one.address === address) || address === INSTALLER,
        ),
      ).toBe(true);
      expect(desk.sit(CHAIRMAN).standing.tabs.length).toBeGreaterThan(0);
    });
  });
});

describe('a file that hands have been at', () => {
  const changed = async (change: (book: Spreadsheet) => void) => {
    const copy = structuredClone(book);
    change(copy);
    return restore(await workbookFile(copy));
  };
  const retitle = (copy: Spreadsheet, id: number, title: string) => {
    const properties = sheetOf(copy, id)?.properties;
    if (properties) properties.title = title;
  };
  const rowsOf = (copy: Spreadsheet, id: number) => sheetOf(copy, id)?.data?.[0]?.rowData ?? [];

  test('titles with numbers, other case, decomposed; a tab known by its headings alone; a tab that is gone', async () => {
    const { identified, up, report } = await changed((copy) => {
      retitle(copy, 1001, 'nhiệm  vụ (1)');
      retitle(copy, 1006, 'Lịch sử'.normalize('NFD'));
      retitle(copy, 1004, 'Các đơn vị của xã');
      copy.sheets = copy.sheets?.filter(({ properties }) => properties?.sheetId !== 1003) ?? [];
      copy.namedRanges = copy.namedRanges?.filter(({ range }) => range?.sheetId !== 1003) ?? [];
    });
    expect(identified.missing).toEqual(['Chỉ tiêu']);
    expect(identified.tabs).toHaveLength(11);
    expect(up.failures).toEqual([]);
    expect(up.left?.lines.filter(({ impact }) => impact !== 'leave')).toEqual([]);
    expect(report).toContain('  Đơn vị: 18/18 dòng (trong tệp: «Các đơn vị của xã», nhận ra theo tiêu đề cột)');
    expect(report).toContain('  Chỉ tiêu: không có trong tệp, hệ thống dựng mới');
    expect(report[0]).toMatch(/^CHÚ Ý: tệp này KHÔNG còn đủ: không có tab «Chỉ tiêu»\. /u);
    const now = bookOf(up);
    for (const id of [1001, 1004, 1005, 1006, 1010]) {
      expectSame([id, contentOf(sheetOf(now, id), false)], [id, contentOf(sheetOf(book, id), false)]);
    }
  });

  test('most rows gone: the first line says how much of what, before anything cheerful; the terminal stays short', async () => {
    const { report, shown } = await changed((copy) => {
      rowsOf(copy, 1001).splice(4, 100);
    });
    expect(shown[0]).toBe(report[0]);
    expect(report[0]).toBe(
      'CHÚ Ý: tệp này KHÔNG còn đủ: «Nhiệm vụ» mất 69/72 dòng. Có bản sao lưu khác thì thử bản đó trước.',
    );
    expect(report.join('\n')).toContain('X.72');
    expect(shown.length).toBeLessThan(60);
    expect(shown.filter((line) => line.includes('II.04'))).toEqual([
      '  Nhiệm vụ: 3/72 dòng; thiếu II.04, II.05, II.06, II.07, II.08, II.09, II.10, II.11 và 61 dòng khác',
      '  Thêm: Tab «Nhiệm vụ»: 69 dòng II.04, II.05, II.06, II.07, II.08, II.09, II.10, II.11 và 61 dòng khác',
      expect.stringMatching(/^ {2}Điền lại nội dung đã nhập: II\.04, .*, II\.11 và 61 dòng khác – /u),
    ]);
  });

  test('a column of entries that nobody finds any more is named in the first line', async () => {
    const { report } = await changed((copy) => {
      const heading = rowsOf(copy, 1001)[0]?.values?.find(
        ({ userEnteredValue }) => userEnteredValue?.stringValue === 'Kết quả trong kỳ',
      );
      if (heading) heading.userEnteredValue = { stringValue: 'Ghi chú khác' };
    });
    expect(report[0]).toMatch(/^CHÚ Ý: tệp này KHÔNG còn đủ: «Nhiệm vụ» mất cột «Kết quả trong kỳ»\. /u);
  });

  test('a closing lost from «Sổ báo cáo» is told; without that tab nobody says that none was closed', async () => {
    const { report } = await changed((copy) => {
      rowsOf(copy, 1005).splice(2, 1);
    });
    expect(report[0]).toContain('1/2 bản chốt không đọc lại được (Kỳ 06/2024, bản 1)');
    const gone = await changed((copy) => {
      copy.sheets = copy.sheets?.filter(({ properties }) => properties?.sheetId !== 1005) ?? [];
      copy.namedRanges = copy.namedRanges?.filter(({ range }) => range?.sheetId !== 1005) ?? [];
    });
    expect(gone.report[0]).toContain(
      'không có tab «Sổ báo cáo»; 2/2 bản chốt không đọc lại được (Kỳ 05/2024, bản 1; Kỳ 06/2024, bản 1).',
    );
    expect(gone.report.join('\n')).not.toContain('Chưa có bản nào');
  });

  test('a row deleted: put back from the file’s own copies, and said', async () => {
    const { row } = before.locate('tasks', 'II.25', 'code');
    const { up, report } = await changed((copy) => {
      rowsOf(copy, 1001).splice(row, 1);
    });
    expect(up.failures).toEqual([]);
    expect(report[0]).toContain('«Nhiệm vụ» mất 1/72 dòng');
    expect(report.join('\n')).toMatch(/Nhiệm vụ: 71\/72 dòng; thiếu II\.25/u);
    expect(report.join('\n')).toMatch(/Điền lại nội dung đã nhập: II\.25 – Kỳ 06\/2024, bản 1/u);
    const texts = Object.values(contentOf(sheetOf(bookOf(up), 1001), false)).map(({ stringValue }) => stringValue);
    expect(texts).toContain('Đã lưu trữ 50 hồ sơ');
  });

  test('a frozen row that was changed is told', async () => {
    const { versions, report } = await changed((copy) => {
      const cell = rowsOf(copy, 1006)
        .flatMap(({ values = [] }) => values)
        .find(({ userEnteredValue }) => userEnteredValue?.stringValue === 'Đã lưu trữ 50 hồ sơ');
      if (cell) cell.userEnteredValue = { stringValue: 'Đã lưu trữ 500 hồ sơ' };
    });
    expect(versions?.map(({ changed: isChanged }) => isChanged)).toEqual([false, true]);
    expect(report.join('\n')).toContain('KHÔNG còn đúng như lúc chốt');
    expect(report[0]).toContain('1/2 bản chốt không còn đúng như lúc chốt (Kỳ 06/2024, bản 1)');
  });

  test('two columns of one heading: nobody can say which holds the entries, so nothing is written, and why is said', async () => {
    const { up, report } = await changed((copy) => {
      const [heading] = rowsOf(copy, 1001);
      const own = heading?.values?.find(({ userEnteredValue }) => userEnteredValue?.stringValue === 'Ghi thêm');
      if (own) own.userEnteredValue = { stringValue: 'Kết quả trong kỳ' };
    });
    expect(up.healed).toBe(false);
    expect(report[0]).toMatch(/^CHÚ Ý: hệ thống chưa dựng lại được bảng/u);
    expect(report.join('\n')).toMatch(
      /CHƯA đồng bộ được: .*\nTab «Nhiệm vụ»: không xác định được cột «Kết quả trong kỳ»/u,
    );
    const answers = contentOf(sheetOf(book, 1001), true);
    expect(Object.keys(contentOf(sheetOf(bookOf(up), 1001), false))).toEqual(Object.keys(answers));
  });

  test('a file with nothing of ours, and no file at all', async () => {
    const foreign: Spreadsheet = { sheets: (book.sheets ?? []).filter((one) => one.properties?.title === OWN_TAB) };
    await expect(workbookFile(foreign).then(restore)).rejects.toThrow('không có tab nào của bảng theo dõi');
    await expect(restore(new TextEncoder().encode('không phải'))).rejects.toThrow('không phải tệp Excel (.xlsx)');
  });
});
