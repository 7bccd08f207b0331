// Session: who is at the screen and whose rights count. Simple triggers are told neither.
import { SCOPES } from '../consent.ts';
import type { Run } from '../run.ts';
import { ServiceObject } from '../service.ts';

export function session(run: Run): ServiceObject {
  return new ServiceObject({
    service: 'Session',
    methods: {
      getActiveUser: { scopes: [SCOPES.email], limited: true, effect: () => user(run.activeUser) },
      getEffectiveUser: { scopes: [SCOPES.email], effect: () => user(run.user) },
      getScriptTimeZone: {
        effect: () => run.machine.store.script(run.scriptId).manifest.timeZone ?? 'Asia/Ho_Chi_Minh',
      },
      getActiveUserLocale: { effect: () => 'vi' },
    },
  });
}

/** A person as a script sees one. */
export function user(address: string): ServiceObject {
  return new ServiceObject({
    service: 'Session.User',
    on: address,
    methods: { getEmail: { effect: () => address } },
  });
}
