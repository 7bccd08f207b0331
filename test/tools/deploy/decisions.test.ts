// What a run decides from what it knows: the next step, the ids clasp names, what differs, which version, whether the build is fit.
import { describe, expect, test } from 'vitest';
import { checkBuilt, PLAIN_ENTRY_POINTS } from '../../../src/tools/deploy/built.ts';
import { createdIn, isLog } from '../../../src/tools/deploy/created.ts';
import { CommandError } from '../../../src/tools/deploy/halt.ts';
import { mismatches } from '../../../src/tools/deploy/mismatch.ts';
import { isHardened, nextStep, readId, standaloneOf } from '../../../src/tools/deploy/next-step.ts';
import { decodeRecord, encodeRecord } from '../../../src/tools/deploy/record.ts';
import { changeOf, differencesOf, foreignFilesIn, versionOf } from '../../../src/tools/deploy/remote.ts';

/** What is thrown, in one word. */
function errorIn(work: () => unknown): unknown {
  try {
    return work();
  } catch (cause) {
    return cause instanceof CommandError ? cause.reason : cause;
  }
}

const title = 'Bảng';
const [again, first] = [
  { title, again: true, isNew: false },
  { title, again: false, isNew: false },
];

describe('next step', () => {
  test.each([
    ['nothing known', {}, first, { kind: 'create', title }],
    ['a sheet named', {}, { ...first, sheetId: 's' }, { kind: 'bind', sheetId: 's', title }],
    ['a script named', {}, { ...first, scriptId: 'p' }, { kind: 'upgrade', scriptId: 'p' }],
    ['both named', {}, { ...first, scriptId: 'p', sheetId: 's' }, { kind: 'upgrade', scriptId: 'p', sheetId: 's' }],
    ['installed', { scriptId: 'p', sheetId: 's' }, first, { kind: 'upgrade', scriptId: 'p', sheetId: 's' }],
    ['the sheet was made, its script not', { sheetId: 's' }, first, { kind: 'bind', sheetId: 's', title }],
    ['the sheet may have been made', { asked: 'sheet', title: 'Cũ' }, first, 'unsure-sheet'],
    ['and a person has looked', { asked: 'sheet' }, again, { kind: 'create', title }],
    [
      'and a person has found it',
      { asked: 'sheet' },
      { ...first, sheetId: 's' },
      { kind: 'bind', sheetId: 's', title },
    ],
    ['the script may have been made', { asked: 'script', sheetId: 's' }, first, 'unsure-script'],
    ['also with the sheet named', { asked: 'script', sheetId: 's' }, { ...first, sheetId: 's' }, 'unsure-script'],
    ['and a person has looked', { asked: 'script', sheetId: 's' }, again, { kind: 'bind', sheetId: 's', title }],
    [
      'and a person has found it',
      { asked: 'script', sheetId: 's' },
      { ...first, scriptId: 'p' },
      { kind: 'upgrade', scriptId: 'p', sheetId: 's' },
    ],
    ['another sheet', { scriptId: 'p', sheetId: 's' }, { ...first, sheetId: 't' }, 'other-sheet'],
    ['another sheet, with again', { sheetId: 's' }, { ...again, sheetId: 't' }, 'other-sheet'],
    ['another script', { scriptId: 'p' }, { ...first, scriptId: 'q' }, 'other-script'],
    ['a new one where one is known', { scriptId: 'p' }, { ...first, isNew: true }, 'other-sheet'],
    ['a new one where none is known', {}, { ...first, isNew: true }, { kind: 'create', title }],
    ['installed, again: nothing new is made', { scriptId: 'p' }, again, { kind: 'upgrade', scriptId: 'p' }],
  ] as const)('%s', (_title, installed, wanted, expected) => {
    expect(errorIn(() => nextStep(installed, wanted))).toEqual(expected);
  });
});

