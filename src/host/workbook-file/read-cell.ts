// What a cell of an Excel file holds, as Google keeps it: text, number, truth; a date is a number. A formula becomes what it
// answered last: those of the program are written anew by the sync, and another program's are written in another language.
import type { Cell as ExcelCell } from 'hucre';
import type { CellData } from '../contract.ts';

type Value = NonNullable<CellData['userEnteredValue']>;

/** What could not come back as it was. `formula`: only its answer came · `error`: it had none · `cut`: Excel holds no longer text. */
export type Loss = 'formula' | 'error' | 'cut';

export interface CellRead {
  readonly value?: Value;
  readonly loss?: Loss;
}

/** Letters of a cell in Excel. */
const LONGEST_TEXT = 32_767;
const MILLISECONDS_A_DAY = 86_400_000;
/** 1970-01-01 as Sheets counts days. */
const EPOCH = 25_569;
/** Excel knows a 29/02/1900, so before it the library's days are one later than Google's. */
const MARCH_1900 = 61;
const ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)$/u;

/** @param is1904 the file counts its days from 1904, as Excel on old Macs did */
export function readCell(cell: ExcelCell, is1904: boolean): CellRead {
  const value = heldBy(cell, is1904);
  const isFormula = cell.formula !== undefined;
  // LibreOffice writes a tick as a formula.
  const truth = /^(TRUE|FALSE)\(\)$/iu.exec(cell.formula ?? '')?.[1];
  if (truth !== undefined) return { value: { boolValue: truth.toUpperCase() === 'TRUE' } };
  if (ERROR.test(value?.stringValue ?? '') && (isFormula || cell.type === 'error')) return { loss: 'error' };
  const loss = isFormula ? 'formula' : (value?.stringValue?.length ?? 0) >= LONGEST_TEXT ? 'cut' : undefined;
  return { ...(value ? { value } : {}), ...(loss ? { loss } : {}) };
}

function heldBy({ value, formulaResult }: ExcelCell, is1904: boolean): Value | undefined {
  const held = value ?? formulaResult ?? null;
  if (held instanceof Date) return { numberValue: serialOf(held, is1904) };
  if (typeof held === 'number') return { numberValue: held };
  if (typeof held === 'boolean') return { boolValue: held };
  if (held === null || held === '') return undefined;
  // Google knows one kind of line break.
  return { stringValue: held.replace(/\r\n?/gu, '\n') };
}

/**
 * Days from a date. Summed up before it is divided, so that a moment this program wrote is the same number again, to the last
 * bit, also where another program has rounded it to fifteen digits.
 */
function serialOf(date: Date, is1904: boolean): number {
  const serial = (date.getTime() + EPOCH * MILLISECONDS_A_DAY) / MILLISECONDS_A_DAY;
  return is1904 || serial >= MARCH_1900 ? serial : serial - 1;
}
