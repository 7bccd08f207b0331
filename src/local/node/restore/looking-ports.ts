// Ports that look at a file of the local host as the add-in does, tab by tab, and change nothing: what a sync would do is
// asked through them.
import type { Part, Ports } from '../../../app/ports.ts';
import { quoteTab } from '../../../sheet/a1.ts';
import type { Host } from '../../host/host.ts';
import { readingPorts } from '../month/reading-ports.ts';

export function lookingPorts(host: Host, user: string, fileId: string): Ports {
  const reading = readingPorts(host, user, fileId);
  const tabs = () =>
    (host.see(user, fileId, { fields: 'sheets.properties(sheetId,title)' }).sheets ?? []).map(({ properties }) => ({
      sheetId: properties?.sheetId ?? 0,
      title: properties?.title ?? '',
    }));
  return {
    ...reading,
    workbook: {
      ...reading.workbook,
      read({ tabs: wanted, names = [], fields }) {
        const titles = new Map(tabs().map(({ sheetId, title }) => [sheetId, title]));
        const ranges = wanted.flatMap(({ sheetId, part }) => {
          const title = titles.get(sheetId);
          return title === undefined ? [] : rangesOf(quoteTab(title), part);
        });
        const [first = ''] = titles.values();
        return host.see(user, fileId, {
          ranges: [...(ranges.length > 0 ? ranges : [quoteTab(first)]), ...names],
          fields,
        });
      },
      tabs,
      people() {
        const { owner = '', permissions = [] } = host.peek().files[fileId] ?? {};
        const editors = permissions.filter(({ role }) => role === 'editor').map(({ address }) => address);
        return { owner, editors };
      },
    },
  };
}

function rangesOf(tab: string, part: Part): string[] {
  if (part === 'all') return [tab];
  const heading = `${tab}!1:1`;
  return part === 'heading' ? [heading] : [heading, `${tab}!${part.from + 1}:${part.to}`];
}
