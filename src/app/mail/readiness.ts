// What is still missing before the units can begin and the chairman will be written to: the list at the end of «Thiết lập ban đầu…», in
// the mail to whoever installs, and in the hardened script's log. Looking changes nothing.

import { isOneOf, readAddresses } from '../../core/addresses.ts';
import { isEmpty } from '../../core/cell.ts';
import {
  asSentence,
  type CauseFound,
  causesInWords,
  NOT_LEAVING,
  type SendingCause,
} from '../../core/sending-causes.ts';
import type { Settings } from '../../core/settings.ts';
import { readUnitRows, type UnitRow } from '../../sheet/reading/rows.ts';
import { tableReader } from '../../sheet/reading/table-reader.ts';
import { firstNamed } from '../fitted.ts';
import type { Ports } from '../ports.ts';
import { rightsCure } from '../sync/missing-rights.ts';
import { isSettled, type SyncPlan } from '../sync/sync.ts';
import { causesIn } from './sending-facts.ts';

export interface Cures {
  readonly sync: string;
  readonly clock: string;
}

export interface ReadinessFacts {
  readonly settings: Pick<Settings, 'policeAccounts' | 'installingAccount' | 'planNumber' | 'chairmanName'>;
  readonly units: readonly Pick<UnitRow, 'name' | 'accounts' | 'emails' | 'reporting'>[];
  /** Why the chairman would not be written to, in the words of all entry points (rule 6.12). */
  readonly causes: readonly CauseFound[];
  /** Codes of tasks without Đầu mối. */
  readonly unassigned: readonly string[];
  readonly owner: string;
  readonly editors: readonly string[];
  /** Google has told of all of them. */
  readonly isWhole: boolean;
  /** What to do for a sheet that is not as declared, and for a clock that is not there: other use cases in either way of installing. */
  readonly cures: Cures;
  /** The sheet is as declared, rights included. */
  readonly agrees: boolean;
  /** Why the account that looks cannot write under the protections, and who cures it; undefined where it can. */
  readonly shutOut?: string | undefined;
  /** «just on» has not had the time to run: how long the one before it stood is told of nobody. */
  readonly clock: 'off' | 'on' | 'just on';
  /** A mail to the account itself has left. */
  readonly hasMailed: boolean;
}

export interface ReadinessItem {
  readonly done: boolean;
  readonly text: string;
}

export interface Readiness {
  /** What must be, in the order in which it is done. */
  readonly items: readonly ReadinessItem[];
  /** What may be left empty, and had better not be. */
  readonly advice: readonly string[];
}

/** Units and codes named in a line. */
const NAMED = 3;

export function readinessOf(facts: ReadinessFacts): Readiness {
  const { settings, causes, units, unassigned, cures, agrees, clock, hasMailed } = facts;
  const among = (...list: readonly SendingCause[]) => causes.filter(({ cause }) => list.includes(cause));
  const told = (found: readonly CauseFound[]) => ({ done: false, text: asSentence(causesInWords(found)) });
  // A clock that is on and has not run yet is only young.
  const stopped = among('handedOver', ...(clock === 'on' ? (['asleep'] as const) : []));
  const held = among('over', 'refused');
  const blank = [
    ...(settings.policeAccounts.length === 0 ? ['Tài khoản Công an xã'] : []),
    ...(among('noChairman').length > 0 ? ['E-mail Chủ tịch'] : []),
  ];
  const reporting = units.filter((unit) => unit.reporting === 'có dòng');
  const without = reporting.filter(({ accounts }) => readAddresses(accounts).addresses.length === 0);
  const unshared = unsharedOf(facts);
  return {
    items: [
      item(blank, 'Tab Cấu hình: đã ghi Công an xã, Chủ tịch', (names) => `Tab Cấu hình: ghi ${names}`),
      item(
        without.map(({ name }) => name),
        `Tab Đơn vị: cả ${reporting.length} đơn vị có tài khoản để nhập`,
        (names, n) => `Tab Đơn vị: ghi Tài khoản Google để nhập của ${n} đơn vị (${names})`,
      ),
      item(unassigned, 'Tab Nhiệm vụ: dòng nào cũng có Đầu mối', (names, n) => {
        return `Tab Nhiệm vụ: chọn Đầu mối cho ${n} dòng (${names})`;
      }),
      listedOf(facts).length === 0
        ? { done: false, text: 'Ghi tài khoản xong thì chia sẻ tệp cho từng tài khoản, quyền Người chỉnh sửa' }
        : !facts.isWhole
          ? {
              done: false,
              text: 'Tài khoản này không xem được tệp đã chia sẻ cho ai: nhờ chủ tệp xem lại danh sách này',
            }
          : item(unshared, 'Tệp đã chia sẻ cho các tài khoản trên', (names, n) => {
              return `Chia sẻ tệp, quyền Người chỉnh sửa, cho ${n} tài khoản (${names})`;
            }),
      facts.shutOut !== undefined
        ? { done: false, text: facts.shutOut }
        : agrees
          ? { done: true, text: 'Bảng và quyền theo đơn vị đúng mẫu' }
          : { done: false, text: `${cures.sync} để đặt quyền theo đơn vị` },
      clock === 'off'
        ? { done: false, text: `Tài khoản cài đặt bật lịch tự động (${cures.clock})` }
        : stopped.length > 0
          ? told(stopped)
          : { done: true, text: 'Lịch tự động đang bật' },
      ...(held.length > 0 ? [told(held)] : []),
      hasMailed
        ? { done: true, text: 'Đã gửi được thư thử' }
        : { done: false, text: 'Gửi một thư thử tới tài khoản cài đặt' },
    ],
    advice: [...among('off').map((off) => `${NOT_LEAVING}${causesInWords([off])}.`), ...adviceFor(settings, reporting)],
  };
}

