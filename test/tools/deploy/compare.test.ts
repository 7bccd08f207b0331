// What is on Google beside what was built: harmless or changed, and where, in lines a person reads. The builds are the real ones; each row
// does to them what somebody, an editor or Google does.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleAddin, bundleHardened } from '../../../src/tools/build/bundle.ts';
import { ROOT } from '../../../src/tools/build/root.ts';
import { compareFiles, isClean } from '../../../src/tools/deploy/compare.ts';
import { describeVerdicts } from '../../../src/tools/deploy/compare-words.ts';
import { manifestChanges } from '../../../src/tools/deploy/manifest-diff.ts';
import type { Files } from '../../../src/tools/deploy/remote.ts';
import { remoteScriptOf } from '../../../src/tools/deploy/standing.ts';

const { code, manifest } = await bundleAddin(ROOT);
const built = { 'main.js': code, 'appsscript.json': manifest };
const fields = JSON.parse(manifest) as Record<string, unknown>;
const withManifest = (change: object): Files => ({
  ...built,
  'appsscript.json': JSON.stringify({ ...fields, ...change }),
});
const lines = code.split('\n');
const entryPoints = lines.slice(-3);

const told = (remote: Files): string => describeVerdicts(compareFiles(built, remote)).join('\n');

describe('harmless', () => {
  test.each<[string, Files, string]>([
    ['as it was built', built, 'main.js: giống (same)\nappsscript.json: giống (same)'],
    ['the last line break gone', { ...built, 'main.js': code.trimEnd() }, 'main.js: giống (same)'],
    ['line ends of Windows', { ...built, 'main.js': code.replace(/\n/gu, '\r\n') }, 'chỉ khác dấu xuống dòng'],
    [
      'a mark of byte order, blank lines at the end',
      { ...built, 'main.js': `\uFEFF${code}\n \n` },
      'chỉ khác dấu xuống dòng',
    ],
    [
      'the entry points in another order',
      { ...built, 'main.js': [...lines.slice(0, -3), entryPoints[1], entryPoints[0], ''].join('\n') },
      'chỉ khác thứ tự các hàm ở cuối tệp',
    ],
    [
      'the manifest in Google’s spelling',
      { ...built, 'appsscript.json': JSON.stringify(Object.fromEntries(Object.entries(fields).reverse())) },
      'appsscript.json: vô hại, chỉ khác cách viết của tệp kê khai',
    ],
    ['pasted under another name', { 'Mã.js': code, 'appsscript.json': manifest }, 'main.js: vô hại, chỉ khác tên tệp'],
  ])('%s', (_title, remote, words) => {
    expect(told(remote)).toContain(words);
    expect(isClean(compareFiles(built, remote))).toBe(true);
  });
});

