// A list too long for an alert, in a tab of its own.
import { type Listing, listingRequests, type PASSING } from '../sheet/listing.ts';
import type { Ports } from './ports.ts';

/** The last list of this kind makes way. @throws Refusal google */
export function writeListing(ports: Ports, kind: (typeof PASSING)[number], listing: Listing): void {
  const existing = ports.workbook.tabs().map(({ sheetId }) => sheetId);
  ports.workbook.update(listingRequests(kind, existing, listing));
}
