// The clock's first run of each day: edits onEdit missed are stamped, on the 15th who was in time is written down, the entries
// are backed up, and the clock shows that it lives (product §5.4–§5.5, §6). One look, one batch.
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import { readTaskRows } from '../sheet/rows.ts';
import { backupRequests } from './backup.ts';
import { journalRequests } from './journal.ts';
import { observe } from './observe.ts';
import type { Ports } from './ports.ts';
import { clockRequests, settledWords, settleEdits, settleRequests } from './settle-edits.ts';

export interface Upkeep {
  /** Codes stamped because onEdit had missed their edits. */
  readonly missed: readonly string[];
  /** Codes written down as in time; undefined on other days than the 15th, and where a closing has done it. */
  readonly onTime: readonly string[] | undefined;
}

export function keepUp(ports: Ports, seeds: ResolvedPlan): Upkeep {
  return ports.locked(() => {
    const observation = observe(ports, seeds, {
      tasks: 'all',
      settings: 'all',
      controls: 'all',
      backup: 'all',
      journal: 'heading',
    });
    const now = ports.now();
    const settled = settleEdits(observation, readTaskRows(observation.placement).rows, now);
    const words = settledWords(settled).join('; ');
    ports.workbook.update([
      ...settleRequests(observation, settled, now),
      ...backupRequests(observation, settled.rows, Math.floor(now)),
      ...clockRequests(observation, 'heartbeat', now),
      // A day on which nothing was to be done is told by the clock's own line alone.
      ...(words === '' ? [] : journalRequests(observation, [journalLine(ports, words)])),
    ]);
    const codes = (rows: typeof settled.rows) => rows.map(({ code }) => code);
    return { missed: codes(settled.missed), onTime: settled.inTime && codes(settled.inTime) };
  });
}

function journalLine(ports: Ports, words: string) {
  const outcome = words.slice(0, 1).toUpperCase() + words.slice(1);
  return { at: ports.now(), deed: 'Việc hằng ngày', key: '', state: 'xong', account: ports.account, outcome };
}