function item(missing: readonly string[], done: string, todo: (names: string, n: number) => string): ReadinessItem {
  if (missing.length === 0) return { done: true, text: done };
  return { done: false, text: todo(firstNamed(missing, NAMED), missing.length) };
}

/** Accounts people have written down. */
function listedOf({ settings, units }: ReadinessFacts): string[] {
  const listed = [...settings.policeAccounts, ...units.flatMap(({ accounts }) => readAddresses(accounts).addresses)];
  return [...new Set(listed)];
}

/** Those of them that cannot edit the file. */
function unsharedOf(facts: ReadinessFacts): string[] {
  return listedOf(facts).filter((account) => !isOneOf(account, [facts.owner, ...facts.editors]));
}

function adviceFor(
  { planNumber, chairmanName }: ReadinessFacts['settings'],
  reporting: ReadinessFacts['units'],
): string[] {
  const blank = [...(planNumber === '' ? ['Số kế hoạch'] : []), ...(chairmanName === '' ? ['Họ tên người ký'] : [])];
  const silent = reporting.filter(({ emails }) => readAddresses(emails).addresses.length === 0).length;
  return [
    ...(blank.length > 0 ? [`Nên ghi ở Cấu hình: ${blank.join(', ')}.`] : []),
    ...(silent > 0 ? [`${silent} đơn vị chưa có E-mail nhận nhắc: thư nhắc của các đơn vị đó gửi Công an xã.`] : []),
  ];
}

export function isReady({ items }: Readiness): boolean {
  return items.every(({ done }) => done);
}

/** At most twelve lines; ends in what to do next. */
export function describeReadiness(readiness: Readiness): string {
  const { items, advice } = readiness;
  const open = items.filter(({ done }) => !done).length;
  return [
    open === 0 ? 'Bảng đã sẵn sàng.' : `Còn ${open}/${items.length} việc:`,
    ...items.map(({ done, text }) => `${done ? '✓' : '☐'} ${text}`),
    ...advice,
  ].join('\n');
}

/** Script property: the day a mail to the account itself left. */
export const MAILED = 'mailed';

/** Whether a mail to the account itself has left. */
export function hasMailedOneself(ports: Ports): boolean {
  return ports.store.all()[MAILED] !== undefined;
}

/** Out of the sync's look. @param by what only the entry point has asked */
export function lookForReadiness(
  ports: Ports,
  plan: SyncPlan,
  by: Pick<ReadinessFacts, 'cures' | 'clock' | 'hasMailed'>,
): Readiness {
  const tasks = tableReader(plan.placement, 'tasks');
  return readinessOf({
    settings: plan.settings,
    causes: causesIn(ports, plan),
    units: readUnitRows(plan.placement),
    unassigned: tasks.rows.flatMap(({ index, key }) => (isEmpty(tasks.value(index, 'accountable')) ? [key] : [])),
    ...plan.sharing,
    agrees: isSettled(plan),
    shutOut: rightsCure(ports, plan),
    ...by,
  });
}
