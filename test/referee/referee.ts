// Plays a scenario on the local host and gathers all a judge needs: what people did, what the sheet took, and everything it said.
import type { Mail } from '../../src/host/state.ts';
import type { Said } from '../../src/tools/play/said.ts';
import { played } from '../scenarios/played.ts';
import { addMinutes, nextWorkingDay } from './days.ts';
import { CONTENT, type Typed, World } from './model.ts';
import { TASKS } from './plan-facts.ts';
import { type Claim, type Count, type LedgerRow, readDialog, readDocuments, readLedger, readMail } from './reading.ts';

/** A step as scenario files have it (README, «npm run play»). */
export interface Step {
  readonly at: string;
  readonly as?: string;
  readonly answers?: readonly string[];
  readonly type?: { readonly tab: string; readonly row: string; readonly column: string; readonly text: string };
  readonly clear?: { readonly tab: string; readonly row: string; readonly column: string };
  /** Into «Nhiệm vụ»: rows in the order of the plan, cells from that column on. */
  readonly paste?: { readonly tab: string; readonly row: string; readonly column: string; readonly cells: string[][] };
  readonly tick?: { readonly tab: string; readonly row: string };
  readonly click?: string;
  readonly share?: { readonly with: string; readonly role: 'editor' | null };
  readonly deleteRow?: { readonly tab: string; readonly row: string };
  /** A named range. */
  readonly deleteName?: string;
  readonly sort?: { readonly tab: string; readonly column: string };
  readonly fault?: {
    readonly call: string;
    readonly until: string;
    readonly effect?: 'none' | 'done' | 'dies';
    readonly message?: string;
    readonly to?: string;
  };
  readonly look?: string;
}

export interface Scenario {
  readonly about?: string;
  readonly from: string;
  readonly to: string;
  /** The Workspace domain in which Google tells onEdit who edits; elsewhere a mending of CAX cannot be told from the unit's own entry. */
  readonly domain?: string;
  readonly steps: readonly Step[];
}

export type Tabs = Record<string, readonly (readonly string[])[]>;

export interface Evidence {
  readonly scenario: Scenario;
  readonly world: World;
  readonly claims: readonly Claim[];
  readonly mails: readonly Mail[];
  readonly said: readonly (Said & { readonly did?: Step })[];
  readonly versions: readonly LedgerRow[];
  readonly looks: readonly { readonly at: string; readonly tabs: Tabs }[];
  readonly count: Count;
}

/** The entry block, in its order. */
const BLOCK = [...CONTENT, 'Kỳ báo cáo'];
const END = 'cuối';
const CLOSES = /^(?:Tổng hợp báo cáo|Chốt năm bổ sung)/u;
const KEEPERS: ReadonlySet<string> = new Set(['cax@example.vn', 'cax2@example.vn', 'cai-dat@example.vn']);

/** Looks right after each closing, one working day later, and at the end: what the sheet itself tells. */
function withLooks({ steps, to, ...scenario }: Scenario): Scenario {
  const own = steps.flatMap((step): Step[] => {
    if (step.click === undefined || !CLOSES.test(step.click)) return [step];
    const later = `${nextWorkingDay(step.at)}T${step.at.slice(11, 16)}`;
    const looks = [addMinutes(step.at, 1), later].filter((at) => at < to);
    return [step, ...looks.map((at) => ({ at, look: `${step.at} ${at}`.replace(/[T:]/gu, '-') }))];
  });
  const once = own.filter(
    (step, i) => step.look === undefined || own.findIndex(({ look }) => look === step.look) === i,
  );
  return { ...scenario, to, steps: [...once, { at: to, look: END }] };
}

function typedIn(step: Step, said: Said): Typed[] {
  if (said.outcome !== 'done') return [];
  const by = { at: said.at.slice(0, 16), by: said.account, isMissed: said.words.length > 0 };
  if (step.paste) {
    const { tab, row, column, cells } = step.paste;
    const from = TASKS.findIndex(({ code }) => code === row);
    const first = BLOCK.indexOf(column);
    return cells.flatMap((texts, i) =>
      texts.map((text, j) => ({
        ...by,
        tab,
        row: TASKS[from + i]?.code ?? '',
        column: first === -1 ? column : (BLOCK[first + j] ?? ''),
        text,
      })),
    );
  }
  const cell = step.type ?? step.clear;
  if (!cell) return [];
  return [{ ...by, tab: cell.tab, row: cell.row, column: cell.column, text: step.type?.text ?? '' }];
}

export async function witnessed(scenario: Scenario): Promise<Evidence> {
  const full = withLooks(scenario);
  const came = await played(full);
  const said = came.said.map((one) => {
    const did = one.step === undefined ? undefined : full.steps[one.step];
    return did ? { ...one, did } : one;
  });
  const count: Count = new Map();
  const { versions, claims: ledger } = readLedger(came.ledger, count);
  const closings = versions.map(({ month, version, closedAt }) => ({ month, version, at: closedAt }));
  const typed = said.flatMap((one) => ('did' in one && one.did ? typedIn(one.did, one) : []));
  const world = new World(typed, scenario.from, closings, KEEPERS);
  const dialogs = said
    .filter(({ deed }) => deed === 'click')
    .flatMap(({ at, dialogs: shown }) =>
      shown.flatMap(({ text, title }) => readDialog(text, title, at.slice(0, 16), count)),
    );
  const looks = full.steps.flatMap((step) => {
    const tabs = step.look === undefined ? undefined : came.looks.get(step.look);
    return tabs ? [{ at: step.at, tabs }] : [];
  });
  return {
    scenario,
    world,
    claims: [
      ...came.mails.flatMap((mail) => [...readMail(mail, count), ...readDocuments(mail, count)]),
      ...ledger,
      ...dialogs,
    ],
    mails: came.mails,
    said,
    versions,
    looks,
    count,
  };
}
