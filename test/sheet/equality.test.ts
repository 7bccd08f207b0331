// When what Google gives back is what it was given: pairs that are one, and pairs that are not, for each rule.
import { describe, expect, test } from 'vitest';
import * as equality from '../../src/sheet/equality.ts';

const range = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => {
  return { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex };
};
const colours = (...ranges: object[]) => equality.coloursKey([{ ranges, booleanRule: {} }]);
const custom = (formula: string, more = {}) =>
  equality.ruleKey({ condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] }, ...more });
const between = (...values: string[]) =>
  equality.ruleKey({
    condition: { type: 'NUMBER_BETWEEN', values: values.map((userEnteredValue) => ({ userEnteredValue })) },
  });
const GRID = { rows: 73, columns: 29 };
const spec = (columnIndex: number, type = 'BLANK') => ({ columnIndex, filterCriteria: { condition: { type } } });
const view = (more: object) => equality.viewKey({ title: 'CAX', range: range(0, 73, 0, 29), ...more }, GRID);
const source = (...sources: object[]) => ({ sourceRange: { sources } });
const chart = (title: string, from: number, to = 3) =>
  equality.chartKey({
    title,
    basicChart: {
      chartType: 'COLUMN',
      domains: [{ domain: source(range(from, 9, 0, 1)) }],
      series: [{ series: source(range(1, 9, 2, to)) }],
    },
  });

describe('one', () => {
  test.each<[string, unknown, unknown]>([
    [
      'blanks, separators and case outside texts',
      equality.sameFormula('=IF(A1;"a, b";2)', '=if( A1 , "a, b" , 2 )'),
      true,
    ],
    ['the zone of this country', equality.sameZone('Asia/Saigon', 'Asia/Ho_Chi_Minh'), true],
    ['the locale with and without its country', equality.sameLocale('vi', 'vi_VN'), true],
    ['the locale with another sign', equality.sameLocale('vi-VN', 'vi_VN'), true],
    [
      'TEXT with its pattern and without',
      equality.sameNumberFormat({ type: 'TEXT' }, { type: 'TEXT', pattern: '@' }),
      true,
    ],
    ['a colour in eight bits', equality.sameColour('#ff8000', { rgbColor: { red: 1, green: 0.501 } }, undefined), true],
    ['a colour by its older twin', equality.sameColour('#0000ff', undefined, { blue: 1 }), true],
    ['a note with other line ends', equality.sameNote('a\r\nb ', 'a\nb'), true],
    [
      'an end left out at the edge',
      equality.rangeKey({}, { rows: 5, columns: 3 }),
      equality.rangeKey(range(0, 5, 0, 3)),
    ],
    ['touching ranges as one', colours(range(1, 5, 0, 3)), colours(range(1, 3, 0, 3), range(3, 5, 0, 3))],
    [
      'ranges beside each other, in another order',
      colours(range(1, 5, 0, 3)),
      colours(range(1, 5, 2, 3), range(1, 5, 0, 2)),
    ],
    ['a rule told by another row', custom('=$A2>0'), custom('=A9>0')],
    ['a number with a comma', between('0,5', '1'), between('0.5', '1,0')],
    ['not strict, told or not', custom('=A1', { strict: false }), custom('=A1')],
    ['words of help with a blank behind', custom('=A1', { inputMessage: 'x ' }), custom('=A1', { inputMessage: 'x' })],
    [
      'criteria under their other name',
      view({ filterSpecs: [spec(2)] }),
      view({ criteria: { 2: { condition: { type: 'BLANK' } } } }),
    ],
    ['criteria in another order', view({ filterSpecs: [spec(2), spec(1)] }), view({ filterSpecs: [spec(1), spec(2)] })],
    [
      'editors in any case and order, the owner or not',
      equality.editorsKey(['B@x.vn', 'a@x.vn', 'o@x.vn'], 'o@x.vn'),
      equality.editorsKey(['a@x.vn', 'b@x.vn'], 'o@x.vn'),
    ],
    ['plain text with runs or without', equality.linksKey([{ from: 0, uri: '' }]), equality.linksKey([])],
    [
      'a link in two runs',
      equality.linksKey([
        { from: 0, uri: 'u' },
        { from: 3, uri: 'u' },
      ]),
      equality.linksKey([{ from: 0, uri: 'u' }]),
    ],
  ])('%s', (_, a, b) => expect(a).toEqual(b));
});

