// Plain alerts and the one place where what went wrong becomes words: a refusal says what to do next, a bug says so and
// goes to the log.
import { Refusal } from '../app/refusal.ts';

export function ask(title: string, text: string): boolean {
  const ui = SpreadsheetApp.getUi();
  return ui.alert(title, text, ui.ButtonSet.YES_NO) === ui.Button.YES;
}

export function tell(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}

/** A door: every menu deed goes through it. All scopes first, because people may untick some on Google's screen. */
export function throughDoor(title: string, deed: () => void): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
  try {
    deed();
  } catch (cause) {
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
