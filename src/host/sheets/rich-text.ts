// What is inside a cell's text: runs of format, links, smart chips. Certain (Google's reference): runs are valid on text
// only, a new value erases them, a link in a run clears the link of the whole cell, a link brings the colour and the underline
// of links unless they are written along, an «@» stands for a chip. Certain (reported): a run starts before the text's end.
// Guessed: the words of refusals; that a link taken away leaves its look; that typing over a cell keeps its cell-level link,
// which is part of its format; that text linked in part has no `hyperlink`.
import { ApiError, type CellData, type Chip } from '../contract.ts';
import { normaliseColours } from './colour.ts';
import type { Mask } from './mask.ts';

type TextFormat = GoogleAppsScript.Sheets.Schema.TextFormat;
type TextFormatRun = GoogleAppsScript.Sheets.Schema.TextFormatRun;

interface ChipRun {
  startIndex?: number;
  chip?: Chip;
}

/** A cell with all that Google's reference gives it; the types of Apps Script lack chips. */
export type RichCell = CellData & { chipRuns?: ChipRun[] };

/** The part of the text that a chip covers. */
const CHIP_MARK = '@';
const MOST_URI_BYTES = 2000;

/** The cell after runs, chips or a link were written into it, as Google keeps it. Throws ApiError 400 where it refuses them. */
export function withRichText(cell: RichCell, written: { runs: boolean; chips: boolean; format: Mask | undefined }) {
  let next = cell;
  if (written.format !== undefined) next = withLinkLook(next, written.format);
  if (written.runs && next.textFormatRuns) next = withRuns(next, next.textFormatRuns);
  if (written.chips && next.chipRuns) next = { ...next, chipRuns: readableChips(next, next.chipRuns) };
  return next;
}

function withRuns(cell: RichCell, runs: readonly TextFormatRun[]): RichCell {
  const text = textOf(cell, 'textFormatRuns');
  requireOrder(runs, text, 'TextFormatRun');
  const textFormatRuns = runs.map((run) => (run.format ? { ...run, format: linked(run.format) } : run));
  const { userEnteredFormat, ...rest } = cell;
  if (!userEnteredFormat?.textFormat?.link || !runs.some((run) => run.format?.link)) return { ...cell, textFormatRuns };
  const { link: _cleared, ...textFormat } = userEnteredFormat.textFormat;
  return { ...rest, textFormatRuns, userEnteredFormat: { ...userEnteredFormat, textFormat } };
}

function withLinkLook(cell: RichCell, mask: Mask): RichCell {
  const text = mask === 'all' ? mask : mask['textFormat'];
  const format = cell.userEnteredFormat;
  if (!format?.textFormat?.link || !(text === 'all' || text?.['link'])) return cell;
  const textFormat = { ...format.textFormat };
  // What the cell looked like before gives way; what is written along stays.
  if (text !== 'all' && !text['foregroundColorStyle']) {
    delete textFormat.foregroundColor;
    delete textFormat.foregroundColorStyle;
  }
  if (text !== 'all' && !text['underline']) delete textFormat.underline;
  return { ...cell, userEnteredFormat: { ...format, textFormat: linked(textFormat) } };
}

/** The format of a link: blue and underlined where it says nothing else. */
function linked(format: TextFormat): TextFormat {
  if (!format.link) return format;
  const look: TextFormat = { foregroundColorStyle: { themeColor: 'LINK' }, underline: true, ...format };
  normaliseColours(look as Record<string, unknown>, ['foregroundColor']);
  return look;
}

function textOf(cell: RichCell, field: string): string {
  const text = cell.userEnteredValue?.stringValue;
  if (typeof text === 'string') return text;
  throw new ApiError(400, `${field} are only valid on user entered strings, not formulas, bools, or numbers.`);
}

function requireOrder(runs: readonly { startIndex?: number | undefined }[], text: string, name: string): void {
  let last = -1;
  for (const { startIndex = 0 } of runs) {
    if (startIndex < 0) throw new ApiError(400, `${name}.startIndex must not be negative: ${startIndex}`);
    if (startIndex <= last) throw new ApiError(400, `${name}.startIndex must be in ascending order: ${startIndex}`);
    if (startIndex >= text.length) {
      throw new ApiError(
        400,
        `${name}.startIndex[${startIndex}] must be less than the length of the text: ${text.length}`,
      );
    }
    last = startIndex;
  }
}

/** Chips as they are read back: the runs of plain text between them are there too, with an empty chip. */
function readableChips(cell: RichCell, given: readonly ChipRun[]): ChipRun[] {
  const text = textOf(cell, 'chipRuns');
  requireOrder(given, text, 'ChipRun');
  const chips = given.filter(({ chip }) => chip && Object.keys(chip).length > 0);
  for (const { startIndex = 0, chip } of chips) {
    if (text[startIndex] !== CHIP_MARK) {
      throw new ApiError(400, `ChipRun.startIndex[${startIndex}] must point at the placeholder «${CHIP_MARK}».`);
    }
    if (chip?.personProperties && chip.richLinkProperties) throw new ApiError(400, 'Chip must have exactly one kind.');
  }
  const starts = new Map(chips.map((run) => [run.startIndex ?? 0, run.chip]));
  const runs: ChipRun[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const chip = starts.get(index);
    if (chip) runs.push(runAt(index, chip));
    else if (index === 0 || starts.has(index - 1)) runs.push(runAt(index, {}));
  }
  return runs;
}

function runAt(startIndex: number, chip: Chip): ChipRun {
  return startIndex === 0 ? { chip } : { startIndex, chip };
}

/** Through the API a chip may be a person or a file in Drive; others are only read. Throws ApiError 400. */
export function checkWrittenChips(cell: RichCell): void {
  for (const { chip } of cell.chipRuns ?? []) {
    if (chip?.personProperties && !chip.personProperties.email) {
      throw new ApiError(400, 'PersonProperties.email must be specified.');
    }
    const uri = chip?.richLinkProperties && (chip.richLinkProperties.uri ?? '');
    if (uri === undefined) continue;
    if (!/^https:\/\/(drive|docs)\.google\.com\//u.test(uri)) {
      throw new ApiError(400, `Only Drive files can be written as chips: ${uri}`);
    }
    // What is outside ASCII is longer in bytes than in letters.
    if (encodeURI(uri).replace(/%../gu, '*').length > MOST_URI_BYTES) {
      throw new ApiError(400, `RichLinkProperties.uri exceeds ${MOST_URI_BYTES} bytes.`);
    }
  }
}

/** The read-only `hyperlink`: the one link of the whole cell; undefined where it has none, or several. */
export function hyperlinkOf(cell: CellData): string | undefined {
  const runs = cell.textFormatRuns ?? [];
  if (!runs.some((run) => run.format?.link)) return cell.userEnteredFormat?.textFormat?.link?.uri ?? undefined;
  const uris = new Set(runs.map((run) => run.format?.link?.uri));
  return !runs[0]?.startIndex && uris.size === 1 ? [...uris][0] : undefined;
}

/** The cell in which a person put a chip and nothing else. */
export function chipCell(old: CellData | undefined, chip: Chip): RichCell {
  const { textFormatRuns: _runs, ...rest }: RichCell = { ...old };
  return { ...rest, userEnteredValue: { stringValue: CHIP_MARK }, chipRuns: [{ chip }] };
}
