// findReplace. Certain: text is looked for in what cells show, in formulas only on request; what comes out is read as if typed.
// Guessed: one protected cell among those to change refuses the whole; validation is not asked, as in the API's other writes.
import { ApiError, type CellData } from '../../contract.ts';
import { type Reply, type RequestContext, required } from '../context.ts';
import { gridOf, type Sheet, sheetIdOf } from '../draft.ts';
import { boundedRect, type Rect, wholeRect } from '../rect.ts';
import { typedCell } from '../typed-cell.ts';

type Request = GoogleAppsScript.Sheets.Schema.FindReplaceRequest;

/** Replaces a text in a range, a tab or all tabs; replies with what was changed. */
export function findReplace(request: Request, context: RequestContext): Reply {
  const { draft } = context;
  const pattern = patternOf(request);
  const into = request.replacement ?? '';
  const found = { sheets: new Set<number>(), rows: new Set<string>(), formulas: 0, values: 0, occurrences: 0 };
  const shown = context.computed();
  for (const { sheet, rect } of placesOf(request, context)) {
    const sheetId = sheetIdOf(sheet);
    const last = Math.min(rect.bottom, gridOf(sheet).rowData.length);
    for (let row = rect.top; row < last; row += 1) {
      const width = Math.min(rect.right, gridOf(sheet).rowData[row]?.values?.length ?? 0);
      for (let column = rect.left; column < width; column += 1) {
        const old = draft.cell(sheetId, row, column);
        const isFormula = old?.userEnteredValue?.formulaValue !== undefined;
        const text = isFormula ? formulaOf(old, request) : shown.at(sheetId, row, column).formattedValue;
        const occurrences = text?.match(pattern)?.length ?? 0;
        if (!old || !text || occurrences === 0) continue;
        context.rights.requireCells(sheetId, { top: row, left: column, bottom: row + 1, right: column + 1 });
        // «$» of a plain text means itself.
        const next = text.replace(pattern, request.searchByRegex ? into : into.replace(/\$/gu, '$$$$'));
        draft.setCell(sheetId, row, column, typedCell(old, next, context));
        found.sheets.add(sheetId);
        found.rows.add(`${sheetId} ${row}`);
        found.occurrences += occurrences;
        found[isFormula ? 'formulas' : 'values'] += 1;
      }
    }
  }
  return {
    findReplace: {
      formulasChanged: found.formulas,
      occurrencesChanged: found.occurrences,
      rowsChanged: found.rows.size,
      sheetsChanged: found.sheets.size,
      valuesChanged: found.values,
    },
  };
}

function formulaOf(cell: CellData, request: Request): string | undefined {
  return request.includeFormulas ? (cell.userEnteredValue?.formulaValue ?? undefined) : undefined;
}

function patternOf({ find, matchCase, matchEntireCell, searchByRegex }: Request): RegExp {
  const text = required(find, 'find');
  const body = searchByRegex ? text : text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  try {
    return new RegExp(matchEntireCell ? `^(?:${body})$` : body, matchCase ? 'gu' : 'giu');
  } catch {
    throw new ApiError(400, `Invalid regular expression: ${text}`);
  }
}

function placesOf({ range, sheetId, allSheets }: Request, { draft }: RequestContext): { sheet: Sheet; rect: Rect }[] {
  const scopes = [range !== undefined, sheetId !== undefined, allSheets === true].filter(Boolean);
  if (scopes.length !== 1) throw new ApiError(400, 'Exactly one of range, sheetId and allSheets must be specified.');
  if (range) {
    const sheet = draft.sheet(range.sheetId ?? 0);
    return [{ sheet, rect: boundedRect(range, sheet) }];
  }
  const sheets = sheetId === undefined ? draft.sheets : [draft.sheet(sheetId)];
  return sheets.map((sheet) => ({ sheet, rect: wholeRect(sheet) }));
}
