// Menu: Đồng bộ bảng tính… The changes are shown by weight, asked about once, and shown again where they grew meanwhile.

import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { IMPACT_WORDS, PREVIEW_LINES } from '../../sheet/describe.ts';
import { requireKeeper } from '../observe.ts';
import type { Person } from '../person.ts';
import type { Ports } from '../ports.ts';
import { requireRights } from './missing-rights.ts';
import { offerBack } from './returned.ts';
import { applySync, DISPUTED, isSettled, planReturning, planSync, type SyncPlan } from './sync.ts';
import { writePreview } from './write-preview.ts';

/** @throws Refusal */
export function syncAsked(ports: Ports, seeds: ResolvedPlan, person: Person, title: string): void {
  const plan = planSync(ports, seeds);
  requireKeeper(plan.settings, ports);
  requireRights(ports, plan);
  synchronise(ports, seeds, person, title, plan);
}

/** Shows, asks, applies; shows again where the plan grew meanwhile. False where the person said no. */
export function synchronise(
  ports: Ports,
  seeds: ResolvedPlan,
  person: Person,
  title: string,
  first: SyncPlan,
): boolean {
  if (isSettled(first)) {
    person.tell(title, ['Bảng đã đúng, không có gì phải sửa.', ...previewLines(first)].join('\n'));
    return true;
  }
  let plan = withReturned(ports, seeds, person, title, first);
  for (;;) {
    if (!person.ask(title, previewText(ports, plan))) return false;
    const outcome = applySync(ports, seeds, plan);
    if (outcome.kind === 'applied' && outcome.disputes.length > 0) {
      person.tell(title, `${DISPUTED}\n${outcome.disputes.map((words) => `• ${words}`).join('\n')}`);
    }
    if (outcome.kind !== 'grew') return true;
    plan = outcome.plan;
  }
}

/** What people had typed into rows and columns that were deleted is offered back before anything else is asked. */
function withReturned(ports: Ports, seeds: ResolvedPlan, person: Person, title: string, plan: SyncPlan): SyncPlan {
  const offer = offerBack(ports, seeds, plan);
  if (!offer) return plan;
  const question = [
    'Có dòng hoặc cột của tab Nhiệm vụ hoặc Chỉ tiêu đã bị xóa. Hệ thống còn giữ nội dung của:',
    ...offer.lines,
    '',
    'Điền lại nội dung đó khi khôi phục? (Không: khôi phục để trống.)',
  ];
  return person.ask(title, question.join('\n')) ? planReturning(ports, seeds, plan, offer.returned) : plan;
}

/** The changes by weight; a long list stands whole in a tab of its own. */
function previewText(ports: Ports, plan: SyncPlan): string {
  const lines = previewLines(plan);
  if (lines.length <= PREVIEW_LINES) return [...lines, '', 'Thực hiện các thay đổi trên?'].join('\n');
  const title = writePreview(ports, plan);
  // What people should know comes before what is the same twenty times over.
  const { warnings } = plan;
  const first = [...lines.slice(lines.length - warnings.length, lines.length - warnings.length + 3)];
  const room = PREVIEW_LINES - 4 - first.length;
  return [
    ...first,
    ...lines.slice(0, room),
    `… tất cả ${lines.length} dòng: xem danh sách đầy đủ ở tab «${title}».`,
    '',
    'Thực hiện ngay? (Không: đọc tab đó rồi bấm lại Đồng bộ bảng tính.)',
  ].join('\n');
}

function previewLines({ lines, warnings }: SyncPlan): string[] {
  return [
    ...lines.map(({ impact, text }) => `${IMPACT_WORDS[impact]}: ${text}`),
    ...warnings.map((text) => `Lưu ý: ${text}`),
  ];
}
