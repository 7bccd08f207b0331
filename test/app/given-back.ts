// Manners of giving back: what a look answers for what was written, changed on the way. Each is one thing Google might do.
import { ToldRows } from '../../src/host/contract.ts';
import type { Observer } from '../../src/host/observer.ts';
import type { Value } from '../../src/host/service.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of any shape are taken apart here
type Any = any;
export type Manner = (book: Any) => void;

/** Google as the script sees it, giving back in that manner whatever is looked at with formats. */
export function givingBack(manner: Manner): Observer {
  return ({ service, method, args }) =>
    service === 'Sheets.Spreadsheets' && method === 'get' && JSON.stringify(args).includes('userEnteredFormat')
      ? {
          answer: (book) => {
            asRows(book);
            manner(book);
            return book as Value;
          },
        }
      : undefined;
}

/** Rows come as texts; a look with formats asks for no value of a formula. */
function asRows(book: Any): void {
  for (const { data = [] } of book.sheets ?? []) {
    for (const grid of data) {
      if (grid.rowData instanceof ToldRows) grid.rowData = grid.rowData.texts.map((text: string) => JSON.parse(text));
    }
  }
}

const cells = (book: Any): Any[] =>
  (book.sheets ?? []).flatMap((sheet: Any) =>
    (sheet.data ?? []).flatMap((data: Any) => (data.rowData ?? []).flatMap((row: Any) => row.values ?? [])),
  );
const eachCell =
  (change: (cell: Any) => void): Manner =>
  (book) =>
    cells(book).forEach(change);
const eachFormat = (change: (format: Any) => void): Manner =>
  eachCell((cell) => cell.userEnteredFormat && change(cell.userEnteredFormat));
const eachSheet =
  (change: (sheet: Any) => void): Manner =>
  (book) =>
    (book.sheets ?? []).forEach(change);
const eachOf = (list: string, change: (item: Any) => void): Manner =>
  eachSheet((sheet) => (sheet[list] ?? []).forEach(change));
const eachFormula = (change: (formula: string) => string): Manner =>
  eachCell(({ userEnteredValue: value }) => {
    if (value?.formulaValue) value.formulaValue = change(value.formulaValue);
  });

/** Outside texts and titles. */
const code = (formula: string, change: (text: string) => string) =>
  formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/u)
    .map((piece, i) => (i % 2 === 1 ? piece : change(piece)))
    .join('');

const COLOURS = ['backgroundColor', 'foregroundColor', 'headerColor', 'firstBandColor', 'secondBandColor', 'tabColor'];
const everywhere = (value: Any, change: (message: Any) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) change(value);
  for (const item of Object.values(value)) everywhere(item, change);
};

