// Rights are written in a batch of their own, after the content.

import type { Snapshot } from '../../sheet/reading/snapshot.ts';
import type { Request } from '../../sheet/requests/request.ts';
import { protectionKey, type RightsChange } from '../../sheet/rights.ts';
import type { Ports } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { learnUnseen } from './disputes.ts';

/** Of a plan of the sync. */
interface Written {
  readonly rights: readonly RightsChange[];
  readonly marks: readonly Request[];
  readonly observation: { readonly snapshot: Snapshot };
}

const BAD_REQUEST = 400;

/** Protections, and the marks that say whom they let in. @return disputes with Google, in words */
export function writeRights(ports: Ports, plan: Written): string[] {
  const requests = rightsRequests(plan);
  if (requests.length === 0) return [];
  try {
    ports.workbook.update(requests);
    return [];
  } catch (cause) {
    if (!isUnseen(plan) || !(cause instanceof Refusal) || cause.status !== BAD_REQUEST) throw cause;
    if (plan.marks.length > 0) ports.workbook.update([...plan.marks]);
    return learnUnseen(ports, plan.rights);
  }
}

function rightsRequests({ rights, marks }: Pick<Written, 'rights' | 'marks'>): Request[] {
  return [...rights.map(({ request }) => request), ...marks];
}

/** Everything would be made, because nothing was shown: a tab has one protection of its whole, so that Google refuses a second. */
function isUnseen({ rights, observation }: Written): boolean {
  const shown = observation.snapshot.tabs.flatMap(({ protections }) => protections);
  return rights.every(({ action }) => action === 'add') && !shown.some((one) => protectionKey(one) !== undefined);
}
