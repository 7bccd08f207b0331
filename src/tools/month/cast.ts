// Who takes part in the month: an example address for everybody, so that rights and mails are real on the local host.
import type { Seeds, Unit } from '../../core/plan.ts';
import { fold } from '../../core/text.ts';
import { findUnit } from '../../core/units.ts';

export const INSTALLER = 'cai-dat@example.vn';
export const CHAIRMAN = 'chu-tich@example.vn';

/** «cax@example.vn»: a unit's account is its code. */
export function accountOf(unit: Pick<Unit, 'code'>): string {
  return `${unit.code.toLowerCase()}@example.vn`;
}

/** Units that may have an account: single ones that are in «Đơn vị». */
export function castOf(seeds: Seeds): Unit[] {
  return seeds.units.filter((unit) => unit.reporting !== 'không' && !unit.collective);
}

/** The unit an entry is typed by; a unit that acts through another types with that one's account. */
export function typistOf(seeds: Seeds, name: string): Unit | undefined {
  const unit = findUnit(name, seeds.units) ?? seeds.units.find((candidate) => fold(candidate.code) === fold(name));
  if (unit?.actsThrough === undefined) return unit;
  return seeds.units.find(({ code }) => code === unit.actsThrough);
}

/** The account of the commune police, who close. */
export function policeAccount(seeds: Seeds): string {
  const unit = seeds.units.find(({ code }) => code === seeds.plan.bodies.standing.unit);
  if (!unit) throw new Error('seeds: không có đơn vị thường trực');
  return accountOf(unit);
}
