// The zip for those who paste: what is in it, that it is what is pushed, and that it says what to do.
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { packRelease } from '../../../src/local/node/deploy/pack.ts';

const built = {
  'main.js': 'var VERSION = "1.2.3"; // Đề án\n',
  'appsscript.json': '{"timeZone": "Asia/Ho_Chi_Minh"}\n',
};

test('holds the two files as they were built, and a guide', () => {
  const { name, bytes } = packRelease(built, '1.2.3');
  // strFromU8 drops the mark of byte order.
  const text = (part: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(part);
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, text(part)]));
  expect(name).toBe('de-an-06-1.2.3.zip');
  expect(Object.keys(files)).toEqual(['main.js', 'appsscript.json', 'HUONG-DAN.txt']);
  expect(files).toMatchObject(built);
  expect(files['HUONG-DAN.txt']).toMatch(/^\uFEFFĐỀ ÁN 06 – phiên bản 1\.2\.3 .*\r\n/u);
  expect(files['HUONG-DAN.txt']).toContain('Tiện ích mở rộng (Extensions) ▸ Apps Script');
  expect(files['HUONG-DAN.txt']).toContain('Thiết lập ban đầu…');
});

test('is the same twice', () => {
  expect(packRelease(built, '1.2.3').bytes).toEqual(packRelease(built, '1.2.3').bytes);
});
