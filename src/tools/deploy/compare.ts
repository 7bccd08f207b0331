// What is on Google beside what this checkout builds, file by file: the same, otherwise but harmless, or changed and where. Pure.
import { diffLines, type LineDiff } from './line-diff.ts';
import { type FieldChange, manifestChanges } from './manifest-diff.ts';
import { CODE, type Files, MANIFEST, versionIn } from './remote.ts';

/** Differences that change nothing a script does. */
export type Harmless =
  /** CR LF for LF, a mark of byte order, blank ends of the file. */
  | 'line-ends'
  /** The entry points at the end of the file, which the build writes, in another order. */
  | 'order'
  /** The manifest in another spelling. */
  | 'spelling'
  /** Our code in a file of another name, as by hand. */
  | 'name';

export type FileVerdict = { readonly name: string } & (
  | { readonly kind: 'same' }
  | { readonly kind: 'harmless'; readonly why: readonly Harmless[] }
  /** `old` is what was built, `new` what is on Google. */
  | { readonly kind: 'code'; readonly diff: LineDiff }
  | { readonly kind: 'manifest'; readonly fields: readonly FieldChange[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'foreign'; readonly lines: readonly string[] }
);

/** In the order of names; ours first. */
export function compareFiles(built: Files, remote: Files): FileVerdict[] {
  const home = homeOfCode(remote);
  const ours = Object.keys(built).map((name): FileVerdict => {
    const at = name === CODE ? home : name;
    const [wanted, found] = [built[name] ?? '', remote[at]];
    if (found === undefined) return { name, kind: 'missing' };
    return name === MANIFEST ? compareManifest(name, wanted, found) : compareCode(name, at, wanted, found);
  });
  const foreign = Object.keys(remote)
    .filter((name) => built[name] === undefined && name !== home)
    .map((name): FileVerdict => ({ name, kind: 'foreign', lines: linesOf(plainEnds(remote[name] ?? '')) }));
  return [...ours, ...foreign];
}

/** Whether Google holds what was built, in whatever dress. */
export const isClean = (verdicts: readonly FileVerdict[]): boolean =>
  verdicts.every(({ kind }) => kind === 'same' || kind === 'harmless');

/** Where our code is: under its own name, or alone under the name a person has pasted it into. */
function homeOfCode(remote: Files): string {
  const others = Object.keys(remote).filter((name) => versionIn(remote[name]) !== undefined);
  return remote[CODE] === undefined && others.length === 1 ? (others[0] ?? CODE) : CODE;
}

function compareManifest(name: string, wanted: string, found: string): FileVerdict {
  const fields = manifestChanges(wanted, found);
  if (fields.length > 0) return { name, kind: 'manifest', fields };
  return wanted.trimEnd() === found.trimEnd() ? { name, kind: 'same' } : { name, kind: 'harmless', why: ['spelling'] };
}

function compareCode(name: string, at: string, wanted: string, found: string): FileVerdict {
  const why: Harmless[] = at === name ? [] : ['name'];
  const dropEnd = (text: string) => text.replace(/\n$/u, '');
  if (dropEnd(wanted) === dropEnd(found))
    return why.length === 0 ? { name, kind: 'same' } : { name, kind: 'harmless', why };
  const [ours, theirs] = [plainEnds(wanted), plainEnds(found)];
  if (theirs !== dropEnd(found)) why.push('line-ends');
  if (ours === theirs) return { name, kind: 'harmless', why };
  if (inOrder(ours) === inOrder(theirs)) return { name, kind: 'harmless', why: [...why, 'order'] };
  return { name, kind: 'code', diff: diffLines(linesOf(ours), linesOf(theirs)) };
}

/** As JavaScript reads it: every kind of line end is one, in templates too. */
const plainEnds = (text: string): string =>
  text
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .trimEnd();
const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));

/** A entry point as the build writes it: a function of the file's top, which JavaScript knows before any line runs. */
const ENTRY_POINT = /^function \w+\(event\) \{ return (?:simpleTriggers_|deeds_\(\))\.\w+\(event\); \}$/u;

/** The text with its entry points, where they all are last, in one order. */
function inOrder(text: string): string {
  const lines = linesOf(text);
  const first = lines.findIndex((line) => ENTRY_POINT.test(line));
  const entryPoints = first < 0 ? [] : lines.slice(first);
  if (!entryPoints.every((line) => ENTRY_POINT.test(line)) || new Set(entryPoints).size !== entryPoints.length)
    return text;
  return [...lines.slice(0, lines.length - entryPoints.length), ...entryPoints.sort()].join('\n');
}
