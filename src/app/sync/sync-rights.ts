// Who may edit what, from the lists people keep in «Đơn vị» and «Cấu hình» and from whom the file is shared with; and what a
// person should know about it: accounts that are missing, units without any, protections somebody else has laid.

import { isOneOf, readAddresses } from '../../core/addresses.ts';
import { quoted } from '../../core/check/quoted.ts';
import { writeLetIn } from '../../core/let-in.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { typedSince } from '../../core/typed-since.ts';
import type { ChangeLine } from '../../sheet/describe.ts';
import { isShifted, type Placement } from '../../sheet/reading/place.ts';
import { readTaskRows, readUnitRows, type UnitRow } from '../../sheet/reading/rows.ts';
import { tableReader } from '../../sheet/reading/table-reader.ts';
import type { Request } from '../../sheet/requests/request.ts';
import {
  diffRights,
  type ForeignProtection,
  foreignProtections,
  type RightsChange,
  type RightsInput,
  wantedProtections,
} from '../../sheet/rights.ts';
import type { TabKey } from '../../sheet/tab-ids.ts';
import { writeColumn } from '../../sheet/write.ts';
import type { Observation } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { type Sharing, sharingOf, unseenSharing } from './sharing.ts';

export interface RightsPlan {
  readonly rights: readonly RightsChange[];
  /** «Đã đặt quyền cho» of the rows, as it is once these are set. */
  readonly marks: readonly Request[];
  /** Accounts that stand in «Đơn vị» or «Cấu hình» but not on the file's share list, and units without any. */
  readonly warnings: readonly string[];
  readonly foreign: readonly ForeignProtection[];
  /** Keepers the file is not shared with: no right can be given to them. */
  readonly absent: readonly string[];
  /** What Google told of those it is shared with. */
  readonly sharing: Sharing;
}

/** @param placement where everything is, or will be once the content is written */
export function planRights(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation<TabKey>,
  placement: Placement,
): RightsPlan {
  const { input, letInOf, everywhere, warnings, absent, sharing } = rightsInput(ports, seeds, observation);
  // A right taken from somebody unseen would shut a unit out, or open its rows to all.
  const rights = sharing.isWhole
    ? diffRights(observation.snapshot, placement, wantedProtections(placement, input), input.owner)
    : [];
  const foreign = foreignProtections(observation.snapshot, input, ports.account);
  const words = [...warnings, ...foreign.flatMap(foreignWords)];
  const marks = sharing.isWhole ? letInMarks(placement, letInOf, everywhere) : [];
  return { rights, marks, warnings: words, foreign, absent, sharing };
}

/**
 * Whom the rows let in from now on, and whose the words are that were typed until now. Nothing where rows or columns move with the same sync: the
 * night writes them. @param letInOf of a row, by its code
 */
function letInMarks(
  placement: Placement,
  letInOf: (code: string) => string,
  everywhere: ReadonlySet<string>,
): Request[] {
  const { tab, rows, value } = tableReader(placement, 'tasks');
  if (isShifted(tab) || tab.rows.some(({ isNew }) => isNew)) return [];
  const changed = rows
    .map(({ key, index }) => ({ key, index, value: letInOf(key) }))
    .filter((cell) => value(cell.index, 'letIn') !== cell.value);
  if (changed.length === 0) return [];
  const said = new Map(readTaskRows(placement).rows.map((row) => [row.code, typedSince(row, everywhere)]));
  const authors = changed.flatMap(({ key, index }) => {
    const reporter = said.get(key);
    return reporter === undefined ? [] : [{ index, value: reporter }];
  });
  return [...writeColumn(tab, 'letIn', changed), ...writeColumn(tab, 'reporter', authors)];
}

function foreignWords({ title, area, description, shutsOut }: ForeignProtection): string[] {
  const words = description === '' ? '' : ` «${description}»`;
  const place = `Tab «${title}»${area === '' ? '' : `, ${area}`}: vùng bảo vệ${words} do người khác đặt`;
  if (shutsOut.length === 0) return [`${place}, để nguyên.`];
  return [
    `${place}, ${shutsOut.join(', ')} không sửa được ở đó. Nhờ chủ tệp bỏ: Dữ liệu ▸ Bảo vệ trang tính và dải ô.`,
  ];
}

