// Menu: Đồng bộ bảng tính… The changes are shown by weight, asked about once, and shown again where they grew meanwhile.

import { requireKeeper } from '../../app/observe.ts';
import type { Ports } from '../../app/ports.ts';
import { requireRights } from '../../app/sync/missing-rights.ts';
import { offerBack } from '../../app/sync/returned.ts';
import { applySync, DISPUTED, isSettled, planReturning, planSync, type SyncPlan } from '../../app/sync/sync.ts';
import { writePreview } from '../../app/sync/write-preview.ts';
import { IMPACT_WORDS, PREVIEW_LINES } from '../../sheet/describe.ts';
import { ask, tell } from '../dialog.ts';
import { portsFor } from '../ports.ts';
import { SEEDS } from '../seeds.ts';
import { theFile } from '../the-file.ts';
import { throughDoor } from '../through-door.ts';

/** Menu: Đồng bộ bảng tính… */
export function syncSheet(): void {
  throughDoor('Đồng bộ bảng tính', () => {
    const ports = portsFor(theFile());
    const plan = planSync(ports, SEEDS);
    requireKeeper(plan.settings, ports);
    requireRights(ports, plan);
    synchronise(ports, 'Đồng bộ bảng tính', plan);
  });
}

/** Shows, asks, applies; shows again where the plan grew meanwhile. False where the person said no. */
export function synchronise(ports: Ports, title: string, first: SyncPlan): boolean {
  if (isSettled(first)) {
    tell(title, ['Bảng đã đúng, không có gì phải sửa.', ...previewLines(first)].join('\n'));
    return true;
  }
  let plan = withReturned(ports, title, first);
  for (;;) {
    if (!ask(title, previewText(ports, plan))) return false;
    const outcome = applySync(ports, SEEDS, plan);
    if (outcome.kind === 'applied' && outcome.disputes.length > 0) {
      tell(title, `${DISPUTED}\n${outcome.disputes.map((words) => `• ${words}`).join('\n')}`);
    }
    if (outcome.kind !== 'grew') return true;
    plan = outcome.plan;
  }
}

/** What people had typed into rows and columns that were deleted is offered back before anything else is asked. */
function withReturned(ports: Ports, title: string, plan: SyncPlan): SyncPlan {
  const offer = offerBack(ports, SEEDS, plan);
  if (!offer) return plan;
  const question = [
    'Có dòng hoặc cột của tab Nhiệm vụ hoặc Chỉ tiêu đã bị xóa. Hệ thống còn giữ nội dung của:',
    ...offer.lines,
    '',
    'Điền lại nội dung đó khi khôi phục? (Không: khôi phục để trống.)',
  ];
  return ask(title, question.join('\n')) ? planReturning(ports, SEEDS, plan, offer.returned) : plan;
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
