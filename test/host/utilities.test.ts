// Utilities and blobs: bytes, text, zip, dates.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, signed, textOf, toBase64, unsigned, utf8 } from '../../src/host/bytes.ts';
import { formatDate } from '../../src/host/services/format-date.ts';
import { failure, stage, value } from './story.ts';

const evaluated = (expression: string): unknown => value(stage(`function f() { return ${expression}; }`).run('f'));

describe('bytes', () => {
  it('law: base64 is Node’s, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(bytes);
        expect(fromBase64(Buffer.from(bytes).toString('base64url'))).toEqual(bytes);
        expect(unsigned(signed(bytes))).toEqual(bytes);
      }),
    );
  });

  it('law: text comes back from UTF-8', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => textOf(utf8(text)) === text));
  });

  it.each([['a*'], ['a'], ['ă']])('%j is no base64', (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });
});

describe('Utilities', () => {
  it.each([
    ['Utilities.base64Encode("Đề án")', 'xJDhu4Egw6Fu'],
    ['Utilities.base64EncodeWebSafe([-5, -17, -66])', '----'],
    ['Utilities.base64Decode("AP+A")', [0, -1, -128]],
    ['Utilities.newBlob(Utilities.base64Decode("xJDhu4Egw6Fu")).getDataAsString()', 'Đề án'],
    ['Utilities.newBlob("a").getContentType()', 'text/plain'],
    ['Utilities.newBlob("a", "text/html", "n").setName("m").getName()', 'm'],
    [
      'Utilities.newBlob("a", null, "b.docx").setContentTypeFromExtension().getContentType()',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [
      'Utilities.unzip(Utilities.zip([Utilities.newBlob("x", "text/xml", "word/a.xml"), Utilities.newBlob("y", "text/plain", "ă.txt")])).map(function (b) { return b.getName() + b.getDataAsString() + b.getContentType(); })',
      ['word/a.xmlxtext/xml', 'ă.txtytext/plain'],
    ],
    ['Utilities.zip([Utilities.newBlob("x", null, "a")], "b.docx").getName()', 'b.docx'],
  ])('%s', (expression, expected) => {
    expect(evaluated(expression)).toEqual(expected);
  });

  it.each([
    ['Utilities.base64Decode("*")', 'Could not decode string.'],
    ['Utilities.newBlob([200])', 'Cannot convert Array to (class)[].'],
    ['Utilities.zip([Utilities.newBlob("x")])', 'Blob object must have non-null name for this operation.'],
    ['Utilities.unzip(Utilities.newBlob("x"))', 'Invalid argument'],
    ['Utilities.sleep(300001)', 'Invalid argument: milliseconds'],
    [
      'Utilities.formatDate("2024-05-01", "GMT", "yyyy")',
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    ],
  ])('%s throws', (expression, message) => {
    expect(failure(stage(`function f() { ${expression}; }`).run('f'))).toContain(message);
  });

  it('zips alike at any time', () => {
    const { host, run } = stage(
      'function f() { return Utilities.base64Encode(Utilities.zip([Utilities.newBlob("x", null, "a")]).getBytes()); }',
    );
    const first = value(run('f'));
    host.advance({ by: 86_400_000 });
    expect(value(run('f'))).toBe(first);
  });

  it('sleeps on the clock of the host', () => {
    const { host, run } = stage('function f() { var t = Date.now(); Utilities.sleep(1500); return Date.now() - t; }');
    expect(value(run('f'))).toBe(1500);
    expect(host.now()).toBe('2024-05-01T08:00:01.500+07:00');
  });
});

describe('formatDate', () => {
  const at = Date.UTC(2024, 4, 1, 1, 5, 9, 7);
  it.each([
    ['Asia/Ho_Chi_Minh', 'dd/MM/yyyy HH:mm:ss', '01/05/2024 08:05:09'],
    ['Asia/Ho_Chi_Minh', 'd/M/yy H:m', '1/5/24 8:5'],
    ['GMT', "yyyy-MM-dd'T'HH:mm:ss.SSS", '2024-05-01T01:05:09.007'],
    ['GMT+7', "HH'h'mm ''EEE''", "08h05 'Wed'"],
    ['Asia/Saigon', 'EEEE, MMM MMMM u', 'Wednesday, May May 3'],
    ['Asia/Ho_Chi_Minh', 'hh:mm a Z X XXX', '08:05 AM +0700 +07 +07:00'],
    ['UTC', 'XXX', 'Z'],
    ['GMT-03:30', 'HH:mm', '21:35'],
  ])('%s %s', (zone, pattern, expected) => {
    expect(formatDate(at, zone, pattern)).toBe(expected);
  });

  it('throws on letters it does not know', () => {
    expect(() => formatDate(at, 'UTC', 'ww')).toThrow('date pattern ww');
  });
});
