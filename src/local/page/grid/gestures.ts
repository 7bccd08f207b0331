// What a person does in the grid, caught before the grid's library does it: every change goes to the host, and what the host
// makes of it is what is shown. Everything else that would change the workbook is stopped.
import { CanceledError, type ICellData, type ICommandInfo, ICommandService, type Univer } from '@univerjs/core';

/** A change as the library would have made it. */
export type Gesture =
  | { readonly kind: 'type'; readonly row: number; readonly column: number; readonly text: string }
  | {
      readonly kind: 'clear';
      readonly top: number;
      readonly left: number;
      readonly bottom: number;
      readonly right: number;
    }
  | { readonly kind: 'paste'; readonly row: number; readonly column: number; readonly rows: string[][] };

export interface GestureHandlers {
  change(gesture: Gesture): void;
  /** The chosen cell is to be opened for typing: by a double click, by F2. */
  opens(): void;
  /** A change of rows, columns, formats … that this page does not offer. */
  refused(): void;
  selected(row: number, column: number): void;
  /** What the cell holds now, as a person would type it. */
  text(row: number, column: number): string;
}

const VALUES = 'sheet.mutation.set-range-values';
const EDITOR = 'sheet.operation.set-cell-edit-visible';
const SELECTIONS = 'sheet.operation.set-selections';
/** Looking closer changes nothing, but our own marks lie on the grid by pixels. */
const ZOOM = /zoom/u;
/** Pasting is the page's own: the library would ask for leave to read the clipboard. */
const PASTE = /paste/u;
/** Mutations of the library's own bookkeeping, not of the workbook. */
const HARMLESS = /^sheet\.mutation\.set-worksheet-row-auto-height$/u;

type Matrix = Readonly<Record<number, Readonly<Record<number, ICellData | null>> | null>>;

/** Watches the library; `isOurs` says that a change is the page's own drawing. */
export function catchGestures(univer: Univer, handlers: GestureHandlers, isOurs: () => boolean): void {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const stop = (): never => {
    throw new CanceledError();
  };

  commands.beforeCommandExecuted((command) => {
    const { id } = command;
    if (ZOOM.test(id) || PASTE.test(id)) stop();
    // The library's own editor never opens: cells are typed in elsewhere.
    if (id === EDITOR) {
      const { visible } = command.params as { visible: boolean };
      if (visible) handlers.opens();
      stop();
    }
    if (!id.startsWith('sheet.mutation.') || isOurs() || HARMLESS.test(id)) return;
    const gesture = id === VALUES ? gestureOf(command, handlers.text) : undefined;
    if (gesture) handlers.change(gesture);
    else handlers.refused();
    stop();
  });

  commands.onCommandExecuted((command) => {
    if (command.id !== SELECTIONS) return;
    const { selections } = command.params as {
      selections: { primary: { actualRow: number; actualColumn: number } | null }[];
    };
    const primary = selections[selections.length - 1]?.primary;
    if (primary) handlers.selected(primary.actualRow, primary.actualColumn);
  });
}

/** Values the library was about to write: one cell, nothing but emptiness, or a block. */
function gestureOf({ params }: ICommandInfo, held: GestureHandlers['text']): Gesture | undefined {
  const { cellValue } = params as { cellValue?: Matrix };
  const found = Object.entries(cellValue ?? {}).flatMap(([row, cells]) =>
    Object.entries(cells ?? {}).flatMap(([column, cell]) => {
      // Looks without a value: a format, which this page does not offer.
      if (cell && !('v' in cell) && !('f' in cell) && !('p' in cell)) return [];
      return [{ row: Number(row), column: Number(column), text: textOf(cell) }];
    }),
  );
  const [first] = found;
  if (!first) return undefined;
  const rows = found.map(({ row }) => row);
  const columns = found.map(({ column }) => column);
  const [top, bottom] = [Math.min(...rows), Math.max(...rows) + 1];
  const [left, right] = [Math.min(...columns), Math.max(...columns) + 1];
  if (found.every(({ text }) => text === '')) return { kind: 'clear', top, left, bottom, right };
  if (found.length === 1) return { kind: 'type', row: top, column: left, text: first.text };
  const texts = new Map(found.map(({ row, column, text }) => [`${row},${column}`, text]));
  const block = Array.from({ length: bottom - top }, (_, r) =>
    Array.from({ length: right - left }, (__, c) => texts.get(`${top + r},${left + c}`) ?? held(top + r, left + c)),
  );
  return { kind: 'paste', row: top, column: left, rows: block };
}

function textOf(cell: ICellData | null): string {
  if (!cell) return '';
  if (cell.f) return String(cell.f);
  const rich = cell.p?.body?.dataStream.replace(/\r\n$/u, '').replace(/\r/gu, '\n');
  return rich ?? String(cell.v ?? '');
}
