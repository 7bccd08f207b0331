// «Tự kiểm trên Google…» on the local host: the host answers as the program needs it, and as Google has answered wherever somebody has
// asked: what was saved of live Google stands in test/live, and the host must not differ from it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { INSTALLER } from '../../src/local/node/month/cast.ts';
import { lastWords, stageAt } from './played.ts';

interface Told {
  readonly part: string;
  readonly answers: readonly {
    readonly id: string;
    readonly about: string;
    readonly expected?: unknown;
    readonly answer: unknown;
    readonly ok?: boolean;
  }[];
}

const stage = stageAt('2024-05-02T08:00');
const before = stage.host.see(INSTALLER, stage.fileId, { includeGridData: true });
const outcome = stage.click(INSTALLER, 'Tự kiểm trên Google…');
const files = Object.values(stage.host.state().files);
const saved = files.find(({ name }) => name === 'tu-kiem-2024-05-02.json');
const told: Told = JSON.parse(Buffer.from(saved?.content ?? '', 'base64').toString() || '{"part":"","answers":[]}');

test('the host answers every question, and as the program relies on', () => {
  expect(told.answers.length).toBeGreaterThan(20);
  expect(told.answers.filter(({ ok }) => ok === false)).toEqual([]);
  expect(stage.failures).toEqual([]);
  expect(lastWords(outcome)).toContain('đúng như chương trình dựa vào ở cả');
});

test('nothing is left but the answers: the scratch is in the bin, the tracker as it was but for the list', () => {
  expect(files.filter(({ name, trashed }) => name.includes('nháp') && !trashed)).toEqual([]);
  const { sheets = [] } = stage.host.see(INSTALLER, stage.fileId, { includeGridData: true });
  const own = sheets.filter(({ properties }) => properties?.title !== 'Tự kiểm');
  const plain = (list: typeof sheets) =>
    list.map(({ properties, ...rest }) => ({ ...rest, properties: { ...properties, index: 0 } }));
  expect(plain(own)).toEqual(plain(before.sheets ?? []));
});

const LIVE = new URL('../live/', import.meta.url);
const lives = existsSync(LIVE) ? readdirSync(LIVE).filter((name) => name.endsWith('.json')) : [];

describe.runIf(lives.length > 0)('what live Google has answered', () => {
  test.each(lives)('%s: the host does not differ', (name) => {
    const live: Told = JSON.parse(readFileSync(new URL(name, LIVE), 'utf8'));
    const host = new Map(told.answers.map(({ id, answer }) => [id, answer]));
    const different = live.answers.filter(({ id, answer }) => JSON.stringify(host.get(id)) !== JSON.stringify(answer));
    expect(different.map(({ id, answer }) => ({ id, google: answer, host: host.get(id) }))).toEqual([]);
  });
});
