// Dialogs and menus: answers, replay, and the locks a dialog costs.
import { describe, expect, it } from 'vitest';
import { OWNER, stage, value } from './story.ts';

const CODE = `
function ask() {
  var ui = SpreadsheetApp.getUi();
  var lock = LockService.getScriptLock();
  lock.waitLock(1000);
  PropertiesService.getScriptProperties().setProperty('before', String(Math.random()));
  var first = ui.alert('Hỏi', 'Tiếp?', ui.ButtonSet.OK_CANCEL);
  var held = lock.hasLock();
  if (first !== ui.Button.OK) return ['thôi', held];
  var name = ui.prompt('Tên?', ui.ButtonSet.OK_CANCEL);
  ui.alert('Xong');
  return [String(name.getSelectedButton()), name.getResponseText(), held, new Date().getTime()];
}
function other() { return LockService.getScriptLock().tryLock(10); }
`;

describe('dialogs', () => {
  it('are met one by one, from the same start', () => {
    const { host, run } = stage(CODE);
    const before = host.state();
    expect(run('ask')).toMatchObject({
      kind: 'dialog',
      dialog: { kind: 'alert', title: 'Hỏi', prompt: 'Tiếp?', buttons: 'OK_CANCEL' },
    });
    expect(run('ask', [], ['OK'])).toMatchObject({
      kind: 'dialog',
      dialog: { kind: 'prompt', title: '', prompt: 'Tên?' },
    });
    expect(run('ask', [], ['OK', { button: 'OK', text: 'An' }])).toMatchObject({
      kind: 'dialog',
      dialog: { prompt: 'Xong', buttons: 'OK' },
    });
    expect(host.state()).toEqual(before);
    const outcome = run('ask', [], ['OK', { button: 'OK', text: 'An' }, 'CLOSE']);
    expect(outcome).toMatchObject({ value: ['OK', 'An', false, 1714525200200] });
    expect(outcome.shown.map((shown) => 'answer' in shown && shown.answer)).toEqual([
      'OK',
      { button: 'OK', text: 'An' },
      'CLOSE',
    ]);
  });

  it('cost the locks, even when answered at once', () => {
    expect(value(stage(CODE).run('ask', [], ['CANCEL']))).toEqual(['thôi', false]);
  });

  it('let time pass and others act, uncounted', () => {
    const { host, scriptId, run } = stage(CODE);
    const got: unknown[] = [];
    const outcome = run('ask', [], (dialog, index) => {
      got.push([dialog.prompt, index, value(host.run(OWNER, scriptId, 'other'))]);
      host.advance({ by: 10 * 60_000 });
      return dialog.kind === 'prompt' ? { button: 'CANCEL', text: '' } : 'OK';
    });
    expect(outcome.kind).toBe('ok');
    expect(got).toEqual([
      ['Tiếp?', 0, true],
      ['Tên?', 1, true],
      ['Xong', 2, true],
    ]);
    expect(host.now()).toContain('T08:30');
  });

  it('take no button they do not have', () => {
    expect(() => stage(CODE).run('ask', [], ['YES'])).toThrow('no button YES');
  });

  it('show toasts without waiting', () => {
    const { run } = stage(`${CODE} function toast() { SpreadsheetApp.getActive().toast('Đã xong', 'Đề án 06'); }`);
    expect(run('toast').shown).toEqual([{ kind: 'toast', title: 'Đề án 06', message: 'Đã xong' }]);
  });
});

describe('menus', () => {
  const MENU = `function onOpen() { SpreadsheetApp.getUi().createMenu('A').addItem('b', 'f').addSeparator().addItem('c', 'gone').addToUi(); }
    function f() { return 'f'; }`;
  it('run the function behind the caption', () => {
    const { host, fileId } = stage(MENU);
    host.open(OWNER, fileId);
    expect(value(host.click(OWNER, fileId, ['A', 'b']))).toBe('f');
    expect(host.click(OWNER, fileId, ['A', 'c'])).toMatchObject({
      kind: 'error',
      message: 'Script function not found: gone',
    });
  });

  it.each([[['A', 'x']], [['A']], [['b']], [[]]])('have no item %j', (path) => {
    const { host, fileId } = stage(MENU);
    host.open(OWNER, fileId);
    expect(() => host.click(OWNER, fileId, path)).toThrow('no menu item');
  });

  it('are not there before the file is opened, nor after an onOpen that throws', () => {
    const { host, fileId, scriptId } = stage(MENU);
    expect(() => host.click(OWNER, fileId, ['A', 'b'])).toThrow('no menu item');
    host.open(OWNER, fileId);
    host.push(scriptId, 'throw new Error("x"); function onOpen() {}');
    expect(host.open(OWNER, fileId)).toMatchObject({ menus: [], runs: [{ kind: 'error' }] });
  });
});
