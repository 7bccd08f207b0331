// LockService: one lock a script, one a document, one a user. A lock held by another run in flight cannot become free while
// we wait (that run stands still until we are done), so waiting only costs its time.
import { GoogleError } from '../errors.ts';
import type { Run } from '../run.ts';
import { type Args, ServiceObject } from '../service.ts';

export function lockService(run: Run): ServiceObject {
  return new ServiceObject({
    service: 'LockService',
    methods: {
      getScriptLock: { effect: () => lock(run, `script ${run.scriptId}`) },
      getUserLock: { effect: () => lock(run, `user ${run.scriptId} ${run.user}`) },
      getDocumentLock: {
        effect: () => (run.fileId === undefined ? null : lock(run, `document ${run.scriptId} ${run.fileId}`)),
      },
    },
  });
}

function lock(run: Run, key: string): ServiceObject {
  const { locks, store } = run.machine;
  const attempt = (args: Args): boolean => {
    const wait = args.integer(0);
    // No time at all to wait for: Google does not even try.
    if (wait < 0) return false;
    if (locks.take(key, run.id)) return true;
    store.state.clock += Math.max(0, wait);
    return false;
  };
  return new ServiceObject({
    service: 'LockService.Lock',
    on: key.split(' ')[0] ?? key,
    methods: {
      tryLock: { effect: attempt },
      waitLock: {
        effect: (args) => {
          if (!attempt(args)) {
            throw new GoogleError('Lock timeout: another process was holding the lock for too long.');
          }
          return null;
        },
      },
      hasLock: { effect: () => locks.holds(key, run.id) },
      releaseLock: {
        effect: () => {
          locks.release(key, run.id);
          return null;
        },
      },
    },
  });
}
