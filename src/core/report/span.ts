// Six months and the year told (rules 5.1, 5.9): the report of the last month of the span, beside it what every month of
// the span was, read from the newest version of each; of the year, what is expected by 31/12 and what goes on into the next.
import { dayOf } from '../calendar.ts';
import { isWord } from '../cell.ts';
import { phrasesWith, saysSomething } from '../content.ts';
import type { UnitTally } from '../figures.ts';
import { comparePeriods, type Period, periodId, type Window, windowOf } from '../period.ts';
import type { Report, ReportedBefore, ReportedTask } from '../report.ts';
import { isFinished, KINDS, STATUS, type Status } from '../status.ts';
import { askedAt, type Version } from '../version.ts';
import { cameLater, type Lineage, lineageOf, mayHaveGiven, numbersOf } from './lineage.ts';
import { type ReportInput, reportOf } from './making.ts';
import { typedText } from './typed-text.ts';

/** supplement: «Chốt năm bổ sung», as of 01/01, where what was expected has become what was done. */
export type SpanKind = 'halfYear' | 'year' | 'supplement';

export interface SpanInput extends ReportInput {
  readonly kind: SpanKind;
  /** The first window begins on it (28/02/2024). */
  readonly planDate?: number;
  /** Codes with «Ước 31/12» at the closing of the year; of a supplement, at the closing it corrects. */
  readonly estimated?: readonly string[];
}

/**
 * A unit in a month: all in time, all but late, some rows, none, none owed; unknown where nothing was closed, or nobody knows what
 * came afterwards; notAsked instead of late and silent where nobody is known to have asked (rule 6.13).
 */
export type UnitMonth = 'onTime' | 'late' | 'partly' | 'silent' | 'nothing' | 'unknown' | 'notAsked';

interface SpanUnit {
  readonly name: string;
  /** One a month of the span. */
  readonly months: readonly UnitMonth[];
}

interface SpanTask {
  readonly code: string;
  /** Its status at the end of each month; undefined where it is not known. */
  readonly statuses: readonly (Status | undefined)[];
  /** What was reported, month by month; a text that did not change occurs once. */
  readonly results: readonly { readonly period: Period; readonly text: string }[];
}

export interface SpanReport {
  readonly kind: SpanKind;
  readonly year: number;
  readonly window: Window;
  /** Of the last month, with all its lists. */
  readonly report: Report;
  readonly months: readonly {
    readonly period: Period;
    readonly numbers?: ReportedBefore;
    readonly finished?: number;
  }[];
  readonly units: readonly SpanUnit[];
  readonly tasks: readonly SpanTask[];
  /** Unfinished, due by 31/12, and expected to be done by then; of a supplement, what was expected. */
  readonly estimated: readonly ReportedTask[];
  /** What goes on into the next year, by why; nothing in the middle of the year. */
  readonly forward: {
    /** Due by 31/12 and not done. */
    readonly unfinished: readonly ReportedTask[];
    /** Due in a later year. */
    readonly later: readonly ReportedTask[];
    /** Done, and kept up from now on. */
    readonly ongoing: readonly ReportedTask[];
    /** By the roadmaps and at the request of others. */
    readonly onOthers: readonly ReportedTask[];
  };
}

export function spanOf(input: SpanInput): SpanReport {
  const { kind, version, rules, firstPeriod } = input;
  const { year } = version.period;
  const report = reportOf(input);
  const { newest, lateIn } = lineageOf(version, input.others);
  const periods = Array.from(
    { length: kind === 'halfYear' ? 6 : 12 },
    (_, i): Period => ({ year, month: i + 1 }),
  ).filter((period) => comparePeriods(period, firstPeriod) >= 0 && comparePeriods(period, version.period) <= 0);
  const versions = periods.map((period) =>
    comparePeriods(period, version.period) === 0 ? version : newest.get(periodId(period)),
  );
  const first = periods[0] ?? version.period;
  const expected = new Set(input.estimated ?? []);
  const yearEnd = dayOf(year, 12, 31);
  const { tasks } = report;
  const open = tasks.filter(({ status }) => !isFinished(status));
  const isOfYear = ({ due }: ReportedTask) => due !== undefined && due <= yearEnd;
  const ofYear = open.filter(isOfYear);
  const forward = kind !== 'halfYear';
  const isExpected = ({ code }: ReportedTask) => expected.has(code);
  return {
    kind,
    year,
    window: {
      from: windowOf(first, rules, input.planDate).from,
      to: kind === 'supplement' ? yearEnd : version.window.to,
    },
    report,
    months: periods.map((period, i) => {
      const then = versions[i];
      if (!then) return { period };
      const finished = then.rows.filter(({ status }) => isFinished(status)).length;
      return { period, numbers: numbersOf(then), ...(then.rows.length > 0 && { finished }) };
    }),
    units: version.units.map(({ name }) => ({
      name,
      months: versions.map((then) => unitMonth(then, name, then !== version, lateIn)),
    })),
    tasks: tasks.map(({ code }) => spanTask(code, periods, versions)),
    // What has no day in the year was never counted among them.
    estimated:
      kind === 'halfYear'
        ? []
        : kind === 'year'
          ? ofYear.filter(isExpected)
          : tasks.filter(isOfYear).filter(isExpected),
    forward: {
      unfinished: forward ? ofYear.filter((task) => kind === 'supplement' || !isExpected(task)) : [],
      later: forward ? open.filter(({ due }) => due !== undefined && due > yearEnd) : [],
      ongoing: forward
        ? tasks.filter(({ status, kind: word }) => isFinished(status) && word === KINDS['dated-then-ongoing'])
        : [],
      onOthers: forward
        ? open.filter(
            ({ due, kind: word }) => due === undefined && (word === KINDS.roadmap || word === KINDS['on-request']),
          )
        : [],
    },
  };
}

/** @param isPast its last day has ended: what nobody has seen come is unknown, and not silent (rule 5.11) */
function unitMonth(version: Version | undefined, name: string, isPast: boolean, lateIn: Lineage['lateIn']): UnitMonth {
  const unit = version?.units.find((one: UnitTally) => isWord(one.name, name));
  if (!version || !unit) return 'unknown';
  if (unit.owed === 0) return 'nothing';
  const { late, unknown } = cameLater(version, lateIn(version.period), unit);
  const accused = (month: UnitMonth) => (askedAt(version, name) === undefined ? 'notAsked' : month);
  if (unit.missing > late) {
    if (unit.reported + late > 0) return 'partly';
    return (isPast && unknown > 0) || mayHaveGiven(unit) ? 'unknown' : accused('silent');
  }
  return unit.onTime < unit.owed ? accused('late') : 'onTime';
}

function spanTask(code: string, periods: readonly Period[], versions: readonly (Version | undefined)[]): SpanTask {
  const rows = versions.map((version) => version?.rows.find((row) => row.code === code));
  const results: { period: Period; text: string }[] = [];
  rows.forEach((row, i) => {
    const period = periods[i];
    const phrases = phrasesWith(versions[i]?.ownPhrases);
    const isSaid = row?.reported && row.status !== STATUS.ongoingNothing && saysSomething(row.entry.result, phrases);
    const text = isSaid ? typedText(row.entry.result) : undefined;
    if (period && text !== undefined && text !== results[results.length - 1]?.text) results.push({ period, text });
  });
  return { code, statuses: rows.map((row) => row?.status), results };
}
