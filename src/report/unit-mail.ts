// The mail that reminds a unit (product §6): what it has not reported, what falls due, what is overdue; each row one tap away.
import { formatDay, formatDayMonth } from '../core/calendar.ts';
import { ENTRY_HEADINGS } from '../core/entry-block.ts';
import { twoDigits } from '../core/figures.ts';
import { periodName, type Window } from '../core/period.ts';
import type { UrgedTask, UrgedUnit, Urging } from '../core/urging.ts';
import type { Mail } from './chairman-mail.ts';
import { htmlText } from './html-page.ts';
import { type Block, cut, type Item, type Page, type Tone } from './page.ts';
import { plainText } from './plain-page.ts';
import { OVERDUE } from './words/chairman-mail.ts';
import { FOOT, GIVEN_ON, SUBJECT } from './words/shared.ts';

export interface UrgingFacts {
  readonly commune: string;
  readonly standingBody: string;
  readonly replyTo: string;
  readonly programVersion: string;
  /** Window of the period; both days inside. */
  readonly window: Window;
  readonly round: number;
  readonly resend: boolean;
  /** Address of a task's row; undefined where the row is not there. */
  hrefOf(code: string): string | undefined;
  /** Address of the unit's own look at the sheet. */
  viewOf(unit: string): string;
}

/** Rows named in a part; the rest is counted, the button leads to all. */
const MOST_ROWS = 12;
const LONGEST_CONTENT = 90;

export function unitMail(unit: UrgedUnit, urging: Urging, facts: UrgingFacts): Mail {
  const page = unitPage(unit, urging, facts);
  return { subject: subjectOf(unit, urging, facts), html: htmlText(page), text: plainText(page) };
}

/** The number CAX reads of the unit too: rows it cannot type in are in its account all the same. */
const unreportedIn = ({ missing, elsewhere }: UrgedUnit) => missing.length + elsewhere.length;

/** Days until the last day in time; negative behind it. */
const daysTo = ({ today }: Urging, { window }: UrgingFacts) => window.to - today;

function subjectOf(unit: UrgedUnit, urging: Urging, facts: UrgingFacts): string {
  const tags = facts.resend ? `${SUBJECT.project} ${SUBJECT.again}` : SUBJECT.project;
  const { given, dueSoon, overdue } = unit;
  const period = periodName(urging.period);
  const days = daysTo(urging, facts);
  const n = unreportedIn(unit);
  const rows = `${twoDigits(n)} nhiệm vụ chưa cập nhật ${period}`;
  if (n === 0) {
    const parts = [
      ...(given.length > 0 ? [`${twoDigits(given.length)} nhiệm vụ mới giao`] : []),
      ...(overdue.length > 0 ? [`${twoDigits(overdue.length)} nhiệm vụ quá hạn`] : []),
      ...(dueSoon.length > 0 ? [`${twoDigits(dueSoon.length)} nhiệm vụ sắp đến hạn`] : []),
    ];
    return `${tags} ${parts.join(', ')}`;
  }
  if (days < 0) return `${tags} Đã quá hạn báo cáo: ${rows}`;
  return days === 0 ? `${tags} Hôm nay là hạn cuối: ${rows}` : `${tags} Còn ${days} ngày: ${rows}`;
}

function unitPage(unit: UrgedUnit, urging: Urging, facts: UrgingFacts): Page {
  const { window, commune, standingBody, replyTo, programVersion, round } = facts;
  const { missing, given, dueSoon, overdue } = unit;
  const period = periodName(urging.period);
  const isLate = daysTo(urging, facts) < 0;
  const n = unreportedIn(unit);
  const conclusion =
    n === 0
      ? `${given.length > 0 ? `Đơn vị mới nhận ${twoDigits(given.length)} nhiệm vụ` : unit.owed === 0 ? `Đơn vị không có nhiệm vụ phải cập nhật ${period}` : `Đơn vị đã cập nhật đủ ${period}`}; xin lưu ý các nhiệm vụ dưới đây.`
      : `Còn ${twoDigits(n)} trong ${twoDigits(unit.owed)} nhiệm vụ chưa cập nhật ${period}${elsewhereWords(unit)}. ` +
        (isLate
          ? `Hạn báo cáo là hết ngày ${formatDay(window.to)}; đề nghị cập nhật ngay.`
          : `Đề nghị cập nhật trước 24 giờ ngày ${formatDay(window.to)}.`);
  return {
    ...(facts.resend && { notice: 'Thư gửi lại: lần gửi trước không rõ đã đến hay chưa.' }),
    greeting: `Kính gửi ${unit.name},`,
    conclusion,
    source: `Kỳ báo cáo từ ${formatDay(window.from)} đến ${formatDay(window.to)}. Bấm vào từng dòng để mở đúng chỗ cần ghi.`,
    figures: [],
    blocks: [
      ...part('Chưa báo cáo', 'warning', missing, facts),
      ...part('Mới giao, chưa báo cáo', 'plain', given, facts),
      ...givenBlocks(given),
      ...blankBlocks([...missing, ...given]),
      ...part('Sắp đến hạn', 'plain', dueSoon, facts),
      ...part('Quá hạn', 'alarm', overdue, facts),
      ...(overdue.length === 0 ? [] : [{ kind: 'line', lead: 'Nhiệm vụ quá hạn: ', text: EXPLAIN } as const]),
      { kind: 'line', text: GUIDE },
    ],
    open: { label: 'Mở các dòng của đơn vị', href: facts.viewOf(unit.code) },
    foot: [
      FOOT.nature(commune),
      ...(replyTo === '' ? [] : [FOOT.reply(standingBody, replyTo)]),
      FOOT.code(`${urging.period.year}-${twoDigits(urging.period.month)}|nhắc ${round}|${unit.code}`, programVersion),
    ],
  };
}

