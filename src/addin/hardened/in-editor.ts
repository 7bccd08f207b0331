// A door without a screen: all scopes first, words into the execution log, a refusal told as one.
import { Refusal } from '../../app/refusal.ts';

export function inEditor(deed: (log: (words: string) => void) => void): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
  const log = (words: string) => console.log(words);
  try {
    deed(log);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    log(`CHƯA LÀM ĐƯỢC: ${cause.message}`);
  }
}
