import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../src/core/calendar.ts';
import { twoDigits } from '../../src/core/figures.ts';
import { reportOf } from '../../src/core/report/making.ts';
import { spanOf } from '../../src/core/report/span.ts';
import { hasNoInformation, KINDS, STATES } from '../../src/core/status.ts';
import type { TaskRow } from '../../src/core/task-row.ts';
import type { Version } from '../../src/core/version.ts';
import { chairmanMail } from '../../src/report/chairman-mail.ts';
import type { MailFacts } from '../../src/report/chairman-page.ts';
import type { Mail } from '../../src/report/mail.ts';
import { cases } from '../hunt.ts';
import {
  APRIL,
  aprilVersion,
  day,
  facts,
  MAY,
  mayInput,
  mayRows,
  quietInput,
  rowsOf,
  tasks,
  versionOf,
} from './sample.ts';

const may = chairmanMail(reportOf(mayInput), facts);
const quiet = chairmanMail(reportOf(quietInput), facts);
const mailOf = (rows: readonly TaskRow[], more: Partial<MailFacts> = {}) =>
  chairmanMail(reportOf({ ...mayInput, version: versionOf(MAY, rows) }), { ...facts, ...more });
const changed = (cells: Readonly<Record<string, Partial<TaskRow>>>) =>
  mayRows.map((row) => ({ ...row, ...cells[row.code] }));

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/gu, (all, name: string) => ENTITIES[name] ?? all);
const squeezed = (text: string) => text.replace(/\s+/gu, ' ').trim().toLowerCase();

/** The pieces of text a reader of the HTML sees, in their order. */
function seen({ html }: Mail): string[] {
  const body = html.slice(html.indexOf('<body'));
  return body
    .split(/<[^>]*>/u)
    .map((piece) => squeezed(unescaped(piece)))
    .filter((piece) => piece !== '');
}

describe('nobody is accused falsely, and nothing is thanked for falsely (rules 5.11, 4.12, 6.13)', () => {
  const version = versionOf(MAY, mayRows);
  const told = (more: Partial<Version>, rows = mayRows) =>
    chairmanMail(reportOf({ ...mayInput, version: { ...versionOf(MAY, rows), ...more } }), facts).text;
  const finished = { state: STATES.done, doneOn: day('2024-03-29') };

  test('asked, it is called late, silent and unexplained', () => {
    const words = told({}, changed({ 'I.02': { difficulty: null } }));
    expect(words).toContain('Ban Tài chính - Kế hoạch · hạn 31/03 · chưa giải trình');
    expect(words).toContain('CC ĐC-NN-MT (02 kỳ liên tiếp)');
    expect(words).toContain('Báo cáo chậm (01): Ban Văn hóa - Thông tin');
  });
  test('never asked, none of the three', () => {
    const words = told({ asked: {} }, changed({ 'I.02': { difficulty: null } }));
    expect(words).not.toMatch(/chưa giải trình|kỳ liên tiếp|chậm/iu);
    expect(words).toContain('Chưa báo cáo (01): CC ĐC-NN-MT\n');
    expect(words).toContain('Báo cáo sau hạn, không rõ đã được nhắc (01): Ban Văn hóa - Thông tin');
  });
  test('what came after the closing is late, and not missing', () => {
    const codes = version.rows.filter(({ accountable }) => accountable === 'CC ĐC-NN-MT').map(({ code }) => code);
    const words = told({ late: { ended: false, codes, unknown: [] } });
    expect(words).toContain('Báo cáo chậm (02): Ban Văn hóa - Thông tin, CC ĐC-NN-MT (sau khi chốt)');
    expect(words).not.toContain('Chưa báo cáo (');
    expect(words).toContain('01 đơn vị chưa báo cáo đủ');
  });
  test.each<[string, Partial<TaskRow>, string]>([
    ['nothing is assigned', { accountable: null }, 'chưa giao đầu mối cho nhiệm vụ nào.'],
    ['everything is paused', { state: STATES.paused, evidence: 'CV 12' }, 'toàn bộ 72 nhiệm vụ đang tạm dừng.'],
    [
      'everything is finished before',
      { ...finished, kind: KINDS.dated, due: day('2024-12-31'), period: null },
      'kỳ này không có nhiệm vụ phải báo cáo.',
    ],
  ])('%s: said so, and never as on schedule', (_, cells, words) => {
    const rows = mayRows.map((row) => ({ ...row, proposal: null, due: null, ...cells }));
    const { subject, text } = mailOf(rows);
    expect(text).toContain(`Đề án 06, tháng 5/2024: ${words}`);
    expect(subject).toContain(words.slice(0, -1));
    expect(`${subject} ${text}`).not.toMatch(/đúng tiến độ|đạt tiến độ|đã báo cáo đủ|100\s?%/u);
  });
  test('a finished row that was reopened is not newly overdue', () =>
    expect(told({}, changed({ 'X.71': { state: STATES.doing, doneOn: null } }))).toContain(
      'Mở lại sau khi đã hoàn thành (01): X.71 (Ban Tư pháp; nay quá hạn)',
    ));
});