test.each([
  ['1AbC-d_efghijk', '1AbC-d_efghijk'],
  [' 1AbC-d_efghijk ', '1AbC-d_efghijk'],
  ['https://docs.google.com/spreadsheets/d/1AbC-d_efghijk/edit#gid=0', '1AbC-d_efghijk'],
  ['https://docs.google.com/spreadsheets/u/0/d/1AbC-d_efghijk/edit?usp=sharing', '1AbC-d_efghijk'],
  ['https://script.google.com/u/0/home/projects/1AbC-d_efghijk/settings', '1AbC-d_efghijk'],
  ['https://script.google.com/d/1AbC-d_efghijk/edit', '1AbC-d_efghijk'],
  ['Bảng của tôi', 'argument'],
  ['', 'argument'],
])('id of «%s»: %s', (text, expected) => {
  const of = text.includes('script.google.com') ? 'script' : 'sheet';
  expect(errorIn(() => readId(text, '--id', of))).toBe(expected);
});

describe('the hardened way', () => {
  test.each([
    ['asked for', {}, { hardened: true, plain: false }, true],
    ['as before, though not asked for again', { way: 'hardened' }, { hardened: false, plain: false }, true],
    ['given up in so many words', { way: 'hardened' }, { hardened: false, plain: true }, false],
    ['never asked for', { scriptId: 'p' }, { hardened: false, plain: false }, false],
  ] as const)('%s', (_title, installed, options, expected) => {
    expect(isHardened(installed, options)).toBe(expected);
  });

  const off = { hardened: false, plain: false };
  test.each([
    ['hardened from another machine: it stays so', {}, off, 'bound', true],
    ['though this one knew it as plain', { scriptId: 'p', sheetId: 's' }, off, 'bound', true],
    ['given up in so many words', {}, { ...off, plain: true }, 'bound', false],
    ['half way back to the plain way', { scriptId: 'p', from: 'hardened' }, off, 'bound', false],
    ['hardened here, and somebody has put the plain script back', { way: 'hardened' }, off, 'plain', true],
    ['plain on both sides', { scriptId: 'p' }, off, 'plain', false],
  ] as const)('by what is on Google: %s', (_title, installed, options, kind, expected) => {
    expect(isHardened(installed, options, { kind })).toBe(expected);
  });

  test.each([
    ['nothing known: one is to be made', {}, first, undefined],
    ['made by an earlier run', { scriptId: 'p' }, first, 'p'],
    ['named by a person', {}, { ...first, standaloneId: 'p' }, 'p'],
    ['it may have been made', { asked: 'script', title }, first, 'unsure-standalone'],
    ['and a person has looked: it was not', { asked: 'script', title }, again, undefined],
    ['and a person has found it', { asked: 'script', title }, { ...first, standaloneId: 'p' }, 'p'],
    ['another one than before', { scriptId: 'p' }, { ...first, standaloneId: 'q' }, 'other-script'],
  ] as const)('its other script: %s', (_title, installed, wanted, expected) => {
    expect(errorIn(() => standaloneOf(installed, wanted))).toBe(expected);
  });

  test.each([
    ['named by the sheet’s own code', {}, first, 'c'],
    ['this checkout knows better', { scriptId: 'p' }, first, 'p'],
    ['a person knows better', {}, { ...first, standaloneId: 'q' }, 'q'],
  ] as const)('its other script, %s', (_title, installed, wanted, expected) => {
    expect(standaloneOf(installed, wanted, { kind: 'bound', standaloneId: 'c' })).toBe(expected);
  });

  test.each([
    [
      'each in its place',
      { sheetId: 's', scriptId: 'p', standaloneId: 'q' },
      'bound',
      { kind: 'standalone', sheetId: 's' },
      '',
    ],
    ['still to be made', { sheetId: 's', scriptId: 'p', standaloneId: undefined }, 'plain', { kind: 'empty' }, ''],
    [
      'the scripts in one another’s place',
      { sheetId: 's', scriptId: 'q', standaloneId: 'p' },
      'standalone',
      { kind: 'bound' },
      'TẬP LỆNH RIÊNG',
    ],
    [
      'the plain script as the other one',
      { sheetId: 's', scriptId: 'p', standaloneId: 'r' },
      'plain',
      { kind: 'plain' },
      'tập lệnh TRONG BẢNG',
    ],
    [
      'one script twice',
      { sheetId: 's', scriptId: 'p', standaloneId: 'p' },
      'plain',
      { kind: 'plain' },
      'cùng một tập lệnh',
    ],
    [
      'the sheet as a script',
      { sheetId: 's', scriptId: 's', standaloneId: undefined },
      'empty',
      { kind: 'empty' },
      'cùng một mã: s',
    ],
    [
      'the other script of last year’s sheet',
      { sheetId: 's', scriptId: 'p', standaloneId: 'q' },
      'empty',
      { kind: 'standalone', sheetId: 'old' },
      'của bảng https://docs.google.com/spreadsheets/d/old',
    ],
    [
      'and of a sheet still to be made',
      { sheetId: undefined, scriptId: undefined, standaloneId: 'q' },
      'empty',
      { kind: 'standalone', sheetId: 'old' },
      'bảng sắp tạo',
    ],
  ] as const)('ids, %s', (_title, ids, kind, other, words) => {
    const lines = mismatches(ids, { kind }, other);
    expect(lines.length > 0).toBe(words !== '');
    expect(lines.join('\n')).toContain(words);
  });
});

