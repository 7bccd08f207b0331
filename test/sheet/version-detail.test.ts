// The JSON cell of a closing, in every shape it was ever written: read back whole, or refused with the version named.
import { describe, expect, test } from 'vitest';
import { FIGURE_CODES } from '../../src/core/figures.ts';
import { readDetail, type WrittenDetail, writeDetail } from '../../src/sheet/ledger/version-detail.ts';

const figure = { part: 3, whole: 4, text: '3/4' };
const DETAIL: WrittenDetail = {
  window: { from: 45397, to: 45426 },
  stamped: true,
  figures: {
    K1: { ...figure, beside: 'xong trước hạn 03' },
    K2: figure,
    K3: figure,
    K4: figure,
    K5: figure,
    K6: figure,
    K7: figure,
    K8: figure,
  },
  units: [{ name: 'Công an xã', code: 'CAX', owed: 20, reported: 19, missing: 1, onTime: 18 }],
  indicators: [
    {
      id: 'II.05-1',
      code: 'II.05',
      name: 'Tỷ lệ',
      operator: '≥',
      target: 0.9,
      milestone: null,
      value: null,
      numerator: 1,
      denominator: 2,
      enteredOn: null,
      result: 'Chưa có số liệu',
    },
  ],
  finished: ['I.02'],
  reported: ['I.02'],
  owed: [],
  extensions: { 'II.06': 45473 },
  digests: ['0123456789abcdef'],
  marks: { 'I.02': '0123abcd', 'II.06': '89abcdef' },
  statuses: { 'I.02': 'doneOnTime', 'II.06': 'doingDueSoon' },
};
const WHERE = 'Kỳ 05/2024 bản 1';
const REFUSED = `${WHERE}: ô Chỉ tiêu của Sổ báo cáo không đọc được`;

/** The cell as 0.2.0 wrote it: no `v`, one digest, lists of rows packed beside their marks, no status, no code of a unit. */
function ofFirst({ digests, statuses: _, finished, reported, owed, indicators, units, ...others }: WrittenDetail) {
  const keys = [
    'code',
    'name',
    'operator',
    'target',
    'milestone',
    'value',
    'numerator',
    'denominator',
    'enteredOn',
    'result',
  ];
  return {
    ...others,
    units: units.map(({ code: _code, ...unit }) => unit),
    digest: digests[0],
    indicators: { keys, values: indicators.map((one) => keys.map((key) => one[key as keyof typeof one])) },
    lists: { codes: 'I.02', flags: '3' },
  };
}

/** The same as programs before 0.2.0 wrote it. */
function unpacked({ digests, statuses: _, marks: _marks, ...others }: WrittenDetail) {
  return { ...others, digest: digests[0] };
}

/** What is read of a cell without what its program did not keep. */
const { statuses: _s, ...MARKED } = DETAIL;
const FIRST = {
  ...MARKED,
  units: DETAIL.units.map(({ code: _, ...unit }) => unit),
  indicators: DETAIL.indicators.map(({ id: _, ...one }) => one),
};
const { marks: _m, ...UNMARKED } = MARKED;

