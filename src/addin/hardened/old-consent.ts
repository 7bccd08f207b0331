// What people agreed to while the sheet was of the plain way. Google keeps a consent by project, not by what its manifest lists today: whoever puts
// the old manifest back would mail with it and ask nobody. So each account's consent is given up once, and the next click asks for what is needed
// now. Out of reach from here: whoever never clicks again, and an account in whose name the mark was left before. README says what is done by hand.
import { SINCE } from '../../app/marks.ts';

/** User property: this account has been through it. */
const GIVEN_UP = 'old-consent-given-up';

/** Only the plain way has left a moment of set-up in the store of the sheet's own script. */
export function mayHoldOldConsent(): boolean {
  if (PropertiesService.getScriptProperties().getProperty(SINCE) === null) return false;
  return PropertiesService.getUserProperties().getProperty(GIVEN_UP) === null;
}

/** The last use case of a run: what it may do afterwards Google does not say. Where it fails nobody is told, and it is tried again. */
export function giveUpOldConsent(): void {
  const marks = PropertiesService.getUserProperties();
  tried(() => marks.setProperty(GIVEN_UP, 'yes'));
  if (!tried(() => ScriptApp.invalidateAuth())) tried(() => marks.deleteProperty(GIVEN_UP));
}

/** Whether it went well; why not stands in the log. */
function tried(deed: () => void): boolean {
  try {
    deed();
    return true;
  } catch (cause) {
    console.warn(String(cause));
    return false;
  }
}
