// A disk that refuses, as a reason to end the run: said with the folder, never with the system's own word alone.
import { refusedWrite } from '../build/end-failed.ts';
import { CommandError } from './halt.ts';

function rethrow(cause: unknown): never {
  const refused = refusedWrite(cause);
  throw refused ? new CommandError(refused.kind, refused.what) : cause;
}

/** Runs what writes, now or in its own time. @throws CommandError folder, disk-full; and whatever else it throws */
export function onDisk<T>(work: () => T): T {
  try {
    const result = work();
    return result instanceof Promise ? (result.catch(rethrow) as T) : result;
  } catch (cause) {
    return rethrow(cause);
  }
}
