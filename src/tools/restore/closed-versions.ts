// What the restored sheet knows of its closings: every line of «Sổ báo cáo», whether it can be told again from the frozen rows
// of «Lịch sử», and whether these are, to the letter, what was closed: the ledger keeps a fingerprint of them.
import { changedVersions, observeFrozen } from '../../app/closing/frozen-rows.ts';
import { tellVersion } from '../../app/closing/tell-version.ts';
import { closedOf, observe, outOfTurnOf } from '../../app/observe.ts';
import type { Ports } from '../../app/ports.ts';
import { textOf } from '../../core/cell.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { closedLabel } from '../../core/version.ts';
import { type AdHocEntry, adHocName } from '../../sheet/ledger/ad-hoc-ledger.ts';
import { closingName, type LedgerEntry, rangeIdOf } from '../../sheet/ledger/ledger.ts';
import type { TableReader } from '../../sheet/reading/table-reader.ts';

export interface ClosedVersion {
  /** «Kỳ 05/2024, bản 1». */
  readonly name: string;
  /** Why it cannot be told; undefined where it can. */
  readonly fault: string | undefined;
  /** The rows are not what was closed. */
  readonly changed: boolean;
}

const NO_NAME = 'không còn dải ô tên ở «Lịch sử»';
const NO_LINE = 'có dải ô tên ở «Lịch sử» mà không có dòng ở «Sổ báo cáo»';
const GONE = 'Nhật ký ghi đã chốt mà không còn ở «Sổ báo cáo»';

/** @throws Error where a line of «Sổ báo cáo» is not what a closing wrote */
export function closedVersions(ports: Ports, plan: ResolvedPlan): ClosedVersion[] {
  const observation = observe(ports, plan, { ledger: 'all', settings: 'all', journal: 'all' });
  const ledger = closedOf(observation);
  const names = new Set(observation.snapshot.names.map(({ name }) => name));
  const isChanged = (entry: LedgerEntry | AdHocEntry) =>
    changedVersions(observeFrozen(ports, plan, { ledger: 'all' }, [entry]), [entry]).length > 0;
  const tell = (entry: LedgerEntry): ClosedVersion => {
    const about = { name: `${closedLabel(entry)}, bản ${entry.version}`, changed: false };
    if (!names.has(closingName(entry).name)) return { ...about, fault: NO_NAME };
    if (isChanged(entry)) return { ...about, fault: undefined, changed: true };
    try {
      tellVersion(ports, plan, entry);
      return { ...about, fault: undefined };
    } catch (cause) {
      return { ...about, fault: cause instanceof Error ? cause.message : String(cause) };
    }
  };
  const adHoc = outOfTurnOf(observation);
  const outOfTurn = adHoc.map(
    (entry): ClosedVersion => ({
      name: `${entry.id}, bản ${entry.version}`,
      fault: names.has(adHocName(entry).name) ? undefined : NO_NAME,
      changed: isChanged(entry),
    }),
  );
  const known = new Set([...ledger.map(closingName), ...adHoc.map(adHocName)].map(({ name }) => name));
  const strays = [...names]
    .filter((name) => rangeIdOf(name) !== undefined && !known.has(name))
    .sort()
    .map((name): ClosedVersion => ({ name: labelOf(name), fault: NO_LINE, changed: false }));
  const told = [...ledger.map(tell), ...outOfTurn, ...strays];
  const gone = journalled(observation.reader('journal'))
    .filter((name) => !told.some((one) => one.name === name))
    .map((name): ClosedVersion => ({ name, fault: GONE, changed: false }));
  return [...told, ...gone];
}

/** Versions of months whose closing «Nhật ký» tells of, in words. */
function journalled({ rows, value }: TableReader<'journal'>): string[] {
  const names = rows.flatMap(({ index }) => {
    const [, year, month, version] = /^(\d{4})-(\d{2})\|(\d+)$/u.exec(textOf(value(index, 'key'))) ?? [];
    return year === undefined || textOf(value(index, 'state')) !== 'xong'
      ? []
      : [`Kỳ ${month}/${year}, bản ${version}`];
  });
  return [...new Set(names)];
}

/** «Chot_2024_06_1» in words, where it is of a month. */
function labelOf(name: string): string {
  const [, year, month, version] = /^Chot_(\d{4})_(\d{2})_(\d+)$/u.exec(name) ?? [];
  return year === undefined ? name : `Kỳ ${month}/${year}, bản ${version}`;
}
