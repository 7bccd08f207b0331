// Cells to write → updateCells and repeatCell: one request a block, and one repeated cell where a whole run says the same.
import type { Cell } from '../../core/cell.ts';
import type { CellChange } from '../change.ts';
import type { RawCell } from '../reading/snapshot.ts';
import { colourStyle, type FormatPaths } from '../style.ts';
import type { Validation } from '../wanted-cell.ts';
import type { Request } from './request.ts';

/** A cell to write: the fields of the mask, the data, and a mark that is equal where one repeated request can write both. */
interface Write {
  readonly row: number;
  readonly column: number;
  readonly fields: string;
  readonly data: RawCell;
  readonly mark: string;
}

/**
 * Changes of cells: neighbours through one mask travel together, equal ones as one repeated cell. What a cell holds and how
 * it looks go apart: looks are the same down a column, words are not.
 */
export function cellRequests(changes: readonly CellChange[]): Request[] {
  const bySheet = new Map<number, Map<string, CellChange[]>>();
  for (const change of changes) {
    const cells = bySheet.get(change.sheetId) ?? new Map<string, CellChange[]>();
    const place = `${isContent(change) ? 'content' : 'look'} ${change.column},${change.row}`;
    const known = cells.get(place);
    if (known) known.push(change);
    else cells.set(place, [change]);
    bySheet.set(change.sheetId, cells);
  }
  return [...bySheet].flatMap(([sheetId, cells]) => {
    const writes = [...cells.values()].map((parts) => ({ ...writeOf(parts), content: parts.some(isContent) }));
    return [false, true].flatMap((content) =>
      sheetRequests(
        sheetId,
        writes.filter((write) => write.content === content),
      ),
    );
  });
}

function isContent({ part }: CellChange): boolean {
  return part === 'value' || part === 'formula' || part === 'links';
}

function writeOf(changes: readonly CellChange[]): Write {
  const data: RawCell = {};
  const fields: string[] = [];
  const marks: string[] = [];
  const [first] = changes;
  for (const change of changes) {
    switch (change.part) {
      case 'value': {
        fields.push('userEnteredValue');
        const entered = enteredValue(change.value);
        if (entered) data.userEnteredValue = entered;
        marks.push(`v${JSON.stringify(change.value)}`);
        break;
      }
      case 'links': {
        const { text, runs } = change.links;
        fields.push('userEnteredValue', 'textFormatRuns');
        data.userEnteredValue = { stringValue: text };
        data.textFormatRuns = runs.map(({ from, uri }) => ({
          startIndex: from,
          format: uri === undefined ? {} : { link: { uri } },
        }));
        marks.push(`l${JSON.stringify(change.links)}`);
        break;
      }
      case 'formula':
        fields.push('userEnteredValue');
        data.userEnteredValue = { formulaValue: change.formula };
        marks.push(`f${change.template}`);
        break;
      case 'format':
        fields.push(...Object.keys(change.format).map((path) => `userEnteredFormat.${path}`));
        data.userEnteredFormat = formatOf(change.format);
        marks.push(JSON.stringify(change.format));
        break;
      case 'rule':
        fields.push('dataValidation');
        data.dataValidation = change.rule;
        marks.push(ruleMark(change.rule, change.row));
        break;
      case 'note':
        fields.push('note');
        data.note = change.note;
        marks.push(`n${change.note}`);
        break;
    }
  }
  return {
    row: first?.row ?? 0,
    column: first?.column ?? 0,
    fields: fields.sort().join(','),
    data,
    mark: marks.join('|'),
  };
}

/** Equal for rules that are one rule, moved: a formula over the cell's own row goes along with it. */
function ruleMark(rule: Validation, row: number): string {
  const text = JSON.stringify(rule);
  return rule.condition?.type === 'CUSTOM_FORMULA'
    ? text.replace(/(?<=[A-Z])\d+/gu, (digits) => (Number(digits) === row + 1 ? '#' : digits))
    : text;
}

