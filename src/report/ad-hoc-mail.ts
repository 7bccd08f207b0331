// The mails of an ad hoc report (form 5.2): what units are asked, what CAX sees of the answers, what the chairman reads.
import { civilOf, formatDay, formatMoment, formatTime, type Moment } from '../core/calendar.ts';
import { twoDigits } from '../core/figures.ts';
import { type AdHocReport, missingUnits } from '../core/report/ad-hoc.ts';
import { shownAuthor } from '../core/report.ts';
import { isOverdue } from '../core/status.ts';
import { type AdHocBefore, adHocNumbers, correctionBlocks } from './ad-hoc-correction.ts';
import { footOf, type Mail, mailFrom } from './mail.ts';
import { cut, type PageBlock, type PageItem } from './page.ts';
import { withCarried } from './raised-words.ts';
import { LONGEST_SUBJECT } from './subject.ts';
import { LONGEST, proposalItem, requestsBlock, taskList, unitOf } from './task-sections.ts';
import { uncountedWords } from './words/ad-hoc.ts';
import { OPENING, OVERDUE, PROPOSALS, TASKS } from './words/chairman-mail.ts';
import { AGAIN, counted, FOOT, greeting, SUBJECT } from './words/shared.ts';
import { zaloRequest } from './zalo.ts';

export interface AdHocFacts {
  readonly commune: string;
  readonly standingBody: string;
  readonly sheetUrl: string;
  readonly replyTo: string;
  readonly resend: boolean;
}

const MOST_ROWS = 20;

const urgent = ({ urgency }: Pick<AdHocReport, 'urgency'>) => (urgency === undefined ? '' : `[${urgency}]`);
const tagsOf = (report: AdHocReport, resend: boolean) =>
  `${SUBJECT.project}${urgent(report)}${resend ? ` ${SUBJECT.again}` : ''}`;
/** «16:00 20/5». */
function shortMoment(moment: Moment): string {
  const { day, month } = civilOf(moment);
  return `${formatTime(moment)} ${day}/${month}`;
}
const reasonOf = ({ basis }: AdHocReport) => (basis === '' ? '' : ` (theo ${cut(basis, LONGEST.reason)})`);
const fullUnits = ({ units }: AdHocReport) => units.filter(({ asked, answered }) => answered === asked);

/** The subject cut, never the deadline behind it. */
function fitted(front: string, subject: string, behind: string): string {
  return `${front}${cut(subject, Math.max(10, LONGEST_SUBJECT - front.length - behind.length))}${behind}`;
}

export interface AskedFacts extends AdHocFacts {
  /** Address of a task's row; undefined where the row is not there. */
  hrefOf(code: string): string | undefined;
  /** Address of the unit's own look at the sheet. */
  readonly view: string;
  /** «Kỳ 05/2024»: the period that is open. */
  readonly openLabel: string;
}

/** To a unit that is asked. @param codes its rows */
export function requestMail(report: AdHocReport, unit: string, codes: readonly string[], facts: AskedFacts): Mail {
  const { id, window, subject } = report;
  const own = report.tasks.filter(({ code }) => codes.includes(code));
  const rest = own.length - MOST_ROWS;
  const until = `${formatTime(window.to)} ngày ${formatDay(window.to)}`;
  return mailFrom(
    `${tagsOf(report, facts.resend)} Đột xuất: ${twoDigits(own.length)} nhiệm vụ cần báo cáo trước ${shortMoment(window.to)}`,
    {
      ...(facts.resend && { notice: AGAIN }),
      greeting: greeting(unit),
      conclusion: `Đề nghị báo cáo trước ${until}: ${cut(subject, LONGEST.proposal)}${reasonOf(report)}.`,
      source: `Yêu cầu đột xuất ${id} của ${facts.standingBody}, lúc ${formatMoment(window.from)}. Bấm vào từng dòng để mở đúng chỗ cần ghi.`,
      figures: [],
      blocks: [
        {
          kind: 'list',
          heading: counted('Nhiệm vụ cần báo cáo', own.length),
          tone: 'warning',
          items: own.slice(0, MOST_ROWS).map(({ code, content }): PageItem => {
            const href = facts.hrefOf(code);
            return { lead: `${code}: `, text: cut(content, 90), ...(href !== undefined && { href }) };
          }),
          ...(rest > 0 && { rest: TASKS.more(rest) }),
        },
        { kind: 'line', text: howToAnswer(facts.openLabel) },
      ],
      open: { label: 'Mở các dòng của đơn vị', href: facts.view },
      foot: footOf(facts, `${id}|yêu cầu`),
    },
  );
}