describe('record', () => {
  test.each([
    [{}],
    [{ scriptId: 'p', sheetId: 's' }],
    [{ scriptId: 'p' }],
    [{ sheetId: 's', asked: 'script', title }],
    [{ asked: 'sheet', title }],
    [{ scriptId: 'p', sheetId: 's', way: 'hardened' }],
    [{ scriptId: 'p', sheetId: 's', way: 'hardened', from: 'plain' }],
    [{ scriptId: 'p', sheetId: 's', from: 'hardened' }],
    [{ scriptId: 'p', sheetId: 's', from: 'nothing' }],
  ] as const)('%j comes back', (installed) => {
    expect(decodeRecord(encodeRecord(installed, 'dist'))).toEqual(installed);
  });

  test('a mark of byte order, as Notepad puts it, is no fault', () => {
    expect(decodeRecord('\uFEFF{ "scriptId": "p", "parentId": "s" }\r\n')).toEqual({ scriptId: 'p', sheetId: 's' });
  });

  test('one that cannot be read is named', () => {
    expect(() => decodeRecord('{', 'D:\\Đề án 06\\.clasp.standalone.json')).toThrow(
      expect.objectContaining({ detail: expect.stringContaining('D:\\Đề án 06\\.clasp.standalone.json\n') }),
    );
  });

  test('the tracked project file names nothing', () => {
    expect(decodeRecord('{ "rootDir": "dist" }\n')).toEqual({});
  });

  test.each(['', '{', '[]', 'null', '{"scriptId": 1}', '{"asked": "money"}'])('«%s» is refused', (text) => {
    expect(errorIn(() => decodeRecord(text))).toBe('record');
  });
});

describe('lines of create-script', () => {
  test.each([
    [
      '  \u001b[33;1mclasp:core \u001b[0mCreated container 1AbC_d-e \u001b[33m+81ms\u001b[0m',
      { sheetId: '1AbC_d-e' },
      true,
    ],
    ['  \u001b[33;1mclasp:core \u001b[0mCreated script 1XyZ \u001b[33m+13ms\u001b[0m', { scriptId: '1XyZ' }, true],
    ['Created new document: https://drive.google.com/open?id=1AbC_d-e', { sheetId: '1AbC_d-e' }, false],
    ['Created new script: https://script.google.com/d/1XyZ/edit', { scriptId: '1XyZ' }, false],
    ['  \u001b[33;1mclasp:core \u001b[0m    access_token: \u001b[32m"x"\u001b[39m', {}, true],
    ['  \u001b[33;1mclasp:core \u001b[0mCreating script Tên bảng \u001b[33m+0ms\u001b[0m', {}, true],
    ['Cloned one file..', {}, false],
  ] as const)('%s', (line, expected, log) => {
    expect([createdIn(line), isLog(line)]).toEqual([expected, log]);
  });
});

