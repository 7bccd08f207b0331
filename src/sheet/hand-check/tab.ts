// The tab «Tự kiểm tay»: a row a step, with the entry block of «Nhiệm vụ» as it is there (headings, formats, validation) and
// protections of the same build, so that what Google does here it does there.

import { columnLetters } from '../../core/a1.ts';
import type { Moment } from '../../core/calendar.ts';
import { ENTRY_COLUMNS } from '../../core/entry-block.ts';
import type { Column } from '../declare.ts';
import { type Place, type Places, resolveFormula } from '../formula.ts';
import { HAND_CHECK } from '../listing.ts';
import type { RawCell } from '../reading/snapshot.ts';
import { formatOf } from '../requests/cells.ts';
import type { Request } from '../requests/request.ts';
import { bodyFormat, HEADING_FORMAT, validationOf } from '../style.ts';
import { type HandStep, OTHER_ROW, STEPS, TRIAL } from './steps.ts';

const { sheetId } = HAND_CHECK;
/** The tab whose entry block this is. */
const TASKS = 'tasks';

/** Rows and columns, 0-based: headings, a row that explains, the steps. */
export const ABOUT = 1;
export const FIRST_STEP = 2;
const AFTER_STEPS = FIRST_STEP + STEPS.length;
export const FIRST_ENTRY = 4;
export const SEEN = FIRST_ENTRY + ENTRY_COLUMNS.length;
const FOUND = SEEN + 1;
/** When the tab was made, in the row that explains: older traces elsewhere are none of it. */
export const MADE_AT = FOUND + 1;

export interface HandCheckPlan {
  /** The columns of the entry block as «Nhiệm vụ» declares them, in their order. */
  readonly entry: readonly Column[];
  /** Everybody who may edit the file. */
  readonly everyone: readonly string[];
  readonly keepers: readonly string[];
  /** Who makes it; no other account may edit the row that stands for another unit's. */
  readonly maker: string;
  readonly now: Moment;
  /** Five rows of «Nhiệm vụ» one unit still has to report, with links. */
  readonly fast: { readonly unit: string; readonly rows: readonly { readonly code: string; readonly uri: string }[] };
}

export function handCheckRequests(plan: HandCheckPlan): Request[] {
  const columnCount = MADE_AT + 1;
  const widths = [48, 420, 130, 130, ...plan.entry.map(({ width }) => width), 200, 320, 120];
  const rows = [headingRow(plan.entry), aboutRow(plan.now), ...STEPS.map((step, i) => stepRow(step, i, plan))];
  return [
    {
      addSheet: {
        properties: {
          ...HAND_CHECK,
          index: 0,
          gridProperties: { rowCount: AFTER_STEPS, columnCount, frozenRowCount: 1, frozenColumnCount: 1 },
        },
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: rows.map((values) => ({ values })),
        fields: 'userEnteredValue,userEnteredFormat,dataValidation,textFormatRuns',
      },
    },
    ...widths.map(
      (pixelSize, column): Request => ({
        updateDimensionProperties: {
          range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
          properties: { pixelSize },
          fields: 'pixelSize',
        },
      }),
    ),
    ...protections(plan),
  ];
}

/** What the program has read of a step, for the person to see. */
export function foundRequests(words: ReadonlyMap<number, string>): Request[] {
  return [...words].map(([row, stringValue]) => ({
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: FOUND },
      rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
      fields: 'userEnteredValue',
    },
  }));
}

const text = (stringValue: string, format = bodyFormat('text', false, undefined)): RawCell => ({
  userEnteredValue: { stringValue },
  userEnteredFormat: formatOf(format),
});

const BLANK: RawCell = { userEnteredFormat: formatOf(bodyFormat('text', false, undefined)) };

function aboutRow(now: Moment): RawCell[] {
  const words =
    'Mỗi dòng một bước, làm theo cột Làm gì bằng thiết bị và tài khoản ở cột Ai làm; thứ tự nào cũng được, bỏ trống bước không làm được. Không ghi số ' +
    'liệu thật ở tab này. Xong thì bấm Đề án 06 ▸ Tự kiểm trên Google: hệ thống ghi cột Hệ thống đọc được và lập tệp để gửi; sau đó xóa tab này.';
  const made = {
    userEnteredValue: { numberValue: now },
    userEnteredFormat: formatOf(bodyFormat('moment', false, undefined)),
  };
  return [{}, text(words), ...Array.from({ length: MADE_AT - 2 }, () => ({})), made];
}