describe('order of rule 7.2', () => {
  test('conclusion, figures, decisions, overdue, due soon, units, indicators, changes, yardstick, foot', () => {
    const words = [
      'Kính gửi đồng chí Chủ tịch',
      'có 06 nội dung cần chỉ đạo, gồm 01 nhiệm vụ quá hạn, 02 đơn vị chưa báo cáo đủ, 03 việc xin ý kiến (chưa có báo cáo kỳ này 01).',
      'Số liệu từ 15/04/2024 đến 14/05/2024; bản chốt lúc 08:30 ngày 15/05/2024 bởi Công an xã.',
      'Đơn vị báo cáo đúng hạn',
      'Đến hạn đã hoàn thành',
      'VIỆC CẦN ĐỒNG CHÍ CHO Ý KIẾN (03)',
      'QUÁ HẠN (01)',
      'SẮP ĐẾN HẠN TRONG 48 NGÀY TỚI (02)',
      'ĐƠN VỊ CHƯA BÁO CÁO ĐỦ, ĐÚNG HẠN (03)',
      'CHƯA TÍNH VÀO TIẾN ĐỘ, BÁO CÁO',
      'Chưa giao đầu mối (10): II.06',
      'Đang tạm dừng (01): IV.41',
      'CHỈ TIÊU CHƯA ĐẠT HOẶC GIẢM (03)',
      'THAY ĐỔI SO VỚI THÁNG 4',
      'ĐIỀU CHỈNH HẠN, ĐẦU MỐI TỪ LẦN BÁO CÁO TRƯỚC (02)',
      'Mở bảng theo dõi',
      'Mã: 2024-05|v1',
    ];
    const places = words.map((phrase) => may.text.indexOf(phrase));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('what is zero is said in a sentence, what is empty is left out', () => {
    expect(quiet.text).toContain('Không có nhiệm vụ quá hạn.');
    expect(quiet.text).toContain('Không có việc cần xin ý kiến.');
    expect(quiet.text).toContain('100% đơn vị đã báo cáo đúng hạn (10/10).');
    expect(quiet.text).not.toMatch(/\((?:00|0)\)|THAY ĐỔI|ĐIỀU CHỈNH|Chưa khởi động/u);
  });
});

describe('variants', () => {
  const version = (n: number, stamped = true) =>
    chairmanMail(
      reportOf({
        ...mayInput,
        version: { ...mayInput.version, version: n, stamped },
        others: [aprilVersion, mayInput.version],
      }),
      facts,
    ).text;
  test.each<[string, string, string]>([
    ['automatic', version(0), 'số liệu tự động lúc 08:30 ngày 15/05/2024, Công an xã chưa chốt.'],
    ['unstamped', version(1, false), 'Đúng hạn được tính theo giờ ghi trong bảng'],
    ['correction', version(2), 'bản 2 (đính chính) chốt lúc'],
    ['correction with equal figures', version(2), 'Các chỉ số chính không khác bản 1.'],
    ['sent again', mailOf(mayRows, { resend: true }).text, 'Thư gửi lại'],
    [
      'nothing closed the month before',
      chairmanMail(reportOf({ ...mayInput, others: [] }), facts).text,
      'Kỳ 04/2024 không có bản chốt',
    ],
    [
      'nothing changed',
      chairmanMail(reportOf({ ...mayInput, others: [{ ...mayInput.version, period: APRIL }] }), facts).text,
      'THAY ĐỔI SO VỚI THÁNG 4\n- Kết quả giống nguyên văn',
    ],
    ['nobody owes', mailOf([]).text, 'Kỳ này không có nhiệm vụ phải báo cáo.'],
    ['no explanation', mailOf(changed({ 'I.02': { difficulty: 'Không có' } })).text, 'chưa giải trình'],
    ['a unit silent for two periods', may.text, 'CC ĐC-NN-MT (02 kỳ liên tiếp)'],
    ['a proposal with a telephone number', may.text, 'ông Hùng 091•••••78'],
  ])('%s', (_, text, words) => expect(text).toContain(words));

  test('from June on: not started, due on 31/12', () => {
    const june = { year: 2024, month: 6 };
    const rows = rowsOf(june, {});
    const report = reportOf({ ...mayInput, version: versionOf(june, rows), others: [] });
    expect(report.notStarted.length).toBeGreaterThan(9);
    const { text } = chairmanMail(report, facts);
    const unknown = report.notStarted.filter(({ status }) => hasNoInformation(status)).length;
    const chosen = report.notStarted.length - unknown;
    expect(Math.min(chosen, unknown)).toBeGreaterThan(0);
    const onlyExpected = new Set(rows.flatMap(({ code, countsOverdue }) => (countsOverdue === 'Không' ? [code] : [])));
    const expected = report.notStarted.filter(
      ({ status, code }) => !hasNoInformation(status) && onlyExpected.has(code),
    ).length;
    expect(expected).toBeGreaterThan(0);
    expect(text).toContain(
      `Chưa khởi động: ${twoDigits(chosen)} nhiệm vụ hạn 31/12 (trong đó thời gian dự kiến ${twoDigits(expected)}).`,
    );
    expect(text).toContain(`Chưa có thông tin: ${twoDigits(unknown)} nhiệm vụ hạn 31/12.`);
    expect(may.text).not.toContain('Chưa khởi động');
  });

  test('at the half-year nothing that is due on 31/12 is said to be lost unless it is done by 30/9', () => {
    const june = { year: 2024, month: 6 };
    const told = (lastDue: string) => {
      const rows = rowsOf(june, {}).map((row) =>
        typeof row.due === 'number' && row.due > day('2024-06-14') && row.due <= day('2024-09-30')
          ? { ...row, extension: day(lastDue) }
          : row,
      );
      const input = { ...mayInput, version: versionOf(june, rows), indicators: [], others: [] };
      const span = spanOf({ ...input, kind: 'halfYear', planDate: day('2024-02-28'), estimated: [] });
      return chairmanMail(span.report, facts, span).text;
    };
    expect(told('2024-09-29')).toContain('NẾU KHÔNG LÀM TRƯỚC 30/9');
    expect(told('2024-12-31')).not.toContain('NẾU KHÔNG LÀM TRƯỚC 30/9');
  });
});

describe('quick replies', () => {
  const links = [...may.html.matchAll(/href="(mailto:[^"]*)"/gu)].map(([, href = '']) => unescaped(href));

  test('three a decision; the subject carries code and period', () => {
    expect(links).toHaveLength(9);
    const [address, query = ''] = (links[0] ?? '').split('?');
    const fields = new URLSearchParams(query);
    expect(address).toBe('mailto:congan@example.vn');
    expect(fields.get('subject')).toBe('[ĐA06] I.02 – Kỳ 05/2024 – Đồng ý');
    expect(fields.get('body')?.split('\r\n')[1]).toBe('Nhiệm vụ I.02 – Ban Tài chính - Kế hoạch.');
    expect(fields.get('body')).toContain('Mã: 2024-05|v1');
  });

  test('none without an address, no button without an https address', () => {
    const bare = mailOf(mayRows, { replyTo: '', sheetUrl: 'javascript:alert(1)' });
    expect(bare.html).not.toMatch(/href=/u);
    expect(bare.text).not.toMatch(/Trả lời nhanh|Mở bảng|undefined/u);
  });

  test('an address cannot add fields', () =>
    expect(mailOf(mayRows, { replyTo: 'a@b.vn?bcc=c@d.vn' }).html).not.toMatch(/href="[^"]*\?bcc/u));
});

describe('whatever was typed', () => {
  const HOSTILE = '</td><script>alert("1")</script>&amp; \'"><img src=x>';

  test('markup is text', () => {
    const cells = { proposal: HOSTILE, difficulty: HOSTILE, accountable: HOSTILE };
    const { html, text } = mailOf(changed({ 'I.02': cells, 'IV.42': cells }), {
      commune: HOSTILE,
      standingBody: HOSTILE,
    });
    expect(html).not.toMatch(/<script|<img|<\/td><script/u);
    expect(text).toContain('<script>alert("1")</script>');
  });

  test('tables and inline styles, of which the night alone has a sheet; nothing from elsewhere, nothing wider than 600', () => {
    for (const { html: whole } of [may, quiet]) {
      // Without the colours of the night nothing may be lost: a program that drops the sheet shows the same mail.
      const [night = ''] = /<style>[^<]*<\/style>/u.exec(whole) ?? [];
      expect(night).toMatch(
        /^<style>@media \(prefers-color-scheme: dark\)\{(?:[^{}]+\{(?:(?:background|[a-z-]*color):#[\da-f]{6}!important;?)+\})+\}<\/style>$/u,
      );
      const html = whole.replace(night, '').replace(/ class="[a-z -]+"/gu, '');
      expect(html).not.toMatch(/<style|<img|<link|<script|url\(|class=|@import/u);
      for (const [, width] of html.matchAll(/width[:=]"?(\d+)(?!%|\d)/gu))
        expect(Number(width)).toBeLessThanOrEqual(600);
    }
  });

  const worst = tasks.map(
    ({ code }): Partial<TaskRow> => ({
      code,
      state: STATES.doing,
      kind: KINDS.dated,
      due: day('2024-01-31'),
      extension: null,
      countsOverdue: 'Có',
      difficulty: '<&"'.repeat(17_000),
      proposal: `${'Đề xuất dài '.repeat(4_200)} 038012345612`,
      result: 'x'.repeat(50_000),
      accountable: 'U'.repeat(50_000),
    }),
  );

  test('72 overdue rows with texts of 50,000 characters: below 100 kB, five shown, the rest counted', () => {
    const mail = mailOf(mayRows.map((row, i) => ({ ...row, ...worst[i] })));
    for (const part of [mail.html, mail.text]) expect(new TextEncoder().encode(part).length).toBeLessThan(100_000);
    expect(mail.text).toContain('QUÁ HẠN (72)');
    expect(mail.text.match(/– quá \d+ ngày:/gu)).toHaveLength(5);
    expect(mail.text).toContain('và 67 nhiệm vụ khác');
    expect(mail.text).toContain('và 67 đề xuất khác');
    expect(mail.text).toContain('…');
  });
});

describe('laws', () => {
  const text = fc.constantFrom('Thiếu máy', 'Không có', 'CCCD 038012345612', '<b>&', null, 0, true);
  const date = fc.oneof(fc.constant(null), fc.integer({ min: dayOf(2024, 1, 1), max: dayOf(2024, 12, 31) }));
  const cells = fc.record({
    state: fc.constantFrom(...Object.values(STATES), null),
    doneOn: date,
    extension: date,
    difficulty: text,
    proposal: text,
    evidence: text,
    result: text,
    accountable: fc.constantFrom('Ban Tư pháp', 'Công an xã', null),
    period: fc.constantFrom('Kỳ 05/2024', null),
    countsOverdue: fc.constantFrom('Có', 'Không'),
  });
  const anyMonth = fc
    .array(cells, { minLength: 72, maxLength: 72 })
    .map((all) => mayRows.map((row, i) => ({ ...row, ...all[i] })));
  const anyMail = fc
    .tuple(anyMonth, fc.option(anyMonth, { nil: undefined }), fc.integer({ min: 0, max: 3 }), fc.boolean())
    .map(([rows, then, n, resend]) => {
      const others = then ? [versionOf(APRIL, then), versionOf(MAY, then, { version: 0 })] : [];
      const version = versionOf(MAY, rows, { version: n });
      const report = reportOf({ ...mayInput, version, others });
      return { report, mail: chairmanMail(report, { ...facts, resend }) };
    });

  test('no null, no undefined, no NaN, no number unmasked; every piece of the HTML stands in the text, in its order', () => {
    fc.assert(
      fc.property(anyMail, ({ mail }) => {
        for (const part of [mail.subject, mail.html, mail.text]) {
          expect(part).not.toMatch(/null|undefined|NaN|\[object|Infinity/u);
          expect(part).not.toContain('038012345612');
        }
        const plain = squeezed(mail.text);
        let from = 0;
        for (const piece of seen(mail)) {
          const place = plain.indexOf(piece, from);
          expect(place, piece).toBeGreaterThanOrEqual(0);
          from = place;
        }
      }),
      cases(50),
    );
  });

  test('the number of a heading is the number of what is listed and counted', () => {
    fc.assert(
      fc.property(anyMail, ({ report, mail }) => {
        const lines = mail.text.split('\n');
        const sizes: [string, number][] = [
          ['VIỆC CẦN ĐỒNG CHÍ CHO Ý KIẾN', report.proposals.length],
          ['QUÁ HẠN', report.overdue.length],
          ['SẮP ĐẾN HẠN TRONG 48 NGÀY TỚI', report.dueSoon.length],
        ];
        for (const [heading, size] of sizes) {
          const start = lines.indexOf(`${heading} (${String(size).padStart(2, '0')})`);
          if (size === 0) {
            expect(start).toBe(-1);
            continue;
          }
          const part = lines.slice(start + 1, lines.indexOf('', start));
          const shown = part.filter((line) => line.startsWith('- ')).length;
          const rest = Number(/^ {2}và (\d+) /u.exec(part[part.length - 1] ?? '')?.[1] ?? 0);
          expect(shown + rest).toBe(size);
        }
      }),
      cases(50),
    );
  });
});
