// What the pages for people name is there: every command, every file, every place they lead to.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../src/tools/build/root.ts';

const LARGEST_README = 20_000;
/** Where the files stand that a table names without their folder. */
const BESIDE = ['src/host/sheets'];

const PAGES = ['.github', 'src', 'test']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((name) => name.endsWith('.md'))
  .concat('README.md')
  .map((name) => name.replace(/\\/gu, '/'))
  .sort();
const textOf = (page: string) => readFileSync(join(ROOT, page), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** As GitHub names the place of a heading. */
function anchors(page: string): string[] {
  const withoutCode = textOf(page).replace(/^```.*?^```/gmsu, '');
  return [...withoutCode.matchAll(/^#+ (.*)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\s-]/gu, '')
      .replace(/\s/gu, '-'),
  );
}

test('the first page is one people read', () => {
  expect(Buffer.byteLength(textOf('README.md'))).toBeLessThanOrEqual(LARGEST_README);
});

describe.each(PAGES)('%s', (page) => {
  test('names commands that are there', () => {
    const named = [...textOf(page).matchAll(/npm run ([a-z][a-z:-]*)/gu)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('leads to places that are there', () => {
    const links = [...textOf(page).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/gu)];
    const lost = links.filter(([, path = '', place]) => {
      const to = path === '' ? page : join(dirname(page), path);
      return !existsSync(join(ROOT, to)) || (place !== undefined && !anchors(to).includes(decodeURIComponent(place)));
    });
    expect(lost.map(([link]) => link)).toEqual([]);
  });
});

test('every command is on the first page', () => {
  const readme = textOf('README.md');
  const unnamed = Object.keys(scripts).filter(
    (name) => !new RegExp(`npm (?:run )?${name}(?![a-z:-])`, 'u').test(readme),
  );
  expect(unnamed).toEqual([]);
});

test('the table of changes names rooms and files that are there', () => {
  const [, table = ''] = /## To change … go to …\n(.*?)\n## /su.exec(textOf('README.md')) ?? [];
  const paths = [...table.matchAll(/`([a-z-]+[/.][A-Za-z/.-]*)`/gu)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !['', ...BESIDE].some((folder) => existsSync(join(ROOT, folder, path))))).toEqual([]);
});
