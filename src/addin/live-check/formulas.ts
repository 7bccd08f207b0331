// Locale and formulas: what a vi_VN file does with our formulas, and how it gives them back, because the sync
// compares them.
import { formula, number, type Probe, type Scratch, shown, text } from './probe.ts';

const READ = 'userEnteredValue,effectiveValue';

/** Two names of one zone. */
const VIETNAM = ['Asia/Ho_Chi_Minh', 'Asia/Saigon'];

/** Formulas of each kind the sheet holds, and their values over A1:A3 = Hoàn thành, 2, nothing. */
const FORMULAS: readonly (readonly [string, string | number | boolean])[] = [
  ['=IF($A$2>1;"Có";"Không")', 'Có'],
  ['=COUNTIFS($A$1:$A$3;"Hoàn thành";$A$1:$A$3;"H*")', 1],
  ['=IFERROR(INDEX($A$1:$A$3;MATCH(2;$A$1:$A$3;0));"")', 2],
  ['=REPT("█";3)&REPT("░";2)', '███░░'],
  ['=TEXT(DATE(2024;5;15);"dd/mm/yyyy")', '15/05/2024'],
  ['=SUMPRODUCT(($A$1:$A$3=2)*1)', 1],
  ['=MAXIFS($A$2:$A$2;$A$2:$A$2;">1")', 2],
  ['=1/2*4', 2],
  ['=EOMONTH(DATE(2024;2;1);0)=DATE(2024;2;29)', true],
  [
    String.raw`=TRIM(REGEXREPLACE(LOWER("(KHÔNG)"&UNICHAR(160)&"[có]-""."&CHAR(10));"[()\[\]\-.""\x{A0}\x{A}]";" "))`,
    'không có',
  ],
];

export const FORMULA_PROBES: readonly Probe<Scratch>[] = [
  {
    id: 'locale',
    about: 'Tệp mới giữ vùng vi_VN, múi giờ Việt Nam, tính lại hằng giờ',
    expected: { locale: 'vi_VN', isVietnam: true, autoRecalc: 'HOUR' },
    ask: ({ get }) => {
      const { locale = '', timeZone = '', autoRecalc = '' } = get('properties').properties ?? {};
      return { locale, isVietnam: VIETNAM.includes(timeZone), autoRecalc };
    },
  },
  {
    id: 'name-of-the-zone',
    about: 'Google gọi múi giờ Việt Nam là gì khi đọc lại',
    ask: ({ get }) => get('properties.timeZone').properties?.timeZone ?? '',
  },
  {
    id: 'formulas',
    about: 'Công thức ghi bằng dấu chấm phẩy được tính đúng và đọc lại nguyên dạng',
    expected: FORMULAS.map(([words, value]) => ({ formula: words, value })),
    ask: ({ write, cells }) => {
      const column = [text('Hoàn thành'), number(2), {}];
      write(
        FORMULAS.map(([words], row) => [column[row] ?? {}, formula(words)]),
        'userEnteredValue',
      );
      return cells(READ).map(([, cell]) => ({
        formula: cell?.userEnteredValue?.formulaValue ?? '',
        value: shown(cell),
      }));
    },
  },
  {
    id: 'formula-of-a-name',
    about: 'Công thức dùng tên ô và tab có dấu tiếng Việt',
    expected: [4, "='Tab thử số 1'!$A$1+OTuKiem"],
    ask: ({ apply, write, cells, sheetId, title }) => {
      const range = { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
      apply([
        { updateSheetProperties: { properties: { sheetId, title: 'Tab thử số 1' }, fields: 'title' } },
        { addNamedRange: { namedRange: { namedRangeId: 'da06_tu_kiem', name: 'OTuKiem', range } } },
      ]);
      write([[number(2), formula("='Tab thử số 1'!$A$1+OTuKiem")]], 'userEnteredValue');
      const [row = []] = cells(READ);
      apply([{ updateSheetProperties: { properties: { sheetId, title }, fields: 'title' } }]);
      return [shown(row[1]), row[1]?.userEnteredValue?.formulaValue ?? ''];
    },
  },
  {
    id: 'comma-formula',
    about: 'Công thức ghi bằng dấu phẩy trong tệp vi_VN',
    ask: ({ write, cells }) => {
      write([[formula('=IF(1=1,"a","b")')]], 'userEnteredValue');
      const [[cell] = []] = cells(READ);
      return [cell?.userEnteredValue?.formulaValue ?? '', shown(cell)];
    },
  },
];
