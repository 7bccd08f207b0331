// «Tự kiểm tay»: makes the tab of steps people do by hand, and reads the traces they have left: in that tab, in «Nhiệm vụ» (which
// stamps came) and in «Điều khiển» (whether the clock answered a tick).

import { readAddresses } from '../../core/addresses.ts';
import { at, dayOf, type Moment } from '../../core/calendar.ts';
import { isWord, textOf } from '../../core/cell.ts';
import { openPeriodFrom, periodLabel } from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { HAND_CHECK_FIELDS, type HandCheck, readHandTab } from '../../sheet/hand-check/read.ts';
import { STEPS } from '../../sheet/hand-check/steps.ts';
import { foundRequests, handCheckRequests } from '../../sheet/hand-check/tab.ts';
import { HAND_CHECK } from '../../sheet/listing.ts';
import { readTaskRows, readUnitRows } from '../../sheet/reading/rows.ts';
import { REQUESTS } from '../../sheet/request-words.ts';
import { type Observation, observe } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { type Answered, judged, NOT_ASKED } from './live-answer.ts';
import { answerOf, type Elsewhere, EXPECTED } from './read-step.ts';

/** Rows typed one after the other. */
const FAST_ROWS = 5;
/** Stamps of one go of fast typing stand this close together; what the clock stamps later is none of them. */
const ONE_GO = 5 / (24 * 60);

export function hasHandCheck(ports: Ports): boolean {
  return ports.workbook.tabs().some(({ sheetId }) => sheetId === HAND_CHECK.sheetId);
}

/** Nothing where the tab stands already. @throws Refusal google */
export function makeHandCheck(ports: Ports, seeds: ResolvedPlan): void {
  if (hasHandCheck(ports)) return;
  const observation = observe(ports, seeds, { tasks: 'all', units: 'all', settings: 'all' });
  const { settings, workbook } = observation;
  const { owner, editors } = ports.workbook.people();
  const everyone = [...new Set([owner, ports.account, ...editors])].filter((address) => address !== '');
  const keepers = [settings.installingAccount, ...settings.policeAccounts, owner, ports.account];
  const tasks = workbook.tabs.find(({ key }) => key === 'tasks');
  const columns = tasks?.kind === 'table' ? tasks.columns : [];
  ports.workbook.update(
    handCheckRequests({
      entry: columns.filter(({ writer }) => writer === 'unit'),
      everyone,
      keepers: [...new Set(keepers)].filter((address) => everyone.includes(address)),
      maker: ports.account,
      now: ports.now(),
      fast: fastRows(ports, observation),
    }),
  );
}

/** A unit with an account and at least five rows it still has to report: what it types there is true. */
function fastRows(
  ports: Ports,
  observation: Observation<'tasks' | 'units' | 'settings'>,
): { unit: string; rows: { code: string; uri: string }[] } {
  const { settings, placement } = observation;
  const open = periodLabel(openPeriodFrom(ports.now(), settings.rules, settings.firstPeriod));
  const { rows, tab } = observation.reader('tasks');
  const uriOf = new Map(rows.map(({ key, index }) => [key, `#gid=${tab.was?.sheetId ?? 0}&range=F${index + 1}`]));
  const waiting = readTaskRows(placement).rows.filter(({ period }) => !isWord(period, open));
  const shares = readUnitRows(placement)
    .filter(({ accounts }) => readAddresses(accounts).addresses.length > 0)
    .map(({ name }) => ({ unit: name, codes: waiting.filter(({ accountable }) => isWord(accountable, name)) }))
    .filter(({ codes }) => codes.length >= FAST_ROWS);
  const [first] = shares.sort((a, b) => a.codes.length - b.codes.length);
  const chosen = first?.codes.slice(0, FAST_ROWS) ?? [];
  return { unit: first?.unit ?? '', rows: chosen.map(({ code }) => ({ code, uri: uriOf.get(code) ?? '' })) };
}

/** One answer a step; the tab says beside each what was read. Undefined where the tab is gone. @throws Refusal google */
export function readHandCheck(ports: Ports, seeds: ResolvedPlan): readonly Answered[] | undefined {
  if (!hasHandCheck(ports)) return undefined;
  const tabs = [{ sheetId: HAND_CHECK.sheetId, part: 'all' as const }];
  const check = readHandTab(ports.workbook.read({ tabs, fields: HAND_CHECK_FIELDS }));
  if (!check) return undefined;
  const elsewhere = lookElsewhere(observe(ports, seeds, { tasks: 'all', controls: 'all', settings: 'all' }), check);
  const answers = STEPS.map(({ id, todo, code }) => {
    const row = check.rows.get(code);
    const expected = EXPECTED[id];
    const question = { id, about: todo, ...(expected === undefined ? {} : { expected }) };
    return judged(question, row ? answerOf(id, row, check, elsewhere) : NOT_ASKED);
  });
  const words = answers.map((answered, i): [number, string] => [
    check.rows.get(STEPS[i]?.code ?? '')?.row ?? 0,
    foundWords(answered),
  ]);
  ports.workbook.update(foundRequests(new Map(words.filter(([row]) => row > 0))));
  return answers;
}

/** What stands beside a step: the answer itself only where it is not what the program relies on. */
function foundWords({ answer, ok }: Answered): string {
  if (answer === NOT_ASKED) return NOT_ASKED;
  if (ok !== false) return ok ? 'đã đọc, đúng' : 'đã đọc';
  return `đã đọc, KHÁC điều chương trình dựa vào: ${JSON.stringify(answer)}`;
}

function lookElsewhere(observation: Observation<'tasks' | 'controls'>, { rows, madeAt }: HandCheck): Elsewhere {
  const tasks = observation.reader('tasks');
  const links = rows.get(STEPS.find(({ id }) => id === 'fast-typing')?.code ?? '')?.links ?? [];
  const times = tasks.rows
    .filter(({ key }) => links.includes(key))
    .map(({ index }) => tasks.value(index, 'reportedAt'))
    .filter((time): time is number => typeof time === 'number' && time >= madeAt)
    // What onEdit has missed the clock stamps the day after, all rows with one and the same time.
    .filter((time, _, all) => all.indexOf(time) === all.lastIndexOf(time));
  const controls = observation.reader('controls');
  const asked = controls.rows.find(({ key }) => key === REQUESTS.check);
  const answeredAt = asked ? momentIn(textOf(controls.value(asked.index, 'outcome'))) : undefined;
  return {
    fastRows: links.filter((link) => link !== '').length,
    stamped: times.filter((time) => time <= Math.min(...times) + ONE_GO).length,
    // Told to the minute.
    answered: answeredAt !== undefined && answeredAt >= madeAt - at(0, 0, 1),
  };
}

/** «08:10 02/05/2024: …», as the clock begins its answers. */
function momentIn(text: string): Moment | undefined {
  const match = /^(\d{2}):(\d{2}) (\d{2})\/(\d{2})\/(\d{4}):/u.exec(text);
  if (!match) return undefined;
  const [hour = 0, minute = 0, day = 1, month = 1, year = 0] = match.slice(1).map(Number);
  return at(dayOf(year, month, day), hour, minute);
}
