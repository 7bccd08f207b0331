// Golden mails: what the chairman reads, kept as files that people look at. Changed only on purpose:
// UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts test/report/golden.test.ts
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { at } from '../../src/core/calendar.ts';
import { reportOf } from '../../src/core/report/making.ts';
import { finishedCodes } from '../../src/core/version.ts';
import { chairmanMail } from '../../src/report/chairman-mail.ts';
import {
  aprilVersion,
  day,
  facts,
  MAY,
  mayIndicators,
  mayInput,
  mayRows,
  mayVersion,
  quietInput,
  versionOf,
} from './sample.ts';

const GOLDEN = new URL('golden/', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] === '1';

const automatic = versionOf(MAY, mayRows, {
  version: 0,
  stamped: false,
  closedAt: at(day('2024-05-15'), 16),
  indicators: mayIndicators,
  finishedBefore: finishedCodes(aprilVersion),
});
const corrected = versionOf(
  MAY,
  mayRows.map((row) => (row.code === 'I.02' ? { ...row, extension: day('2024-06-30') } : row)),
  {
    version: 2,
    closedAt: at(day('2024-05-16'), 14, 5),
    indicators: mayIndicators,
    finishedBefore: finishedCodes(aprilVersion),
  },
);

const mails = {
  'may-2024': chairmanMail(reportOf(mayInput), facts),
  'may-2024-quiet': chairmanMail(reportOf(quietInput), facts),
  'may-2024-automatic': chairmanMail(reportOf({ ...mayInput, version: automatic }), { ...facts, resend: true }),
  'may-2024-corrected': chairmanMail(
    reportOf({ ...mayInput, version: corrected, others: [aprilVersion, mayVersion] }),
    facts,
  ),
};

describe('golden mails', () => {
  test.each(Object.entries(mails))('%s', (name, { subject, html, text }) => {
    const files = { [`${name}.html`]: html, [`${name}.txt`]: `${subject}\n\n${text}` };
    for (const [file, content] of Object.entries(files)) {
      const path = new URL(file, GOLDEN);
      if (update) {
        mkdirSync(GOLDEN, { recursive: true });
        writeFileSync(path, content);
      }
      expect(content).toBe(readFileSync(path, 'utf8'));
    }
  });
});
