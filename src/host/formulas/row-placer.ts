// Places a formula that is in many rows: the engine's text is written once, and for the other rows only its relative row
// numbers are put anew. Where that might not be the text `placeFormula` writes, it says so and the caller writes it anew.
import { RowText } from '../row-text.ts';
import type { CheckedFormula } from './check-formula.ts';
import { growsDown } from './engine-text.ts';
import { childrenOf, type FormulaNode } from './formula-tree.ts';
import { type PlacedFormula, placedInput } from './placed-formula.ts';
import { areaOf, type FormulaPlace } from './resolve.ts';

/** Texts in quotes stay; digits after a letter are a relative row: «$» is before fixed ones, «_» before those of a tab. */
const PIECE = /"(?:[^"]|"")*"|(?<=[A-Z])[0-9]+/gu;

/** How far a formula may be shifted up and down so that it still reads whole areas of the same shape. */
interface Room {
  up: number;
  down: number;
  /** True where a range in it is longer in the next row. */
  grows: boolean;
}

export class RowPlacer {
  private readonly input: RowText;
  private readonly room: Room | undefined;
  private readonly shift: number;

  constructor(base: PlacedFormula) {
    this.shift = base.place.rows ?? 0;
    const room: Room = { up: Number.POSITIVE_INFINITY, down: Number.POSITIVE_INFINITY, grows: false };
    if (measure(base.checked.tree, base.place, room)) this.room = room;
    const numbers = [...base.input.matchAll(PIECE)].filter((match) => !match[0].startsWith('"'));
    this.input = RowText.cut(
      base.input,
      numbers.map((match) => ({ at: match.index, length: match[0].length })),
    );
  }

  /** True where each row needs more of the ones that COUNTIFS counts with. */
  get grows(): boolean {
    return this.room?.grows === true;
  }

  /** The formula at another place of the tab, undefined where it must be written anew. */
  at(text: string, checked: CheckedFormula, place: FormulaPlace): PlacedFormula | undefined {
    const by = (place.rows ?? 0) - this.shift;
    if (!this.room || -by > this.room.up || by > this.room.down) return undefined;
    return placedInput(text, checked, place, this.input.at(by));
  }
}

/** False where a reference means nothing, or an area whose shape depends on the row. */
function measure(node: FormulaNode, place: FormulaPlace, room: Room): boolean {
  if (node.kind === 'name') return areaOf(node, place) !== undefined;
  if (node.kind !== 'reference') return childrenOf(node).every((child) => measure(child, place, room));
  const area = areaOf(node, place);
  const { from, to = from } = node;
  const tab = area && place.layout.byId.get(area.sheetId);
  if (!area || !tab || (to.rowFixed && !from.rowFixed)) return false;
  if (to.rowFixed) return true;
  if (growsDown(node)) {
    // Beyond the filled rows the engine is asked for fewer than the range has.
    room.up = Math.min(room.up, area.bottom - area.top - 1);
    room.down = Math.min(room.down, Math.min(tab.rows, tab.filled) - area.bottom);
    room.grows = true;
    return area.bottom <= tab.filled;
  }
  if (from.row !== to.row) return false;
  room.up = Math.min(room.up, area.top);
  room.down = Math.min(room.down, tab.rows - area.bottom);
  return true;
}
