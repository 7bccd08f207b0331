// The screen of a bound script: menus, and dialogs that stop the script until a person answers. Google drops all locks of the
// script while it waits, whether the answer comes at once or not.
import { endRun, faultOf } from '../calls.ts';
import { SCOPES } from '../consent.ts';
import { GoogleError } from '../errors.ts';
import type { Answer, Button, Dialog, Run } from '../run.ts';
import { type Args, Constant, constant, enumeration, type Method, ServiceObject, type Value } from '../service.ts';
import type { MenuItem } from '../state.ts';

const BUTTONS = {
  OK: ['OK'],
  OK_CANCEL: ['OK', 'CANCEL'],
  YES_NO: ['YES', 'NO'],
  YES_NO_CANCEL: ['YES', 'NO', 'CANCEL'],
} as const satisfies Record<Dialog['buttons'], readonly Button[]>;

/** SpreadsheetApp.getUi(). Throws Google's words where nobody is at a screen. */
export function ui(run: Run): ServiceObject {
  if (!run.ui || run.fileId === undefined) {
    throw new GoogleError('Cannot call SpreadsheetApp.getUi() from this context.');
  }
  const dialog = (effect: (args: Args) => Value): Method => ({ scopes: [SCOPES.ui], effect });
  return new ServiceObject({
    service: 'Ui',
    properties: {
      Button: enumeration('Ui.Button', ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']),
      ButtonSet: enumeration('Ui.ButtonSet', Object.keys(BUTTONS)),
    },
    methods: {
      createMenu: { effect: (args) => menu(run, args.text(0), []) },
      alert: dialog((args) => constant('Ui.Button', buttonOf(ask(run, 'alert', args)))),
      prompt: dialog((args) => promptResponse(ask(run, 'prompt', args))),
    },
  });
}

/** alert(prompt), alert(prompt, buttons), alert(title, prompt, buttons). */
function dialogOf(kind: Dialog['kind'], args: Args): Dialog {
  const last = args.values[args.length - 1];
  const texts = last instanceof Constant ? args.length - 1 : args.length;
  if (texts < 1 || texts > 2 || (texts === 2 && !(last instanceof Constant))) throw args.mismatch();
  const buttons = last instanceof Constant ? args.constant(args.length - 1, 'Ui.ButtonSet') : 'OK';
  return {
    kind,
    title: texts === 2 ? (args.optionalText(0) ?? '') : '',
    prompt: shownText(args.values[texts - 1]),
    buttons: buttons as Dialog['buttons'],
  };
}

function shownText(value: Value): string {
  return value === null || value === undefined ? '' : String(value);
}

/** The person's answer; without one the run ends here. */
function ask(run: Run, kind: Dialog['kind'], args: Args): Answer {
  const dialog = dialogOf(kind, args);
  const { store, locks } = run.machine;
  locks.releaseAll(run.id);
  const before = store.state.clock;
  const index = run.asked;
  run.asked += 1;
  const answer = typeof run.answers === 'function' ? run.answers(dialog, index) : run.answers[index];
  run.suspended += store.state.clock - before;
  if (answer === undefined) {
    run.pending = dialog;
    return endRun(run, { kind: 'dialog' });
  }
  const button = buttonOf(answer);
  if (button !== 'CLOSE' && !(BUTTONS[dialog.buttons] as readonly Button[]).includes(button)) {
    return faultOf(run, new Error(`the dialog «${dialog.prompt}» has no button ${button}`));
  }
  run.shown.push({ ...dialog, answer });
  return answer;
}

function buttonOf(answer: Answer): Button {
  return typeof answer === 'string' ? answer : answer.button;
}

function promptResponse(answer: Answer): ServiceObject {
  return new ServiceObject({
    service: 'Ui.PromptResponse',
    methods: {
      getSelectedButton: { effect: () => constant('Ui.Button', buttonOf(answer)) },
      getResponseText: { effect: () => (typeof answer === 'string' ? '' : answer.text) },
    },
  });
}

const contents = new WeakMap<ServiceObject, { caption: string; items: MenuItem[] }>();

function menu(run: Run, caption: string, items: MenuItem[]): ServiceObject {
  const add = (item: (args: Args) => MenuItem): Method => ({
    effect: (args) => {
      items.push(item(args));
      return object;
    },
  });
  const object: ServiceObject = new ServiceObject({
    service: 'Ui.Menu',
    on: caption,
    methods: {
      addItem: add((args) => ({ kind: 'item', caption: args.text(0), functionName: args.text(1) })),
      addSeparator: add(() => ({ kind: 'separator' })),
      addSubMenu: add((args) => {
        const sub = args.values[0];
        const known = sub instanceof ServiceObject ? contents.get(sub) : undefined;
        if (!known) throw args.mismatch();
        return { kind: 'menu', ...known };
      }),
      addToUi: {
        effect: () => {
          const file = run.machine.store.file(run.fileId ?? '');
          const own = (file.menus[run.user] ?? []).filter((item) => item.kind !== 'menu' || item.caption !== caption);
          file.menus[run.user] = [...own, { kind: 'menu', caption, items: [...items] }];
          return null;
        },
      },
    },
  });
  contents.set(object, { caption, items });
  return object;
}