/** What it cannot do anything about, by code. */
function elsewhereWords({ elsewhere }: UrgedUnit): string {
  const named = (words: string, tasks: readonly UrgedTask[]) =>
    tasks.length === 0
      ? []
      : [`${twoDigits(tasks.length)} ${words} (${cut(tasks.map(({ code }) => code).join(', '), LONGEST_CONTENT)})`];
  const parts = [
    ...named(
      GIVEN_ON,
      elsewhere.filter(({ shutOut }) => !shutOut),
    ),
    ...named(
      'chưa gõ được',
      elsewhere.filter(({ shutOut }) => shutOut),
    ),
  ];
  return parts.length === 0 ? '' : `, trong đó ${parts.join(', ')}`;
}

const GUIDE =
  'Nhiệm vụ thường xuyên: ghi kết quả trong kỳ; không có việc thì chọn Không phát sinh và ghi lý do. Dòng đã ghi mà không có gì ' +
  'thay đổi: chọn Kỳ báo cáo là kỳ đang mở. Chỉ ghi số liệu tổng hợp, không ghi số định danh, số điện thoại của người dân.';

/** Why they are held against nobody, and which cannot be typed in yet. */
function givenBlocks(given: readonly UrgedTask[]): Block[] {
  const shut = given.filter(({ shutOut }) => shutOut);
  const line = (lead: string, text: string): Block => ({ kind: 'line', lead, text });
  return [
    ...(given.length === shut.length
      ? []
      : [line('Nhiệm vụ mới giao: ', 'giao sau kỳ nhắc nên kỳ này không tính thiếu, không tính chậm.')]),
    ...(shut.length === 0
      ? []
      : [
          line(
            `Chưa gõ được (${shut.map(({ code }) => code).join(', ')}): `,
            'chờ Công an xã Đồng bộ bảng tính, hoặc sáng hôm sau gõ.',
          ),
        ]),
  ];
}

/** Choosing Kỳ báo cáo confirms what stands; in an empty row nothing stands. */
function blankBlocks(asked: readonly UrgedTask[]): Block[] {
  const blank = asked.filter((task) => task.blank);
  if (blank.length === 0) return [];
  const which = blank.length === asked.length ? '' : `: ${blank.map(({ code }) => code).join(', ')}`;
  const lead = `Dòng chưa ghi gì (${twoDigits(blank.length)}${which}): `;
  return [
    {
      kind: 'line',
      lead,
      text: `chọn ${ENTRY_HEADINGS.state}; chỉ chọn ${ENTRY_HEADINGS.period} thì chưa tính là đã báo cáo.`,
    },
  ];
}

const EXPLAIN = `đề nghị ghi nguyên nhân vào cột ${ENTRY_HEADINGS.difficulty} và ngày dự kiến hoàn thành vào cột ${ENTRY_HEADINGS.proposal}.`;

function part(heading: string, tone: Tone, tasks: readonly UrgedTask[], facts: UrgingFacts): Block[] {
  if (tasks.length === 0) return [];
  const rest = tasks.length - MOST_ROWS;
  return [
    {
      kind: 'list',
      heading: `${heading} (${twoDigits(tasks.length)})`,
      tone,
      items: tasks.slice(0, MOST_ROWS).map((task) => row(task, facts)),
      ...(rest > 0 && { rest: `và ${twoDigits(rest)} nhiệm vụ khác trong bảng theo dõi` }),
    },
  ];
}

function row({ code, content, due, daysLeft, forwardedFrom, expected }: UrgedTask, { hrefOf }: UrgingFacts): Item {
  const href = hrefOf(code);
  return {
    lead: `${code}: `,
    text: cut(content, LONGEST_CONTENT),
    ...(due !== undefined &&
      daysLeft !== undefined && {
        detail: expected ? expectedWords(due, daysLeft) : dueWords(due, daysLeft, forwardedFrom),
      }),
    ...(href !== undefined && { href }),
  };
}

/** No count of days: nobody is late with it. */
function expectedWords(due: number, daysLeft: number): string {
  return `dự kiến ${formatDayMonth(due)}${daysLeft < 0 ? ', đã quá thời gian dự kiến (không tính quá hạn)' : ''}`;
}

function dueWords(due: number, daysLeft: number, forwardedFrom: number | undefined): string {
  const day = `hạn ${forwardedFrom === undefined ? formatDayMonth(due) : formatDay(due)}`;
  const handedOn = forwardedFrom === undefined ? '' : `, ${OVERDUE.forwarded(forwardedFrom)}`;
  if (daysLeft < 0) return `${day}, quá ${-daysLeft} ngày${handedOn}`;
  return daysLeft === 0 ? `${day}, hôm nay` : `${day}, còn ${daysLeft} ngày`;
}
