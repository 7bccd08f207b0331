// Answers in their order, then yes; what only tells something takes an OK.
import { describe, expect, test } from 'vitest';
import type { Button, Dialog } from '../../../src/host/run.ts';
import { answering, WrongAnswer } from '../../../src/tools/play/answers.ts';

const dialog = (buttons: Dialog['buttons']): Dialog => ({ kind: 'alert', title: 'Chốt', prompt: '?', buttons });
const [ask, tell, either] = [dialog('YES_NO'), dialog('OK'), dialog('OK_CANCEL')];

describe('answering', () => {
  test.each<[string, Button[], Dialog[], Button[]]>([
    ['yes where nothing is said', [], [ask, tell, either, dialog('YES_NO_CANCEL')], ['YES', 'OK', 'OK', 'YES']],
    ['in order, then yes', ['NO'], [ask, ask], ['NO', 'YES']],
    ['past what only tells', ['NO', 'CANCEL'], [tell, ask, tell, either], ['OK', 'NO', 'OK', 'CANCEL']],
    ['with the OKs of what tells', ['OK', 'NO'], [tell, ask], ['OK', 'NO']],
    ['closed by its cross', ['CLOSE'], [tell, ask], ['CLOSE', 'YES']],
  ])('%s', (_, answers, dialogs, given) => expect(dialogs.map(answering(answers))).toEqual(given));

  test('anew where the click is made again', () => {
    const answer = answering(['NO']);
    expect([answer(ask, 0), answer(ask, 0)]).toEqual(['NO', 'NO']);
  });

  test('a button the question has not', () => expect(() => answering(['OK'])(ask, 0)).toThrow(WrongAnswer));
});
