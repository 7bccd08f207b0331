// The desk the page's person sits at: one host, one file, one person at a time. Every action is the host's own; this only tells
// what came of it, in cells and lists.
import { isoDate, momentOf } from '../../core/calendar.ts';
import { deadlineOf, openPeriod, PLAN_RULES, shiftPeriod, windowOf } from '../../core/period.ts';
import { type GridRange, NotEmulated, type Spreadsheet } from '../../host/contract.ts';
import type { Host } from '../../host/host.ts';
import type { Answer, Outcome } from '../../host/run.ts';
import type { MenuItem } from '../../host/state.ts';
import type {
  Area,
  Clicked,
  GridNews,
  GridTab,
  Kept,
  Passed,
  Passing,
  Person,
  Place,
  SampleEntry,
  Standing,
  Told,
  Typed,
} from '../protocol.ts';
import { documentsOf } from './drive.ts';
import { drawTab, newsBetween } from './grid.ts';
import { placesOn } from './locate.ts';
import { stopsUntil } from './time.ts';

const TASKS = 'Nhiệm vụ';
const STATE = 'Tình trạng';
const DAY = 86_400_000;

type Edited = ReturnType<Host['type']>;
interface Unread {
  readonly kind: 'refused';
  readonly reason: 'unread';
  readonly message: string;
}

/** Told on the way of what takes long. */
export type Progress = (done: number, whole: number) => Promise<void>;

export class Desk {
  /** Another window holds the file. */
  looking = false;
  private user: string;
  private menus: readonly MenuItem[] = [];
  private watched: number | undefined;
  private readonly drawn = new Map<number, GridTab>();

  constructor(
    readonly host: Host,
    private readonly fileId: string,
    private readonly scriptId: string,
    private readonly people: readonly Person[],
    user: string,
  ) {
    this.user = user;
  }

  /** Everything there is to keep. */
  kept(): Kept {
    const { fileId, scriptId, user } = this;
    const tab = this.drawn.get(this.watched ?? -1);
    const view: Told = { standing: this.standing(), ...(tab ? { grid: { kind: 'whole', tab } } : {}) };
    return { state: this.host.peek(), fileId, scriptId, user, view };
  }

  standing(): Standing {
    const { host, fileId, people, user, menus } = this;
    const { outbox, log, failures } = host.peek();
    const book = host.see(user, fileId, { fields: 'properties.title,sheets.properties' });
    const tabs = (book.sheets ?? []).map(({ properties = {} }) => {
      const color = properties.tabColorStyle?.rgbColor;
      const part = (value = 0) => Math.round(value * 255);
      return {
        sheetId: properties.sheetId ?? 0,
        title: properties.title ?? '',
        hidden: properties.hidden === true,
        ...(color ? { color: `rgb(${part(color.red)}, ${part(color.green)}, ${part(color.blue)})` } : {}),
      };
    });
    return {
      now: host.now(),
      fileId,
      title: book.properties?.title ?? '',
      tabs,
      people,
      user,
      menus,
      mails: outbox.length,
      documents: documentsOf(host.peek()).length,
      calls: log.length,
      failures: failures.length,
      ...(this.looking ? { looking: true } : {}),
      clock: host.triggers(this.scriptId).some(({ source, dead }) => source.kind === 'clock' && !dead),
    };
  }

  /** Goes on from a picture that is on the screen, with the menus of now. */
  resume({ grid }: Told, menus: readonly MenuItem[]): void {
    this.menus = menus;
    if (grid?.kind !== 'whole') return;
    this.watched = grid.tab.sheetId;
    this.drawn.set(grid.tab.sheetId, grid.tab);
  }

  /** Who sits here, and what he looks at. */
  seat(): { user: string; watched: number } {
    return { user: this.user, watched: this.watched ?? 0 };
  }

  /** The workbook with all its cells, as this person sees it. */
  whole(): Spreadsheet {
    return this.host.see(this.user, this.fileId, { includeGridData: true });
  }

  /** The sample's entries of the period open now. */
  openEntries(sample: readonly SampleEntry[]): SampleEntry[] {
    const open = openPeriod(momentOf(this.host.peek().clock), PLAN_RULES);
    const ended = momentOf(this.host.peek().clock) >= deadlineOf(open, PLAN_RULES);
    const { from, to } = windowOf(ended ? shiftPeriod(open, 1) : open, PLAN_RULES);
    return sample.filter(({ at }) => at.slice(0, 10) >= isoDate(from) && at.slice(0, 10) <= isoDate(to));
  }

  /** How things stand and what is new of the tab in view. */
  told(): Told {
    const standing = this.standing();
    const grid = this.news(standing);
    return { standing, ...(grid ? { grid } : {}) };
  }

  sit(user: string): Told {
    this.user = user;
    this.menus = this.host.open(user, this.fileId).menus;
    return this.told();
  }

  /** Another tab comes into view; all of it is told, whatever was drawn before. */
  watch(sheetId: number): Told {
    this.watched = sheetId;
    this.drawn.clear();
    return this.told();
  }

