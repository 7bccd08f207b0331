// What every visit of the page needs of this project's own: the add-in, the people, the sample as units type it.

import { readIsoDate } from '../../core/calendar.ts';
import { firstPeriod, PLAN_RULES, shiftPeriod } from '../../core/period.ts';
import type { Seeds } from '../../core/plan.ts';
import { resolvePlan } from '../../core/resolve-plan.ts';
import { fileTitle } from '../../core/titles.ts';
import type { Person, Program, SampleEntry } from '../../page/protocol.ts';
import { declareNew } from '../../sheet/layout.ts';
import { accountOf, CHAIRMAN, castOf, INSTALLER, policeAccount, typistOf } from '../month/cast.ts';
import { typedFields } from '../month/entries.ts';
import { sampleOf } from '../month/sample.ts';
import type { Bundle } from './bundle.ts';

const MONTHS = 8;

/** @param clock when a file begins, on the clock of Viet Nam */
export function programOf(seeds: Seeds, { code, manifest }: Bundle, clock: string): Program {
  const title = fileTitle(seeds.plan);
  return { code, manifest, title, people: peopleOf(seeds), clock, sample: sampleFields(seeds, clock) };
}

/** Everybody with an account: CAX, the chairman, the installing account, the other units. */
export function peopleOf(seeds: Seeds): Person[] {
  const police = policeAccount(seeds);
  const units = castOf(seeds).map((unit): Person => {
    const address = accountOf(unit);
    return { address, name: unit.name, part: address === police ? 'police' : 'unit' };
  });
  return [
    { address: CHAIRMAN, name: 'Chủ tịch', part: 'chairman' },
    { address: INSTALLER, name: 'Tài khoản cài đặt', part: 'installer' },
    ...units,
  ];
}

/** The sample of the months to come, field by field. */
function sampleFields(seeds: Seeds, clock: string): SampleEntry[] {
  const first = firstPeriod(readIsoDate(clock.slice(0, 10)) ?? 0, PLAN_RULES);
  const periods = Array.from({ length: MONTHS }, (_, i) => shiftPeriod(first, i));
  const plan = resolvePlan(seeds);
  const tasks = declareNew(plan).tabs.find((tab) => tab.key === 'tasks');
  const columns = tasks && 'columns' in tasks ? tasks.columns : [];
  return sampleOf(seeds, periods)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .flatMap((entry) => {
      const unit = typistOf(seeds, entry.by);
      if (!unit) return [];
      return typedFields(entry).map(({ column, text }) => ({
        at: entry.at,
        by: accountOf(unit),
        code: entry.code,
        heading: columns.find(({ key }) => key === column)?.heading ?? column,
        text,
      }));
    });
}
