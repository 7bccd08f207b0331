// A cell whose letters change on the way: Google's runs as Excel's. Links inside keep their look; Excel cannot follow more
// than one a cell.
import type { FontStyle, RichTextRun } from 'hucre';
import type { CellData } from '../contract.ts';
import type { CellFormat } from '../sheets/effective-format.ts';
import { excelText } from './sound-parts.ts';
import { baseFont, fontOf } from './style.ts';

const LINK: FontStyle = { underline: true, color: { rgb: '1155CC' } };

/** The runs of a cell's text; undefined where it is one. `format` is the whole format of the cell. */
export function excelRuns(cell: CellData, format: CellFormat | undefined): RichTextRun[] | undefined {
  const text = cell.userEnteredValue?.stringValue;
  const { textFormatRuns: runs = [] } = cell;
  if (text === undefined || runs.length === 0) return undefined;
  // Text before the first run, and after one without a format, looks as the cell does.
  const starts = runs[0]?.startIndex ? [{ startIndex: 0, format: {} }, ...runs] : runs;
  return starts.flatMap(({ startIndex = 0, format: own = {} }, i) => {
    const piece = text.slice(startIndex, starts[i + 1]?.startIndex ?? text.length);
    const whole = { ...format?.textFormat, ...own };
    const font = { ...baseFont(whole), ...fontOf(whole), ...(own.link ? LINK : {}) };
    return piece === '' ? [] : [{ text: excelText(piece), font }];
  });
}
