// Ports that look at a file of the local host as the add-in does, tab by tab, and change nothing: what a sync would do is
// asked through them.
import type { Part, Ports } from '../../app/ports.ts';
import { columnLetters, quoteTab } from '../../core/a1.ts';
import type { Host } from '../../host/host.ts';
import { readingPorts } from '../month/reading-ports.ts';

export function lookingPorts(host: Host, user: string, fileId: string): Ports {
  const reading = readingPorts(host, user, fileId);
  const tabs = () =>
    (host.see(user, fileId, { fields: 'sheets.properties(sheetId,title,gridProperties)' }).sheets ?? []).map(
      ({ properties }) => ({
        sheetId: properties?.sheetId ?? 0,
        title: properties?.title ?? '',
        rows: properties?.gridProperties?.rowCount ?? 0,
      }),
    );
  return {
    ...reading,
    workbook: {
      ...reading.workbook,
      read({ tabs: wanted, fields }) {
        const there = new Map(tabs().map((tab) => [tab.sheetId, tab]));
        const ranges = wanted.flatMap(({ sheetId, part }) => {
          const tab = there.get(sheetId);
          return tab === undefined ? [] : rangesOf(quoteTab(tab.title), tab.rows, part);
        });
        const [first] = there.values();
        return host.see(user, fileId, { ranges: ranges.length > 0 ? ranges : [quoteTab(first?.title ?? '')], fields });
      },
      tabs,
      people() {
        const { owner = '', permissions = [] } = host.peek().files[fileId] ?? {};
        const editors = permissions.filter(({ role }) => role === 'editor').map(({ address }) => address);
        return { owner, editors, isWhole: true };
      },
    },
  };
}

function rangesOf(tab: string, end: number, part: Part): string[] {
  if (part === 'all') return [tab];
  if (part !== 'heading' && 'columns' in part) return [`${tab}!1:1`, `${tab}!A:${columnLetters(part.columns - 1)}`];
  // Nobody pays for what is read here.
  if (part !== 'heading' && 'last' in part) return [tab];
  const spans = part === 'heading' ? [] : part.filter(({ from }) => from < end);
  return [`${tab}!1:1`, ...spans.map(({ from, to }) => `${tab}!${from + 1}:${Math.min(to, end)}`)];
}
