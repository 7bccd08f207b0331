// autoResizeDimensions: a column as wide as its longest text, a row as high as its lines. Guessed: every number of pixels; certain
// is only that sizes are set by what the cells show.
import { type RequestContext, required } from '../context.ts';
import { gridOf } from '../draft.ts';
import { gridSize } from '../rect.ts';
import { ROW_PIXELS } from '../settings.ts';

type Request = GoogleAppsScript.Sheets.Schema.AutoResizeDimensionsRequest;

const LETTER_PIXELS = 7;
const MARGIN_PIXELS = 10;

/** Sets the sizes; a column without text stays as it is. */
export function autoResizeDimensions(request: Request, context: RequestContext): void {
  const { draft } = context;
  const { sheetId = 0, dimension, startIndex = 0, endIndex } = required(request.dimensions, 'dimensions');
  const sheet = draft.sheet(sheetId);
  context.rights.requireSheet(sheetId);
  const isRows = dimension === 'ROWS';
  const size = gridSize(sheet)[isRows ? 'rows' : 'columns'];
  const values = context.computed();
  const texts = gridOf(sheet).rowData.map((cells, row) =>
    (cells.values ?? []).map((_, column) => values.at(sheetId, row, column).formattedValue ?? ''),
  );
  const list = draft.grid(sheetId)[isRows ? 'rowMetadata' : 'columnMetadata'];
  for (let index = startIndex; index < Math.min(endIndex ?? size, size); index += 1) {
    const lines = (isRows ? (texts[index] ?? []) : texts.map((row) => row[index] ?? '')).map((text) =>
      text.split('\n'),
    );
    const longest = Math.max(0, ...lines.flat().map((line) => line.length));
    const most = Math.max(1, ...lines.map((cell) => cell.length));
    if (!isRows && longest === 0) continue;
    const pixelSize = isRows ? ROW_PIXELS * most : longest * LETTER_PIXELS + MARGIN_PIXELS;
    while (list.length <= index) list.push({});
    list[index] = { ...list[index], pixelSize };
  }
}
