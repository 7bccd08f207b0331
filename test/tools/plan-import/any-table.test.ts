// Whatever is pasted becomes seeds that build, or is refused in words; and every word of a task's cells comes from the table.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeSeeds } from '../../../src/core/plan.ts';
import { tidy } from '../../../src/core/text.ts';
import { importPlan } from '../../../src/tools/plan-import/import-plan.ts';
import { cases } from '../../hunt.ts';
import { asSheets, asWord, seeds, TITLES } from './paste.ts';

const number = fc.constantFrom(
  '',
  '1',
  '2.',
  '03',
  '1.1',
  '2.1',
  'a)',
  '-',
  '*',
  'I',
  'II.',
  'III',
  'V',
  'A',
  'B.',
  'C',
  '7x',
);
const content = fc.constantFrom(
  '',
  'Về pháp lý',
  'và tiếp',
  'II. Nhóm (02 nhiệm vụ)',
  '- ý nhỏ',
  'đạt 70%',
  '"sim rác"',
  'a\nb\n3. c',
  '20%\u00a0x',
);
const unit = fc.constantFrom(
  '',
  'Công an xã',
  'Các ban, ngành',
  'Trạm Y tế xã',
  'trạm y tế xã',
  'Hội\nPhụ nữ xã',
  'nt',
  'Sở Y tế',
  '(cùng xã)',
  ';',
  'Tổ TP xã',
);
const deadline = fc.constantFrom('', 'Quý I', 'Quý\nII', 'Thường xuyên', 'nt', 'bao giờ cũng được', '31/12/2023', '(');
const row = fc
  .tuple(number, content, unit, unit, deadline)
  .chain((cells) => fc.constantFrom(cells, cells.slice(0, 1), cells.slice(0, 3), [...cells, 'thừa']));
const OWN_WORDS = ['(ô trống)'];

/** Enough of a cell to know it by; «nt» says nothing of its own. */
const known = (cell: string) =>
  tidy(cell)
    .replace(/^(?:[-*]|[IVX]+\.) | \(02 nhiệm vụ\)$/gu, '')
    .slice(0, 12)
    .trim();

test('what is not in the seeds is in the list', () =>
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.boolean(), (rows, merged) => {
      let imported: ReturnType<typeof importPlan>;
      try {
        imported = importPlan(asSheets([TITLES, ...rows]), seeds, { year: 2025, merged });
      } catch {
        return;
      }
      const { tasks, plan } = imported.seeds;
      const said = [
        ...tasks.flatMap(({ content, lead, coordinating, deadline }) => [content, lead, coordinating, deadline]),
        ...plan.groups.map(({ heading }) => heading),
        ...imported.findings.map(({ text }) => text),
      ].join('\n');
      for (const cells of rows)
        for (const cell of cells.slice(1).filter((one) => one !== 'nt')) expect(said).toContain(known(cell));
    }),
    cases(150),
  ));

test('seeds that decode, or a refusal', () => {
  let read = 0;
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 12 }),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (rows, heads, word, merged) => {
        const text = (word ? asWord : asSheets)([...(heads ? [TITLES] : []), ...rows]);
        let imported: ReturnType<typeof importPlan>;
        try {
          imported = importPlan(text, seeds, { year: 2025, merged });
        } catch (cause) {
          expect(String(cause)).not.toMatch(/seeds\/|TypeError|RangeError/u);
          return;
        }
        read += 1;
        decodeSeeds(imported.seeds);
        const words = tidy(text.replace(/"/gu, ''));
        for (const { content, lead, coordinating, deadline } of imported.seeds.tasks) {
          for (const cell of [content, lead, coordinating, deadline].filter((one) => !OWN_WORDS.includes(one)))
            for (const part of cell.replace(/"/gu, '').split(' ')) expect(words).toContain(part);
        }
      },
    ),
    cases(150),
  );
  expect(read).toBeGreaterThan(50);
});