const howToAnswer = (period: string) =>
  `Ghi vào các cột của tab Nhiệm vụ như báo cáo tháng. Dòng đã ghi mà không có gì thay đổi: chọn lại Kỳ báo cáo là «${period}» để xác nhận; dòng chưa ghi gì: chọn Tình trạng. Trả lời này ` +
  'cũng là cập nhật của tháng, không phải ghi lại lần nữa. Chỉ ghi số liệu tổng hợp, không ghi số định danh, số điện thoại của người dân.';

export interface AdHocPoliceFacts extends AdHocFacts {
  /** asked: the requests have left · ended: the time to answer is over. */
  readonly stage: 'asked' | 'ended';
  /** Units without an address, and those that could not be written to, with the reason. */
  readonly unreachable: readonly string[];
  readonly failed: readonly string[];
  readonly unassigned: readonly string[];
}

/** To CAX: whom the request has reached; when time is over, who has answered. */
export function adHocPoliceMail(report: AdHocReport, facts: AdHocPoliceFacts): Mail {
  const { id, subject, window, units } = report;
  const ended = facts.stage === 'ended';
  const { late, unasked } = missingUnits(report);
  const full = fullUnits(report).length;
  const reached = units.filter((unit) => unit.reached).length;
  const n = units.length;
  const open = [
    ...(late.length === 0 ? [] : [`${twoDigits(late.length)} đơn vị còn thiếu`]),
    ...(unasked.length === 0 ? [] : [`${twoDigits(unasked.length)} đơn vị chưa gửi được yêu cầu`]),
  ];
  const what = ended
    ? `${id} đã hết hạn trả lời: ${open.length === 0 ? 'các đơn vị đã trả lời đủ' : open.join(', ')}`
    : `${id}: đã yêu cầu ${reached === n ? twoDigits(n) : `${reached}/${n}`} đơn vị trả lời trước ${shortMoment(window.to)}`;
  return mailFrom(`${tagsOf(report, facts.resend)} ${what}`, {
    ...(facts.resend && { notice: AGAIN }),
    greeting: greeting(facts.standingBody),
    conclusion: ended
      ? `Đã đến hạn trả lời yêu cầu đột xuất ${id}: ${full}/${units.length} đơn vị trả lời đủ. Mở Đề án 06 ▸ Báo cáo đột xuất để tổng hợp; hệ thống không tự chốt báo cáo đột xuất.`
      : `Đã gửi yêu cầu đột xuất ${id} tới ${reached === n ? twoDigits(n) : `${reached}/${n}`} đơn vị, trả lời trước ${formatTime(window.to)} ngày ${formatDay(window.to)}.`,
    source: `Nội dung: ${cut(subject, LONGEST.proposal)}${reasonOf(report)}.`,
    figures: [],
    blocks: [
      ...(late.length === 0
        ? []
        : [
            {
              kind: 'list',
              heading: counted(ended ? 'Đơn vị chưa trả lời đủ' : 'Đơn vị được hỏi', late.length),
              tone: ended ? 'warning' : 'plain',
              items: late.map(({ name, asked, answered }) => ({
                lead: `${name}: `,
                text: `${answered}/${asked} nhiệm vụ`,
              })),
            } as const,
          ]),
      ...line(
        `Chưa gửi được yêu cầu (${twoDigits(unasked.length)}), nhờ báo qua Zalo: `,
        ended ? unasked.map(({ name }) => name).join(', ') : '',
      ),
      ...line('', ended ? uncountedWords(report, ({ code }) => code) : ''),
      ...line('Chưa có e-mail nhận nhắc, nhờ báo qua Zalo: ', facts.unreachable.join(', ')),
      ...line('Không gửi được: ', facts.failed.map((words) => cut(words, 200)).join('; ')),
      ...line('Chưa giao đầu mối, không ai được hỏi: ', facts.unassigned.join(', ')),
      ...(late.length + unasked.length === 0
        ? []
        : [
            {
              kind: 'copy',
              heading: 'Tin Zalo soạn sẵn',
              text: zaloRequest(
                report,
                units.filter((unit) => late.includes(unit) || unasked.includes(unit)).map(({ name }) => name),
                facts,
              ),
            } as const,
          ]),
    ],
    open: { label: 'Mở bảng theo dõi', href: facts.sheetUrl },
    foot: footOf(facts, `${id}|${ended ? 'hết hạn' : 'yêu cầu'}`),
  });
}

