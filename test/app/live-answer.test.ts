// An answer as it is kept: judged against what the program relies on, and without anything of people.
import { expect, test } from 'vitest';
import { type Answer, judged, NOT_ASKED } from '../../src/app/check/live-answer.ts';

const question = { id: 'q', about: 'Hỏi' };

test.each<[string, Answer, Answer | undefined, boolean | undefined]>([
  ['as expected, whatever the order of fields', { a: 1, b: [true] }, { b: [true], a: 1 }, true],
  ['otherwise', [1, 2], [2, 1], false],
  ['only wanted to know', 'x', undefined, undefined],
  ['not asked yet', NOT_ASKED, 'x', undefined],
])('%s', (_, answer, expected, ok) => {
  expect(judged(expected === undefined ? question : { ...question, expected }, answer).ok).toBe(ok);
});

test.each<[string, Answer, Answer]>([
  [
    'an address',
    'Lỗi: The account Nguyen.Van-A+xa@gmail.com cannot be an editor',
    'Lỗi: The account (địa chỉ) cannot be an editor',
  ],
  ['addresses deep inside', { a: [['x@y.vn, «z@y.vn»']] }, { a: [['(địa chỉ), «(địa chỉ)»']] }],
  ['the id of a file', 'File not found: 1AbC_dEfGhIjKlMnOpQrStUvWxYz-0123456789ab.', 'File not found: (mã).'],
  [
    'but not a formula with an at sign',
    '=LEN(A1)-LEN(SUBSTITUTE(A1;"@";""))>0',
    '=LEN(A1)-LEN(SUBSTITUTE(A1;"@";""))>0',
  ],
  ['nor a number, nothing, a yes', [1, null, true], [1, null, true]],
])('masked: %s', (_, said, kept) => {
  expect(judged(question, said).answer).toEqual(kept);
});