describe('on Google', () => {
  const code = '"use strict";\nvar VERSION = "1.2.3";\n';
  const built = { 'main.js': code, 'appsscript.json': '{"a": 1, "b": ["x", "y"]}\n' };

  test.each([
    ['the same', built, []],
    ['the manifest in another spelling', { ...built, 'appsscript.json': '{"b":["y","x"],"a":1}' }, []],
    ['the last line break gone', { ...built, 'main.js': code.trimEnd() }, []],
    ['one letter other', { ...built, 'main.js': code.replace('1', '2') }, ['main.js: khác (differs)']],
    ['a space more', { ...built, 'main.js': `${code} ` }, ['main.js: khác (differs)']],
    ['a scope less', { ...built, 'appsscript.json': '{"a":1,"b":["x"]}' }, ['appsscript.json: khác (differs)']],
    ['no manifest to read', { ...built, 'appsscript.json': '{' }, ['appsscript.json: khác (differs)']],
    ['a file more', { ...built, 'Code.js': '' }, ['Code.js: tệp lạ trên Google (not ours)']],
    ['nothing', {}, ['appsscript.json: không có trên Google (missing)', 'main.js: không có trên Google (missing)']],
  ] as const)('%s', (_title, remote, expected) => {
    expect(differencesOf(built, remote)).toEqual(expected);
  });

  test('our version, and what is not ours', () => {
    expect(versionOf(built)).toBe('1.2.3');
    expect(foreignFilesIn({ ...built, 'Code.js': '' })).toEqual(['Code.js']);
    expect(foreignFilesIn({ 'main.js': 'function a() {}', 'appsscript.json': '{}' })).toEqual(['main.js']);
    expect(versionOf({})).toBeUndefined();
    const pasted = { 'Mã.js': code, 'appsscript.json': '{}' };
    expect([versionOf(pasted), foreignFilesIn(pasted)]).toEqual(['1.2.3', ['Mã.js']]);
  });

  test.each([
    [undefined, '0.1.0', true, 'cài mới 0.1.0 (new)'],
    ['0.1.0', '0.2.0', true, '0.1.0 → 0.2.0'],
    ['0.9.0', '0.10.0', true, '0.9.0 → 0.10.0'],
    ['0.2.0', '0.1.9', true, '0.2.0 → 0.1.9, LÙI phiên bản (step back)'],
    ['0.1.0', '0.1.0', true, '0.1.0 → 0.1.0, cùng số nhưng mã đã đổi (same number, other code)'],
    ['0.1.0', '0.1.0', false, '0.1.0, không có gì mới (unchanged)'],
  ])('%s to %s: %s', (before, after, isChanged, expected) => {
    expect(changeOf(before, after, isChanged)).toBe(expected);
  });
});

describe('what was built', () => {
  const entryPoints = ['onOpen', 'onEdit', 'runClock', 'setUp'].map((name) => `function ${name}(event) {}`);
  const code = ['"use strict";', 'var VERSION = "1.2.3";', ...entryPoints, ''].join('\n');
  const built = { 'main.js': code, 'appsscript.json': '{"oauthScopes": ["x"]}' };

  test.each([
    ['fit', built, '1.2.3'],
    ['another version than package.json', { ...built, 'main.js': code.replace('1.2.3', '1.2.4') }, 'build'],
    ['cut off', { ...built, 'main.js': `${code}{` }, 'build'],
    ['without an entry point', { ...built, 'main.js': code.replace('onEdit', 'onEdits') }, 'build'],
    ['without a manifest', { 'main.js': code }, 'build'],
    ['with the manifest Google gives a new script', { ...built, 'appsscript.json': '{"timeZone":"x"}' }, 'build'],
    ['with a file more', { ...built, 'page.js': '' }, 'build'],
    ['too large', { ...built, 'main.js': `${code}//${' '.repeat(1_000_000)}` }, 'build'],
  ] as const)('%s', (_title, files, expected) => {
    expect(errorIn(() => checkBuilt(files, '1.2.3', PLAIN_ENTRY_POINTS))).toBe(expected);
  });
});
