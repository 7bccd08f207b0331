// «Kiểm tra dữ liệu» where somebody reads the answer at once: a list too long for an alert stands whole in a tab.

import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { PREVIEW_LINES } from '../../sheet/describe.ts';
import { REQUESTS } from '../../sheet/request-words.ts';
import type { Person } from '../person.ts';
import type { Ports } from '../ports.ts';
import { checkSheet, writeCheck } from './check-sheet.ts';
import { describeCheck } from './describe-check.ts';

/** @throws Refusal */
export function checkAsked(ports: Ports, seeds: ResolvedPlan, person: Person): void {
  const list = checkSheet(ports, seeds);
  const isLong = list.items.length > PREVIEW_LINES - 5;
  const where = isLong ? `\nDanh sách đầy đủ, kèm việc cần làm: tab «${writeCheck(ports, seeds, list)}».` : '';
  person.tell(REQUESTS.check, `${describeCheck(list)}${where}`);
}