/** Nothing of it is a change. */
export const ALLOWED: Readonly<Record<string, Manner>> = {
  'colours under their older names': (book) =>
    everywhere(book.sheets, (m) => {
      for (const name of COLOURS) if (m[name]) delete m[`${name}Style`];
    }),
  'colours under their newer names': (book) =>
    everywhere(book.sheets, (m) => {
      for (const name of COLOURS) if (m[`${name}Style`]) delete m[name];
    }),
  'channels of 0 told': (book) =>
    everywhere(book.sheets, (m) => {
      if (m.rgbColor) m.rgbColor = { red: 0, green: 0, blue: 0, ...m.rgbColor };
    }),
  '«@» of texts': eachFormat(({ numberFormat }) => {
    if (numberFormat?.type === 'TEXT') numberFormat.pattern = '@';
  }),
  'no owner among the editors': eachOf('protectedRanges', ({ editors }) => {
    if (editors?.users) editors.users = editors.users.filter((user: string) => user !== 'cai-dat@example.vn');
  }),
  'editors backwards, in capitals': eachOf('protectedRanges', ({ editors }) => {
    editors?.users?.reverse();
    if (editors?.users) editors.users = editors.users.map((user: string) => user.toUpperCase());
  }),
  'open pieces of a tab backwards': eachOf('protectedRanges', ({ unprotectedRanges }) => unprotectedRanges?.reverse()),
  'no start of 0': (book) =>
    everywhere(book.sheets, (m) => {
      for (const name of ['startRowIndex', 'startColumnIndex', 'startIndex', 'columnIndex']) {
        if (m[name] === 0) delete m[name];
      }
    }),
  'no sheetId of 0, no end at the edge': eachSheet((sheet) => {
    const { rowCount, columnCount } = sheet.properties.gridProperties;
    for (const { range } of [...(sheet.filterViews ?? []), ...(sheet.bandedRanges ?? [])]) {
      if (range.endRowIndex === rowCount) delete range.endRowIndex;
      if (range.endColumnIndex === columnCount) delete range.endColumnIndex;
    }
  }),
  'formulas with blanks and commas': eachFormula((formula) => code(formula, (text) => text.replace(/;/gu, ', '))),
  'formulas in small letters': eachFormula((formula) => code(formula, (text) => text.toLowerCase())),
  'formulas of rules with blanks': (book) =>
    everywhere(book.sheets, (m) => {
      if (typeof m.userEnteredValue === 'string' && m.userEnteredValue.startsWith('=')) {
        m.userEnteredValue = code(m.userEnteredValue, (text) => text.replace(/;/gu, ' ; '));
      }
    }),
  'ranges of a colour rule in another order': eachOf('conditionalFormats', ({ ranges }) => ranges?.reverse()),
  'ranges of a colour rule as one': eachOf('conditionalFormats', (rule) => {
    const [first] = rule.ranges;
    const columns = rule.ranges.map((range: Any) => range.startColumnIndex ?? 0).sort((a: number, b: number) => a - b);
    const isRun = columns.every((column: number, i: number) => column === columns[0] + i);
    if (isRun) rule.ranges = [{ ...first, startColumnIndex: columns[0], endColumnIndex: columns[0] + columns.length }];
  }),
  'views by criteria alone': eachOf('filterViews', (view) => delete view.filterSpecs),
  'views by specs alone': eachOf('filterViews', (view) => delete view.criteria),
  'a run for plain text before a link': eachCell((cell) => {
    if (cell.textFormatRuns?.[0]?.startIndex) cell.textFormatRuns.unshift({ format: {} });
  }),
  'notes with Windows’ line ends': eachCell((cell) => {
    if (cell.note) cell.note = `${cell.note.replace(/\n/gu, '\r\n')}\n`;
  }),
  'a zone’s older name, a locale without its country': (book) => {
    book.properties.timeZone = 'Asia/Saigon';
    book.properties.locale = 'vi';
  },
  'rules without what is their default': eachCell(({ dataValidation }) => {
    if (dataValidation) delete dataValidation.showCustomUi;
  }),
  'numbers of rules with decimals': eachCell(({ dataValidation }) => {
    for (const value of dataValidation?.condition?.values ?? []) {
      if (/^\d+$/u.test(value.userEnteredValue)) value.userEnteredValue += '.0';
    }
  }),
};

