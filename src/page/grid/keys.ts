// What a key pressed on a cell asks for, as in Google Sheets. Pure.
import type { Move } from './moves.ts';

/** Of a keyboard event. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export type KeyDeed =
  | { readonly kind: 'move'; readonly move: Move; readonly extend: boolean }
  /** Typing begins: in what the cell holds, or over it (`begin`: the letter itself is still to come). */
  | { readonly kind: 'edit' | 'begin' | 'clear' | 'undo' | 'redo' | 'all' | 'rows' | 'columns' | 'escape' }
  | { readonly kind: 'fill-down' | 'fill-right' | 'pick' | 'follow' };

const ARROWS: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const PLAIN: Readonly<Record<string, KeyDeed>> = {
  Enter: { kind: 'edit' },
  F2: { kind: 'edit' },
  Delete: { kind: 'clear' },
  Backspace: { kind: 'clear' },
  Escape: { kind: 'escape' },
};
const WITH_CONTROL: Readonly<Record<string, KeyDeed>> = {
  z: { kind: 'undo' },
  y: { kind: 'redo' },
  a: { kind: 'all' },
  d: { kind: 'fill-down' },
  r: { kind: 'fill-right' },
  ' ': { kind: 'columns' },
};
/** What input methods and dead keys send before the letter they make. */
const BEGINS_A_LETTER = new Set(['Process', 'Unidentified', 'Dead']);

/** Undefined: the browser's own (Ctrl+C, Ctrl+F, F5 …). */
export function keyDeed(press: Press): KeyDeed | undefined {
  const { key, shiftKey: extend, altKey } = press;
  const control = press.ctrlKey || press.metaKey;
  if (altKey) {
    if (control) return undefined;
    if (key === 'ArrowDown') return { kind: 'pick' };
    return key === 'Enter' ? { kind: 'follow' } : undefined;
  }
  const move = moveOf(key, control, extend);
  if (move) return { kind: 'move', move, extend: extend && key !== 'Tab' };
  if (control) {
    if (key.toLowerCase() === 'z' && extend) return { kind: 'redo' };
    return WITH_CONTROL[key.toLowerCase()];
  }
  if (key === ' ' && extend) return { kind: 'rows' };
  const plain = PLAIN[key];
  if (plain) return plain;
  return key.length === 1 || BEGINS_A_LETTER.has(key) ? { kind: 'begin' } : undefined;
}

function moveOf(key: string, control: boolean, back: boolean): Move | undefined {
  const way = ARROWS[key];
  if (way) return control ? `edge-${way}` : way;
  if (key === 'Home') return control ? 'start' : 'row-start';
  if (key === 'End') return control ? 'end' : 'row-end';
  if (control) return undefined;
  if (key === 'PageUp') return 'page-up';
  if (key === 'PageDown') return 'page-down';
  if (key === 'Tab') return back ? 'left' : 'right';
  return undefined;
}