export function describeRights(rights: readonly RightsChange[]): ChangeLine[] {
  const lines = (action: RightsChange['action'], impact: ChangeLine['impact'], words: string): ChangeLine[] => {
    const n = rights.filter((change) => change.action === action).length;
    return n === 0 ? [] : [{ impact, text: `${words}: ${n} vùng` }];
  };
  return [
    ...lines('add', 'add', 'Vùng bảo vệ theo đơn vị'),
    ...lines('update', 'restore', 'Quyền sửa của vùng bảo vệ'),
    ...lines('delete', 'restore', 'Bỏ vùng bảo vệ không còn dùng'),
  ];
}

function rightsInput(
  ports: Ports,
  seeds: ResolvedPlan,
  observation: Observation<TabKey>,
): {
  input: RightsInput;
  letInOf: (code: string) => string;
  everywhere: ReadonlySet<string>;
  warnings: string[];
  absent: string[];
  sharing: Sharing;
} {
  const { settings, placement, facts } = observation;
  const units = readUnitRows(placement).map((unit) => ({ ...unit, read: readAddresses(unit.accounts) }));
  const sharing = sharingOf(
    ports,
    settings,
    units.flatMap(({ read }) => read.addresses),
  );
  const { owner, editors, isWhole } = sharing;
  const shared = new Set([owner, ...editors]);
  const isUnshared = (account: string) => isWhole && !shared.has(account);
  const warnings: string[] = [];
  const accounts = new Map<string, string[]>();
  for (const { read, ...unit } of units) {
    accounts.set(unit.code, [...read.addresses]);
    for (const { text } of read.unread)
      warnings.push(`Đơn vị ${unit.name}: «${quoted(text)}» không phải địa chỉ tài khoản.`);
    for (const account of read.addresses.filter(isUnshared)) {
      warnings.push(`Đơn vị ${unit.name}: ${account} chưa được chia sẻ tệp với quyền chỉnh sửa.`);
    }
    if (unit.reporting === 'có dòng' && read.addresses.length === 0) {
      warnings.push(`Đơn vị ${unit.name} chưa có tài khoản để nhập; các dòng của đơn vị đang mở cho mọi người sửa.`);
    }
  }
  const keepers = [...new Set([settings.installingAccount, ...settings.policeAccounts, ports.account])].filter(Boolean);
  if (!isWhole) warnings.push(unseenSharing(ports, sharing));
  const absent = isWhole ? keepers.filter((address) => !isOneOf(address, [...shared])) : [];
  for (const account of absent) {
    warnings.push(`${account} có trong tab Cấu hình nhưng chưa được chia sẻ tệp với quyền chỉnh sửa.`);
  }
  const codesByName = new Map(
    seeds.units.map(({ code, name }): [string, string] => [facts.units.get(code)?.name ?? name, code]),
  );
  const unitsOf = (code: string): string[] => {
    const task = seeds.tasks.find((candidate) => candidate.code === code);
    const chosen = codesByName.get(facts.accountable.get(code) ?? task?.accountable ?? '');
    return [...(task?.leadUnits ?? []), ...(chosen === undefined ? [] : [chosen])];
  };
  const accountsOf = (code: string) => unitsOf(code).flatMap((unit) => accounts.get(unit) ?? []);
  const names = new Map([...codesByName].map(([name, code]) => [code, name]));
  const everywhere = unitsOfKeepers(units, keepers);
  // Of a row that is open nobody is shut out; a unit without an account is told of as such.
  const letInOf = (code: string) =>
    writeLetIn(
      accountsOf(code).some((account) => shared.has(account))
        ? [...unitsOf(code).flatMap((unit) => names.get(unit) ?? []), ...everywhere]
        : [],
    );
  const taskOf = new Map(seeds.indicators.map(({ id, task }) => [id, task]));
  const input: RightsInput = {
    keepers,
    shared,
    owner,
    accountsOf,
    accountsOfIndicator: (id) => accountsOf(taskOf.get(id) ?? ''),
  };
  return { input, letInOf, everywhere, warnings, absent, sharing };
}

/** Names of the units whose accounts may type in every row: Công an xã, as a rule. */
export function unitsOfKeepers(
  units: readonly Pick<UnitRow, 'name' | 'accounts'>[],
  keepers: readonly string[],
): ReadonlySet<string> {
  const own = units.filter(({ accounts }) => readAddresses(accounts).addresses.some((one) => isOneOf(one, keepers)));
  return new Set(own.map(({ name }) => name));
}
