// The one clock trigger of the installing account. Nobody sees another account's triggers, so each account can only tidy up
// its own; a second person's clock finds in «Cấu hình» that it is not the one, and does nothing.

const CLOCK = 'runClock';
const EVERY_MINUTES = 10;

export function installClock(): void {
  const own = ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === CLOCK);
  if (own.length === 1) return;
  for (const trigger of own) ScriptApp.deleteTrigger(trigger);
  ScriptApp.newTrigger(CLOCK).timeBased().everyMinutes(EVERY_MINUTES).create();
}
