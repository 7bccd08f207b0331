// When a page that stands is taken for the page these sources make, and when it is not.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashSources, isBuilt, stampPage } from '../../../src/tools/build/page-stamp.ts';

let root = '';

function write(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'đóng dấu '));
  for (const name of ['src/core/a.ts', 'src/tools/b.ts', 'seeds/tasks.json', 'appsscript.json', 'package-lock.json'])
    write(name, name);
  for (const name of ['out/page/index.html', 'out/page/page.js']) write(name, name);
  stampPage(root, hashSources(root));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const isStanding = () => isBuilt(root, hashSources(root));

describe('it stands', () => {
  test.each<[string, () => void]>([
    ['where nothing changed', () => {}],
    ['where a file was only touched', () => utimesSync(join(root, 'src/core/a.ts'), 1, 1)],
    ['where what makes no page changed', () => write('README.md', 'x')],
    ['where the cache holds more', () => write('out/page-cache/0.bin', 'x')],
  ])('%s', (_, change) => {
    change();
    expect(isStanding()).toBe(true);
  });
});

describe('it is made anew', () => {
  test.each<[string, () => void]>([
    ['a source changed', () => write('src/core/a.ts', 'src/core/A.ts')],
    ['a source was added', () => write('src/core/c.ts', '')],
    [
      'a source moved',
      () => {
        rmSync(join(root, 'src/tools/b.ts'));
        write('src/tools/c.ts', 'src/tools/b.ts');
      },
    ],
    ['the plan changed', () => write('seeds/tasks.json', '[]')],
    ['other packages are installed', () => write('node_modules/.package-lock.json', '{}')],
    ['a file of the page is gone', () => rmSync(join(root, 'out/page/page.js'))],
    ['a file of the page was changed', () => write('out/page/page.js', 'x')],
    ['a file came to the page', () => write('out/page/more.js', 'x')],
    ['the last build broke off', () => rmSync(join(root, 'out/page-cache'), { recursive: true })],
    ['the stamp was cut', () => write('out/page-cache/page.json', '{"sources":')],
  ])('%s', (_, change) => {
    change();
    expect(isStanding()).toBe(false);
  });
});