function headingRow(entry: readonly Column[]): RawCell[] {
  const headings = [
    'Mã',
    'Làm gì',
    'Ai làm',
    'Tới ô',
    ...entry.map(({ heading }) => heading),
    'Thấy gì',
    'Hệ thống đọc được',
  ];
  return headings.map((words) => text(words, HEADING_FORMAT));
}

const NO_FAST_ROWS = 'Bỏ qua bước này: không đơn vị nào còn năm dòng chưa báo cáo trong kỳ.';

function stepRow({ code, todo, who, sees, id }: HandStep, i: number, { entry, fast }: HandCheckPlan): RawCell[] {
  const values = sees.map((userEnteredValue) => ({ userEnteredValue }));
  const list = { condition: { type: 'ONE_OF_LIST', values }, strict: true, showCustomUi: true };
  const isFast = id === 'fast-typing';
  const resolve = (template: string) => resolveFormula(template, TASKS, FIRST_STEP + i, places(entry));
  return [
    text(code),
    text(!isFast ? todo : fast.unit === '' ? NO_FAST_ROWS : `Đơn vị ${fast.unit}: ${todo}`),
    text(who),
    isFast ? linked(fast.rows.map(({ code: words, uri }) => ({ words, uri }))) : linked(linkOf(id, i)),
    ...entry.map(({ format, align, rule }) => ({
      userEnteredFormat: formatOf(bodyFormat(format, false, align)),
      ...(rule ? { dataValidation: validationOf(rule, () => '', resolve) } : {}),
    })),
    { ...BLANK, dataValidation: list },
    BLANK,
  ];
}

/** What a rule of the entry block looks at, where it stands here. */
function places(entry: readonly Column[]): Places {
  return new Map(
    entry.map(({ key }, i): [string, Place] => {
      const column = FIRST_ENTRY + i;
      return [`${TASKS}.${key}`, { tab: TASKS, title: '', column, fromRow: FIRST_STEP, toRow: AFTER_STEPS - 1 }];
    }),
  );
}

/** The first step is about a link as the mails and «Đơn vị» have them. */
function linkOf(id: string, i: number) {
  const column = columnLetters(FIRST_ENTRY + ENTRY_COLUMNS.indexOf('result'));
  const uri = `#gid=${sheetId}&range=${column}${FIRST_STEP + i + 1}`;
  return id === 'phone-link' ? [{ words: 'tới ô', uri }] : [];
}

function linked(links: readonly { readonly words: string; readonly uri: string }[]): RawCell {
  if (links.length === 0) return BLANK;
  let startIndex = 0;
  const textFormatRuns = links.flatMap(({ words, uri }, i) => {
    const gap = i === 0 ? [] : [{ startIndex: startIndex - 1, format: {} }];
    const runs = [...gap, { startIndex, format: { link: { uri } } }];
    startIndex += words.length + 1;
    return runs;
  });
  return { ...text(links.map(({ words }) => words).join(' ')), textFormatRuns };
}

const block = (from: number, to: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId,
  startRowIndex: from,
  endRowIndex: to,
  startColumnIndex,
  endColumnIndex,
});

/** As `wantedProtections` builds them: the whole tab but for what is typed in, and a range a row. */
function protections({ everyone, keepers, maker }: HandCheckPlan): Request[] {
  const protect = (range: object, description: string, users: readonly string[], more: object = {}): Request => ({
    addProtectedRange: {
      protectedRange: { range, description, editors: { users: [...users], domainUsersCanEdit: false }, ...more },
    },
  });
  const open = [block(FIRST_STEP, AFTER_STEPS, FIRST_ENTRY, SEEN), block(FIRST_STEP, AFTER_STEPS, SEEN, FOUND)];
  const rows = STEPS.flatMap((step, i) => {
    const range = block(FIRST_STEP + i, FIRST_STEP + i + 1, FIRST_ENTRY, SEEN);
    switch ((step as HandStep).open) {
      case 'units':
        return [protect(range, `Tự kiểm: nhập liệu ${step.code}`, everyone)];
      case 'trial':
        return [protect(range, TRIAL, everyone)];
      case 'maker':
        return [protect(range, OTHER_ROW, [maker])];
      default:
        return [protect(range, `Tự kiểm: không nhập ở ${step.code}`, keepers)];
    }
  });
  return [protect({ sheetId }, 'Tự kiểm tay', keepers, { unprotectedRanges: open }), ...rows];
}
