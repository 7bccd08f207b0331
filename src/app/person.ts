// Whoever has started a use case. At the screen a person is asked; in Google's editor nobody can be, and what would be asked has been answered
// by which function was run: the question and that answer stand in the execution log.

/** What running a function in the editor can have decided: that this file is the original, whose clock serves it, that a mail goes to oneself. */
export type Decision = 'original' | 'clock' | 'mail';

export interface Person {
  /** A question answered with yes or no. @param decision which one it is, where a function of the editor may have answered it */
  ask(title: string, text: string, decision?: Decision): boolean;
  tell(title: string, text: string): void;
}

export interface GivenAnswer {
  readonly isYes: boolean;
  /** Said behind the question: why, or how it is answered otherwise. */
  readonly words: string;
}

/** Nobody to be asked: the answers are given, everything else is a no. @param log writes a line people read */
export function personByLog(
  log: (words: string) => void,
  answers: Readonly<Partial<Record<Decision, GivenAnswer>>>,
): Person {
  return {
    ask(_, text, decision) {
      const { isYes, words } = (decision && answers[decision]) ?? { isYes: false, words: 'Chưa làm.' };
      log(`${text}\n\n${words}`);
      return isYes;
    },
    tell: (_, text) => log(text),
  };
}
