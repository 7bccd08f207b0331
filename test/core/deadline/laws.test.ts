// What holds of every cell, whatever is written in it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay, isCivilDate, isoDate, readIsoDate } from '../../../src/core/calendar.ts';
import { type Deadline, readDeadline } from '../../../src/core/deadline.ts';
import { fold } from '../../../src/core/text.ts';
import { cases } from '../../hunt.ts';
import { PLAN_CELLS } from './cells.ts';

const cells = fc.constantFrom(...PLAN_CELLS);
const pieces = fc.constantFrom(
  ...'quý tháng năm ngày trước chậm nhất đến hết trong từ và , ; / - . : ( ) % I II III IV 5 6 15 30 12 31 70 2024 2025 theo lộ trình của Bộ Công an dự kiến phấn đấu thường xuyên thực hiện hằng khi có yêu cầu hoàn thành cuối đầu đạt trở lên số Kế hoạch giờ lần'.split(
    ' ',
  ),
);
const part = (...words: readonly string[]) => fc.constantFrom(...words);
/** Phrases in the order in which people write them: most of them mean something. */
const phrases = fc
  .tuple(
    part('', '', 'Hạn: ', 'Thời gian thực hiện: '),
    part('', '', 'hoàn thành ', 'dự kiến ', 'phấn đấu hoàn thành '),
    part('', 'trong ', 'trước ', 'chậm nhất ', 'đến hết ', 'từ tháng 1 đến '),
    part(
      'quý II',
      'quý 4',
      'tháng 5',
      'tháng năm',
      'ngày 31/10',
      'ngày 15 tháng 6',
      '6 tháng đầu năm',
      '9 tháng',
      'năm',
    ),
    part('', '/2024', ' năm 2024', ', năm 2025', ' hằng năm'),
    part('', '', ' (dự kiến)', ', theo lộ trình của Bộ Y tế', ' theo hướng dẫn của cấp trên', ': 70%'),
    part('', '', ' và thực hiện thường xuyên', '; duy trì thường xuyên', ' và các năm tiếp theo', ', thường xuyên'),
  )
  .map((parts) => parts.join(''));
/** Cells of the plan, phrases, salads of their words, and anything at all. */
const anything = fc.oneof(
  cells.map((cell) => cell.words),
  phrases,
  fc.array(pieces, { maxLength: 14 }).map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const planYear = fc.integer({ min: 2000, max: 2099 });

/** Letters of this language, digits and signs: nothing that is invisible or drawn as another. */
const isPlain = (text: string) => /^[a-zA-ZÀ-Ãà-ãÈ-Êè-êĂăĐđƠơƯưẠ-ỹ\d\s.,;:/()%-]*$/u.test(text);
/** What is written, without blanks: those may be mended, words stay. */
const bare = (text: string) => text.normalize('NFC').replace(/\s/gu, '');

/** The value without the words themselves, names folded: what two spellings must have in common. */
function meaning({ text: _, authority, ...rest }: Deadline) {
  return { ...rest, authority: authority && fold(authority) };
}

/** The tone on the other vowel, as the other school writes it. */
const TONES: readonly (readonly [string, string])[] = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ủy', 'uỷ'],
  ['úy', 'uý'],
  ['kỳ', 'kì'],
  ['quý', 'quí'],
  ['tỷ', 'tỉ'],
];
function otherSchool(text: string): string {
  return TONES.reduce((read, [one, other]) => read.split(one).join(other), text);
}

const spelling = fc.constantFrom<(text: string) => string>(
  (text) => text.normalize('NFD'),
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => ` ${text.replace(/ /gu, ' \u00A0\n')}\t`,
  (text) => text.replace(/\//gu, ' / ').replace(/,/gu, ' , '),
  (text) => text.replace(/-/gu, '–'),
  otherSchool,
);

describe('any text', () => {
  test('is read without an error, and the value holds together', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(anything, fc.oneof(planYear, fc.double()), (text, year) => {
        const read = readDeadline(text, year);
        kinds.set(read.kind, (kinds.get(read.kind) ?? 0) + 1);
        const due = read.due === undefined ? undefined : readIsoDate(read.due);
        if (isPlain(text)) expect(bare(read.text)).toBe(bare(text));
        expect(read.due === undefined).toBe(due === undefined);
        expect(read.precision === undefined).toBe(read.due === undefined);
        if (read.firm) expect(read.due).toBeDefined();
        expect(['dated', 'dated-then-ongoing', 'milestones'].includes(read.kind)).toBe(
          read.due !== undefined && read.kind !== 'roadmap',
        );
        expect(read.milestones !== undefined).toBe(read.kind === 'milestones');
        if (read.milestones) expect(read.milestones.at(-1)?.due).toBe(read.due);
        if (read.authority !== undefined) expect(read.text).toContain(read.authority);
      }),
      cases(3000),
    );
    // Of what is never read nothing is seen to hold.
    const least = {
      dated: 400,
      'dated-then-ongoing': 250,
      ongoing: 50,
      roadmap: 100,
      'on-request': 20,
      milestones: 10,
    };
    for (const [kind, floor] of Object.entries(least))
      expect([kind, (kinds.get(kind) ?? 0) >= floor]).toEqual([kind, true]);
  });

  test('means the same in any spelling', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          cells.map((cell) => cell.words),
          phrases,
          fc.array(pieces, { maxLength: 10 }).map((all) => all.join(' ')),
        ),
        fc.array(spelling, { maxLength: 3 }),
        (text, spellings) => {
          const other = spellings.reduce((read, spell) => spell(read), text);
          expect(meaning(readDeadline(other, 2024))).toEqual(meaning(readDeadline(text, 2024)));
        },
      ),
      cases(2000),
    );
  });

  test('of sixty thousand characters is unread', () => {
    for (const text of ['('.repeat(60_000), 'Quý I/2024, '.repeat(5_000), 'theo '.repeat(12_000), 'a'.repeat(60_000)])
      expect(readDeadline(text, 2024).kind).toBe('unread');
  });
});

