// The command line of `npm run deploy`: what is read, what is refused and in which words, and the command as it is to be typed again. Those the
// command answers by itself are put to the command itself, which asks nothing of Google.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/tools/build/root.ts';
import { CommandError } from '../../../src/tools/deploy/halt.ts';
import { readId } from '../../../src/tools/deploy/next-step.ts';
import { readOptions, runWith } from '../../../src/tools/deploy/options.ts';

const ID = '1AbC-d_efghijk';
const ADDRESS = `https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0`;
const off = { yes: false, again: false, isNew: false, hardened: false, plain: false, status: false, compare: false };

function errorIn(args: readonly string[]): string {
  try {
    readOptions(args);
    return 'read';
  } catch (cause) {
    if (!(cause instanceof CommandError)) throw cause;
    return `${cause.reason} ${cause.detail}`;
  }
}

test.each([
  [[], { ...off, flags: [] }],
  [['--yes'], { ...off, yes: true, flags: [['--yes']] }],
  [['--sheet', ADDRESS], { ...off, sheetId: ID, flags: [['--sheet', ADDRESS]] }],
  [
    ['--hardened', '--standalone', ID, '--title', 'Bảng của xã'],
    {
      ...off,
      hardened: true,
      standaloneId: ID,
      title: 'Bảng của xã',
      flags: [['--standalone', ID], ['--title', 'Bảng của xã'], ['--hardened']],
    },
  ],
  // What a person has seen before this run need not hold after it.
  [['--again', '--plain'], { ...off, again: true, plain: true, flags: [['--plain']] }],
  [['--new'], { ...off, isNew: true, flags: [] }],
  [['--compare', '--script', ID], { ...off, compare: true, scriptId: ID, flags: [['--script', ID], ['--compare']] }],
])('%j', (args, expected) => {
  const { flags, ...options } = readOptions(args);
  const { flags: expectedFlags, ...rest } = expected;
  expect(options).toEqual(rest);
  expect([...flags].sort()).toEqual([...expectedFlags].sort());
});

test.each([
  [['--sheet', 'abc'], 'argument --sheet: abc'],
  [['--script', 'Bảng của tôi'], 'argument --script: Bảng của tôi'],
  [['--hardened', '--standalone='], 'argument --standalone: (trống / empty)'],
  [['--hardened', '--plain'], 'both-ways '],
  [['--title', ' '], 'argument --title: (trống / empty)'],
  [['--title', ''], 'argument --title: (trống / empty)'],
  [['--status', '--compare'], 'argument --status --compare'],
])('%j: %s', (args, expected) => {
  expect(errorIn(args)).toBe(expected);
});

test.each([[['--sheets', ID]], [['--sheet']], [[ID]], [['--yes=1']]])('%j cannot be read', (args) => {
  expect(errorIn(args)).toMatch(/^argument ./u);
});

test.each([
  [[], [], 'npm run deploy'],
  [[], ['--yes'], 'npm run deploy -- --yes'],
  [[['--hardened']], ['--yes'], 'npm run deploy -- --hardened --yes'],
  [[['--hardened'], ['--yes']], ['--hardened', '--again'], 'npm run deploy -- --yes --hardened --again'],
  [[['--sheet', ADDRESS]], [], `npm run deploy -- --sheet "${ADDRESS}"`],
  [[['--script', ID]], ['--script MÃ-TẬP-LỆNH'], 'npm run deploy -- --script MÃ-TẬP-LỆNH'],
] as const)('%j and %j: %s', (flags, more, expected) => {
  expect(runWith(flags)(...more)).toBe(expected);
});

describe('an id of the other kind is refused by its name', () => {
  const [sheet, script] = ['1'.repeat(44), '1'.repeat(57)];
  test.each([
    ['sheet', sheet, 'taken'],
    ['script', script, 'taken'],
    ['sheet', script, 'tập lệnh (Apps Script)'],
    ['script', sheet, 'bảng tính'],
    ['script', '1'.repeat(33), 'bảng tính'],
    ['sheet', `https://script.google.com/u/0/home/projects/${script}/edit`, 'tập lệnh (Apps Script)'],
    ['script', `https://docs.google.com/spreadsheets/d/${sheet}/edit#gid=0`, 'bảng tính'],
    ['script', `https://drive.google.com/open?id=${sheet}`, 'bảng tính'],
    // Google may make ids of another length one day: a whole address is believed.
    ['script', `https://script.google.com/d/${sheet}/edit`, 'taken'],
    ['sheet', `https://docs.google.com/spreadsheets/d/${script}/edit`, 'taken'],
  ] as const)('%s: %s: %s', (of, text, expected) => {
    let told = 'taken';
    try {
      readId(text, `--${of}`, of);
    } catch (cause) {
      told = cause instanceof CommandError && cause.reason === 'argument' ? cause.detail : String(cause);
    }
    expect(told).toContain(expected);
  });
});

describe('the command', () => {
  const run = (...args: string[]) => {
    const env = { PATH: process.env['PATH'], HTTPS_PROXY: 'http://127.0.0.1:9' };
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', join(ROOT, 'src/tools/deploy.ts'), ...args],
      { cwd: ROOT, env, encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };

  test.each(['--help', '-h'])('%s says how it is called, and ends well', (flag) => {
    const { status, stdout, stderr } = run('--hardened', flag);
    expect([status, stderr]).toEqual([0, '']);
    for (const name of [
      'sheet',
      'script',
      'new',
      'title',
      'hardened',
      'standalone',
      'plain',
      'yes',
      'again',
      'status',
      'compare',
      'help',
    ])
      expect(stdout).toContain(`  --${name}`);
    expect(stdout).toBe(stdout.normalize('NFC'));
  });

  test.each([
    ['both ways', ['--hardened', '--plain'], 'Chọn một trong hai', 'ERROR (both-ways)'],
    ['no id', ['--sheet', 'abc'], '--sheet: abc', 'ERROR (argument)'],
  ])('%s: refused before anything is done', (_title, args, words, code) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(words);
    expect(stderr).toContain(code);
  });
});

test('the README’s table of errors names both', () => {
  const readme = readFileSync(join(ROOT, 'src/tools/deploy/README.md'), 'utf8');
  for (const code of ['argument', 'both-ways']) expect(readme).toMatch(new RegExp(`^\\| .*\`${code}\`.* \\|`, 'mu'));
});
