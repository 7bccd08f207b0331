// A use case with somebody to ask, on a file of the local host: what is asked and told is kept, the answers are given by the test.
import type { Decision, Person } from '../../src/app/person.ts';
import type { ClockPort, Mail, Ports } from '../../src/app/ports.ts';
import type { SheetRequest } from '../../src/host/contract.ts';
import type { Host } from '../../src/host/host.ts';
import { lookingPorts } from '../../src/tools/restore/looking-ports.ts';

export interface Sitting {
  readonly ports: Ports;
  readonly clock: ClockPort;
  readonly person: Person;
  /** In order; a question ends in its answer: «… → có». */
  readonly said: string[];
  readonly sent: Mail[];
}

/** @param answer to a question, by its text and by what running the function may have decided */
export function sitting(
  host: Host,
  user: string,
  fileId: string,
  scriptId: string,
  answer: (text: string, decision: Decision | undefined) => boolean,
): Sitting {
  const looking = lookingPorts(host, user, fileId);
  const kept = new Map<string, string>();
  const [said, sent]: [string[], Mail[]] = [[], []];
  let isOn = false;
  return {
    said,
    sent,
    ports: {
      ...looking,
      scriptId,
      version: '0.2.0',
      workbook: {
        ...looking.workbook,
        update: (requests) => host.batchUpdateAs(user, fileId, requests as SheetRequest[]),
      },
      mail: { remaining: () => 100, send: (mail) => sent.push(mail) },
      store: {
        all: () => Object.fromEntries(kept),
        set: (key, value) => kept.set(key, value),
        remove: (key) => kept.delete(key),
      },
    },
    clock: {
      isOn: () => isOn,
      install: () => {
        isOn = true;
      },
      remove: () => {
        isOn = false;
      },
    },
    person: {
      ask(title, text, decision) {
        const isYes = answer(text, decision);
        said.push(`${title}: ${text} → ${isYes ? 'có' : 'không'}`);
        return isYes;
      },
      tell: (title, text) => said.push(`${title}: ${text}`),
    },
  };
}
