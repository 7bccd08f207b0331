// Mails to CAX (product §6): where the units stand on each day of reminding, with what only CAX can settle; the warning on the
// last working morning until the day on which the month goes out by itself; what could not be done, with what to do.
import { formatDay, formatMoment, type Moment, minutesOf } from '../core/calendar.ts';
import { twoDigits } from '../core/figures.ts';
import { periodName } from '../core/period.ts';
import type { UrgedTask, UrgedUnit, Urging } from '../core/urging.ts';
import type { Mail } from './chairman-mail.ts';
import { nothingOwed } from './coverage.ts';
import { htmlText } from './html-page.ts';
import { type LateFacts, lateBlocks } from './late-words.ts';
import { type Block, cut, type Page } from './page.ts';
import { plainText } from './plain-page.ts';
import { alone, FOOT, GIVEN_ON, SUBJECT } from './words/shared.ts';
import { zaloReminder } from './zalo.ts';

export interface PoliceFacts {
  readonly commune: string;
  readonly standingBody: string;
  readonly sheetUrl: string;
  readonly programVersion: string;
  readonly now: Moment;
  /** The last day in time of the period. */
  readonly lastDay: number;
  readonly round: number;
  readonly resend: boolean;
  /** Findings of the rows that keep a number from being right. */
  readonly blocking: number;
  /** Units that could not be written to, with the reason. */
  readonly failed: readonly string[];
  /** Recipients that may still be written to today; undefined where the service does not say. */
  readonly quota?: number;
  /** When the month goes out by itself; undefined before the last round until then, and once it is closed. */
  readonly automaticAt?: Moment;
  /** Why the chairman would not be written to then, in words; empty where nothing holds it (product A.8). */
  readonly held: string;
  hrefOf(code: string): string | undefined;
  /** What came after the closing of the period, where that is to be told. */
  readonly late?: LateFacts | undefined;
}

const MOST = 12;
const LONGEST_LIST = 300;

/** Where the units stand; on the day of bản 0 with the warning. */
export function digestMail(urging: Urging, facts: PoliceFacts): Mail {
  const { round, automaticAt, standingBody, lastDay } = facts;
  const period = periodName(urging.period);
  const owing = urging.units.filter(({ owed }) => owed > 0);
  const missing = owing.filter((unit) => unit.unreported.length > 0);
  const unreachable = urging.units.filter(
    (unit) => unit.reminded && unit.emails.length === 0 && unit.missing.length + unit.given.length > 0,
  );
  const unassigned = urging.unassigned.length;
  const coverage = { ...urging, unassigned, unread: 0, owing: owing.length };
  const nothing = nothingOwed(coverage);
  const state =
    nothing ??
    (missing.length === 0
      ? `mọi đơn vị đã báo cáo đủ${unassigned === 0 ? '' : `, ${twoDigits(unassigned)} nhiệm vụ chưa giao đầu mối`}`
      : `${twoDigits(missing.length)} đơn vị còn thiếu`);
  const by = automaticAt === undefined ? '' : hourWords(automaticAt, facts.now);
  const warning = automaticAt === undefined ? '' : `Trước ${by} cần tổng hợp ${period}: `;
  const page: Page = {
    ...(facts.resend && { notice: 'Thư gửi lại: lần gửi trước không rõ đã đến hay chưa.' }),
    greeting: `Kính gửi ${standingBody},`,
    conclusion:
      automaticAt === undefined
        ? `Báo cáo ${period}: ${state}${nothing === undefined ? ` (${owing.length - missing.length}/${owing.length} đơn vị đã đủ)` : ''}.`
        : `Báo cáo ${period} chưa được chốt. Nếu đến ${by} chưa bấm Tổng hợp báo cáo${facts.now <= lastDay + 1 ? ` (bấm được từ ngày ${formatDay(lastDay + 1)})` : ''}, hệ thống tự lập bản «TỰ ĐỘNG – CHƯA CHỐT»${facts.held === '' ? ' và gửi Chủ tịch' : ''}; hiện ${state}.${facts.held === '' ? '' : ` ${facts.held}`}`,
    source: `Số liệu lúc ${formatMoment(facts.now)}. Hạn báo cáo của đơn vị: hết ngày ${formatDay(lastDay)}.`,
    figures: [],
    blocks: [
      ...lateBlocks(facts.late),
      ...unitBlocks('Đơn vị còn thiếu', missing),
      ...(unreachable.length === 0
        ? []
        : [
            {
              kind: 'line',
              lead: 'Chưa có e-mail nhận nhắc: ',
              text: `${namesOf(unreachable)}. Nhờ báo qua Zalo, và ghi địa chỉ ở tab Đơn vị.`,
            } as const,
          ]),
      ...facts.failed.map((words) => ({ kind: 'line', lead: 'Không gửi được: ', text: cut(words, 200) }) as const),
      ...givenBlocks(urging),
      ...unassignedBlocks(urging, facts),
      ...(facts.blocking === 0
        ? []
        : [
            {
              kind: 'line',
              lead: 'Dữ liệu: ',
              text: `${twoDigits(facts.blocking)} chỗ cần sửa trước khi chốt; xem Đề án 06 ▸ Kiểm tra dữ liệu.`,
            } as const,
          ]),
      {
        kind: 'copy',
        heading: 'Tin Zalo soạn sẵn',
        text: zaloReminder({
          period: urging.period,
          now: facts.now,
          lastDay,
          owing: owing.length,
          nothing,
          missing: missing.map(({ name }) => name),
          sheetUrl: facts.sheetUrl,
          standingBody,
        }),
      },
      ...(facts.quota === undefined
        ? []
        : [{ kind: 'line', lead: 'Hạn mức thư hôm nay: ', text: `còn ${alone(facts.quota)} địa chỉ.` } as const]),
    ],
    open: { label: 'Mở bảng theo dõi', href: facts.sheetUrl },
    foot: [
      FOOT.nature(facts.commune),
      FOOT.code(`${urging.period.year}-${twoDigits(urging.period.month)}|nhắc ${round}`, facts.programVersion),
    ],
  };
  const subject = `${SUBJECT.project}${facts.resend ? ` ${SUBJECT.again}` : ''} ${warning}${warning === '' ? `${period[0]?.toUpperCase() ?? ''}${period.slice(1)}: ` : ''}${state}`;
  return { subject, html: htmlText(page), text: plainText(page) };
}