  type({ sheetId, row, column }: Place, text: string): Typed {
    return this.edited(() => this.host.type(this.user, this.fileId, { sheetId, row, column }, text));
  }

  paste({ sheetId, row, column }: Place, rows: string[][]): Typed {
    return this.edited(() => this.host.paste(this.user, this.fileId, { sheetId, row, column }, rows));
  }

  clear({ sheetId, top, left, bottom, right }: Area): Typed {
    const range: GridRange = {
      sheetId,
      startRowIndex: top,
      endRowIndex: bottom,
      startColumnIndex: left,
      endColumnIndex: right,
    };
    return this.edited(() => this.host.clear(this.user, this.fileId, range));
  }

  click(path: readonly string[], answers: readonly Answer[]): Clicked {
    const outcome = this.host.click(this.user, this.fileId, path, answers);
    // An action may have put up another menu.
    this.menus = this.host.peek().files[this.fileId]?.menus[this.user] ?? [];
    return { outcome: plain(outcome), ...this.told() };
  }

  consent(): Told {
    this.host.grant(this.user, this.scriptId, 'all');
    return this.told();
  }

  view(id: number): { hidden: number[] } {
    return { hidden: this.host.hiddenBy(this.user, this.fileId, id) };
  }

  async pass(how: Passing, progress: Progress, stopped: () => boolean): Promise<Passed> {
    const before = this.host.peek().outbox.length;
    const stops = stopsUntil(this.host.peek().clock, how);
    const failed: string[] = [];
    for (const [i, stop] of stops.entries()) {
      if (stopped()) break;
      await progress(i, stops.length);
      this.goTo(stop, failed);
    }
    return { ...this.told(), sent: this.host.peek().outbox.length - before, failed };
  }

  /** Each entry at its time where that is still to come, else at once. */
  async sample(entries: readonly SampleEntry[], progress: Progress, stopped: () => boolean) {
    const before = this.host.peek().outbox.length;
    const failed: string[] = [];
    let typed = 0;
    const locate = placesOn(this.host, this.user, this.fileId, TASKS);
    // What somebody has typed already stays.
    const free = entries.filter(({ code }) => locate.text(code, STATE) === '');
    for (const [i, { at, by, code, heading, text }] of free.entries()) {
      if (stopped()) break;
      const time = Date.parse(`${at}:00+07:00`);
      while (time - this.host.peek().clock > DAY && !stopped()) {
        await progress(i, free.length);
        this.goTo(this.host.peek().clock + DAY, failed);
      }
      if (stopped()) break;
      await progress(i, free.length);
      this.goTo(time, failed);
      const edit = this.host.type(by, this.fileId, locate(code, heading), text);
      if (edit.typed.kind === 'accepted') typed += 1;
      else failed.push(`${code}, ${heading}: ${edit.typed.message}`);
      failed.push(...failuresOf(edit.runs));
    }
    return { ...this.told(), sent: this.host.peek().outbox.length - before, failed, typed };
  }

  private goTo(time: number, failed: string[]): void {
    const by = time - this.host.peek().clock;
    if (by > 0) failed.push(...failuresOf(this.host.advance({ by })));
  }

  private edited(edit: () => ReturnType<Host['type']>): Typed {
    const { typed, runs } = unlessUnread(edit);
    const toasts = runs.flatMap(({ shown }) => shown.flatMap((one) => (one.kind === 'toast' ? [one] : [])));
    return {
      ...this.told(),
      ...(typed.kind === 'refused' ? { refused: { reason: typed.reason, message: typed.message } } : {}),
      toasts,
      failed: failuresOf(runs),
    };
  }

  private news({ tabs }: Standing): GridNews | undefined {
    const visible = tabs.filter(({ hidden }) => !hidden);
    const tab = tabs.find(({ sheetId }) => sheetId === this.watched) ?? visible[0];
    if (!tab) return undefined;
    this.watched = tab.sheetId;
    const was = this.drawn.get(tab.sheetId);
    const is = drawTab(this.host, this.user, this.fileId, tab.title, was);
    const news = newsBetween(was, is);
    this.drawn.set(tab.sheetId, is);
    return news;
  }
}

function failuresOf(runs: readonly Outcome[]): string[] {
  return runs.flatMap((run) => (run.kind === 'error' ? [`${run.functionName} (${run.user}): ${run.message}`] : []));
}

/** Texts of which it is not known what Google would make of them are refused as such. */
function unlessUnread(edit: () => Edited): Edited | { typed: Unread; runs: Outcome[] } {
  try {
    return edit();
  } catch (error) {
    if (!(error instanceof NotEmulated) || !error.message.includes('typed into a cell')) throw error;
    return { typed: { kind: 'refused', reason: 'unread', message: error.message }, runs: [] };
  }
}

/** Without what cannot be posted: a script may return services. */
function plain(outcome: Outcome): Outcome {
  return outcome.kind === 'ok' ? { ...outcome, value: null } : outcome;
}
