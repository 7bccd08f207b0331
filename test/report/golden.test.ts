// Golden mails: what the chairman reads, kept as files that people look at. Changed only on purpose:
// UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts test/report/golden.test.ts
import { describe, test } from 'vitest';
import { at } from '../../src/core/calendar.ts';
import { reportOf } from '../../src/core/report/making.ts';
import { type SpanInput, spanOf } from '../../src/core/report/span.ts';
import { finishedCodes } from '../../src/core/version.ts';
import { chairmanMail } from '../../src/report/chairman-mail.ts';
import { goldenIn } from '../golden.ts';
import { monthInput, monthVersion } from './document/months.ts';
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

const golden = goldenIn(new URL('golden/', import.meta.url), 'mails to the chairman');

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

const spanMail = (n: number, kind: SpanInput['kind']) => {
  const estimated = ['II.05', 'II.20', 'II.25', 'II.30', 'V.50'];
  const span = spanOf({ ...monthInput(n), kind, planDate: day('2024-02-28'), estimated });
  return chairmanMail(span.report, facts, span);
};
/** The month after a year that was closed for good: its rows as they were on 01/01. */
const january = { ...monthVersion(13), period: { year: 2025, month: 1 } };
const { supplement: _, ...monthOfJanuary } = january;

const mails = {
  'may-2024': chairmanMail(reportOf(mayInput), facts),
  'may-2024-quiet': chairmanMail(reportOf(quietInput), facts),
  'may-2024-automatic': chairmanMail(reportOf({ ...mayInput, version: automatic }), { ...facts, resend: true }),
  'half-year-2024': spanMail(6, 'halfYear'),
  'year-2024': spanMail(12, 'year'),
  'year-2024-supplement': spanMail(13, 'supplement'),
  'january-2025': chairmanMail(
    reportOf({ ...monthInput(13), version: monthOfJanuary, others: [monthVersion(12)], settledYear: 2024 }),
    facts,
  ),
  'may-2024-corrected': chairmanMail(
    reportOf({ ...mayInput, version: corrected, others: [aprilVersion, mayVersion] }),
    facts,
  ),
};

describe('golden mails', () => {
  test.each(Object.entries(mails))('%s', (name, { subject, html, text }) => {
    golden(`${name}.html`, html);
    golden(`${name}.txt`, `${subject}\n\n${text}`);
  });
});
