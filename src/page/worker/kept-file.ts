// A whole try-out machine as one file: what «Lưu cả máy thử ra tệp» writes and «Mở tệp đã lưu» reads.
import type { Kept, Person } from '../protocol.ts';

export type KeptFile = Omit<Kept, 'view'>;

/** Calls that are kept: a month makes thirty thousand of them. */
const LOG = 500;

/** What is worth keeping: the latest calls, and no code, since the program built last is what runs. @param calls how many of them */
export function worthKeeping<T extends KeptFile>(kept: T, calls = LOG): T {
  const { state, scriptId } = kept;
  const script = state.scripts[scriptId];
  const scripts = script ? { ...state.scripts, [scriptId]: { ...script, code: '' } } : state.scripts;
  return { ...kept, state: { ...state, scripts, log: state.log.slice(Math.max(0, state.log.length - calls)) } };
}

export function writeKeptFile({ state, fileId, scriptId, user }: KeptFile): string {
  return JSON.stringify({ state, fileId, scriptId, user });
}

/** Whoever sat there sits there again, if the page knows him. @throws Error where the text is no such file */
export function readKeptFile(text: string, people: readonly Person[]): KeptFile {
  const { state, fileId, scriptId, user } = JSON.parse(text) as Partial<Kept>;
  if (state?.version !== 1 || fileId === undefined || scriptId === undefined || !state.sheets[fileId]) {
    throw new Error('not a kept state');
  }
  const known = people.find(({ address }) => address === user)?.address ?? people[0]?.address ?? '';
  return { state, fileId, scriptId, user: known };
}
