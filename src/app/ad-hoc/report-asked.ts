// «Báo cáo đột xuất…» where somebody can be asked: one question a line of «Đột xuất» that has a next step.

import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { untick } from '../clock/serve-ticks.ts';
import type { Person } from '../person.ts';
import type { Ports } from '../ports.ts';
import { AD_HOC_DEED, describeAdHoc, inOneLine } from './describe-ad-hoc.ts';
import { freezeAdHoc } from './freeze-ad-hoc.ts';
import { lookForLines, planAdHoc } from './plan-ad-hoc.ts';

/** @throws Refusal */
export function reportAsked(ports: Ports, seeds: ResolvedPlan, person: Person): void {
  const lines = lookForLines(ports, seeds);
  if (lines.length === 0) person.tell(AD_HOC_DEED, NO_LINES);
  lines.forEach((id, i) => {
    takeStep(ports, seeds, person, id, lines.length === 1 ? '' : ` (${i + 1}/${lines.length})`);
  });
}

/** @param place behind the title: which of how many */
function takeStep(ports: Ports, seeds: ResolvedPlan, person: Person, id: string, place: string): void {
  let plan = planAdHoc(ports, seeds, id);
  for (;;) {
    const words = describeAdHoc(plan);
    const { text, asks } = words;
    const title = words.title + place;
    if (!asks) person.tell(title, text);
    if (!asks || !person.ask(title, text)) {
      // No is no: the clock must not do by the tick what was just declined.
      if (plan.ticked) untick(ports, seeds, id, asks ? 'Đã trả lời «Không», chưa làm gì' : inOneLine(words));
      return;
    }
    const outcome = freezeAdHoc(ports, seeds, plan);
    if (outcome.kind === 'done') {
      person.tell(title, `${outcome.words}.`);
      return;
    }
    plan = outcome.plan;
  }
}

const NO_LINES =
  'Không có yêu cầu nào chờ xử lý. Yêu cầu mới: ghi một dòng ở tab Đột xuất: Nội dung, Phạm vi, Hạn đơn vị trả lời (và Căn cứ, Mức khẩn nếu có), rồi ' +
  'bấm lại Báo cáo đột xuất. Để lập bản đính chính của yêu cầu đã tổng hợp: đánh dấu ô Chọn của dòng đó trước.';
