// The JSON cell of a closing: read back whole, or refused with the version named.
import { describe, expect, test } from 'vitest';
import { readDetail, type VersionDetail, writeDetail } from '../../src/sheet/version-detail.ts';

const figure = { part: 3, whole: 4, text: '3/4' };
const DETAIL: VersionDetail = {
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
  units: [{ name: 'Công an xã', owed: 20, reported: 19, missing: 1, onTime: 18 }],
  indicators: [
    {
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
  digest: '0123456789abcdef',
};
const WHERE = 'Kỳ 05/2024 bản 1';

describe('readDetail', () => {
  test('what a closing wrote', () => {
    expect(readDetail(writeDetail(DETAIL), WHERE)).toEqual(DETAIL);
  });

  test('what a closing of an earlier program wrote', () => {
    expect(readDetail(JSON.stringify(DETAIL), WHERE)).toEqual(DETAIL);
  });

  test.each([
    ['a list without a digit', { lists: { codes: 'I.01 I.02', flags: '1' }, indicators: { keys: [], values: [] } }],
    ['a digit that is none', { lists: { codes: 'I.01', flags: '9' }, indicators: { keys: [], values: [] } }],
    ['indicators without a heading', { lists: { codes: '', flags: '' }, indicators: { values: [] } }],
    [
      'indicators with another heading',
      { lists: { codes: '', flags: '' }, indicators: { keys: ['a'], values: [[[1]]] } },
    ],
  ])('%s is refused', (_, change) => {
    const { indicators: _i, finished: _f, reported: _r, owed: _o, ...others } = DETAIL;
    expect(() => readDetail(JSON.stringify({ ...others, ...change }), WHERE)).toThrow(WHERE);
  });

  test('a plan of 1,000 tasks fits a cell', () => {
    const codes = Array.from({ length: 1000 }, (_, i) => `VIII.${i + 1}`);
    const marks = Object.fromEntries(codes.map((code) => [code, '0123abcd']));
    const text = writeDetail({ ...DETAIL, finished: codes, reported: codes, owed: codes, marks });
    expect(text.length).toBeLessThan(45_000);
    expect(readDetail(text, WHERE)).toEqual({ ...DETAIL, finished: codes, reported: codes, owed: codes, marks });
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['no JSON', '{'],
    ['no object', 'null'],
    ['a list', '[]'],
    ...Object.keys(DETAIL).map((key): [string, string] => [
      `without ${key}`,
      JSON.stringify({ ...DETAIL, [key]: undefined }),
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
    }).map(([what, change]): [string, string] => [what, JSON.stringify({ ...DETAIL, ...change })]),
  ])('%s is refused', (_, text) => {
    expect(() => readDetail(text, WHERE)).toThrow(`${WHERE}: ô Chỉ tiêu của Sổ báo cáo không đọc được`);
  });
});
