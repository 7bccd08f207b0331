// What a formula may hold: accepted, a parse error of Google's, or a construct the host refuses to guess about.
import { describe, expect, it } from 'vitest';
import { createFormulas } from '../../../src/host/formulas/formulas.ts';
import { loadIronCalc } from '../../../src/node/ironcalc.ts';
import { evaluate, workbook } from './workbook.ts';

const formulas = createFormulas(loadIronCalc());

describe('accepted', () => {
  it.each([
    '=1+1',
    '= IF( A1 = "x" ;\n 1 ; 2 )',
    "='Nhiệm vụ'!$A$2",
    "='Tab có ''nháy'''!A1",
    '=Sheet1!A1',
    '=NgayTinh-7',
    '=Hạn_báo_cáo',
    '=A1&"; "&B1',
    '="một ""nháy"" hai"',
    '=KHONG_CO_HAM_NAY(A1)',
    '=LOG10X(1)',
    '=COUNTIFS(A1:A5;">="&B1)',
    '=COUNTIF(A1:A5;"<>")',
    '=COUNTIF(A1:A5;"<>0")',
    '=IFERROR(#N/A;0)',
    '=TEXT(A1;"DD/MM/YYYY")',
    '=ROUND(A1*100/B1;0)&"%"',
    '=COUNTIF(A1:A5;"x")/2',
    '=SUMPRODUCT((A1:A5="x")*(B1:B5<>""))',
    '=TRUE=A1',
  ])('%s', (formula) => {
    expect(() => formulas.check(formula, 'vi_VN')).not.toThrow();
  });

  it.each(['=SUM(1,2)', '=SUM(1;2)', '=IF(A1,"a","b")'])('%s in en_US and en_GB', (formula) => {
    expect(() => formulas.check(formula, 'en_US')).not.toThrow();
    expect(() => formulas.check(formula, 'en_GB')).not.toThrow();
  });

  it.each(['de_DE', 'fr_FR'])('a semicolon in %s, and no comma', (locale) => {
    expect(() => formulas.check('=SUM(1;2)', locale)).not.toThrow();
    expect(() => formulas.check('=SUM(1,2)', locale)).toThrow();
    expect(() => formulas.check('=IF(A1,A2)', locale)).toThrow(/parse error/u);
  });
});

describe('a parse error', () => {
  it.each([
    '=IF(A1,1)',
    '=SUM(A1,A2)',
    '=1+',
    '=(1+2',
    '=1+2)',
    '=IF(A1;1',
    '="chưa đóng',
    "='Nhiệm vụ!A1",
    '=A1 A2',
    '=',
    '=;1',
    '=A1:',
    '=#SAI',
    '=§1',
  ])('%s', (formula) => {
    expect(() => formulas.check(formula, 'vi_VN')).toThrow(expect.objectContaining({ name: 'ApiError', code: 400 }));
  });
});

