// The one clock trigger of the installing account. Nobody sees another account's triggers, so each account can only tidy up
// its own; a second person's clock finds in «Cấu hình» that it is not the one, and does nothing.

const CLOCK = 'runClock';
const EVERY_MINUTES = 10;

function ownClocks(): GoogleAppsScript.Script.Trigger[] {
  return ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === CLOCK);
}

export function hasClock(): boolean {
  return ownClocks().length > 0;
}

/** As a list of what is missing tells of it. */
export function ownClock(): 'on' | 'off' {
  return hasClock() ? 'on' : 'off';
}

/** One, however often it is asked for; a trigger that Google has put to sleep is replaced. */
export function installClock(): void {
  removeClock();
  ScriptApp.newTrigger(CLOCK).timeBased().everyMinutes(EVERY_MINUTES).create();
}

export function removeClock(): void {
  for (const trigger of ownClocks()) ScriptApp.deleteTrigger(trigger);
}