/** A literal as Google takes it; nothing is said by leaving the field out under its mask. */
export function enteredValue(value: Cell): GoogleAppsScript.Sheets.Schema.ExtendedValue | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'number') return { numberValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: value };
}

/** Flat paths as Google's nested format. */
export function formatOf(paths: FormatPaths): GoogleAppsScript.Sheets.Schema.CellFormat {
  const format: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(paths)) {
    const [outer = '', inner] = path.split('.');
    const plain = typeof value === 'string' && value.startsWith('#') ? colourStyle(value) : value;
    if (inner === undefined) format[outer] = plain;
    else format[outer] = { ...(format[outer] as Record<string, unknown> | undefined), [inner]: plain };
  }
  return format as GoogleAppsScript.Sheets.Schema.CellFormat;
}

/** Cells of one run: a column's rows that follow one another and are written through one mask. */
interface Run {
  readonly fields: string;
  readonly from: number;
  readonly column: number;
  readonly writes: Write[];
}

/** So many equal cells on end are worth a request of their own. */
const STREAK = 3;

function sheetRequests(sheetId: number, writes: readonly Write[]): Request[] {
  const sorted = [...writes].sort((a, b) => a.column - b.column || a.row - b.row);
  const follows = (run: Run | undefined, { row, column, fields }: Pick<Write, 'row' | 'column' | 'fields'>) =>
    run?.column === column && run.fields === fields && run.from + run.writes.length === row;
  const streaks: Run[] = [];
  for (const write of sorted) {
    const last = streaks[streaks.length - 1];
    if (last && follows(last, write) && last.writes[0]?.mark === write.mark) last.writes.push(write);
    else streaks.push({ fields: write.fields, from: write.row, column: write.column, writes: [write] });
  }
  const runs: Run[] = [];
  for (const streak of streaks) {
    const last = runs[runs.length - 1];
    const isMixed = streak.writes.length < STREAK && !(last && isStreak(last));
    if (last && isMixed && follows(last, { ...streak, row: streak.from })) last.writes.push(...streak.writes);
    else runs.push(streak);
  }
  return joinNeighbours(runs).map((block) => blockRequest(sheetId, block));
}

function isStreak(run: Run): boolean {
  return run.writes.length >= STREAK && isUniform(run);
}

/** Runs of equal rows and mask in neighbouring columns, side by side. */
function joinNeighbours(runs: readonly Run[]): Run[][] {
  const blocks: Run[][] = [];
  for (const run of runs) {
    const block = blocks.find((candidate) => {
      const last = candidate[candidate.length - 1];
      const isNext = last?.column === run.column - 1 && last.from === run.from;
      return (
        isNext &&
        last.writes.length === run.writes.length &&
        last.fields === run.fields &&
        !isUniform(last) &&
        !isUniform(run)
      );
    });
    if (block) block.push(run);
    else blocks.push([run]);
  }
  return blocks;
}

function isUniform({ writes }: Run): boolean {
  return writes.length > 1 && writes.every(({ mark }) => mark === writes[0]?.mark);
}

function blockRequest(sheetId: number, block: readonly Run[]): Request {
  const [first] = block;
  if (!first) throw new Error('an empty block of cells');
  const height = first.writes.length;
  const range = {
    sheetId,
    startRowIndex: first.from,
    endRowIndex: first.from + height,
    startColumnIndex: first.column,
    endColumnIndex: first.column + block.length,
  };
  const { fields } = first;
  // Google moves a repeated formula's relative references from cell to cell, as copying does.
  if (block.length === 1 && isUniform(first))
    return { repeatCell: { range, cell: first.writes[0]?.data ?? {}, fields } };
  const rows = Array.from({ length: height }, (_, i) => ({ values: block.map((run) => run.writes[i]?.data ?? {}) }));
  return { updateCells: { range, rows, fields } };
}
