// Scenarios of this folder, each played once; those that begin in the same way at the same time share one set-up.
import { readFileSync } from 'node:fs';
import type { HostSettings, Mail } from '../../src/host/state.ts';
import { JOURNAL, LEDGER } from '../../src/sheet/layout/growing.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { resumeStage, type Stage } from '../../src/tools/month/stage.ts';
import { byHeading, displayedTab } from '../../src/tools/play/displayed.ts';
import { stageFor } from '../../src/tools/play/play-scenario.ts';
import { type Played, play } from '../../src/tools/play/player.ts';
import type { Said } from '../../src/tools/play/said.ts';
import { decodeScenario, type Scenario } from '../../src/tools/play/scenario.ts';
import { SEEDS, stageAt } from '../app/played.ts';
import { textOfDocument } from '../referee/reading.ts';

const SILENT = { root: ROOT, seeds: SEEDS, tell: () => {} };
const stages = new Map<string, Promise<Stage>>();

/** A stage of its own; what makes it ready is done once. */
async function stageOf({ from, way, setUp }: Scenario): Promise<Stage> {
  if (way === 'plain' && setUp) return stageAt(from);
  const key = JSON.stringify([from, way, setUp]);
  const known = stages.get(key) ?? stageFor({ from, way, setUp }, SILENT);
  stages.set(key, known);
  const ready = await known;
  return resumeStage(ready, ready.host.state(), SILENT);
}

export interface Came extends Played {
  readonly stage: Stage;
  readonly mails: readonly Mail[];
  readonly ledger: readonly Record<string, string>[];
  readonly journal: readonly Record<string, string>[];
  /** What came of a step, by its place in the file. */
  step(index: number): Said | undefined;
}

/** A scenario, as its JSON says. @param settings of the host, where they are not the usual ones */
export async function played(raw: unknown, settings: Partial<HostSettings> = {}): Promise<Came> {
  const scenario = decodeScenario(raw, SEEDS);
  const stage = await stageOf(scenario);
  stage.host.settings({ ...settings, ...(scenario.domain !== undefined && { domain: scenario.domain }) });
  const result = play({ stage, seeds: SEEDS, steps: scenario.steps, to: scenario.to });
  const rows = ({ sheetId }: { readonly sheetId: number }) =>
    byHeading(displayedTab(stage.host, stage.fileId, sheetId) ?? []);
  return {
    ...result,
    stage,
    mails: stage.host.state().outbox,
    ledger: rows(LEDGER),
    journal: rows(JOURNAL),
    step: (index) => result.said.find(({ step }) => step === index),
  };
}

/** The scenario of a file of this folder. */
export function playedFile(name: string, settings: Partial<HostSettings> = {}): Promise<Came> {
  return played(JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')), settings);
}

export const CHAIRMAN = 'chu-tich@example.vn';
export const CAX = 'cax@example.vn';

/** Mails an address has got, copies aside. */
export const mailsTo = ({ mails }: Pick<Came, 'mails'>, address: string) =>
  mails.filter(({ to }) => to.includes(address));
export const toChairman = (came: Came) => mailsTo(came, CHAIRMAN);

/** The words of a document a mail has brought, by its name without «.docx»; empty where none has. */
export function paperOf({ mails }: Pick<Came, 'mails'>, name: string): string {
  const attached = mails.flatMap(({ attachments }) => attachments).find((one) => one.name === `${name}.docx`);
  return attached ? textOfDocument(attached.content) : '';
}

/** What the dialogs of a step said. */
export const dialogTexts = (came: Came, step: number) =>
  (came.step(step)?.dialogs ?? []).map(({ text }) => text).join('\n');

/** The row of a tab in a look that has a cell with this text; empty where there is none. */
export const rowIn = (came: Came, look: string, tab: string, text: string): readonly string[] =>
  came.looks.get(look)?.[tab]?.find((row) => row.includes(text)) ?? [];

/** The same by heading. */
export function recordIn(came: Came, look: string, tab: string, text: string): Record<string, string> {
  const [headings = []] = came.looks.get(look)?.[tab] ?? [];
  const row = rowIn(came, look, tab, text);
  return Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? '']));
}
