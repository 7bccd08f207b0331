// Menu: Tổng hợp báo cáo…, Chốt năm bổ sung…, Báo cáo đột xuất… What is shown is looked at again before it is frozen, and shown again where it
// has changed meanwhile.

import { AD_HOC_DEED, describeAdHoc, inOneLine } from '../../app/ad-hoc/describe-ad-hoc.ts';
import { freezeAdHoc } from '../../app/ad-hoc/freeze-ad-hoc.ts';
import { lookForLines, planAdHoc } from '../../app/ad-hoc/plan-ad-hoc.ts';
import { untick } from '../../app/clock/serve-ticks.ts';
import { closePeriod } from '../../app/closing/close-period.ts';
import { planCorrection } from '../../app/closing/correct-previous.ts';
import { describeClosing, mailAfter } from '../../app/closing/describe-closing.ts';
import { type ClosingPlan, planClosing } from '../../app/closing/plan-closing.ts';
import { endedYear } from '../../app/closing/what-to-close.ts';
import type { Ports } from '../../app/ports.ts';
import { REQUESTS } from '../../sheet/request-words.ts';
import { ask, tell } from '../dialog.ts';
import { portsFor } from '../ports.ts';
import { SEEDS } from '../seeds.ts';
import { theFile } from '../the-file.ts';
import { throughDoor } from '../through-door.ts';

/** Menu: Tổng hợp báo cáo… */
export function closeReport(): void {
  close('Tổng hợp báo cáo', (ports) => planClosing(ports, SEEDS));
}

/** Menu: Chốt năm bổ sung… */
export function closeYear(): void {
  close(REQUESTS.closeYear, (ports) => planClosing(ports, SEEDS, endedYear(ports.now())));
}

/** Menu: Đính chính kỳ trước… */
export function correctPrevious(): void {
  close(REQUESTS.correct, (ports) => planCorrection(ports, SEEDS));
}

/** @param planned what would be closed, or why nothing can be */
function close(title: string, planned: (ports: Ports) => ClosingPlan | string): void {
  throughDoor(title, () => {
    const ports = portsFor(theFile());
    let plan = planned(ports);
    for (;;) {
      if (typeof plan === 'string') {
        tell(title, plan);
        return;
      }
      const words = describeClosing(plan);
      if (!words.asks) {
        tell(words.title, words.text);
        return;
      }
      if (!ask(words.title, words.text)) return;
      const outcome = closePeriod(ports, SEEDS, plan);
      if (outcome.kind === 'closed') {
        tell(words.title, `Đã chốt bản ${outcome.version.version} vào Sổ báo cáo. ${mailAfter(plan)}`);
        return;
      }
      plan = outcome.plan;
    }
  });
}

/** Menu: Báo cáo đột xuất… One question a line of «Đột xuất» that has a next step. */
export function reportOutOfTurn(): void {
  throughDoor(AD_HOC_DEED, () => {
    const ports = portsFor(theFile());
    const lines = lookForLines(ports, SEEDS);
    if (lines.length === 0) tell(AD_HOC_DEED, NO_LINES);
    lines.forEach((id, i) => {
      const place = lines.length === 1 ? '' : ` (${i + 1}/${lines.length})`;
      let plan = planAdHoc(ports, SEEDS, id);
      for (;;) {
        const words = describeAdHoc(plan);
        const { title, text, asks } = words;
        if (!asks) tell(`${title}${place}`, text);
        if (!asks || !ask(`${title}${place}`, text)) {
          // No is no: the clock must not do by the tick what was just declined.
          if (plan.ticked) untick(ports, SEEDS, id, asks ? 'Đã trả lời «Không», chưa làm gì' : inOneLine(words));
          return;
        }
        const outcome = freezeAdHoc(ports, SEEDS, plan);
        if (outcome.kind === 'done') {
          tell(`${title}${place}`, `${outcome.words}.`);
          return;
        }
        plan = outcome.plan;
      }
    });
  });
}

const NO_LINES =
  'Không có yêu cầu nào chờ xử lý. Yêu cầu mới: ghi một dòng ở tab Đột xuất: Nội dung, Phạm vi, Hạn đơn vị trả lời (và Căn cứ, Mức khẩn nếu có), rồi ' +
  'bấm lại Báo cáo đột xuất. Để lập bản đính chính của yêu cầu đã tổng hợp: đánh dấu ô Chọn của dòng đó trước.';
