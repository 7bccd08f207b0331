// Which rows a basic filter hides. Certain: hidden values and a condition must both let a row through; text is compared as it is
// shown. Guessed: that a filter looks at values once, when it is set (a row changed later stays as it is until then); that a
// formula answering with an empty text counts as empty; that formulas of conditions are written for the first row below the head.
import { type CellValue, type GridRange, NotEmulated, type Values } from '../contract.ts';
import { localeOf, type RequestContext } from './context.ts';
import { type Filtering, gridOf, type Sheet, sheetIdOf, titleOf } from './draft.ts';
import { clippedRect, type Rect } from './rect.ts';
import { copyFormula } from './references.ts';
import { holds } from './validation.ts';

type BooleanCondition = GoogleAppsScript.Sheets.Schema.BooleanCondition;
type FilterCriteria = GoogleAppsScript.Sheets.Schema.FilterCriteria;

/** The rows below the head of a filter. */
export function filteredRect(range: GridRange | undefined, sheet: Sheet): Rect {
  const rect = clippedRect(range ?? {}, sheet);
  return { ...rect, top: rect.top + 1 };
}

/** True where the basic filter hides the row. */
export function isFiltered(sheet: Sheet, row: number): boolean {
  return gridOf(sheet).rowMetadata[row]?.hiddenByFilter === true;
}

/** Shows every row that was hidden by the tab's filter. */
export function showFiltered(sheetId: number, { draft }: Pick<RequestContext, 'draft'>): void {
  if (!gridOf(draft.sheet(sheetId)).rowMetadata.some((row) => row.hiddenByFilter)) return;
  const { rowMetadata } = draft.grid(sheetId);
  rowMetadata.forEach(({ hiddenByFilter: _hidden, ...rest }, row) => {
    rowMetadata[row] = rest;
  });
}

/** Hides what does not pass the filter, and nothing else. */
export function hideFiltered(sheetId: number, filter: Filtering, context: RequestContext): void {
  showFiltered(sheetId, context);
  const hidden = filteredRows(sheetId, filter, context);
  if (hidden.length === 0) return;
  const { rowMetadata } = context.draft.grid(sheetId);
  for (const row of hidden) {
    while (rowMetadata.length <= row) rowMetadata.push({});
    rowMetadata[row] = { ...rowMetadata[row], hiddenByFilter: true };
  }
}

/** The rows that do not pass a filter or a filter view. */
export function filteredRows(sheetId: number, filter: Filtering, context: RequestContext): number[] {
  const specs = (filter.filterSpecs ?? []).filter(({ filterCriteria }) => Object.keys(filterCriteria ?? {}).length > 0);
  if (specs.length === 0) return [];
  const values = context.computed();
  const sheet = context.draft.sheet(sheetId);
  const rect = filteredRect(filter.range, sheet);
  const hidden: number[] = [];
  for (let row = rect.top; row < rect.bottom; row += 1) {
    const passes = specs.every(({ columnIndex: column = 0, filterCriteria = {} }) => {
      const at: Looked = { values, sheet, row, column, first: rect.top };
      return passesCriteria(filterCriteria, at, context);
    });
    if (!passes) hidden.push(row);
  }
  return hidden;
}

/** A cell that a filter looks at; `first` is the row its formulas are written for. */
interface Looked {
  readonly values: Values;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly first: number;
}

function passesCriteria(criteria: FilterCriteria, at: Looked, context: RequestContext): boolean {
  if (criteria.visibleBackgroundColorStyle || criteria.visibleForegroundColorStyle) {
    throw new NotEmulated('a filter by colour');
  }
  const text = shownAt(at).formattedValue ?? '';
  if (criteria.hiddenValues?.includes(text)) return false;
  return !criteria.condition || meets(criteria.condition, text, at, context);
}

function meets(condition: BooleanCondition, text: string, at: Looked, context: RequestContext): boolean {
  const { type = '' } = condition;
  if (type === 'BLANK' || type === 'NOT_BLANK') return (text === '') === (type === 'BLANK');
  const values = condition.values?.map(({ relativeDate, userEnteredValue = '' }) => {
    if (relativeDate) return { userEnteredValue: dayText(relativeDate) };
    if (/^[=+]./su.test(userEnteredValue)) {
      return { userEnteredValue: copyFormula(userEnteredValue, at.row - at.first, 0) };
    }
    if (/^(?:NUMBER|DATE)_/u.test(type) && localeOf(context) !== 'vi_VN' && !/^\d+$/u.test(userEnteredValue)) {
      throw new NotEmulated(`the condition ${type} «${userEnteredValue}» in locale ${localeOf(context)}`);
    }
    return { userEnteredValue };
  });
  const value = type.startsWith('TEXT_') ? { stringValue: text } : (shownAt(at).effectiveValue ?? {});
  const { row, column } = at;
  return holds({ type, values }, value, {
    book: context.draft.book,
    values: () => at.values,
    answer: (formula) =>
      context.formulas.answer(context.draft.view(), context.today, formula, {
        sheetId: sheetIdOf(at.sheet),
        row,
        column,
      }),
    today: context.today,
    title: titleOf(at.sheet),
  });
}

function shownAt({ values, sheet, row, column }: Looked): CellValue {
  return values.at(sheetIdOf(sheet), row, column);
}

function dayText(relative: string): string {
  const days: Readonly<Record<string, string>> = { YESTERDAY: '-1', TODAY: '', TOMORROW: '+1' };
  const by = days[relative];
  if (by === undefined) throw new NotEmulated(`a filter by ${relative}`);
  return `=TODAY()${by}`;
}
