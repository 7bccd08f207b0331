// The parts of the chairman's mail that measure and compare: units, indicators, changes since last month, a correction beside
// what it corrects, and what moved the yardstick.
import { changedFigures, percent } from '../core/figures.ts';
import { INDICATOR_RESULTS } from '../core/indicator.ts';
import { shiftPeriod } from '../core/period.ts';
import {
  isBeforeMilestone,
  type Report,
  type ReportedIndicator,
  type ReportedTask,
  type ReportedUnit,
} from '../core/report.ts';
import { capitalised, coverageOf, nothingOwed } from './coverage.ts';
import { cut, type PageBlock, type PageItem } from './page.ts';
import { reproachLines } from './reproach-words.ts';
import { LONGEST, MOST_ITEMS } from './task-sections.ts';
import {
  elsewhereOf,
  emptiedWords,
  lateBeforeWords,
  lateUnits,
  partlyLate,
  reportedOrLate,
  unitParts,
} from './unit-parts.ts';
import { CHANGES, CORRECTION, COVERAGE, INDICATORS, TASKS, UNITS, YARDSTICK } from './words/chairman-mail.ts';
import { alone, counted, shortDay } from './words/shared.ts';

/** Names or codes after which the rest is counted. */
const MOST_NAMES = 10;
const LONGEST_LINE = 300;

