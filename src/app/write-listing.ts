// A list too long for an alert, in a tab of its own.
import { freelyTitled, type Listing, listingRequests, type PASSING } from '../sheet/listing.ts';
import type { Ports } from './ports.ts';

/** The last list of this kind makes way. Returns the tab's title, which is another one where somebody has that already. @throws Refusal google */
export function writeListing(ports: Ports, kind: (typeof PASSING)[number], listing: Listing): string {
  const existing = ports.workbook.tabs();
  const tab = freelyTitled(kind, existing);
  ports.workbook.update(listingRequests(tab, existing, listing));
  return tab.title;
}
