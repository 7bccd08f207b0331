// The work of `npm run restore`: the bytes of an .xlsx file made a running sheet on the local host, and what there is to say of it.
import { observe } from '../../app/observe.ts';
import type { Moment } from '../../core/calendar.ts';
import type { Seeds } from '../../core/plan.ts';
import { resolvePlan } from '../../core/resolve-plan.ts';
import { writeKeptFile } from '../../page/worker/kept-file.ts';
import { bringUp } from './bring-up.ts';
import { closedVersions } from './closed-versions.ts';
import { COMPARED, type Compared, compareWithCopies } from './compare-copies.ts';
import { identify } from './identify.ts';
import { lastMoment } from './last-moment.ts';
import { lookingPorts } from './looking-ports.ts';
import { lostLine } from './lost.ts';
import { mendBook } from './mend-book.ts';
import { readBackup } from './read-backup.ts';
import { reportLines } from './report.ts';
import type { Restored } from './restored.ts';

export interface Restoring {
  readonly bytes: Uint8Array;
  /** Its name without folder; the sheet is called so where the file does not say. */
  readonly file: string;
  readonly seeds: Seeds;
  readonly bundle: { readonly code: string; readonly manifest: string };
  /** When it is, for a file that does not tell when it last lived; and what the clock is put to where somebody chose. */
  readonly now: Moment;
  readonly at?: Moment | undefined;
  /** Hears of what takes long. */
  readonly tell?: (line: string) => void;
}

const MINUTE = 1 / 1440;

/** @throws Error where the bytes are no .xlsx file, or one under a password */
export async function restoreFile({ bytes, file, seeds, bundle, now, at, tell = () => {} }: Restoring) {
  tell(`Đang đọc ${file}…`);
  const plan = resolvePlan(seeds);
  const asRead = await readBackup(bytes, file);
  const { book, texts } = mendBook(asRead.book, plan);
  const read = { ...asRead, book };
  const identified = identify(book, plan);
  if (identified.tabs.length === 0) {
    throw new Error(`${file}: không có tab nào của bảng theo dõi Đề án 06. Xem lại có đúng tệp sao lưu không.`);
  }
  const last = lastMoment(identified.tabs);
  const clock = { at: at ?? (last === undefined ? now : last + MINUTE), told: at === undefined && last !== undefined };
  const title = read.book.properties?.title ?? file.replace(/\.xlsx$/iu, '');
  tell('Đang dựng lại bảng trên máy mô phỏng, đồng bộ (mấy chục giây)…');
  const up = bringUp({ book: identified.book, title, seeds, plan, bundle, clock: clock.at });
  tell('Đang so từng bản chốt…');
  const versions = versionsOf(up, plan);
  tell('Đang so từng dòng với bản chép trong tệp…');
  const restored: Restored = { file, read, identified, up, clock, texts, compared: comparedIn(up, plan), ...versions };
  return {
    ...restored,
    lost: lostLine(restored),
    report: reportLines(restored, 'file'),
    shown: reportLines(restored, 'terminal'),
  };
}

function versionsOf(
  { host, fileId, keeper }: Restored['up'],
  plan: ReturnType<typeof resolvePlan>,
): Pick<Restored, 'versions' | 'ledgerFault'> {
  try {
    return { versions: closedVersions(lookingPorts(host, keeper, fileId), plan), ledgerFault: undefined };
  } catch (cause) {
    return { versions: undefined, ledgerFault: messageOf(cause) };
  }
}

/** Why it could not be, in words. */
function comparedIn({ host, fileId, keeper }: Restored['up'], plan: ReturnType<typeof resolvePlan>): Compared | string {
  try {
    return compareWithCopies(observe(lookingPorts(host, keeper, fileId), plan, COMPARED), plan);
  } catch (cause) {
    return messageOf(cause);
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** What «Máy thử ▸ Mở tệp đã lưu» opens. */
export function pageFile({ host, fileId, scriptId, keeper }: Restored['up'], people: readonly string[]): string {
  const user = people.includes(keeper) ? keeper : (host.peek().files[fileId]?.owner ?? keeper);
  return writeKeptFile({ state: { ...host.peek(), log: [] }, fileId, scriptId, user });
}
