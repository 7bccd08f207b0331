// Rows as objects by their headings, none lost.
import { expect, test } from 'vitest';
import { byHeading } from '../../../src/tools/play/displayed.ts';

test.each([
  ['nothing', [], []],
  ['headings alone', [['Mã', 'Việc']], []],
  ['a short row', [['Mã', 'Việc'], ['1']], [{ Mã: '1', Việc: '' }]],
  ['an empty row between', [['Mã'], [], ['1']], [{ Mã: '1' }]],
  [
    'no heading, and one twice',
    [
      ['Mã', '', 'Mã'],
      ['1', '2', '3', '4'],
    ],
    [{ Mã: '1', B: '2', C: '3', D: '4' }],
  ],
])('%s', (_, texts, rows) => expect(byHeading(texts)).toEqual(rows));