/** True where the gap before character `at` touches a stretch whose words are open. */
function isOpen(words: string, open: readonly string[], at: number): boolean {
  return open.some((stretch) => {
    const from = words.indexOf(stretch);
    return at > from && at <= from + stretch.length + 1;
  });
}

describe('a word nobody knows', () => {
  const unknown = fc.constantFrom('xoài', 'blah', 'đợi', 'hủy bỏ', 'không', 'chưa', '777', 'ngày xoài', '(xoài)', '%');

  test('makes a cell unread, unless it stands inside a name', () => {
    fc.assert(
      fc.property(cells, fc.nat(), unknown, ({ words, open }, seed, word) => {
        const gaps = [0, ...[...words.matchAll(/ /gu)].map((match) => match.index + 1), words.length];
        const at = gaps[seed % gaps.length] ?? 0;
        const read = readDeadline(`${words.slice(0, at)} ${word} ${words.slice(at)}`, 2024);
        if (read.kind === 'unread') return;
        expect(isOpen(words, open, at)).toBe(true);
        const { authority: _, ...rest } = meaning(read);
        const { authority: __, ...wanted } = meaning(readDeadline(words, 2024));
        expect(rest).toEqual(wanted);
      }),
      cases(4000),
    );
  });

  test('inside the name of a body belongs to the name', () => {
    expect(readDeadline('Theo lộ trình của Bộ Xây dựng xoài', 2024).authority).toBe('Bộ Xây dựng xoài');
  });
});

describe('every date there is', () => {
  const day = fc.integer({ min: 36526, max: 73050 }); // 2000-01-01 … 2099-12-31

  test('«ngày d/m/yyyy», and «trước» the day before', () => {
    fc.assert(
      fc.property(day, (serial) => {
        const written = formatDay(serial);
        const dated = { kind: 'dated', precision: 'day', firm: true };
        expect(readDeadline(`ngày ${written}`, 2024)).toMatchObject({ ...dated, due: isoDate(serial) });
        expect(readDeadline(`trước ngày ${written}`, 2024)).toMatchObject({ ...dated, due: isoDate(serial - 1) });
        expect(readDeadline(`Chậm nhất ${written.replace(/\//gu, '.')}`, 2024)).toMatchObject({
          ...dated,
          due: isoDate(serial),
        });
      }),
    );
  });

  test('a day that does not exist is unread, and no other', () => {
    for (let month = 0; month <= 13; month += 1)
      for (let date = 0; date <= 32; date += 1)
        for (const year of [2023, 2024]) {
          const real = isCivilDate({ year, month, day: date });
          expect(readDeadline(`ngày ${date}/${month}/${year}`, 2024).kind).toBe(real ? 'dated' : 'unread');
          expect(readDeadline(`ngày ${date} tháng ${month}`, year).kind).toBe(real ? 'dated' : 'unread');
        }
  });

  test('months, quarters, halves and years end where the calendar says', () => {
    const roman = ['I', 'II', 'III', 'IV'];
    fc.assert(
      fc.property(planYear, fc.integer({ min: 1, max: 12 }), (year, month) => {
        // By the other calendar there is: the day before the first of the next month.
        const until = (last: number) => new Date(Date.UTC(year, last, 0)).toISOString().slice(0, 10);
        const quarter = Math.ceil(month / 3);
        expect(readDeadline(`Tháng ${month}/${year}`, 2024).due).toBe(until(month));
        expect(readDeadline(`tháng ${month}`, year).due).toBe(until(month));
        expect(readDeadline(`trước tháng ${month} năm ${year}`, 2024).due).toBe(until(month - 1));
        expect(readDeadline(`Quý ${roman[quarter - 1]}/${year}`, 2024).due).toBe(until(quarter * 3));
        expect(readDeadline(`quý ${quarter}`, year).due).toBe(until(quarter * 3));
        expect(readDeadline(`6 tháng ${month <= 6 ? 'đầu' : 'cuối'} năm ${year}`, 2024).due).toBe(
          until(month <= 6 ? 6 : 12),
        );
        expect(readDeadline(`Năm ${year}`, 2024).due).toBe(until(12));
      }),
    );
  });
});
