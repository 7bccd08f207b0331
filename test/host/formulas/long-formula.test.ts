// One very long formula of the kind the workbook lives on: the state of a task derived from raw cells of any kind, against a
// plain function, on hundreds of rows; the same rows in LibreOffice where it is installed.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormulas } from '../../../src/host/formulas/formulas.ts';
import { loadIronCalc } from '../../../src/node/ironcalc.ts';
import { hasLibreOffice, recalculate } from '../../../src/node/libreoffice/libreoffice.ts';
import { cases } from '../../hunt.ts';
import { evaluate, type Value, valueAt, workbook } from './workbook.ts';

const TODAY = 45427;
const WARNING = 48;

interface Row {
  kind: Value;
  state: Value;
  doneOn: Value;
  due: Value;
  counts: Value;
  evidence: Value;
}

const day = fc.integer({ min: TODAY - 60, max: TODAY + 90 });
const row: fc.Arbitrary<Row> = fc.record({
  kind: fc.constantFrom<Value>('Thường xuyên', 'Có thời hạn', 'CÓ THỜI HẠN', 'Theo lộ trình', null, 5),
  state: fc.constantFrom<Value>(
    ...['Hoàn thành', 'HOÀN THÀNH', 'Đang thực hiện', 'Tạm dừng', 'Chưa thực hiện', 'xong', null, true, 0],
    'Hoàn thành'.normalize('NFD'),
  ),
  doneOn: fc.oneof(day, fc.constantFrom<Value>(null, '15/5', true)),
  due: fc.oneof(day, fc.constantFrom<Value>(null, 'Quý I', false)),
  counts: fc.constantFrom<Value>('Có', 'Không', 'KHÔNG', null, 1),
  evidence: fc.constantFrom<Value>(null, 'số 12', 7, false),
});

/** Row n of the tab «Nhiệm vụ»: A kind, B state, C done on, D due, E counts, F evidence; G the state understood, H the answer, I its rank. */
function formulasOf(n: number, rows: number): [string, string, string] {
  const dated = `ISNUMBER($D${n})`;
  const finished = `AND($G${n}="Hoàn thành";IF(ISNUMBER($C${n});$C${n}<=NgayTinh;TRUE))`;
  const late = `NgayTinh>$D${n}`;
  // AND looks at all its arguments: without IF, text in D is an error.
  const soon = `IF(${dated};$D${n}-NgayTinh<=NgayBao;FALSE)`;
  const free = `$E${n}="Không"`;
  const doing = `OR($G${n}="Đang thực hiện";$G${n}="Hoàn thành")`;
  const of = (doingWords: string, notWords: string): string => `IF(${doing};"${doingWords}";"${notWords}")`;
  return [
    `=IF(OR($B${n}="Hoàn thành";$B${n}="Đang thực hiện";AND($B${n}="Tạm dừng";$F${n}<>""));$B${n};"Chưa thực hiện")`,
    `=IFS($A${n}="Thường xuyên";IF($G${n}="Tạm dừng";"Tạm dừng";"Thường xuyên");$G${n}="Tạm dừng";"Tạm dừng";` +
      `AND(${finished};NOT(${dated}));"Hoàn thành";AND(${finished};NOT(ISNUMBER($C${n})));"Hoàn thành – thiếu ngày";` +
      `${finished};IF($C${n}<=$D${n};"Hoàn thành đúng hạn";IF(${free};"Hoàn thành sau thời gian dự kiến";"Hoàn thành quá hạn"));` +
      `AND(${dated};${late};${free});"Quá thời gian dự kiến";` +
      `AND(${dated};${late});${of('Đang thực hiện quá hạn', 'Chưa thực hiện quá hạn')};` +
      `AND(${dated};${soon};NOT(${free}));${of('Đang thực hiện – sắp đến hạn', 'Chưa thực hiện – sắp đến hạn')};` +
      `${dated};${of('Đang thực hiện trong hạn', 'Chưa thực hiện trong hạn')};` +
      `$A${n}="Theo lộ trình";"Theo lộ trình – "&IF(${doing};"đang thực hiện";"chưa có thông tin");` +
      `TRUE;"Chưa đọc được thời hạn")`,
    `=IF(ISNUMBER(SEARCH("quá hạn";$H${n}))*ISNUMBER($D${n});1+COUNTIFS($H$2:$H$${rows + 1};"*quá hạn";$D$2:$D$${rows + 1};"<"&$D${n});"")`,
  ];
}

