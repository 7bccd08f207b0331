// Google's formulas as Excel's files hold them.
import { describe, expect, test } from 'vitest';
import { excelCondition, excelFormula } from '../../../src/host/workbook-file/formula.ts';

const BOOK = { properties: { locale: 'vi_VN' } };

describe('a cell’s formula', () => {
  test.each([
    ['=COUNTIFS(\'Nhiệm vụ\'!$B$2:$B$73;"Hoàn thành")', 'COUNTIFS(\'Nhiệm vụ\'!$B$2:$B$73,"Hoàn thành")'],
    ['=IF(A1>=2;"a;b";-C$4%)', 'IF(A1>=2,"a;b",-C$4%)'],
    ['=IFS(A1=1;"một";TRUE;"khác")', '_xlfn.IFS(A1=1,"một",TRUE,"khác")'],
    ['=SWITCH(A1;1;"một";"khác")', '_xlfn.SWITCH(A1,1,"một","khác")'],
    [
      '=TEXTJOIN("; ";TRUE;UNICHAR(9632);MAXIFS(A1:A3;B1:B3;1))',
      '_xlfn.TEXTJOIN("; ",TRUE,_xlfn.UNICHAR(9632),_xlfn.MAXIFS(A1:A3,B1:B3,1))',
    ],
    ['=DAYS(NgayTinh;A1)+MINIFS(A1:A2;B1:B2;"<>x")', '_xlfn.DAYS(NgayTinh,A1)+_xlfn.MINIFS(A1:A2,B1:B2,"<>x")'],
    ['="nói ""có"""&(A1*2)^3', '"nói ""có"""&(A1*2)^3'],
    ["='Ông ''Ba'''!A1*1", "'Ông ''Ba'''!A1*1"],
    ['=IF(A1;;1)', 'IF(A1,,1)'],
    ['=NA()', 'NA()'],
  ])('%s → %s', (google, excel) => expect(excelFormula(google, BOOK)).toBe(excel));

  test.each([
    ['=A1', 'IF(LEN(A1)=0,"",A1)'],
    ['=(A1)', '(IF(LEN(A1)=0,"",A1))'],
    ['=INDEX(A1:A9;2)', 'IF(LEN(INDEX(A1:A9,2))=0,"",INDEX(A1:A9,2))'],
    ['=IFERROR(VLOOKUP(1;A1:B2;2;FALSE);"")', null],
    ['=IF(A1=B1;C1;0)', 'IF(A1=B1,IF(LEN(C1)=0,"",C1),0)'],
    ['=IFS(A1;B1;C1;D1)', '_xlfn.IFS(A1,IF(LEN(B1)=0,"",B1),C1,IF(LEN(D1)=0,"",D1))'],
    ['=SWITCH(A1;B1;C1;D1)', '_xlfn.SWITCH(A1,B1,IF(LEN(C1)=0,"",C1),IF(LEN(D1)=0,"",D1))'],
    ['=CHOOSE(A1;B1)', 'CHOOSE(A1,IF(LEN(B1)=0,"",B1))'],
    ['=A1&""', 'A1&""'],
    ['=SUM(A1:A2)', 'SUM(A1:A2)'],
  ])('%s: an empty cell is answered with nothing', (google, excel) => {
    const found = 'VLOOKUP(1,A1:B2,2,FALSE)';
    expect(excelFormula(google, BOOK)).toBe(excel ?? `IFERROR(IF(LEN(${found})=0,"",${found}),"")`);
  });
});

describe('a rule’s formula goes with its range', () => {
  test.each([
    ['=$O2="x"', { rows: 3, columns: 1 }, '$O5="x"'],
    ['=A$1>B2', { rows: 1, columns: 2 }, 'C$1>D3'],
    ['=A1', { rows: -1, columns: 0 }, '#REF!'],
    ['=A1', { rows: 0, columns: 0 }, 'A1'],
  ])('%s by %o → %s', (google, move, excel) => expect(excelCondition(google, BOOK, move)).toBe(excel));
});
