// The documents of a version in the commune's folder of Drive, shared with CAX and the chairman, and their addresses in «Sổ báo
// cáo». A run that died in between makes no second file: each carries its key, and is looked for first.

import { endedPeriod } from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Settings } from '../../core/settings.ts';
import { closedLabel, versionKey } from '../../core/version.ts';
import { traceOf } from '../../report/words/shared.ts';
import type { LedgerEntry } from '../../sheet/ledger/ledger.ts';
import { writeCells } from '../../sheet/write.ts';
import { fitted } from '../fitted.ts';
import { journalRequests } from '../journal.ts';
import { tellNewFolder } from '../mail/tell-installer.ts';
import { closedOf, observe, recent } from '../observe.ts';
import type { Ports, ReportParts } from '../ports.ts';
import { documentsOf } from './documents.ts';
import { newestOf } from './look-at-period.ts';
import { makeAside } from './make-aside.ts';
import type { ToldVersion } from './tell-version.ts';
import { endedYear } from './what-to-close.ts';

/** Script property: the folder, and whom it was shared with. */
const FOLDER = 'folder';

/** The newest version of what ended last, where its documents are not in the ledger yet. Pure. */
export function documentsDue(
  ledger: readonly LedgerEntry[],
  { rules }: Settings,
  now: number,
): LedgerEntry | undefined {
  const newest = [newestOf(ledger, { period: endedPeriod(now, rules) }), newestOf(ledger, endedYear(now))];
  return newest.find((entry) => entry?.document === '');
}

/** Their names; none while another run makes them. @throws Refusal google, Error where they cannot be made */
export function keepDocuments(ports: Ports, seeds: ResolvedPlan, told: ToldVersion): readonly string[] {
  const { report, settings, entry: due } = told;
  const key = traceOf(report);
  const made = makeAside(ports, `documents ${key}`, () => documentsOf(told, ports.version));
  if (!made) return [];
  const { files, why } = made;
  if (why !== '') throw new Error(`Văn bản ${closedLabel(due)} – bản ${due.version} chưa lập được: ${why}.`);
  return ports.locked(() => {
    // Rows may have moved, and another run may have been here, since it was told.
    const observation = observe(ports, seeds, { ledger: recent(), journal: 'heading' });
    const stands = closedOf(observation).find((entry) => versionKey(entry) === versionKey(due));
    if (stands?.document !== '') return [];
    const urls = storeFiles(ports, settings, key, files);
    const at = ports.now();
    const outcome = `Đã lập ${files.map(({ name }) => name).join(', ')}`;
    ports.workbook.update([
      ...writeCells(observation.reader('ledger').tab, stands.row, { document: urls.join('\n') }),
      ...journalRequests(observation, [
        { at, deed: 'Lập văn bản', key, state: 'xong', account: ports.account, outcome },
      ]),
    ]);
    return files.map(({ name }) => name);
  });
}

/**
 * Documents in the folder CAX and the chairman read; their addresses. What a run that died has stored already is not stored again.
 * @param key of the version they are of
 */
export function storeFiles(
  ports: Ports,
  settings: Settings,
  key: string,
  files: readonly (ReportParts & { readonly kind: string })[],
): string[] {
  const readers = [...new Set([...settings.policeAccounts, settings.chairmanEmail].filter((one) => one !== ''))];
  const folder = folderFor(ports, settings, readers);
  const known = ports.files.find(key);
  return files.map(
    ({ kind, name, parts }) => known.get(kind) ?? ports.files.create({ name, parts, key, kind }, folder),
  );
}

/** One folder for as long as this account can use it; people who came later are let in. A new one in its place is told of, once. */
function folderFor(ports: Ports, settings: Settings, readers: readonly string[]): string {
  const words = (ports.store.all()[FOLDER] ?? '').split(' ').filter((word) => word !== '');
  const [known] = words;
  const isLost = known !== undefined && !ports.files.isUsable(known);
  const [id, ...shared] = isLost ? [] : words;
  const folder = id ?? ports.files.createFolder(`Báo cáo Đề án 06 – ${settings.commune}`);
  const missing = readers.filter((reader) => !shared.includes(reader));
  // Known before it is shared: a run that dies here makes no second folder.
  if (id === undefined) ports.store.set(FOLDER, folder);
  const added = missing.filter((reader) => ports.files.share(folder, reader));
  if (added.length > 0) ports.store.set(FOLDER, fitted([folder, ...shared, ...added], ' '));
  if (isLost) tellNewFolder(ports, settings, folder);
  return folder;
}
