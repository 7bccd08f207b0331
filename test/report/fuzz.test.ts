// Mails and documents of hostile cells: whatever units, CAX and the settings hold, every page is whole, nothing of a person leaves, and
// nothing dies. Parsed by readers nobody here has written.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/core/cell.ts';
import { phrasesWith } from '../../src/core/content.ts';
import { adHocOf } from '../../src/core/report/ad-hoc.ts';
import { type ReportInput, reportOf } from '../../src/core/report/making.ts';
import { spanOf } from '../../src/core/report/span.ts';
import { readSettings, type Settings } from '../../src/core/settings.ts';
import { KINDS, STATES } from '../../src/core/status.ts';
import { viewTask } from '../../src/core/task.ts';
import type { TaskRow } from '../../src/core/task-row.ts';
import { urgingOf } from '../../src/core/urging.ts';
import type { Version } from '../../src/core/version.ts';
import { adHocChairmanMail, requestMail } from '../../src/report/ad-hoc-mail.ts';
import { chairmanMail } from '../../src/report/chairman-mail.ts';
import { adHocDocument } from '../../src/report/document/ad-hoc-document.ts';
import type { DocumentParts } from '../../src/report/document/content.ts';
import { letterheadOf } from '../../src/report/document/letterhead.ts';
import { reportDocument } from '../../src/report/document/report-document.ts';
import { spanDocument } from '../../src/report/document/span-document.ts';
import type { Mail } from '../../src/report/mail.ts';
import { troubleMail } from '../../src/report/notice-mail.ts';
import { errorMail } from '../../src/report/police-mail.ts';
import { unitMail } from '../../src/report/unit-mail.ts';
import { zaloReport } from '../../src/report/zalo.ts';
import { MAY as MAY_VIEW } from '../core/task-row.ts';
import { hostileCell, hostileText, longText, PERSONAL_NUMBERS, writtenNumber } from '../hostile.ts';
import { cases } from '../hunt.ts';
import { htmlFaults, packageFaults } from '../well-formed.ts';
import { zipped } from './document/letters.ts';
import { aprilVersion, facts, MAY, mayIndicators, mayInput, rowsOf, tasks, versionOf } from './sample.ts';

/** A whole report and its papers a case; shrinking one takes minutes, a hunt has time for it. */
const FEW = { ...cases(15), endOnFailure: process.env['HUNT'] === undefined };

const CODES = ['I.02', 'II.08', 'II.12', 'II.27', 'III.33', 'IV.41', 'IV.42', 'V.50', 'VIII.65', 'X.71'];
const text: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 1, arbitrary: longText },
  { weight: 1, arbitrary: hostileCell },
  { weight: 1, arbitrary: writtenNumber.map(({ written }) => `ông A ${written}, đã xong`) },
);
const state = fc.oneof(fc.constantFrom<Cell>(...Object.values(STATES), null), hostileCell);
const entry: fc.Arbitrary<Partial<TaskRow>> = fc.record(
  {
    state,
    progress: hostileCell,
    result: text,
    doneOn: hostileCell,
    evidence: text,
    difficulty: text,
    proposal: text,
    period: fc.oneof(fc.constant('Kỳ 05/2024'), hostileCell),
    reportedAt: hostileCell,
    extension: hostileCell,
    kind: fc.constantFrom<Cell>(...Object.values(KINDS)),
    accountable: fc.oneof(fc.constantFrom<Cell>('Công an xã', null), text),
  },
  { requiredKeys: [] },
);
const entries = fc
  .array(entry, { minLength: CODES.length, maxLength: CODES.length })
  .map((list) => Object.fromEntries(list.map((one, i) => [CODES[i] ?? '', one])));

const SETTINGS = ['commune', 'district', 'issuingBody', 'standingBody', 'superiorBodies', 'grounds', 'chairmanTitle'];
const settings: fc.Arbitrary<Settings> = fc
  .tuple(fc.array(text, { minLength: 12, maxLength: 12 }), fc.array(hostileCell, { minLength: 4, maxLength: 4 }))
  .map(([texts, cells]) => {
    const keys = [...SETTINGS, 'chairmanName', 'standingTitle', 'standingName', 'recipients', 'planNumber'];
    const others = ['planDate', 'deadlineDay', 'holidays', 'followUntil'];
    const typed = [
      ...keys.map((key, i) => [key, texts[i] ?? null]),
      ...others.map((key, i) => [key, cells[i] ?? null]),
    ];
    return readSettings(new Map(typed as [string, Cell][]), 2024).settings;
  });

const textIn = (paper: DocumentParts) => paper.map(({ text: part }) => part.replace(/<[^>]*>/gu, '|')).join('');

/** Nothing of a person, but the digits a mask leaves. */
function sendsNothingPersonal(words: string): void {
  const digits = words.normalize('NFKC').replace(/[^\p{Nd}\p{L}•]/gu, '');
  for (const number of PERSONAL_NUMBERS) expect(digits).not.toContain(number);
}