export interface AdHocChairmanFacts extends AdHocFacts {
  readonly chairmanTitle: string;
  readonly version: number;
  /** The version this one corrects, where one was sent. */
  readonly corrects?: number | undefined;
  /** That version, where its rows are still what was closed. */
  readonly before?: AdHocBefore | undefined;
  /** When it must be sent on. */
  readonly dueAt?: Moment;
  readonly attachments: readonly string[];
  /** They could not be made. */
  readonly unattached?: boolean;
}

/** To the chairman: what was answered, what is wanted of him, and until when it must be sent on. */
export function adHocChairmanMail(report: AdHocReport, facts: AdHocChairmanFacts): Mail {
  const { id, subject, closedAt, window, units, tasks, difficulties, proposals } = report;
  const { version, corrects, dueAt, resend } = facts;
  const trace = `${id}|v${version}`;
  const full = fullUnits(report);
  const { late, unasked } = missingUnits(report);
  const overdue = tasks.filter(({ status }) => isOverdue(status));
  const numbers = adHocNumbers(report);
  const correction = corrects === undefined ? '' : SUBJECT.correction(version);
  const sendOn = dueAt === undefined ? '' : ` – hạn gửi ${shortMoment(dueAt)}`;
  return mailFrom(
    fitted(
      `${SUBJECT.project}${urgent(report)}${correction}${resend ? ` ${SUBJECT.again}` : ''} Đột xuất: `,
      subject,
      sendOn,
    ),
    {
      ...(resend && { notice: OPENING.again }),
      greeting: OPENING.greeting(facts.chairmanTitle),
      conclusion: `Báo cáo đột xuất: ${cut(subject, LONGEST.proposal)}${reasonOf(report)}. ${full.length}/${units.length} đơn vị trả lời đủ${
        dueAt === undefined ? '' : `; phải gửi trước ${formatTime(dueAt)} ngày ${formatDay(dueAt)}`
      }.`,
      source: `Số liệu lúc ${formatMoment(closedAt)}, ${facts.standingBody} tổng hợp${corrects === undefined ? '' : ` (bản ${version}, đính chính bản ${corrects})`}; yêu cầu lúc ${formatMoment(window.from)}, đơn vị trả lời trước ${formatMoment(window.to)}.`,
      figures: [
        {
          label: 'Đơn vị trả lời đủ',
          value: numbers['Đơn vị trả lời đủ'],
          tone: full.length === units.length ? 'good' : 'warning',
        },
        { label: 'Nhiệm vụ đã trả lời', value: numbers['Nhiệm vụ đã trả lời'], tone: 'plain' },
        { label: 'Đã hoàn thành', value: numbers['Đã hoàn thành'], tone: 'plain' },
        { label: 'Đang quá hạn', value: numbers['Đang quá hạn'], tone: overdue.length === 0 ? 'good' : 'alarm' },
      ],
      blocks: [
        ...correctionBlocks(report, facts.before),
        ...taskList(proposals, {
          heading: PROPOSALS.heading,
          tone: 'warning',
          item: (task) => ({
            ...proposalItem(task, { label: id, trace, replyTo: facts.replyTo }),
            text: withCarried(cut(task.proposal ?? '', LONGEST.proposal), task.raised?.proposal),
          }),
        }),
        ...requestsBlock(report),
        ...taskList(overdue, {
          heading: OVERDUE.heading,
          tone: 'alarm',
          item: (task) => ({
            lead: OVERDUE.lead(task.code, -(task.daysLeft ?? 0)),
            text: cut(task.content, LONGEST.content),
            detail: unitOf(task),
          }),
        }),
        ...line(
          `Chưa gửi được yêu cầu (${twoDigits(unasked.length)}): `,
          unasked.map(({ name }) => cut(name, LONGEST.unit)).join(', '),
        ),
        ...line(
          `Đơn vị chưa trả lời đủ (${twoDigits(late.length)}): `,
          late.map(({ name, asked, answered: n }) => `${cut(name, LONGEST.unit)} (${n}/${asked})`).join(', '),
        ),
        ...line(
          '',
          uncountedWords(report, ({ code }) => code),
        ),
        ...taskList(difficulties, {
          heading: 'Khó khăn, vướng mắc',
          tone: 'plain',
          item: (task) => ({
            lead: `${task.code} – `,
            text: withCarried(cut(task.difficulty ?? '', LONGEST.reason), task.raised?.difficulty),
            detail: cut(shownAuthor(task, 'difficulty'), LONGEST.author),
          }),
        }),
      ],
      open: { label: FOOT.open, href: facts.sheetUrl },
      foot: footOf(facts, trace),
    },
  );
}

function line(lead: string, text: string): PageBlock[] {
  return text === '' ? [] : [{ kind: 'line', lead, text: `${text}.` }];
}
