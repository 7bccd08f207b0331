// A disk that refuses, as a reason to end the run: said with the folder, never with the system's own word alone.
import { Halt } from './halt.ts';

const REFUSED = ['EACCES', 'EPERM', 'EROFS'];

/** The halt of a write that was refused; nothing where the cause is another one. */
function haltOfDisk(cause: unknown): Halt | undefined {
  const { code = '', path = '' } = (cause ?? {}) as { readonly code?: string; readonly path?: string };
  if (code === 'ENOSPC') return new Halt('disk-full', path);
  return REFUSED.includes(code) ? new Halt('folder', `${path} (${code})`) : undefined;
}

function rethrow(cause: unknown): never {
  throw haltOfDisk(cause) ?? cause;
}

/** Runs what writes, now or in its own time. @throws Halt folder, disk-full; and whatever else it throws */
export function onDisk<T>(work: () => T): T {
  try {
    const result = work();
    return result instanceof Promise ? (result.catch(rethrow) as T) : result;
  } catch (cause) {
    return rethrow(cause);
  }
}
