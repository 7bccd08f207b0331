// A report out of turn in words: what CAX reads before saying yes, and what the sheet keeps of it. At most fifteen lines.
import { formatMoment } from '../../core/calendar.ts';
import { twoDigits } from '../../core/figures.ts';
import { missingUnits } from '../../core/report/ad-hoc.ts';
import { mailPromise } from '../../core/sending-causes.ts';
import { adHocReproaches } from '../../report/ad-hoc-correction.ts';
import { uncountedWords } from '../../report/words/ad-hoc.ts';
import type { Shown } from '../closing/ask-and-freeze.ts';
import { firstNamed } from '../fitted.ts';
import type { AdHocPlan } from './plan-ad-hoc.ts';

export const AD_HOC_DEED = 'Báo cáo đột xuất';
const NAMED = 4;
/** Of what was typed; an alert is small. */
const LONGEST = 160;

/** What comes of a closing; it was asked for by a person, so that «Tự động gửi» holds nothing back (rule 6.12). */
function sentTo({ causes }: AdHocPlan): string {
  const holding = causes.filter(({ cause }) => cause !== 'off' && cause !== 'over');
  return `Hệ thống lập văn bản. ${mailPromise(holding)}`;
}

export function describeAdHoc(plan: AdHocPlan): Shown {
  const { id, kind, version, detail, problems } = plan;
  const { subject, basis, to, dueAt, urgency } = detail;
  const head = [
    `Nội dung: ${short(subject)}${urgency ? ` [${urgency}]` : ''}`,
    ...(basis === '' ? [] : [`Căn cứ: ${short(basis)}`]),
  ];
  const sentOn = dueAt === undefined ? [] : [`Hạn báo cáo cấp trên: ${formatMoment(dueAt)}.`];
  switch (kind) {
    case 'unready':
      return {
        title: `${id} chưa đủ để thực hiện`,
        text: [...problems, `Sửa ở dòng ${id}, tab Đột xuất, rồi làm lại.`].join('\n'),
        asks: false,
      };
    case 'unchanged':
      return {
        title: `${id}: không có gì thay đổi`,
        text: `Số liệu đúng như bản ${version - 1} đã chốt; không lập thêm bản.`,
        asks: false,
      };
    case 'ask':
      return {
        title: `${AD_HOC_DEED} ${id}: gửi yêu cầu`,
        text: [
          ...head,
          `Phạm vi: ${scopeWords(plan)}: ${listed(plan.units.map(({ name }) => name))}.`,
          `Hạn đơn vị trả lời: ${formatMoment(to)}.`,
          ...sentOn,
          ...unreachableLines(plan),
          'Gửi yêu cầu tới các đơn vị này? Hệ thống gửi thư trong khoảng 10 phút.',
        ].join('\n'),
        asks: true,
      };
    case 'close':
      return {
        title: `${AD_HOC_DEED} ${id}: ${version > 1 ? `${plan.corrects ? 'đính chính' : 'tổng hợp lại'} – bản ${version}` : 'tổng hợp'}`,
        text: [
          ...head,
          `Đã hỏi: ${scopeWords(plan)}.`,
          ...(plan.scopeChanged
            ? ['Phạm vi ghi ở dòng nay khác phạm vi đã hỏi: bản này vẫn theo phạm vi đã hỏi.']
            : []),
          ...(plan.changed.length === 0
            ? []
            : [`Khác bản ${version - 1} (${plan.changed.length}): ${listed(plan.changed)}.`]),
          ...(plan.before ? adHocReproaches(plan.report, plan.before, (code) => code).map((words) => `${words}.`) : []),
          `${answeredWords(plan)}.`,
          ...missingLines(plan),
          `Đơn vị được trả lời đến ${formatMoment(to)}${plan.ripe ? '' : ': CHƯA HẾT HẠN'}.`,
          ...sentOn,
          `Chốt thành bản ${version}? ${sentTo(plan)}`,
        ].join('\n'),
        asks: true,
      };
  }
}

/** For the line itself, where there is nothing to ask. */
export function inOneLine({ title, text }: Shown): string {
  return [title, ...text.split('\n')].join(' – ');
}

/** Why a tick closes nothing yet. */
export function notRipe(plan: AdHocPlan): string {
  return `Chưa tổng hợp: ${answeredWords(plan)}, hạn trả lời đến ${formatMoment(plan.detail.to)}. Đánh dấu lại khi đã trả lời đủ hoặc hết hạn; muốn tổng hợp ngay thì dùng Đề án 06 ▸ ${AD_HOC_DEED} trên máy tính`;
}

/** For «Kết quả», «Ghi chú» and «Nhật ký». */
export function adHocSummary(plan: AdHocPlan): string {
  if (plan.version === 0) return `Đã yêu cầu ${scopeWords(plan)}, trả lời trước ${formatMoment(plan.detail.to)}`;
  const { late, unasked } = missingUnits(plan.report);
  const named = (words: string, units: readonly { name: string }[]) =>
    units.length === 0 ? '' : `; ${words}: ${units.map(({ name }) => name).join(', ')}`;
  return `Đã tổng hợp bản ${plan.version}: ${answeredWords(plan)}${named('chưa đủ', late)}${named('chưa gửi được yêu cầu', unasked)}`;
}

function scopeWords({ rows, units }: AdHocPlan): string {
  return `${twoDigits(rows.length)} nhiệm vụ của ${twoDigits(units.length)} đơn vị`;
}

function answeredWords({ report: { units, tasks } }: AdHocPlan): string {
  const full = units.filter(({ asked, answered }) => answered === asked);
  const answered = tasks.filter(({ reported }) => reported);
  return `${full.length}/${units.length} đơn vị trả lời đủ, ${answered.length}/${tasks.length} nhiệm vụ`;
}

function missingLines({ report }: AdHocPlan): string[] {
  const uncounted = uncountedWords(report, ({ code }) => code);
  const { late, unasked } = missingUnits(report);
  return [
    ...(late.length === 0
      ? []
      : [`Chưa trả lời đủ: ${listed(late.map(({ name, asked, answered }) => `${name} (${answered}/${asked})`))}.`]),
    ...(unasked.length === 0 ? [] : [`Chưa gửi được yêu cầu: ${listed(unasked.map(({ name }) => name))}.`]),
    ...(uncounted === '' ? [] : [`${uncounted}.`]),
  ];
}

function unreachableLines({ units, unassigned }: AdHocPlan): string[] {
  const silent = units.filter(({ emails }) => emails.length === 0).map(({ name }) => name);
  return [
    ...(silent.length === 0 ? [] : [`Chưa có e-mail, cần báo qua Zalo: ${listed(silent)}.`]),
    ...(unassigned.length === 0 ? [] : [`Chưa giao đầu mối, không ai được hỏi: ${listed(unassigned)}.`]),
  ];
}

const listed = (names: readonly string[]) => firstNamed(names, NAMED);

function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
