// The sheet a first visit of the page finds, set up in Node with all of the local host's work, as the page keeps it.
import { gzipSync } from 'node:zlib';
import { isoDate, readIsoDate } from '../../core/calendar.ts';
import { PLAN_RULES, windowOf } from '../../core/period.ts';
import type { Seeds } from '../../core/plan.ts';
import type { Kept } from '../../page/protocol.ts';
import { Desk } from '../../page/worker/desk.ts';
import { worthKeeping } from '../../page/worker/kept-file.ts';
import { type Stage, setStage } from '../month/stage.ts';
import { usualPeriod } from '../month/usual-period.ts';
import type { Bundle } from './bundle.ts';
import { peopleOf } from './page-program.ts';

/** When it was set up: on the first day of the window of the period that is usually shown. */
export function setUpOf({ plan }: Seeds): string {
  const { from } = windowOf(usualPeriod(plan), PLAN_RULES, readIsoDate(plan.date));
  return `${isoDate(from)}T08:00`;
}

/** Set up and ready for its units, gzipped. */
export function readyState(seeds: Seeds, bundle: Bundle): Uint8Array {
  return packed(setStage({ seeds, bundle, clock: setUpOf(seeds), tell: () => {} }), seeds);
}

/** What a page keeps of a sheet, with CAX before it and its first tab on the screen; gzipped. */
export function packed({ host, fileId, scriptId }: Stage, seeds: Seeds): Uint8Array {
  const people = peopleOf(seeds);
  const user = people.find(({ part }) => part === 'police')?.address ?? '';
  const desk = new Desk(host, fileId, scriptId, people, user);
  desk.sit(user);
  const [first] = desk.standing().tabs;
  desk.watch(first?.sheetId ?? 0);
  // Calls of the set-up are nothing the person at the page has made.
  const kept: Kept = worthKeeping(desk.kept(), 0);
  return gzipSync(JSON.stringify(kept));
}
