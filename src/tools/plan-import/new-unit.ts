// A body the known units do not have. It becomes a unit only where its name says that it is one body of the commune itself;
// whether a body is outside or is several is for a person to say.
import type { Unit } from '../../core/plan.ts';
import { fold, tidy } from '../../core/text.ts';

export interface Commune {
  /** «xã Vân Sơn». */
  readonly commune: string;
  /** «Vân Sơn». */
  readonly place: string;
}

/** What a body of a commune is called by. */
const OWN_KINDS = [
  'ban',
  'bộ phận',
  'cc',
  'công chức',
  'văn phòng',
  'phòng',
  'trường',
  'trạm',
  'trung tâm',
  'tổ',
  'hội',
  'đoàn thanh niên',
  'đoàn tncs',
  'đảng ủy',
  'thường trực',
  'ủy ban',
].map((kind) => `${fold(kind)} `);
/** Words of bodies above, beside and of several. */
const FOREIGN = [
  'huyện',
  'tỉnh',
  'trung ương',
  'thành phố',
  'khu vực',
  'chi nhánh',
  'các',
  'ngân hàng',
  'công ty',
  'cấp',
].map(fold);

/** «xã» of «xã Vân Sơn». */
export function levelWord({ commune, place }: Commune): string {
  return tidy(commune.replace(place, ''));
}

/** The name without the commune's own at its end: «Công an xã Vân Sơn» → «Công an xã»; undefined where it has none. */
export function withoutPlace(name: string, { place }: Commune): string | undefined {
  return fold(name).endsWith(` ${fold(place)}`) ? tidy(name.slice(0, name.length - place.length)) : undefined;
}

/** One body of the commune, by its name: «Trạm Y tế xã», «Trường Mầm non Vân Sơn». */
export function isOwnBody(name: string, commune: Commune): boolean {
  const level = fold(levelWord(commune));
  const key = fold(withoutPlace(name, commune) ?? name);
  const words = key.split(' ');
  const saysOwn = words[words.length - 1] === level || withoutPlace(name, commune) !== undefined;
  const isOne = words.slice(0, -1).every((word) => word !== level);
  return (
    saysOwn &&
    isOne &&
    OWN_KINDS.some((kind) => `${key} `.startsWith(kind)) &&
    !FOREIGN.some((word) => ` ${key} `.includes(` ${word} `))
  );
}

/** A unit with a code of its own; it belongs to no collective yet. */
export function newUnit(name: string, leads: boolean, units: readonly Unit[], commune: Commune): Unit {
  return {
    code: newCode(name, units, commune),
    name,
    aliases: [],
    level: 'xã',
    collective: false,
    memberOf: [],
    reporting: leads ? 'có dòng' : 'chỉ phối hợp',
  };
}

/** «Trạm Y tế xã» → TYT; no code and no spelling of another unit. */
function newCode(name: string, units: readonly Unit[], commune: Commune): string {
  const taken = new Set(units.flatMap((unit) => [unit.code, unit.name, ...unit.aliases]).map(fold));
  const bare = withoutPlace(name, commune) ?? name;
  const words = bare.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (fold(words[words.length - 1] ?? '') === fold(levelWord(commune))) words.pop();
  const initials = words.map((word) => (word === word.toUpperCase() ? word : word.slice(0, 1))).join('');
  const code = initials
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/gu, 'D')
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '');
  const free = (candidate: string) => candidate !== '' && !taken.has(fold(candidate));
  if (free(code)) return code;
  let number = 2;
  while (!free(`${code}${number}`)) number += 1;
  return `${code}${number}`;
}
