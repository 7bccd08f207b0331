// The one clock trigger of the installing account. Nobody sees another account's triggers, so each account can only tidy up
// its own; a second person's clock finds in «Cấu hình» that it is not the one, and does nothing.
import type { ClockPort } from '../app/ports.ts';

const CLOCK = 'runClock';
const EVERY_MINUTES = 10;

const ownClocks = () => ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === CLOCK);

export const OWN_CLOCK: ClockPort = {
  isOn: () => ownClocks().length > 0,
  install() {
    OWN_CLOCK.remove();
    ScriptApp.newTrigger(CLOCK).timeBased().everyMinutes(EVERY_MINUTES).create();
  },
  remove() {
    for (const trigger of ownClocks()) ScriptApp.deleteTrigger(trigger);
  },
};
