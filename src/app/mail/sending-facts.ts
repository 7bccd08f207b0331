// What is known of whether mail would leave (rule 6.12): the settings, what the clock has written of itself, whose clock it is.
import type { Moment } from '../../core/calendar.ts';
import { type CauseFound, type SendingFacts, sendingCauses } from '../../core/sending-causes.ts';
import type { Settings } from '../../core/settings.ts';
import { INSTALLER, SET_UP } from '../marks.ts';
import { clockLine, type Observation } from '../observe.ts';
import type { Ports } from '../ports.ts';

/** As much of a look, or of a sync's. */
type Looked = Pick<Observation<'settings' | 'controls'>, 'settings' | 'placement'>;

export function sendingFacts(
  ports: Ports,
  observation: Looked,
  now: Moment = ports.now(),
): SendingFacts & { readonly settings: Settings } {
  const { [SET_UP]: file, [INSTALLER]: clockAccount } = ports.store.all();
  return {
    settings: observation.settings,
    lastClockRun: clockLine(observation, 'heartbeat'),
    mailTrouble: clockLine(observation, 'mailTrouble'),
    clockAccount: file === ports.workbook.id ? clockAccount : undefined,
    now,
  };
}

/** Why the chairman would not be written to. */
export function causesIn(ports: Ports, observation: Looked): CauseFound[] {
  return sendingCauses(sendingFacts(ports, observation));
}