/** The same in words: letter case ignored, a date is a number. */
function expectedOf({ kind, state, doneOn, due, counts, evidence }: Row): { state: string; answer: string } {
  const is = (value: Value, word: string): boolean =>
    typeof value === 'string' && value.toLowerCase() === word.toLowerCase();
  const known = ['Hoàn thành', 'Đang thực hiện'].find((word) => is(state, word));
  const paused = is(state, 'Tạm dừng') && evidence !== null;
  const understood = known ?? (paused ? 'Tạm dừng' : 'Chưa thực hiện');
  const free = is(counts, 'Không');
  const doing = known !== undefined ? 'Đang thực hiện' : 'Chưa thực hiện';
  const answer = (): string => {
    if (is(kind, 'Thường xuyên')) return paused ? 'Tạm dừng' : 'Thường xuyên';
    if (paused) return 'Tạm dừng';
    if (known === 'Hoàn thành' && !(typeof doneOn === 'number' && doneOn > TODAY)) {
      if (typeof due !== 'number') return 'Hoàn thành';
      if (typeof doneOn !== 'number') return 'Hoàn thành – thiếu ngày';
      if (doneOn <= due) return 'Hoàn thành đúng hạn';
      return free ? 'Hoàn thành sau thời gian dự kiến' : 'Hoàn thành quá hạn';
    }
    if (typeof due === 'number') {
      if (TODAY > due) return free ? 'Quá thời gian dự kiến' : `${doing} quá hạn`;
      if (due - TODAY <= WARNING && !free) return `${doing} – sắp đến hạn`;
      return `${doing} trong hạn`;
    }
    if (is(kind, 'Theo lộ trình')) return `Theo lộ trình – ${known ? 'đang thực hiện' : 'chưa có thông tin'}`;
    return 'Chưa đọc được thời hạn';
  };
  return { state: understood, answer: answer() };
}

function bookOf(rows: readonly Row[]) {
  const lines = rows.map((one, index): Value[] => [
    ...[one.kind, one.state, one.doneOn, one.due, one.counts, one.evidence],
    ...formulasOf(index + 2, rows.length),
  ]);
  const board = [...new Set(rows.map((one) => expectedOf(one).answer))].map((answer): Value[] => [
    answer,
    `=COUNTIF('Nhiệm vụ'!$H$2:$H$${rows.length + 1};$A2)`.replace('$A2', `"${answer}"`),
    `=SUMPRODUCT(('Nhiệm vụ'!$H$2:$H$${rows.length + 1}="${answer}")*1)`,
  ]);
  return workbook(
    {
      'Nhiệm vụ': [['Loại', 'Tình trạng', 'Ngày', 'Hạn', 'Tính', 'Minh chứng'], ...lines],
      'Tổng hợp': board,
      'Cấu hình': [[TODAY], [WARNING]],
    },
    { NgayTinh: ['Cấu hình', 0, 0, 1, 1], NgayBao: ['Cấu hình', 1, 0, 2, 1] },
  );
}

describe('a long formula', () => {
  const formulas = createFormulas(loadIronCalc());

  it('is long', () => {
    expect(formulasOf(2, 72)[1].length).toBeGreaterThan(1000);
  });

  it('agrees with a plain function on every workbook', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 30, maxLength: 40 }), (rows) => {
        const book = bookOf(rows);
        evaluate(formulas, book, TODAY);
        const expected = rows.map(expectedOf);
        rows.forEach((one, index) => {
          expect([one, String(valueAt(book, 0, index + 1, 6)).toLowerCase()]).toEqual([
            one,
            expected[index]?.state.toLowerCase(),
          ]);
          expect([one, valueAt(book, 0, index + 1, 7)]).toEqual([one, expected[index]?.answer]);
          const isLate = typeof one.due === 'number' && /quá hạn$/u.test(expected[index]?.answer ?? '');
          const earlier = rows.filter(
            (other, n) => /quá hạn$/u.test(expected[n]?.answer ?? '') && Number(other.due) < Number(one.due),
          );
          expect(valueAt(book, 0, index + 1, 8)).toBe(isLate ? 1 + earlier.length : '');
        });
        const counted = new Map<string, number>();
        for (const { answer } of expected) counted.set(answer, (counted.get(answer) ?? 0) + 1);
        [...counted].forEach(([answer, count], index) => {
          expect([answer, valueAt(book, 1, index, 1), valueAt(book, 1, index, 2)]).toEqual([answer, count, count]);
        });
      }),
      cases(12),
    );
  });

  it.skipIf(!hasLibreOffice())('agrees with LibreOffice on two hundred rows', async () => {
    // Truth values are numbers there, and so dates.
    const rows = fc.sample(row, { numRuns: 200, seed: 6 }).map((one) => ({
      ...one,
      ...(typeof one.due === 'boolean' && { due: null }),
      ...(one.doneOn === true && { doneOn: null }),
    }));
    const values = await recalculate(bookOf(rows), TODAY);
    rows.forEach((one, index) => {
      expect([one, values['Nhiệm vụ']?.[index + 1]?.[7]]).toEqual([one, expectedOf(one).answer]);
    });
  });
});
