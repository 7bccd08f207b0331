// Where copies of what was on Google are kept before it is replaced: a folder a run, a folder a script, under names every system takes. Pure.
import nodePath, { type PlatformPath } from 'node:path';
import type { Files } from './remote.ts';

/** Under the project's root, beside what other commands write; ignored by git. */
const FOLDER = ['out', 'ban-cu-tren-google'];

/** Names of devices, which Windows opens in the place of a file. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** «out/ban-cu-tren-google/2026-12-01 07h05m09»: by the clock of who will look for it. */
export function keptFolder(root: string, at: Date, path: PlatformPath = nodePath): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return path.join(root, ...FOLDER, `${day} ${two(at.getHours())}h${two(at.getMinutes())}m${two(at.getSeconds())}`);
}

/** Files by their whole paths in that folder; a name Google allows and a system does not is written otherwise, and never out of the folder. */
export function keptFiles(folder: string, files: Files, path: PlatformPath = nodePath): [path: string, text: string][] {
  return Object.entries(files).map(([name, text]) => [path.join(folder, ...name.split(/[/\\]/u).map(tame)), text]);
}

function tame(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is not to be in a name.
  const plain = name.replace(/[<>:"|?*\u0000-\u001F]/gu, '_').replace(/[. ]+$/u, '_');
  return plain === '' || DEVICES.test(plain) ? `_${plain}` : plain;
}

/** Names of the files of a script, out of the paths clasp has written them to. @param paths from the folder clasp ran in, with its separators */
export function namesIn(paths: readonly string[], content: string, path: PlatformPath = nodePath): string[] {
  return paths.map((each) => path.relative(content, each).split(path.sep).join('/'));
}
