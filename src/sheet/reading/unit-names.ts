// What units are called (rule 1.15). A unit is its Mã; its name is CAX's to change in «Đơn vị». Beside it stand, hidden, the
// name that was taken over last and the plan's: so a name people changed is told from one the plan changed, and rows that
// still carry an earlier name belong to the unit all the same.
import { type Cell, textOf } from '../../core/cell.ts';
import { oldFontIn } from '../../core/old-fonts.ts';
import { findPersonalData } from '../../core/personal-data.ts';
import { fold } from '../../core/text.ts';
import type { ColumnKey } from '../layout/column-keys.ts';
import type { TableReader } from './table-reader.ts';

export interface NamedUnit {
  readonly code: string;
  /** As it is called now: what people have written; where that is nothing, or another unit's, what it was called before. */
  readonly name: string;
  /** As it is called once the sheet is in agreement: the plan's, where the plan has changed it. */
  readonly next: string;
  /** What else it is or was called. */
  readonly former: readonly string[];
  /** «Tên khác» as it should be: what stands there, and the former names. */
  readonly aliases: string;
  /** People have changed the name, and it has not been taken over yet. */
  readonly isRenamed: boolean;
  /** What people have written though another unit is called so, or though it is no name. */
  readonly refused: string | undefined;
}

/** A longer one is no name: it would stand in views, formulas, mails and titles. */
export const LONGEST_UNIT_NAME = 150;

/** Not too long, with letters, nothing that a COUNTIF would read as a condition, and as mails and documents may print it. */
export function isName(text: string): boolean {
  if (text.length > LONGEST_UNIT_NAME || !/\p{L}/u.test(text)) return false;
  return !/[*?~]|^[<>=]|^(?:true|false)$/iu.test(text) && findPersonalData(text).length === 0 && !oldFontIn(text);
}

/** @param carried cells of Đầu mối: of a sheet of an earlier program they tell who changed a name */
export function namedUnits(units: TableReader<'units'>, carried: readonly Cell[]): NamedUnit[] {
  const { declared } = units.tab;
  const planned = new Map(declared.kind === 'table' ? declared.rows.map(({ key, cells }) => [key, cells]) : []);
  const carries = (name: string) => carried.some((cell) => same(textOf(cell), name));
  const read = units.rows.map(({ key: code, index }) => {
    const text = (column: ColumnKey<'units'>) => textOf(units.value(index, column));
    const plan = textOf(planned.get(code)?.planName ?? null);
    const stands = text('name');
    const byPeople = !carries(stands) && carries(plan);
    const before = stands.trim() === '' || byPeople ? plan : stands;
    const [known, planThen] = [text('known') || before, text('planName') || before];
    const stated = pieces(textOf(planned.get(code)?.aliases ?? null));
    return { code, stands, known, planThen, plan, stated, others: pieces(text('aliases')) };
  });
  return read.map(({ code, stands, known, planThen, plan, stated, others }): NamedUnit => {
    const isChanged = stands.trim() !== '' && stands !== known;
    const isTaken =
      !isName(stands) ||
      read.some((unit) => unit.code !== code && (same(unit.stands, stands) || same(unit.known, stands)));
    const isRenamed = isChanged && !isTaken;
    const name = isRenamed ? stands : known;
    const next = !isRenamed && plan !== planThen && plan !== '' ? plan : name;
    const former = distinct([known, planThen, plan, ...others, ...stated]).filter((one) => one !== name);
    const aliases = distinct([...others, ...stated, ...(known === next ? [] : [known])]).filter((one) => one !== next);
    return {
      code,
      name,
      next,
      former,
      aliases: aliases.join('; '),
      isRenamed,
      refused: isChanged && isTaken ? stands : undefined,
    };
  });
}

/** The unit somebody means by a name: who is called so, else the only one that was. */
export function whoIs<U extends Pick<NamedUnit, 'name' | 'former'>>(name: string, units: readonly U[]): U | undefined {
  const called = units.find((unit) => same(unit.name, name));
  if (called || name === '') return called;
  const [once, ...more] = units.filter(({ former }) => former.some((one) => same(one, name)));
  return more.length === 0 ? once : undefined;
}

const same = (a: string, b: string) => fold(a) === fold(b);

function distinct(names: readonly string[]): string[] {
  return names.filter((name, i) => name !== '' && names.findIndex((other) => same(other, name)) === i);
}

function pieces(text: string): string[] {
  return text.split(/[;\n]/u).flatMap((piece) => (piece.trim() === '' ? [] : [piece.trim()]));
}
