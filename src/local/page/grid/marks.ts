// Small marks drawn on cells: the arrow of a drop-down, the corner of a note.
import type { ICellCustomRender } from '@univerjs/core';
import type { GridCell } from '../protocol.ts';

const ARROW = 18;
const BOX = 10;
const NOTE = 6;
const GREY = '#5f6368';
const DARK = '#202124';

/** What is drawn on a cell besides its text; `open`: the arrow or the tick box was pressed. */
export function marksOf(cell: GridCell, open: () => void): ICellCustomRender[] {
  const pressed = cell.rule === undefined ? [] : [cell.ticked === undefined ? arrow(open) : box(open)];
  return [...pressed, ...(cell.note ? [CORNER] : [])];
}

/** The tick box itself is the cell's text. */
function box(open: () => void): ICellCustomRender {
  return {
    drawWith: () => {},
    isHit: ({ x }, { primaryWithCoord: { startX, endX } }) => Math.abs(x - (startX + endX) / 2) < BOX,
    onPointerDown: open,
  };
}

function arrow(open: () => void): ICellCustomRender {
  return {
    zIndex: 10,
    drawWith(context, { primaryWithCoord: { startX, startY, endX, endY } }) {
      if (endX - startX < ARROW) return;
      const middle = Math.min((startY + endY) / 2, startY + 11);
      context.save();
      context.beginPath();
      context.moveTo(endX - 14, middle - 2);
      context.lineTo(endX - 5, middle - 2);
      context.lineTo(endX - 9.5, middle + 3);
      context.closePath();
      context.fillStyle = GREY;
      context.fill();
      context.restore();
    },
    isHit: ({ x }, { primaryWithCoord: { endX } }) => x > endX - ARROW,
    onPointerDown: open,
  };
}

const CORNER: ICellCustomRender = {
  zIndex: 11,
  drawWith(context, { primaryWithCoord: { startY, endX } }) {
    context.save();
    context.beginPath();
    context.moveTo(endX - NOTE, startY);
    context.lineTo(endX, startY);
    context.lineTo(endX, startY + NOTE);
    context.closePath();
    context.fillStyle = DARK;
    context.fill();
    context.restore();
  },
};