describe('not one', () => {
  test.each<[string, unknown, unknown]>([
    ['another text in a formula', equality.sameFormula('=IF(A1;"a";2)', '=IF(A1;"A";2)'), true],
    ['a blank in a text', equality.sameFormula('="a b"', '="ab"'), true],
    ['a blank in the name of a tab', equality.sameFormula("='a b'!A1", "='ab'!A1"), true],
    ['another zone', equality.sameZone('Asia/Bangkok', 'Asia/Ho_Chi_Minh'), true],
    ['another locale', equality.sameLocale('en_US', 'vi_VN'), true],
    [
      'another pattern',
      equality.sameNumberFormat({ type: 'DATE', pattern: 'dd/mm/yyyy' }, { type: 'DATE', pattern: 'd/m' }),
      true,
    ],
    ['another type', equality.sameNumberFormat({ type: 'TEXT' }, { type: 'NUMBER' }), true],
    ['no format', equality.sameNumberFormat({ type: 'TEXT' }, undefined), true],
    ['another colour', equality.sameColour('#ff8000', { rgbColor: { red: 1, green: 0.51 } }, undefined), true],
    ['no colour', equality.sameColour('#ff8000', undefined, undefined), true],
    ['another note', equality.sameNote('a', 'b'), true],
    ['a column left out in the middle', colours(range(1, 5, 0, 3)), colours(range(1, 5, 0, 1), range(1, 5, 2, 3))],
    ['a row left out in the middle', colours(range(1, 5, 0, 1)), colours(range(1, 3, 0, 1), range(4, 5, 0, 1))],
    ['a row more', colours(range(1, 5, 0, 1)), colours(range(1, 6, 0, 1))],
    ['a rule of another column', custom('=$A2>0'), custom('=$B2>0')],
    ['strict or not', custom('=A1', { strict: true }), custom('=A1')],
    ['other words of help', custom('=A1', { inputMessage: 'x' }), custom('=A1', { inputMessage: 'y' })],
    ['another bound', between('0', '1'), between('0', '2')],
    ['a view’s title', view({}), view({ title: 'VP' })],
    ['a view’s rows', view({}), view({ range: range(0, 72, 0, 29) })],
    ['a view’s column', view({ filterSpecs: [spec(2)] }), view({ filterSpecs: [spec(3)] })],
    ['a view’s condition', view({ filterSpecs: [spec(2)] }), view({ filterSpecs: [spec(2, 'NOT_BLANK')] })],
    ['a chart’s title', chart('a', 1), chart('b', 1)],
    ['a chart’s words', chart('a', 1), chart('a', 2)],
    ['a chart’s numbers', chart('a', 1), chart('a', 1, 4)],
    ['an editor more', equality.editorsKey(['a@x.vn'], 'o@x.vn'), equality.editorsKey(['a@x.vn', 'b@x.vn'], 'o@x.vn')],
    ['where a link begins', equality.linksKey([{ from: 0, uri: 'u' }]), equality.linksKey([{ from: 1, uri: 'u' }])],
    ['where a link leads', equality.linksKey([{ from: 0, uri: 'u' }]), equality.linksKey([{ from: 0, uri: 'v' }])],
    [
      'where a link ends',
      equality.linksKey([{ from: 0, uri: 'u' }]),
      equality.linksKey([{ from: 0, uri: 'u' }, { from: 3 }]),
    ],
  ])('%s', (_, a, b) => expect(a).not.toEqual(b));
});