describe('not emulated', () => {
  it.each([
    // Functions of Google's that are not proven.
    ...['=FILTER(A1:A5;B1:B5)', '=UNIQUE(A1:A5)', '=SORT(A1:A5)', '=XLOOKUP(1;A1:A5;B1:B5)', '=LET(x;1;x)'],
    ...[
      '=ARRAYFORMULA(A1:A5)',
      '=QUERY(A1:B5;"select A")',
      '=REGEXMATCH(A1;"x")',
      '=HYPERLINK("x";"y")',
      '=IFNA(A1;1)',
    ],
    ...['=INDIRECT("A1")', '=OFFSET(A1;1;1)', '=VLOOKUP(A1;B1:C5;2;TRUE)', '=MATCH(A1;B1:B5;1)', '=MATCH(A1;B1:B5)'],
    // Patterns but lists of signs, texts that may be numbers, replacements with a meaning of their own.
    ...['=REGEXREPLACE(A1;"[.]";"")', '=REGEXREPLACE("a";"[a-z]";"")', '=REGEXREPLACE("a";"[^a]";"")'],
    ...['=REGEXREPLACE("a";"a+";"")', '=REGEXREPLACE("a";"[\\s]";"")', '=REGEXREPLACE("a";"[a]";"$1")'],
    ...['=REGEXREPLACE("a";"[a]";B1)', '=REGEXREPLACE("a";"[[:space:]]";"")', '=REGEXREPLACE("a";"[ab]";"b")'],
    // Not portable.
    ...['={1;2}', '=SUM({1\\2})', '=A1*0,5', '=A1*0.5', '=1E5', '=SUM(B2:B)', '=SUM(B:B)', '=SUM(2:5)', '=SUM($B:$B)'],
    ...["=SUM('Nhiệm vụ'!B:B)", '=INDEX(A1:A5;1):A5', '=Đơnvị!A1', '=IF(A1;;1)', '=5%', '=2^3', '=1234567890123456'],
    // Not a parse error of Google's, but a value it explains.
    ...['=IF(A1)', '=IF(A1;1;2;3)', '=IFS(A1;1;B1)', '=COUNTIFS(A1:A5;"x";B1:B5)', '=TODAY(1)'],
    // Silently wrong in an engine.
    ...['=SUMPRODUCT(--(A1:A5="x"))', '=SUMPRODUCT(-(A1:A5="x"))', '=SUMPRODUCT(ROW(A1:A5)*1)'],
    ...['=SUMPRODUCT(ISNUMBER(A1:A5)*1)', '=SUMPRODUCT(LEN(A1:A5))', '=SUMPRODUCT(IF(A1:A5="x";1;0))'],
    ...['=SUMPRODUCT(COUNTIF(A1:A5;A1:A5))', '=SUMPRODUCT((A1:A5/B1:B5&""=C1)*1)'],
    ...['=COUNTIF(A1:A5;">9,5")', '=COUNTIF(A1:A5;"15/5/2024")', '=COUNTIF(A1:A5;"<>x")', '=COUNTIF(A1:A5;">m")'],
    ...['=COUNTIF(A1:A5;"TRUE")', '=TEXT(A1;"#.##0,0")', '=TEXT(A1;B1)', '=TEXT(A1;"dddd")', '=WEEKDAY(A1;3)'],
    ...[
      '=ROUND(A1;2)',
      '=ROUND(A1/B1*100;0)',
      '=ROUND(100*(A1/B1);0)',
      '=MATCH("30";A1:A5;0)',
      '=TEXTJOIN(",";FALSE;A1)',
    ],
    ...['=AND(A1;B1="x")', '=OR((NgayTinh);1=1)', '=INDEX(A1:B5;0;1)'],
    ...['=A1<"x"', '=A1&""<B1&""'],
    // One value wanted, a range given: Google takes the row's own cell, the engine spills.
    ...['=A1:A5', '=IF(A1:A5="x";1;0)', '=A1:A5&""', '=AND(A1:A5="x")', '=LEN(A1:A5)', '=TEXTJOIN(",";TRUE;A1:A5)'],
    ...['=COUNTIF(A1:A5&"";"x")', '=SUM((A1:A5="x")*1)'],
  ])('%s', (formula) => {
    expect(() => formulas.check(formula, 'vi_VN')).toThrow(expect.objectContaining({ name: 'NotEmulated' }));
  });

  it('names the function', () => {
    expect(() => formulas.check('=IF(A1;FILTER(B1:B5;C1:C5);"")', 'vi_VN')).toThrow('the function FILTER');
  });

  it('knows five locales only', () => {
    expect(() => formulas.check('=1', 'ja_JP')).toThrow(expect.objectContaining({ name: 'NotEmulated' }));
  });
});

describe('not emulated for the values met', () => {
  it.each([
    ['a fraction turned into text', ['=A2&" điểm"', 0.5]],
    ['a calculated fraction turned into text', ['="Đạt "&A2/2', 3]],
    ['a fraction in a criterion', ['=COUNTIF(A2:A3;">="&A2)', 0.5]],
    ['a criterion that is a date to some', ['=COUNTIF(A2:A3;A2)', '15/5/2024']],
    ['a fraction in the branch taken', ['=IF(ISNUMBER(A2);A2&"%";"chữ")', 0.5]],
    ['a criterion in the value of an IFS', ['=IFS(A2="x";COUNTIF(A2:A3;"<"&A3);TRUE;3)', 'x', 'y']],
    ['a fraction behind an error', ['=IFERROR(1/0;A2&"")', 0.5]],
    ['a criterion that excludes a text', ['=COUNTIF(A2:A3;A2)', '<>x']],
  ])('%s', (_, column) => {
    const book = workbook({ T: column.map((value) => [value]) });
    expect(() => evaluate(formulas, book, 45427)).toThrow(expect.objectContaining({ name: 'NotEmulated' }));
  });

  it.each([
    ['whole numbers turn into text', ['=A2&" điểm"', 5]],
    ['a fraction only compared with a word', ['=IF(A2&""="xong";1;0)', 0.5]],
    ['a fraction only measured', ['=LEN(TRIM(A2))', 0.5]],
    ['a fraction in a branch not taken', ['=IF(ISNUMBER(A2);"số";"chữ "&A2)', 0.5]],
    ['a criterion in a branch not taken', ['=IF(A3="";"";COUNTIF(A2:A4;"<"&A3))', 0.5, null]],
    ['a criterion behind an earlier condition', ['=IFS(A2="x";1;COUNTIF(A2:A3;"<"&A3)>0;2;TRUE;3)', 'x', 'y']],
    ['a fraction only in case of an error', ['=IFERROR(A2+1;A2&"")', 0.5]],
    ['a rounded fraction', ['=ROUND(A2*100;0)&"%"', 0.5]],
  ])('emulated: %s', (_, column) => {
    const book = workbook({ T: column.map((value) => [value]) });
    expect(() => evaluate(formulas, book, 45427)).not.toThrow();
  });
});
