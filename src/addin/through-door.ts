// The one place where what went wrong at a click becomes words: a refusal says what to do next, a bug says so and goes to the log.

import { Refusal } from '../app/refusal.ts';
import { explainShutOut } from '../app/sync/missing-rights.ts';
import { tell } from './dialog.ts';
import { portsFor } from './ports.ts';
import { SEEDS } from './seeds.ts';
import { theFile } from './the-file.ts';
import { isTurnedAway } from './turn-away.ts';

/**
 * A door: every menu deed goes through it. Whose deed it is comes first, then all scopes, because people may untick some on Google's screen.
 * @param isOpenTo whether a deed of CAX and the installing account is open to this account all the same
 */
export function throughDoor(title: string, deed: () => void, isOpenTo: () => boolean = () => false): void {
  if (isTurnedAway(title, isOpenTo)) return;
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
  try {
    deed();
  } catch (thrown) {
    const cause = thrown instanceof Refusal ? explainShutOut(portsFor(theFile()), SEEDS, thrown) : thrown;
    if (cause instanceof Refusal) {
      tell(title, cause.message);
      return;
    }
    console.error(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
    tell(
      title,
      'Có lỗi trong chương trình, không phải lỗi của đồng chí. Nội dung đã nhập vẫn còn nguyên. Hãy báo tài khoản cài đặt: ' +
        (cause instanceof Error ? cause.message : String(cause)),
    );
  }
}