function listed(names: readonly string[], more: (n: number) => string): string {
  const rest = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(', ')}${rest > 0 ? ` ${more(rest)}` : ''}`;
}

/** An item «Chưa báo cáo (02): …», or none where nothing is in the list. */
function namesItem(names: readonly string[], lead: (n: number) => string, more: (n: number) => string): PageItem[] {
  return names.length === 0 ? [] : [{ lead: lead(names.length), text: listed(names, more) }];
}

/** Chưa, một phần, chậm: by name, with the periods of silence. */
export function unitsBlocks(report: Report): PageBlock[] {
  const {
    units,
    figures: { K6 },
    stamped,
  } = report;
  const nothing = nothingOwed(coverageOf(report));
  if (nothing !== undefined) return [{ kind: 'line', text: `${capitalised(nothing)}.` }];
  const lateBefore = lateBeforeWords(report);
  const emptied = emptiedWords(report, ({ code }) => code);
  const note: PageBlock[] = [
    ...(stamped ? [] : [{ kind: 'line', text: UNITS.unstamped } as const]),
    ...(emptied === '' ? [] : [{ kind: 'line', text: `${cut(emptied, LONGEST_LINE)}.` } as const]),
    ...(lateBefore === '' ? [] : [{ kind: 'line', text: `${lateBefore}.` } as const]),
  ];
  const parts = unitParts(units);
  const { silent, partly, late, afterwards } = parts;
  const lateRows = lateUnits(partlyLate(parts));
  const n = silent.length + partly.length + late.length + afterwards.length;
  if (n === 0) return [{ kind: 'line', text: UNITS.allOnTime(K6.part, K6.whole) }, ...note];
  const name = (unit: ReportedUnit, ...notes: readonly string[]) => {
    const said = notes.filter((words) => words !== '').join(', ');
    return `${cut(unit.name, LONGEST.unit)}${said === '' ? '' : ` (${said})`}`;
  };
  const later = (unit: ReportedUnit) => (unit.late > 0 ? UNITS.afterClosing : '');
  const items = [
    ...namesItem(
      silent.map((unit) => {
        const elsewhere = elsewhereOf(unit, report).map(({ code }) => code);
        return name(
          unit,
          unit.silentPeriods > 1 ? UNITS.silentPeriods(unit.silentPeriods) : '',
          elsewhere.length > 0 ? UNITS.elsewhere(elsewhere) : '',
        );
      }),
      UNITS.silent,
      UNITS.more,
    ),
    ...namesItem(
      partly.map((unit) => name(unit, UNITS.rows(reportedOrLate(unit), unit.owed))),
      UNITS.partly,
      UNITS.more,
    ),
    ...(lateRows === '' ? [] : [{ lead: UNITS.partlyLate, text: lateRows }]),
    ...namesItem(
      late.map((unit) => name(unit, later(unit))),
      UNITS.late,
      UNITS.more,
    ),
    ...namesItem(
      afterwards.map((unit) => name(unit, later(unit))),
      UNITS.afterwards,
      UNITS.more,
    ),
  ];
  return [{ kind: 'list', heading: counted(UNITS.heading, n), tone: 'warning', items }, ...note];
}

/** What the numbers above do not cover, by code (rule 4.12): a pause is seen in the first month too. */
export function coverageBlocks({ unassigned, paused, unread, lacking }: Report): PageBlock[] {
  const codes = (tasks: readonly ReportedTask[]) => tasks.map(({ code }) => code);
  const items = [
    ...namesItem(codes(unassigned), COVERAGE.unassigned, CHANGES.more),
    ...namesItem(codes(paused), COVERAGE.paused, CHANGES.more),
    ...namesItem(codes(unread), COVERAGE.unread, CHANGES.more),
    ...namesItem(lacking, COVERAGE.lacking, CHANGES.more),
  ];
  return items.length === 0 ? [] : [{ kind: 'list', heading: COVERAGE.heading, tone: 'plain', items }];
}

/** Missed or fallen, at most five; values too old to count (K7) are not held against anybody. */
export function indicatorsBlock(report: Report): PageBlock {
  const { K7 } = report.figures;
  const lead = INDICATORS.lead;
  const beside = K7.beside === undefined ? '' : ` (${K7.beside})`;
  if (K7.whole === 0) return { kind: 'line', lead, text: `${INDICATORS.noData}${beside}` };
  const wanting = report.indicators
    .filter((one) => !one.stale && (one.result === INDICATOR_RESULTS.missed || hasFallen(one)))
    .sort((a, b) => Number(hasFallen(b)) - Number(hasFallen(a)) || milestoneOf(a) - milestoneOf(b));
  if (wanting.length === 0) return { kind: 'line', lead, text: `${INDICATORS.allMet(K7.text)}${beside}` };
  const rest = wanting.length - MOST_ITEMS;
  return {
    kind: 'list',
    heading: counted(INDICATORS.heading, wanting.length),
    tone: 'plain',
    items: wanting.slice(0, MOST_ITEMS).map((one) => indicatorItem(one, report)),
    ...(rest > 0 && { rest: INDICATORS.more(rest) }),
  };
}

const milestoneOf = ({ milestone }: ReportedIndicator) => milestone ?? Number.MAX_SAFE_INTEGER;

/** Worse than before: less, or more where the target is an upper bound; unconfirmed targets judge nothing. */
function hasFallen({ value, before, operator, result }: ReportedIndicator): boolean {
  if (value === null || before === undefined || result === INDICATOR_RESULTS.unconfirmed) return false;
  return /^[≤<]/u.test(operator) ? value > before : value < before;
}

function indicatorItem(one: ReportedIndicator, report: Report): PageItem {
  const { period } = report;
  const { value, before, target, operator, milestone, result } = one;
  const print = (n: number) => (target !== null && target > 1 ? String(n).replace('.', ',') : percent(n, 1));
  const shown = value === null ? '' : print(value);
  const stands = isBeforeMilestone(one, report)
    ? INDICATORS.early(shown)
    : `${shown === '' ? '' : `${shown}, `}${result === INDICATOR_RESULTS.met ? INDICATORS.met : INDICATORS.missed}`;
  const day = milestone === null ? undefined : shortDay(milestone, period.year);
  const wanted = target === null ? '' : ` (${INDICATORS.wanted(operator, print(target), day)})`;
  const since =
    before === undefined || value === null
      ? ''
      : `; ${INDICATORS.before(shiftPeriod(period, -1), print(before), value < before ? INDICATORS.fallen : value > before ? INDICATORS.risen : '')}`;
  return {
    lead: `${one.code} – `,
    text: `${cut(one.name, LONGEST.name)}: ${stands}${wanted}${since}`,
  };
}

/** New finishes, new delays, difficulties that came and went, texts that did not change. */
export function changesBlocks({
  before,
  changes,
  missingBefore,
  overdue,
  period,
  tasks,
  unchanged,
}: Report): PageBlock[] {
  const last = shiftPeriod(period, -1);
  if (!before) return missingBefore ? [{ kind: 'line', text: CHANGES.nothingBefore(last) }] : [];
  const units = new Map(tasks.map(({ code, unit }) => [code, cut(unit, LONGEST.unit)]));
  const late = new Set(overdue.map(({ code }) => code));
  const named = (codes: readonly string[], ifLate = '') =>
    codes.map((code) =>
      TASKS.withUnit(
        code,
        [units.get(code) ?? '', late.has(code) ? ifLate : ''].filter((words) => words !== '').join('; '),
      ),
    );
  const items = [
    ...namesItem(named(changes.newlyFinished), CHANGES.newlyFinished, CHANGES.more),
    ...namesItem(named(changes.newlyOverdue), CHANGES.newlyOverdue, CHANGES.more),
    ...namesItem(named(changes.reopened, CHANGES.overdueNow), CHANGES.reopened, CHANGES.more),
    ...namesItem(named(changes.newDifficulties), CHANGES.newDifficulties, CHANGES.more),
    ...namesItem(named(changes.solvedDifficulties), CHANGES.solvedDifficulties, CHANGES.more),
    ...namesItem(named(unchanged), CHANGES.unchanged, CHANGES.more),
  ];
  if (items.length === 0) return [{ kind: 'line', text: CHANGES.none(last) }];
  return [{ kind: 'list', heading: CHANGES.heading(last), tone: 'plain', items }];
}

/** Of a second version: who is told otherwise than before, every figure that reads differently now, and the rows whose content does. */
export function correctionBlocks(report: Report): PageBlock[] {
  const { supplement, previous, figures, overdue, rewritten } = report;
  if (!previous) return [];
  const items = changedFigures(figures, previous.figures).map(
    (code): PageItem => ({
      lead: CORRECTION.figure(code),
      text: CORRECTION.fromTo(previous.figures[code].text, figures[code].text, code === 'K4' ? figures.K4.beside : ''),
    }),
  );
  if (previous.overdue !== overdue.length)
    items.unshift({
      lead: CORRECTION.overdue,
      text: CORRECTION.fromTo(alone(previous.overdue), alone(overdue.length)),
    });
  const than = supplement && !previous.supplement ? CORRECTION.yearReport : CORRECTION.version(previous.version);
  // The year as it ended is compared with December in numbers alone: what was typed since is what it is about.
  const texts =
    supplement && !previous.supplement ? [] : rewritten.map(({ code, columns }) => CORRECTION.columns(code, columns));
  const rows = listed(texts, CORRECTION.more);
  items.unshift(...reproachItems(report, than));
  if (items.length === 0)
    return [{ kind: 'line', text: rows === '' ? CORRECTION.none(than) : CORRECTION.onlyRewritten(than, rows) }];
  if (rows !== '') items.push({ lead: CORRECTION.rewritten, text: rows });
  return [{ kind: 'list', heading: CORRECTION.heading(than), tone: 'plain', items }];
}

/** Every unit by name; of many tasks the rest is counted, the document names them all. */
function reproachItems({ reproaches, tasks }: Report, than: string): PageItem[] {
  const units = new Map(tasks.map(({ code, unit }) => [code, cut(unit, LONGEST.unit)]));
  const named = {
    than,
    unit: (name: string) => cut(name, LONGEST.unit),
    task: (code: string) => TASKS.withUnit(code, units.get(code) ?? ''),
  };
  return [
    ...reproachLines({ ...reproaches, tasks: [] }, named).map(({ lead, names }) => ({ lead, text: names.join(', ') })),
    ...reproachLines({ ...reproaches, units: [] }, named).map(({ lead, names }) => ({
      lead,
      text: listed(names, CHANGES.more),
    })),
  ];
}

/** Every move is named: the first in words, the rest by code (rule 6.6). */
export function yardstickBlocks({ yardstick, firstTold }: Report): PageBlock[] {
  if (yardstick.length === 0) return [];
  const rest = yardstick.slice(MOST_ITEMS);
  return [
    {
      kind: 'list',
      heading: counted(YARDSTICK.heading(firstTold), yardstick.length),
      tone: 'plain',
      items: yardstick
        .slice(0, MOST_ITEMS)
        .map(({ code, text }) => ({ lead: `${code} – `, text: cut(text, LONGEST.reason) })),
      ...(rest.length > 0 && {
        rest: YARDSTICK.more(rest.length, [...new Set(rest.map(({ code }) => code))].join(', ')),
      }),
    },
  ];
}
