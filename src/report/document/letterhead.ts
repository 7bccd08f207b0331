// Who writes to whom: everything in a document that comes from «Cấu hình» and not in the Report. Agencies are renamed and
// merged, so every name is data.
import type { Day } from '../../core/calendar.ts';
import type { Settings } from '../../core/settings.ts';
import { fold } from '../../core/text.ts';

/** superior: UBND xã to the level above. internal: the Tổ công tác to the chairman and its own members. */
export type LetterheadKind = 'superior' | 'internal';

export interface Letterhead {
  readonly kind: LetterheadKind;
  /** «xã Vân Sơn»; place: «Vân Sơn». */
  readonly commune: string;
  readonly place: string;
  /** The day of signing, where it is known; else the day of the closing. */
  readonly date?: Day;
  /** Lines above the rule, in capitals. */
  readonly agency: readonly string[];
  /** What follows the number: «BC-UBND». */
  readonly symbol: string;
  /** Who reports, in a sentence: «UBND xã Vân Sơn». */
  readonly author: string;
  readonly standingBody: string;
  /** Kính gửi. */
  readonly addressees: readonly string[];
  /** Nơi nhận after «Như trên», without dashes; the last is «Lưu: …». */
  readonly recipients: readonly string[];
  /** Lines over the signature, in capitals, and the name under it. */
  readonly signature: { readonly lines: readonly string[]; readonly name: string };
  readonly plan: { readonly number: string; readonly date?: Day; readonly title: string };
  /** Plans of the levels above, in the words they are cited with: «Kế hoạch số 59/KH-UBND ngày … của …». */
  readonly grounds: readonly string[];
  /** Version of the program that writes it: in the file's properties, not on the paper. */
  readonly program: string;
}

/** What is in the plan, and what nobody has to give. */
export interface LetterheadExtra {
  readonly date?: Day;
  /** Trích yếu of the commune's plan, as it is cited. */
  readonly planTitle?: string;
  readonly grounds?: readonly string[];
  readonly program?: string;
}

const PEOPLES_COMMITTEE = 'Ủy ban nhân dân';
const FILED = 'Lưu: VT, CAX.';

export function letterheadOf(settings: Settings, kind: LetterheadKind, extra: LetterheadExtra = {}): Letterhead {
  const { commune, planDate, planYear } = settings;
  const body = PEOPLES_COMMITTEE;
  const author = (settings.issuingBody === '' ? `${body} ${commune}` : settings.issuingBody).replace(body, 'UBND');
  const toSuperior = kind === 'superior';
  const addressees = toSuperior
    ? settings.superiorBodies
    : [
        `${settings.chairmanTitle === '' ? 'Chủ tịch' : sentenceCase(settings.chairmanTitle)} ${author}`,
        `Tổ công tác Đề án 06 ${commune}`,
      ];
  return {
    kind,
    program: extra.program ?? '',
    commune,
    place: withoutLevel(commune),
    ...(extra.date !== undefined && { date: extra.date }),
    agency: [toSuperior ? body : 'Tổ công tác Đề án 06', commune].map((line) => line.toUpperCase()),
    symbol: toSuperior ? 'BC-UBND' : 'BC-TCT',
    author: toSuperior ? author : `Tổ công tác Đề án 06 ${commune}`,
    standingBody: settings.standingBody,
    addressees: addressees.map(withoutStop),
    recipients: recipientsOf(toSuperior ? settings.recipients : [], addressees),
    signature: toSuperior
      ? { lines: signatureLines(settings.chairmanTitle), name: settings.chairmanName }
      : {
          lines: ['TM. TỔ CÔNG TÁC', ...settings.standingTitle.toUpperCase().split(/\s+[–-]\s+/u)].filter(
            (line) => line !== '',
          ),
          name: settings.standingName,
        },
    plan: {
      number: settings.planNumber,
      ...(planDate !== undefined && { date: planDate }),
      title: extra.planTitle ?? `thực hiện Đề án 06 trên địa bàn ${commune} năm ${planYear}`,
    },
    grounds: extra.grounds ?? [],
  };
}

/** Who signs for another signs «KT.» (Nghị định 30/2020). */
function signatureLines(title: string): string[] {
  const capitals = title.toUpperCase();
  const deputy = /^PHÓ /u.test(capitals);
  return [`TM. ${PEOPLES_COMMITTEE.toUpperCase()}`, ...(deputy ? [`KT. ${capitals.slice(4)}`] : []), capitals].filter(
    (line) => line !== '',
  );
}

/** Whom it is addressed to is «Như trên» and not named again; the last line says where it is filed. */
function recipientsOf(lines: readonly string[], addressees: readonly string[]): string[] {
  const key = (line: string) => fold(withoutStop(line.replace(/\([^)]*\)/gu, '')));
  const above = new Set(addressees.map(key));
  const others = lines.map(withoutStop).filter((line) => !above.has(key(line)));
  const filed = others.filter((line) => fold(line).startsWith('lưu'));
  const named = others.filter((line) => !filed.includes(line));
  return [...named.map((line) => `${line};`), ...(filed.length > 0 ? filed.map((line) => `${line}.`) : [FILED])];
}

function withoutStop(line: string): string {
  return line.replace(/[\s;,.]+$/u, '');
}

/** «xã Vân Sơn» → «Vân Sơn». */
function withoutLevel(commune: string): string {
  return commune.replace(/^(?:xã|phường|thị trấn|đặc khu)\s+/iu, '');
}

/** «CHỦ TỊCH» → «Chủ tịch»; anything that is not all capitals stays. */
function sentenceCase(title: string): string {
  return title === title.toUpperCase() ? title.slice(0, 1) + title.slice(1).toLowerCase() : title;
}