/** Wrong, whatever is written: no repair would end it. */
export const WRONG: Readonly<Record<string, Manner>> = {
  'backgrounds a step darker': eachFormat((format) => {
    for (const style of [format.backgroundColor, format.backgroundColorStyle?.rgbColor]) {
      if (style?.red) style.red = Math.max(0, style.red - 1 / 255);
    }
  }),
  'letters without colour': eachFormat(({ textFormat }) => {
    delete textFormat?.foregroundColor;
    delete textFormat?.foregroundColorStyle;
  }),
  'days without their zeros': eachFormat(({ numberFormat }) => {
    if (numberFormat?.pattern) numberFormat.pattern = numberFormat.pattern.replace('dd/mm', 'd/m');
  }),
  'no number formats': eachFormat((format) => delete format.numberFormat),
  'nothing wrapped': eachFormat((format) => {
    if (format.wrapStrategy) format.wrapStrategy = 'OVERFLOW_CELL';
  }),
  'everything at the bottom': eachFormat((format) => delete format.verticalAlignment),
  'nothing bold': eachFormat(({ textFormat }) => delete textFormat?.bold),
  'another size': eachFormat(({ textFormat }) => {
    if (textFormat?.fontSize) textFormat.fontSize -= 1;
  }),
  'formats one row lower': eachSheet((sheet) => {
    for (const { rowData = [] } of sheet.data ?? []) {
      for (let i = rowData.length - 1; i > 0; i -= 1) {
        (rowData[i].values ?? []).forEach((cell: Any, j: number) => {
          cell.userEnteredFormat = rowData[i - 1].values?.[j]?.userEnteredFormat;
        });
      }
    }
  }),
  'no notes': eachCell((cell) => delete cell.note),
  'notes cut': eachCell((cell) => {
    if (cell.note) cell.note = cell.note.slice(0, 20);
  }),
  'rules without their words': eachCell(({ dataValidation }) => {
    if (dataValidation) delete dataValidation.inputMessage;
  }),
  'rules that only warn': eachCell(({ dataValidation }) => {
    if (dataValidation) delete dataValidation.strict;
  }),
  'no rules': eachCell((cell) => delete cell.dataValidation),
  'formulas with a sign': eachFormula((formula) => formula.replace(/^=/u, '=+')),
  'formulas that are arrays': eachFormula((formula) => `=ARRAYFORMULA(${formula.slice(1)})`),
  'links dropped': eachCell((cell) => delete cell.textFormatRuns),
  'colour rules backwards': eachSheet((sheet) => sheet.conditionalFormats?.reverse()),
  'colour rules without letters': eachOf(
    'conditionalFormats',
    ({ booleanRule }) => delete booleanRule?.format?.textFormat,
  ),
  'views under other titles': eachOf('filterViews', (view) => {
    view.title = `${view.title} (1)`;
  }),
  'no views': eachSheet((sheet) => delete sheet.filterViews),
  'bands a row short': eachOf('bandedRanges', ({ range }) => {
    range.endRowIndex -= 1;
  }),
  'charts without titles': eachOf('charts', ({ spec }) => delete spec?.title),
  'nothing frozen': eachSheet(({ properties }) => delete properties.gridProperties.frozenColumnCount),
  'nothing hidden': eachSheet((sheet) => {
    for (const { columnMetadata = [] } of sheet.data ?? [])
      for (const column of columnMetadata) delete column.hiddenByUser;
  }),
  'another locale': (book) => {
    book.properties.locale = 'en_US';
  },
  'a filter that was taken away': eachSheet((sheet) => {
    sheet.basicFilter = { range: { sheetId: sheet.properties.sheetId } };
  }),
  'cells that stay merged': eachSheet((sheet) => {
    const { sheetId } = sheet.properties;
    sheet.merges = [{ sheetId, startRowIndex: 3, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 1 }];
  }),
  'no names': (book) => delete book.namedRanges,
  'names in small letters': (book) => {
    for (const range of book.namedRanges ?? []) range.name = range.name.toLowerCase();
  },
  'names a row lower': (book) => {
    for (const { range } of book.namedRanges ?? []) {
      range.startRowIndex = (range.startRowIndex ?? 0) + 1;
      range.endRowIndex += 1;
    }
  },
  'no metadata of columns': eachSheet((sheet) => {
    for (const { columnMetadata = [] } of sheet.data ?? [])
      for (const column of columnMetadata) delete column.developerMetadata;
  }),
  'the whole domain among the editors': eachOf('protectedRanges', ({ editors }) => {
    if (editors) editors.domainUsersCanEdit = true;
  }),
};

/** Nothing says whether they are there: Google refuses what it would have twice. */
export const NO_PROTECTIONS: Manner = eachSheet((sheet) => delete sheet.protectedRanges);
