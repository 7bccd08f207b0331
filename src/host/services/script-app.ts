// ScriptApp: triggers of the current user, consent, and the script's id.
import { endRun } from '../calls.ts';
import { forget, grantedScopes, SCOPES, scopesOf, scopesToAsk } from '../consent.ts';
import { GoogleError } from '../errors.ts';
import type { Run } from '../run.ts';
import { type Args, constant, enumeration, type Method, ServiceObject, type Value } from '../service.ts';
import type { TriggerState } from '../state.ts';
import { canonical } from '../store.ts';
import { triggerBuilder, triggerObject, WEEKDAYS } from './trigger-builder.ts';

const USES = { scopes: [SCOPES.scriptApp] } as const;

export function scriptApp(run: Run): ServiceObject {
  const { store } = run.machine;
  const script = () => store.script(run.scriptId);
  const own = (): TriggerState[] => script().triggers.filter((trigger) => trigger.owner === canonical(run.user));
  const uses = (effect: (args: Args) => Value): Method => ({ ...USES, effect });
  const needed = (scopes: readonly string[]): Value => {
    const granted = grantedScopes(store, script(), run.user);
    const missing = scopes.filter((scope) => !granted.includes(scope));
    if (missing.length === 0) return null;
    return endRun(run, { kind: 'consent', scopes: missing });
  };
  const fullOnly = (args: Args): void => {
    if (args.constant(0, 'ScriptApp.AuthMode') !== 'FULL') throw args.mismatch();
  };
  return new ServiceObject({
    service: 'ScriptApp',
    properties: {
      AuthMode: enumeration('ScriptApp.AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']),
      AuthorizationStatus: enumeration('ScriptApp.AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']),
      EventType: enumeration('ScriptApp.EventType', [
        'CLOCK',
        'ON_OPEN',
        'ON_EDIT',
        'ON_FORM_SUBMIT',
        'ON_CHANGE',
        'ON_EVENT_UPDATED',
      ]),
      TriggerSource: enumeration('ScriptApp.TriggerSource', [
        'SPREADSHEETS',
        'CLOCK',
        'FORMS',
        'DOCUMENTS',
        'CALENDAR',
      ]),
      WeekDay: enumeration('ScriptApp.WeekDay', WEEKDAYS),
    },
    methods: {
      getScriptId: { effect: () => run.scriptId },
      getProjectTriggers: uses(() => own().map((trigger) => triggerObject(trigger))),
      newTrigger: uses((args) => triggerBuilder(run, args.text(0))),
      deleteTrigger: uses((args) => {
        const trigger = args.values[0];
        const payload = trigger instanceof ServiceObject ? trigger.payload : undefined;
        if (payload?.kind !== 'trigger') throw args.mismatch();
        if (!own().some((one) => one.id === payload.id)) {
          throw new GoogleError(
            'Unexpected error while getting the method or property deleteTrigger on object ScriptApp.',
          );
        }
        script().triggers = script().triggers.filter((one) => one.id !== payload.id);
        return null;
      }),
      requireAllScopes: {
        effect: (args) => {
          fullOnly(args);
          return needed(scopesOf(script()));
        },
      },
      requireScopes: {
        effect: (args) => {
          fullOnly(args);
          return needed(args.list(1).map(String));
        },
      },
      getAuthorizationInfo: {
        effect: () => {
          const granted = grantedScopes(store, script(), run.user);
          const open = scopesToAsk(store, script(), run.user).length > 0 || granted.length < scopesOf(script()).length;
          return authorizationInfo(run, open, granted);
        },
      },
      invalidateAuth: {
        effect: () => {
          forget(store, script(), run.user);
          return null;
        },
      },
    },
  });
}

function authorizationInfo(run: Run, open: boolean, granted: readonly string[]): ServiceObject {
  return new ServiceObject({
    service: 'ScriptApp.AuthorizationInfo',
    methods: {
      getAuthorizationStatus: {
        effect: () => constant('ScriptApp.AuthorizationStatus', open ? 'REQUIRED' : 'NOT_REQUIRED'),
      },
      getAuthorizationUrl: {
        effect: () => (open ? `https://script.google.com/macros/d/${run.scriptId}/authorize` : null),
      },
      getAuthorizedScopes: { effect: () => [...granted] },
    },
  });
}
