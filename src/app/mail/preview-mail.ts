// «Xem trước thư»: the chairman's mail as a closing would cause it now, to the account of CAX that asked and to nobody else (rule 6.16). Nothing is
// closed, booked or kept; each asking is one mail.
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { mailPromise } from '../../core/sending-causes.ts';
import { closedLabel, type PeriodKey, type Version } from '../../core/version.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { versionOf } from '../closing/close-period.ts';
import { whenToClose } from '../closing/describe-closing.ts';
import { documentsOf } from '../closing/documents.ts';
import { makeAside, NOTHING_MADE } from '../closing/make-aside.ts';
import { type ClosingPlan, planClosing } from '../closing/plan-closing.ts';
import { tellVersion } from '../closing/tell-version.ts';
import { observe } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { reasonOf } from '../reason.ts';
import { Refusal } from '../refusal.ts';
import { mailOf } from './send-report.ts';

/** What came of it, in words. @param wanted see `planClosing` @throws Refusal */
export function previewMail(ports: Ports, seeds: ResolvedPlan, to: string, wanted?: PeriodKey): string {
  const plan = planClosing(ports, seeds, wanted);
  const told =
    plan.kind === 'unchanged' && plan.last
      ? tellVersion(ports, seeds, plan.last)
      : tellPlanned(
          ports,
          seeds,
          plan,
          asLookedAt(
            plan,
            versionOf(plan, observe(ports, seeds, { settings: 'all' }).settings, {
              version: plan.version,
              closedAt: ports.now(),
              closedBy: to,
            }),
          ),
        );
  const made = makeAside(ports, `preview|${to}`, () => documentsOf(told, ports.version)) ?? NOTHING_MADE;
  const { subject, ...mail } = mailOf(ports, told, made, false, noticeOf(plan));
  const what = `thư xem trước ${closedLabel(plan)} – bản ${told.report.version}`;
  if (ports.mail.remaining() < 1) throw new Refusal('quota', 'Thư này không tự gửi lại: làm lại vào ngày mai.');
  try {
    ports.mail.send({ ...mail, to, cc: [], subject: `[XEM TRƯỚC] ${subject}` });
  } catch (cause) {
    return `Chưa gửi được ${what}: ${reasonOf(cause)}. Đánh dấu lại để thử lần nữa.`;
  }
  return `Đã gửi ${what} tới ${to}; Chủ tịch không nhận. Chưa chốt gì.`;
}

/** Before the day of the deadline no clock can have missed it: nothing is said of how «đúng hạn» was known. */
function asLookedAt({ days }: ClosingPlan, version: Version): Version {
  return version.closedAt < days.from ? { ...version, stamped: true } : version;
}

/** A version nobody has closed, beside those that were. */
function tellPlanned(ports: Ports, seeds: ResolvedPlan, { estimated, digests }: ClosingPlan, version: Version) {
  const nothing = { finished: [], reported: [], owed: [], extensions: {} };
  const entry: LedgerEntry = {
    ...version,
    ...nothing,
    estimated,
    digests,
    row: -1,
    document: '',
    label: closedLabel(version),
    at: undefined,
  };
  return tellVersion(ports, seeds, entry, version);
}

/** What stands on top: that nobody else has it, and what a closing would do now. */
function noticeOf(plan: ClosingPlan): string {
  const { kind, last, isTold, causes, missing } = plan;
  const whatIf =
    kind === 'preview'
      ? whenToClose(plan)
      : kind === 'unchanged'
        ? `Số liệu đúng như bản ${last?.version ?? 1} đã chốt: tổng hợp lúc này không lập thêm bản, không gửi thêm thư.`
        : isTold
          ? 'Số liệu đúng như bản 0 đã gửi Chủ tịch: chốt lúc này không gửi thêm thư.'
          : causes.length === 0
            ? 'Chốt lúc này thì Chủ tịch nhận đúng thư dưới đây.'
            : mailPromise(causes);
  return `THƯ XEM TRƯỚC, chỉ gửi đồng chí, không gửi ai khác. ${kind === 'unchanged' ? '' : 'Chưa chốt gì. '}${whatIf}${missing === '' ? '' : ` CHƯA ĐỦ: bảng thiếu dòng – ${missing}; Đồng bộ bảng tính trước khi chốt.`}`;
}
