// What a person answers: the answers of a step in their order, then yes. A dialog that only tells something takes its OK from the list
// where that is next, and none of it otherwise.
import type { Button, Dialog, Outcome } from '../../host/run.ts';
import { agree } from '../month/stage.ts';
import type { SaidDialog } from './said.ts';

/** The step's answers do not fit what was asked. */
export class WrongAnswer extends Error {}

/** For one click; a click that is made again after consent begins anew. */
export function answering(answers: readonly Button[]): (dialog: Dialog, index: number) => Button {
  let left = [...answers];
  return (dialog, index) => {
    if (index === 0) left = [...answers];
    const [next] = left;
    if (next === undefined) return agree(dialog);
    const fits = next === 'CLOSE' || dialog.buttons.split('_').includes(next);
    if (!fits && dialog.buttons === 'OK') return 'OK';
    if (!fits) throw new WrongAnswer(`hộp thoại «${dialog.title || dialog.prompt}» không có nút ${next}`);
    left.shift();
    return next;
  };
}

export function dialogsOf({ shown }: Outcome): SaidDialog[] {
  return shown.flatMap((seen): SaidDialog[] => {
    if (seen.kind === 'toast') return [];
    const answer = typeof seen.answer === 'string' ? seen.answer : seen.answer.button;
    return [{ title: seen.title, text: seen.prompt, answer }];
  });
}
