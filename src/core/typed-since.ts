// What was typed in a row after it was given to another unit (rules 1.1, 5.15). The old unit often still can type: until the rights follow, as one of the task's
// leads, or because it may type everywhere; and Google mostly does not say who has. Where one unit alone could have typed, it has. Where more could, all of
// them are named, and the report of that period is held against none of them and counts for none. From the next period on the row is its Đầu mối's, as every
// row with several leads: only the new unit has been asked for it.
import { isEmpty, textOf } from './cell.ts';
import type { Reported, RowBefore } from './handed-over.ts';
import { namesLetIn } from './let-in.ts';
import { type Period, periodLabel, readPeriodLabel } from './period.ts';
import {
  isSameUnit,
  knownAuthor,
  marksOf,
  oneOf,
  readReporter,
  type Since,
  TOLD_TEXTS,
  type ToldText,
  writeCell,
} from './reporter-cell.ts';
import type { TaskRow } from './task-row.ts';

/** Who was seen to type in a row, where Google has said so: the last unit that typed a text, and all units that typed anything. */
export interface SeenTyping {
  readonly texts: Partial<Readonly<Record<ToldText, string>>>;
  readonly units: readonly string[];
}

/**
 * «Báo cáo tính cho» of a row seen to be given on, with who had it: what is typed in the rest of the period may be the old unit's.
 * @param given what is said of its report (handed-over.ts); undefined where it stays
 * @param open the period that is open
 */
export function withFormer(
  row: Reported,
  before: RowBefore,
  given: string | undefined,
  open: Period,
): string | undefined {
  const [had, has] = [textOf(before.accountable), textOf(row.accountable)];
  if (had === '' || has === '' || isSameUnit(had, has)) return given;
  const label = periodLabel(open);
  const prior = readReporter(row.reporter);
  const noted = prior?.since.label === label ? prior.since : undefined;
  const formers = [...new Set([...(noted?.formers ?? []), had])].filter((unit) => !isSameUnit(unit, has));
  const known = readReporter(given) ?? prior;
  if (!known)
    return writeCell({
      marks: marksOf(before),
      authors: TOLD_TEXTS.map(() => had),
      label,
      unit: has,
      since: { label, formers, how: 'awaited' },
    });
  const isGiven = given !== undefined && known.label === label;
  const how: Since['how'] =
    noted && !(noted.how === 'awaited' && isGiven) ? noted.how : known.label === label ? 'settled' : 'awaited';
  const unit = how === 'awaited' && known.label === label ? has : known.unit;
  return writeCell({ ...known, unit, since: { label, formers, how } });
}

/**
 * «Báo cáo tính cho» of a row with what was typed since it was last said whose it is; undefined where it stays: all that is new is Đầu mối's.
 * @param everywhere units that may type in every row
 * @param seen who was seen to type since
 */
export function typedSince(
  row: Reported & Pick<TaskRow, 'letIn'>,
  everywhere: ReadonlySet<string>,
  seen?: SeenTyping,
): string | undefined {
  const has = textOf(row.accountable);
  const label = textOf(row.period);
  if (has === '' || readPeriodLabel(label) === undefined) return undefined;
  const known = readReporter(row.reporter);
  const formers = known?.since.label === label ? known.since.formers.filter((unit) => !isSameUnit(unit, has)) : [];
  const isAwaited = formers.length > 0 && known?.since.how === 'awaited';
  const possible = possibleTypists(row, [...formers, has], everywhere) ?? [known?.unit || has];
  // What a keeper mends in another's row is that unit's.
  const isTypist = (unit: string) => !everywhere.has(unit) || among(unit, [...formers, has]);
  const typist = (text: ToldText) => {
    const unit = seen?.texts[text];
    return unit !== undefined && isTypist(unit) ? unit : oneOf(possible);
  };
  const texts = TOLD_TEXTS.map((text) => {
    const author = isEmpty(row[text]) ? has : knownAuthor(known, row, text);
    return { author: author ?? typist(text), isNew: author === undefined };
  });
  if (!isAwaited && texts.every(({ author, isNew }) => !isNew || isSameUnit(author, has))) return undefined;
  const authors = texts.map(({ author }) => author);
  const marks = marksOf(row);
  if (known?.label === label && !isAwaited) return writeCell({ ...known, marks, authors });
  // Nothing is said of this period yet. Who could type all the time has reported, unless the row was given on in between.
  const seenUnits = (seen?.units ?? []).filter(isTypist);
  const isOwn = among(has, seenUnits) || (!isAwaited && among(has, possible));
  const reporters = isOwn ? [has] : seenUnits.length > 0 ? seenUnits : possible;
  const unit = reporters.length === 1 ? (reporters[0] ?? '') : '';
  const how = reporters.length === 1 ? 'settled' : 'unclear';
  return writeCell({ marks, authors, label, unit, since: known && { ...known.since, ...(isAwaited && { how }) } });
}

const among = (unit: string, units: readonly string[]) => units.some((one) => isSameUnit(one, unit));

/** Units of which one has typed what nobody was seen to type; undefined where nobody knows any. @param own who has the row, and had it in this period */
function possibleTypists(
  { letIn = null }: Pick<TaskRow, 'letIn'>,
  own: readonly string[],
  everywhere: ReadonlySet<string>,
): readonly string[] | undefined {
  const names = namesLetIn(letIn);
  if (!names) return own;
  const can = own.filter((unit) => everywhere.has(unit) || among(unit, names));
  if (can.length > 0) return can;
  const [only, ...more] = names.filter((unit) => !everywhere.has(unit));
  return only === undefined || more.length > 0 ? undefined : [only];
}
