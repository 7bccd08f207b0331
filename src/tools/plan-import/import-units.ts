// The units of the new plan: the known ones, the new ones its cells name, and who reports. A name that is not known is told
// once, with every row it is in.
import type { PlanTask, Unit } from '../../core/plan.ts';
import { fold } from '../../core/text.ts';
import { findUnit, leadUnits, readUnits } from '../../core/units.ts';
import { OPEN_CELL } from './fill-cells.ts';
import { type Say, shortened } from './finding.ts';
import { nearName } from './near-name.ts';
import { type Commune, isOwnBody, levelWord, newUnit, withoutPlace } from './new-unit.ts';

/** A name no unit has. */
interface UnknownName {
  readonly name: string;
  /** «dòng tệp 10 (TT 4)», «dòng tệp 12 (TT 5) phối hợp». */
  readonly places: readonly string[];
  readonly leads: boolean;
}

/**
 * @param places of the tasks in the file: «dòng tệp 10 (TT 4)»
 * @param standing code of the unit that closes, which reports in any case
 */
export function importUnits(
  tasks: readonly PlanTask[],
  places: readonly string[],
  known: readonly Unit[],
  commune: Commune,
  standing: string,
  say: Say,
): Unit[] {
  let units: readonly Unit[] = known;
  const told = new Set<string>();
  for (const unknown of unknownNamesOf(tasks, places, units)) {
    const name = withoutPlace(unknown.name, commune);
    const own = name === undefined ? undefined : findUnit(name, units);
    if (own && (own.level === 'xã' || fold(own.name).endsWith(` ${fold(levelWord(commune))}`))) {
      units = units.map((unit) =>
        unit.code === own.code ? { ...unit, aliases: [...unit.aliases, unknown.name] } : unit,
      );
      say({
        weight: 'done',
        text: `«${unknown.name}» là ${own.name} (${own.code}): thêm vào aliases trong units.json.`,
      });
    } else if (!nearName(unknown.name, units) && isOwnBody(unknown.name, commune)) {
      const unit = newUnit(unknown.name, unknown.leads, units, commune);
      units = [...units, unit];
      tellNew(unit, unknown, say);
    }
  }
  const unknownNames = unknownNamesOf(tasks, places, units);
  for (const unknown of unknownNames) {
    if (told.has(fold(unknown.name))) continue;
    told.add(fold(unknown.name));
    tellUnknown(unknown, units, commune, say);
  }
  const isSure = !unknownNames.some(({ leads }) => leads) && !tasks.some(({ lead }) => lead === OPEN_CELL);
  return reportingOf(tasks, units, standing, isSure, say);
}

function unknownNamesOf(tasks: readonly PlanTask[], where: readonly string[], units: readonly Unit[]): UnknownName[] {
  const found = new Map<string, UnknownName>();
  for (const [index, task] of tasks.entries()) {
    for (const column of ['lead', 'coordinating'] as const) {
      if (task[column] === OPEN_CELL) continue;
      for (const words of readUnits(task[column], units).unread) {
        const name = words.replace(/^[\s.:-]+|[\s.:-]+$/gu, '');
        if (name === '') continue;
        const before = found.get(fold(name)) ?? { name, places: [], leads: false };
        const place = `${where[index] ?? ''}${column === 'lead' ? '' : ' phối hợp'}`;
        const places = before.places.includes(place) ? before.places : [...before.places, place];
        found.set(fold(name), { name: before.name, places, leads: before.leads || column === 'lead' });
      }
    }
  }
  return [...found.values()];
}

const inTasks = ({ places }: UnknownName) => places.join(', ');

function tellNew({ code, reporting }: Unit, unknown: UnknownName, say: Say): void {
  say({
    weight: 'look',
    column: 'units.json',
    text: `Đơn vị mới «${unknown.name}» – ${inTasks(unknown)}: đặt mã ${code}, cấp xã, ${reporting}, không thuộc tập thể nào.`,
    todo: 'Kiểm tra; nếu đơn vị thuộc «Các ban, ngành cấp xã» thì ghi mã của tập thể đó vào memberOf.',
  });
}

function tellUnknown(unknown: UnknownName, units: readonly Unit[], commune: Commune, say: Say): void {
  const { name } = unknown;
  const level = levelWord(commune);
  const other = findUnit(`${name} ${level}`, units) ?? findUnit(name.replace(new RegExp(` ${level}$`, 'u'), ''), units);
  const near = nearName(name, units) ?? (other && { unit: other, spelling: other.name });
  if (near)
    say({
      weight: 'mend',
      column: 'units.json',
      text: `Không biết đơn vị «${name}» – ${inTasks(unknown)}; gần giống «${near.spelling}» (${near.unit.code}).`,
      todo: `Nếu đúng là đơn vị đó, thêm «${name}» vào aliases của ${near.unit.code}; nếu chép sai, sửa chữ trong tasks.json.`,
    });
  else
    say({
      weight: 'mend',
      column: 'units.json',
      text: `Không biết «${shortened(name, 120)}» là đơn vị nào – ${inTasks(unknown)}.`,
      todo: 'Nếu là đơn vị đã có, thêm vào aliases; nếu chưa có, thêm một đơn vị, ghi đúng level (xã, huyện, ngoài…), collective, reporting. Để nguyên thì dòng đó không có đơn vị này.',
    });
}

/**
 * Single units of the commune that lead rows report; those that lead none any more are not asked.
 * @param isSure every leading name was read: one that was not may be any of them
 */
function reportingOf(
  tasks: readonly PlanTask[],
  units: readonly Unit[],
  standing: string,
  isSure: boolean,
  say: Say,
): Unit[] {
  const leading = new Set(tasks.flatMap((task) => leadUnits(task.lead, units)).map(({ code }) => code));
  const changed = units.map((unit) => {
    const isOwn = unit.level === 'xã' && !unit.collective && unit.actsThrough === undefined;
    const leads = leading.has(unit.code) || unit.code === standing;
    const reporting: Unit['reporting'] = leads
      ? 'có dòng'
      : unit.reporting === 'có dòng'
        ? 'chỉ phối hợp'
        : unit.reporting;
    return isOwn && (leads || isSure) ? { ...unit, reporting } : unit;
  });
  for (const [reporting, why] of [
    ['có dòng', 'Chủ trì nhiệm vụ trong kế hoạch này'],
    ['chỉ phối hợp', 'Không chủ trì nhiệm vụ nào trong kế hoạch này'],
  ] as const) {
    const names = changed
      .filter((unit, index) => unit.reporting === reporting && units[index]?.reporting !== reporting)
      .map(({ name, code }) => `${name} (${code})`);
    if (names.length > 0)
      say({
        weight: 'look',
        column: 'units.json',
        text: `${why}, nên reporting thành «${reporting}»: ${names.join(', ')}.`,
        todo: 'So với kế hoạch; không đúng thì sửa reporting của đơn vị đó trong units.json.',
      });
  }
  const silent = changed.filter(
    ({ code, reporting }) => reporting === 'có dòng' && code !== standing && !leading.has(code),
  );
  if (!isSure && silent.length > 0)
    say({
      weight: 'look',
      column: 'units.json',
      text: `Không thấy chủ trì nhiệm vụ nào: ${silent.map(({ name, code }) => `${name} (${code})`).join(', ')}; còn tên chưa đọc được nên giữ reporting «có dòng».`,
      todo: 'Sửa xong các tên ở trên, ghi «chỉ phối hợp» cho đơn vị không chủ trì nhiệm vụ nào.',
    });
  return changed;
}
