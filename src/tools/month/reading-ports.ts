// Ports that only read: the use cases that tell a version look at the played workbook through them, past the log of calls.
import type { Ports } from '../../app/ports.ts';
import { momentOf } from '../../core/calendar.ts';
import type { Host } from '../../host/host.ts';

function refused(): never {
  throw new Error('chỉ đọc');
}

export function readingPorts(host: Host, user: string, fileId: string): Ports {
  return {
    now: () => momentOf(Date.parse(host.now())),
    account: user,
    workbook: {
      id: fileId,
      url: `https://docs.google.com/spreadsheets/d/${fileId}/edit`,
      read: ({ fields }) => host.see(user, fileId, { fields }),
      update: refused,
      tabs: refused,
      people: refused,
    },
    mail: { remaining: () => 0, send: refused },
    files: { createFolder: refused, isUsable: refused, share: refused, find: refused, create: refused },
    store: { all: () => ({}), set: refused, remove: refused },
    locked: (work) => work(),
    scriptId: '',
    version: '',
  };
}