describe('readDetail', () => {
  test('what a closing wrote', () => {
    expect(readDetail(writeDetail(DETAIL), WHERE)).toEqual(DETAIL);
  });

  test('what a closing of 0.2.0 wrote', () => {
    expect(readDetail(JSON.stringify(ofFirst(DETAIL)), WHERE)).toEqual(FIRST);
  });

  test('what a closing of an earlier program wrote', () => {
    expect(readDetail(JSON.stringify(unpacked(DETAIL)), WHERE)).toEqual(UNMARKED);
  });

  test('the shape a cell is in', () => {
    expect(JSON.parse(writeDetail(DETAIL))).toMatchObject({
      v: 2,
      rows: {
        codes: 'I.02 II.06',
        flags: '30',
        statuses: '01',
        legend: ['doneOnTime', 'doingDueSoon'],
        marks: '0123abcd89abcdef',
      },
    });
  });

  test('a figure a later program counts too is kept, and missing in nothing', () => {
    const figures = { ...DETAIL.figures, K99: figure };
    const read = readDetail(JSON.stringify({ ...unpacked(DETAIL), figures }), WHERE).figures;
    expect(FIGURE_CODES.map((code) => read[code])).toEqual(FIGURE_CODES.map((code) => DETAIL.figures[code]));
  });

  test.each([
    ['a list without a digit', { lists: { codes: 'I.01 I.02', flags: '1' }, indicators: { keys: [], values: [] } }],
    ['a digit that is none', { lists: { codes: 'I.01', flags: '9' }, indicators: { keys: [], values: [] } }],
    ['indicators without a heading', { lists: { codes: '', flags: '' }, indicators: { values: [] } }],
    [
      'indicators with another heading',
      { lists: { codes: '', flags: '' }, indicators: { keys: ['a'], values: [[[1]]] } },
    ],
  ])('0.2.0: %s is refused', (_, change) => {
    const { finished: _f, reported: _r, owed: _o, ...others } = unpacked(DETAIL);
    expect(() => readDetail(JSON.stringify({ ...others, ...change }), WHERE)).toThrow(WHERE);
  });

  const CELL = JSON.parse(writeDetail(DETAIL));
  test.each<[string, object]>([
    ['a shape nobody knows', { v: 3 }],
    ['a shape that is no number', { v: 'hai' }],
    ['the first shape', { v: 1 }],
    ['no rows', { rows: undefined }],
    ...Object.keys(CELL.rows).map((key): [string, object] => [
      `rows without ${key}`,
      { rows: { ...CELL.rows, [key]: undefined } },
    ]),
    ...Object.entries({
      'a row without a digit': { flags: '3' },
      'a digit that is none': { flags: '39' },
      'a row without a status': { statuses: '0' },
      'a status more': { statuses: '010' },
      'a status beyond the legend': { statuses: '02' },
      'a status nobody knows': { legend: ['doneOnTime', 'toString'] },
      'a mark cut short': { marks: '0123abcd89abcde' },
      'a mark too long': { marks: '0123abcd89abcdef0' },
      'a row more': { codes: 'I.02 II.06 II.07' },
      'a row less': { codes: 'I.02' },
    }).map(([what, change]): [string, object] => [what, { rows: { ...CELL.rows, ...change } }]),
    ['indicators without a heading', { indicators: { values: [] } }],
    ['indicators as 0.2.0 never wrote them here', { indicators: DETAIL.indicators }],
    ['one digest, as 0.2.0 kept it', { digests: undefined, digest: DETAIL.digests[0] }],
    ['no digest', { digests: [] }],
    ['a digest by fields nobody knows', { digests: ['0123456789abcdef', '0123456789abcdef'] }],
    ['a figure its program counted gone', { figures: { ...DETAIL.figures, K8: undefined } }],
    ['a figure of another kind', { figures: { ...DETAIL.figures, K99: '3/4' } }],
  ])('%s is refused', (_, change) => {
    expect(() => readDetail(JSON.stringify({ ...CELL, ...change }), WHERE)).toThrow(REFUSED);
  });

  test('a plan of 1,000 tasks fits a cell', () => {
    const codes = Array.from({ length: 1000 }, (_, i) => `VIII.${i + 1}`);
    const marks = Object.fromEntries(codes.map((code) => [code, '0123abcd']));
    const statuses = Object.fromEntries(codes.map((code) => [code, 'doneOnTime' as const]));
    const detail = { ...DETAIL, finished: codes, reported: codes, owed: codes, marks, statuses };
    const text = writeDetail(detail);
    expect(text.length).toBeLessThan(25_000);
    expect(readDetail(text, WHERE)).toEqual(detail);
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['no JSON', '{'],
    ['no object', 'null'],
    ['a list', '[]'],
    ...Object.keys(unpacked(DETAIL)).map((key): [string, string] => [
      `without ${key}`,
      JSON.stringify({ ...unpacked(DETAIL), [key]: undefined }),
    ]),
    ...Object.entries({
      'window without to': { window: { from: 1 } },
      'stamped as a word': { stamped: 'Có' },
      'figures without K8': { figures: { ...DETAIL.figures, K8: undefined } },
      'a figure without text': { figures: { ...DETAIL.figures, K1: { part: 1, whole: 2 } } },
      'beside as a number': { figures: { ...DETAIL.figures, K1: { ...figure, beside: 3 } } },
      'units as an object': { units: {} },
      'a count as a text': { units: [{ ...DETAIL.units[0], owed: '20' }] },
      'an indicator that is a list': { indicators: [[]] },
      'an indicator with a list inside': { indicators: [{ ...DETAIL.indicators[0], value: [] }] },
      'codes that are numbers': { finished: [1] },
      'an extension as a text': { extensions: { 'II.06': '30/06/2024' } },
    }).map(([what, change]): [string, string] => [what, JSON.stringify({ ...unpacked(DETAIL), ...change })]),
  ])('%s is refused', (_, text) => {
    expect(() => readDetail(text, WHERE)).toThrow(REFUSED);
  });
});