describe('changed', () => {
  const foreign = 'function guiDi() { return UrlFetchApp.fetch("https://xau.example"); }';
  test.each<[string, Files, readonly string[]]>([
    [
      'a foreign function in our file',
      { ...built, 'main.js': [...lines.slice(0, 100), foreign, ...lines.slice(100)].join('\n') },
      ['main.js: ĐÃ ĐỔI, thêm 1 dòng, bớt 0 dòng, ở 1 chỗ', `dòng 101 trên Google: ${foreign}`],
    ],
    [
      'one letter, under line ends of Windows: the letter is told, not every line',
      { ...built, 'main.js': code.replace('"use strict";', '"use strict" ;').replace(/\n/gu, '\r\n') },
      ['thêm 1 dòng, bớt 1 dòng, ở 1 chỗ', 'dòng 1 của bản gốc: "use strict";', 'dòng 1 trên Google: "use strict" ;'],
    ],
    [
      'an entry point that calls another part',
      { ...built, 'main.js': code.replace('return simpleTriggers_.onEdit(', 'return guiDi(') },
      ['ĐÃ ĐỔI, thêm 1 dòng, bớt 1 dòng'],
    ],
    [
      'a second entry point of the same name',
      { ...built, 'main.js': `${code}function onEdit(event) { return simpleTriggers_.onOpen(event); }\n` },
      ['ĐÃ ĐỔI, thêm 1 dòng, bớt 0 dòng'],
    ],
    [
      'a file of somebody’s',
      { ...built, 'la.js': `${foreign}\r\nvar a;` },
      ['la.js: TỆP LẠ trên Google, 2 dòng', `  dòng 1: ${foreign}`],
    ],
    ['our file gone', { 'appsscript.json': manifest }, ['main.js: ĐÃ MẤT']],
    [
      'a web app in the manifest',
      withManifest({ webapp: { access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' } }),
      [
        'appsscript.json: ĐÃ ĐỔI 2 mục: webapp.access, webapp.executeAs',
        'webapp.access (ứng dụng web: người ngoài chạy được mã bằng một địa chỉ): thêm "ANYONE_ANONYMOUS"',
      ],
    ],
    [
      'another zone',
      withManifest({ timeZone: 'America/New_York' }),
      ['timeZone (múi giờ của lịch tự động): bản gốc "Asia/Ho_Chi_Minh", trên Google "America/New_York"'],
    ],
    [
      'a scope more',
      withManifest({ oauthScopes: [...(fields['oauthScopes'] as string[]), 'https://mail.google.com/'] }),
      ['oauthScopes (quyền được xin): thêm "https://mail.google.com/"'],
    ],
    ['no manifest to read', { ...built, 'appsscript.json': '{' }, ['(cả tệp) (không đọc được)', 'trên Google {']],
  ])('%s', (_title, remote, words) => {
    for (const each of words) expect(told(remote)).toContain(each);
    expect(isClean(compareFiles(built, remote))).toBe(false);
    // No line runs over a screen.
    for (const line of told(remote).split('\n')) expect(line.length).toBeLessThan(400);
  });

  test('of a long line what is around the change is shown', () => {
    const long = lines.findIndex((line) => line.length > 2000);
    const [front, back] = [lines[long]?.slice(0, 1000), lines[long]?.slice(1000)];
    const words = told({
      ...built,
      'main.js': lines.map((line, i) => (i === long ? `${front}/*lạ*/${back}` : line)).join('\n'),
    });
    expect(words).toContain(`dòng ${long + 1} trên Google: …${front?.slice(-40)}/*lạ*/`);
  });

  test('a long line is cut, many places are counted', () => {
    const every = lines.map((line, index) => (index % 400 === 0 ? `${line} // ${'x'.repeat(500)}` : line));
    const words = told({ ...built, 'main.js': every.join('\n') });
    expect(words).toMatch(/ở \d+ chỗ/u);
    expect(words).toMatch(/… và \d+ chỗ nữa/u);
    expect(Math.max(...words.split('\n').map((line) => line.length))).toBeLessThan(160);
  });
});

test('whatever line is put anywhere into our code, it is told with its number', () => {
  fc.assert(
    fc.property(fc.nat({ max: lines.length - 2 }), fc.stringMatching(/^[a-z(){};= ]{1,60}[a-z;]$/u), (place, line) => {
      const remote = { ...built, 'main.js': [...lines.slice(0, place), `${line}//`, ...lines.slice(place)].join('\n') };
      expect(isClean(compareFiles(built, remote))).toBe(false);
      expect(told(remote)).toContain(`dòng ${place + 1} trên Google: ${line.trim()}//`);
    }),
    { numRuns: 25 },
  );
});

test.each([
  ['the same', '{"a":1,"b":["x","y"]}', '{ "b": ["y", "x"], "a": 1 }', []],
  ['a list of things', '{"a":[{"x":1,"y":2}]}', '{"a":[{"y":2,"x":1}]}', []],
  ['one for another', '{"a":{"b":1}}', '{"a":{"b":2}}', [{ field: 'a.b', words: 'mục lạ', old: '1', new: '2' }]],
  ['an empty one more', '{}', '{"webapp":{}}', [expect.objectContaining({ field: 'webapp', new: '{}' })]],
  ['no object', '{}', '[]', [expect.objectContaining({ field: '(cả tệp)' })]],
])('manifests, %s', (_title, before, after, expected) => {
  expect(manifestChanges(before, after)).toEqual(expected);
});

describe('what kind of script it is', async () => {
  const target = { sheetId: '1Sheet_id-9', editorUrl: 'https://script.google.com/d/1Alone_id-9/edit' };
  const { bound, standalone } = await bundleHardened(ROOT, target);
  const files = (bundle: { code: string; manifest: string }): Files => ({
    'main.js': bundle.code,
    'appsscript.json': bundle.manifest,
  });
  const ids = { sheetId: '1Sheet_id-9', standaloneId: '1Alone_id-9' };
  const version = expect.stringMatching(/^\d+\.\d+\.\d+$/u);
  test.each<[string, Files, object]>([
    ['the whole program', built, { kind: 'plain', version }],
    ['the narrow one', files(bound), { kind: 'bound', version, ...ids }],
    ['with line ends of Windows', { 'Mã.js': bound.code.replace(/\n/gu, '\r\n') }, { kind: 'bound', version, ...ids }],
    ['the other one', files(standalone), { kind: 'standalone', version, sheetId: '1Sheet_id-9' }],
    [
      'somebody else’s code where the narrow one stood',
      { 'main.js': 'function la() {}', 'appsscript.json': bound.manifest },
      { kind: 'bound' },
    ],
    ['somebody else’s', { 'main.js': 'function la() {}', 'appsscript.json': '{}' }, { kind: 'foreign' }],
    ['a project Google has just made', { 'Code.js': '', 'appsscript.json': '{}' }, { kind: 'empty' }],
    ['nothing', {}, { kind: 'empty' }],
  ])('%s', (_title, remote, expected) => {
    expect(remoteScriptOf(remote)).toEqual(expected);
  });
});