function isWhole(mail: Mail): void {
  expect(htmlFaults(mail.html)).toEqual([]);
  expect(mail.subject).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  expect(mail.html.length).toBeLessThan(400_000);
  expect(() => encodeURIComponent(mail.text + mail.html + mail.subject)).not.toThrow();
}

function isPaper(parts: DocumentParts): void {
  expect(packageFaults(zipped(parts))).toEqual([]);
}

const USUAL = readSettings(new Map([['commune', 'xã Vân Sơn']]), 2024).settings;

const versionFrom = (typed: Readonly<Record<string, Partial<TaskRow>>>): Version =>
  versionOf(
    MAY,
    rowsOf(MAY, typed).filter(({ code }) => CODES.includes(code)),
    { indicators: mayIndicators },
  );

describe('hostile entries', () => {
  test('the mail, the papers and the lines of a month', () => {
    fc.assert(
      fc.property(entries, entries, (now, before) => {
        const input: ReportInput = {
          ...mayInput,
          version: versionFrom(now),
          others: [{ ...aprilVersion, rows: versionFrom(before).rows }],
        };
        const span = spanOf({ ...input, kind: 'halfYear', estimated: CODES });
        const { report } = span;
        const mail = chairmanMail(report, facts, span);
        isWhole(mail);
        sendsNothingPersonal(mail.html + mail.text + zaloReport(report, facts.sheetUrl));
        for (const kind of ['superior', 'internal'] as const) {
          const paper = reportDocument(reportOf(input), letterheadOf(USUAL, kind));
          isPaper(paper);
          sendsNothingPersonal(textIn(paper));
        }
        isPaper(spanDocument(span, letterheadOf(USUAL, 'superior')));
      }),
      FEW,
    );
  });

  test('an ad hoc report', () => {
    fc.assert(
      fc.property(entries, text, text, (typed, subject, basis) => {
        const own = USUAL;
        const { rows } = versionFrom(typed);
        const report = adHocOf({
          id: 'ĐX-2024-01',
          subject: String(subject ?? ''),
          basis: String(basis ?? ''),
          window: { from: 45_427, to: 45_429 },
          closedAt: 45_430,
          rows,
          tasks,
          groups: mayInput.groups,
          unitNames: ['Công an xã', 'Ban Tư pháp'],
          phrases: phrasesWith(),
        });
        const about = { ...facts, resend: false, commune: own.commune, standingBody: own.standingBody };
        const mails = [
          adHocChairmanMail(report, { ...about, version: 1, attachments: [] }),
          requestMail(report, 'Công an xã', CODES, {
            ...about,
            hrefOf: () => undefined,
            view: facts.sheetUrl,
            openLabel: 'Kỳ 05/2024',
          }),
        ];
        for (const mail of mails) {
          isWhole(mail);
          sendsNothingPersonal(mail.html + mail.text);
        }
        isPaper(adHocDocument(report, letterheadOf(own, 'superior')));
      }),
      FEW,
    );
  });
});

describe('hostile settings', () => {
  test('no name in them breaks a mail or a paper', () => {
    fc.assert(
      fc.property(settings, hostileText, (own, words) => {
        const about = {
          ...facts,
          commune: own.commune,
          standingBody: own.standingBody,
          chairmanTitle: own.chairmanTitle,
        };
        const mail = chairmanMail(reportOf(mayInput), about);
        isWhole(mail);
        const headed = { grounds: own.grounds, planTitle: 'Kế hoạch' };
        const paper = reportDocument(reportOf(mayInput), letterheadOf(own, 'superior', headed));
        isPaper(paper);
        sendsNothingPersonal(mail.html + mail.text + textIn(paper));
        isPaper(reportDocument(reportOf(mayInput), letterheadOf(own, 'superior', { ...headed, planTitle: words })));
        const notice = { commune: own.commune, now: 45_427, sheetUrl: facts.sheetUrl, programVersion: '1' };
        isWhole(troubleMail([words], notice));
        isWhole(errorMail({ ...notice, deed: 'Thư', words }));
      }),
      FEW,
    );
  });

  test('no unit, whatever it is called', () => {
    fc.assert(
      fc.property(entries, hostileText, hostileCell, (typed, name, emails) => {
        const rows = rowsOf(MAY, typed).map((row) => ({ ...row, accountable: name, state: null, period: null }));
        const view = { ...MAY_VIEW, period: MAY, asOf: 45_427 };
        const units = [{ code: 'U', name, emails, reminded: 'Có' }];
        const urging = urgingOf(
          rows.map((row) => viewTask(row, view)),
          units,
          MAY,
          45_427,
        );
        const about = {
          ...facts,
          window: { from: 45_400, to: 45_426 },
          round: 1,
          resend: false,
          hrefOf: () => undefined,
          viewOf: () => facts.sheetUrl,
        };
        for (const unit of urging.units) isWhole(unitMail(unit, urging, about));
      }),
      FEW,
    );
  });
});
