// Readers under hostile texts and cells: none dies, nothing of a person passes the mask, and what is done twice is done once.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLooseTexts } from '../../src/core/check/texts.ts';
import { checkRow } from '../../src/core/check-row.ts';
import { ENTRY_COLUMNS } from '../../src/core/entry-block.ts';
import { findPersonalData, maskPersonalData } from '../../src/core/personal-data.ts';
import { typedText } from '../../src/core/report/typed-text.ts';
import { fold, MOST_READ, tidy, tidyLines } from '../../src/core/text.ts';
import { hostileCell, hostileText, longText, SCALES, writtenNumber } from '../hostile.ts';
import { cases } from '../hunt.ts';
import { READERS } from './readers.ts';
import { MAY, taskRow } from './task-row.ts';

const FEW = cases(200);
/** Digits of whatever script, as they are counted by whoever looks for a number. */
const digitsIn = (text: string) => [...text.normalize('NFKC')].filter((sign) => /\p{Nd}/u.test(sign)).length;

describe('no reader throws', () => {
  test.each(Object.entries(READERS))('%s', (_, read) => {
    fc.assert(
      fc.property(fc.oneof(hostileText, hostileText, hostileText, longText), (text) => {
        read(text);
      }),
      FEW,
    );
  });

  test('checks of rows of any cells, and of loose texts', () => {
    fc.assert(
      fc.property(fc.array(hostileCell, { minLength: 12, maxLength: 12 }), (cells) => {
        const entries = Object.fromEntries(ENTRY_COLUMNS.map((key, i) => [key, cells[i] ?? null]));
        const row = taskRow({
          ...entries,
          extension: cells[9] ?? null,
          due: cells[10] ?? null,
          kind: cells[11] ?? null,
        });
        for (const { text, todo = '' } of [
          ...checkRow(row, MAY),
          ...checkLooseTexts(cells.map((cell) => ({ place: 'Ô', column: 'Cột', cell }))),
        ]) {
          expect(findPersonalData(text + todo)).toEqual([]);
          expect((text + todo).length).toBeLessThan(600);
        }
      }),
      FEW,
    );
  });
});

describe('laws of text', () => {
  test.each<[string, (text: string) => string]>([
    ['tidy', tidy],
    ['tidyLines', tidyLines],
    ['fold', fold],
    ['maskPersonalData', maskPersonalData],
  ])('%s twice is once', (_, of) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(of(of(text))).toBe(of(text));
      }),
      FEW,
    );
  });

  test('what enters a report is short, whole, and fit to be sent', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, longText), (text) => {
        const told = typedText(text) ?? '';
        expect(told.length).toBeLessThanOrEqual(3 * MOST_READ);
        expect(told).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/u);
        expect(() => encodeURIComponent(told)).not.toThrow();
        expect(findPersonalData(told)).toEqual([]);
      }),
      FEW,
    );
  });
});

describe('nothing of a person leaves', () => {
  const letters = fc.constantFrom('', 'Ông A: ', 'CCCD của bà B là ', 'liên hệ ', 'Đã xong.\n', '(', '«', '- ', 'ĐT ');
  const behind = fc.constantFrom('', ' đã nộp hồ sơ.', '\nđã xong', ')', '»', '; bà C', '…');

  test('however it is written, wherever it stands', () => {
    fc.assert(
      fc.property(letters, writtenNumber, behind, (before, { number, written }, after) => {
        const told = typedText(before + written + after) ?? '';
        expect(digitsIn(told)).toBeLessThanOrEqual(6);
        expect(told).not.toContain(number);
      }),
      FEW,
    );
  });

  test('at the place where a long text is cut', () => {
    const long = fc.constantFrom(...SCALES.filter(({ name }) => !/\p{Nd}|CMND|digits|marks|\\u|•/u.test(name)));
    fc.assert(
      fc.property(long, fc.integer({ min: 0, max: 460 }), writtenNumber, ({ of }, back, { written }) => {
        const told = typedText(`${of(MOST_READ + 430 - back)} a: ${written} b ${of(2000)}`) ?? '';
        expect(digitsIn(told)).toBeLessThanOrEqual(6);
      }),
      FEW,
    );
  });
});