/** «16 giờ hôm nay», «16 giờ ngày 19/06/2024». */
function hourWords(moment: Moment, now: Moment): string {
  const isToday = Math.floor(moment) === Math.floor(now);
  return `${Math.floor(minutesOf(moment) / 60)} giờ ${isToday ? 'hôm nay' : `ngày ${formatDay(moment)}`}`;
}

function namesOf(units: readonly UrgedUnit[]): string {
  return units.map(({ name }) => name).join(', ');
}

function unitBlocks(heading: string, units: readonly UrgedUnit[]): Block[] {
  if (units.length === 0) return [];
  return [
    {
      kind: 'list',
      heading: `${heading} (${twoDigits(units.length)})`,
      tone: 'warning',
      items: units.slice(0, MOST).map(({ name, unreported, elsewhere, owed, reminded }) => {
        const codes = (tasks: readonly UrgedTask[]) => cut(tasks.map(({ code }) => code).join(', '), 80);
        const given = codes(elsewhere.filter(({ shutOut }) => !shutOut));
        return {
          lead: `${name}: `,
          text: `${unreported.length}/${owed} nhiệm vụ (${codes(unreported)})${given === '' ? '' : `; ${GIVEN_ON}: ${given}`}${reminded ? '' : ' – không nhận nhắc'}`,
        };
      }),
      ...(units.length > MOST && { rest: `và ${twoDigits(units.length - MOST)} đơn vị khác` }),
    },
  ];
}

/** Whom a row was given to too late, or whom it is not open to yet: what CAX can settle at once. */
function givenBlocks({ units, shutOut }: Urging): Block[] {
  const named = (list: readonly string[]) => cut(list.join('; '), LONGEST_LIST);
  const given = units.flatMap((unit) => unit.given.map(({ code }) => `${code} (${unit.name})`));
  const shut = shutOut.map(({ code }) => code);
  return [
    ...(given.length === 0
      ? []
      : [
          {
            kind: 'line',
            lead: `Mới giao, chưa báo cáo (${twoDigits(given.length)}): `,
            text: `${named(given)}.`,
          } as const,
        ]),
    ...(shut.length === 0
      ? []
      : [
          {
            kind: 'line',
            lead: `Đầu mối mới chưa gõ được (${twoDigits(shut.length)}): `,
            text: `${named(shut)}. Bấm Đồng bộ bảng tính để đặt quyền ngay; không thì đêm nay hệ thống đặt.`,
          } as const,
        ]),
  ];
}

function unassignedBlocks({ unassigned }: Urging, { hrefOf }: PoliceFacts): Block[] {
  if (unassigned.length === 0) return [];
  return [
    {
      kind: 'list',
      heading: `Chưa giao đầu mối (${twoDigits(unassigned.length)})`,
      tone: 'plain',
      items: unassigned.slice(0, MOST).map(({ code, content }) => {
        const href = hrefOf(code);
        return { lead: `${code}: `, text: cut(content, 90), ...(href !== undefined && { href }) };
      }),
      ...(unassigned.length > MOST && { rest: `và ${twoDigits(unassigned.length - MOST)} nhiệm vụ khác` }),
    },
  ];
}

export interface ErrorFacts {
  readonly commune: string;
  readonly now: Moment;
  /** What the machine was doing, and what came of it, in words. */
  readonly deed: string;
  readonly words: string;
  readonly sheetUrl: string;
  readonly programVersion: string;
}

/** To CAX and the installing account only: the chairman never reads of an error. */
export function errorMail({ commune, now, deed, words, sheetUrl, programVersion }: ErrorFacts): Mail {
  const page: Page = {
    greeting: 'Kính gửi Công an xã và tài khoản cài đặt,',
    conclusion: `Lúc ${formatMoment(now)}, lịch tự động không làm được: ${deed}.`,
    source: 'Hệ thống sẽ tự thử lại. Nội dung đã nhập không bị ảnh hưởng.',
    figures: [],
    blocks: [
      { kind: 'line', lead: 'Nguyên nhân: ', text: cut(words, 400) },
      {
        kind: 'line',
        lead: 'Cần làm: ',
        text: 'Mở bảng, chọn Đề án 06 ▸ Kiểm tra dữ liệu và Đồng bộ bảng tính. Nếu đến chiều vẫn nhận thư này, nhờ tài khoản cài đặt mở Đề án 06 ▸ Thiết lập ban đầu.',
      },
    ],
    open: { label: 'Mở bảng theo dõi', href: sheetUrl },
    foot: [FOOT.nature(commune), FOOT.code('lỗi', programVersion)],
  };
  return { subject: `${SUBJECT.project}[LỖI] ${cut(deed, 50)}`, html: htmlText(page), text: plainText(page) };
}
