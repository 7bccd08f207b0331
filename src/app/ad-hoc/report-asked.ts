// «Báo cáo đột xuất…» where somebody can be asked: one question a line of «Đột xuất» that has a next step.

import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { untick } from '../clock/serve-ticks.ts';
import { askAndFreeze } from '../closing/ask-and-freeze.ts';
import type { Person } from '../person.ts';
import type { Ports } from '../ports.ts';
import { AD_HOC_DEED, describeAdHoc, inOneLine } from './describe-ad-hoc.ts';
import { freezeAdHoc } from './freeze-ad-hoc.ts';
import { type AdHocPlan, lookForLines, planAdHoc } from './plan-ad-hoc.ts';

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
  const show = (plan: AdHocPlan) => {
    const words = describeAdHoc(plan);
    return { ...words, title: words.title + place };
  };
  const left = askAndFreeze(person, planAdHoc(ports, seeds, id), show, (plan) => {
    const outcome = freezeAdHoc(ports, seeds, plan);
    return outcome.kind === 'changed' ? outcome : { kind: 'done', words: `${outcome.words}.` };
  });
  if (!left?.ticked) return;
  // No is no: the clock must not do by the tick what was just declined.
  const words = describeAdHoc(left);
  untick(ports, seeds, id, words.asks ? 'Đã trả lời «Không», chưa làm gì' : inOneLine(words));
}

const NO_LINES =
  'Không có yêu cầu nào chờ xử lý. Yêu cầu mới: ghi một dòng ở tab Đột xuất: Nội dung, Phạm vi, Hạn đơn vị trả lời (và Căn cứ, Mức khẩn nếu có), rồi ' +
  'bấm lại Báo cáo đột xuất. Để lập bản đính chính của yêu cầu đã tổng hợp: đánh dấu ô Chọn của dòng đó trước.';
