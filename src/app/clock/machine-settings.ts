// The rows of «Cấu hình» that the machine writes of itself: Mã tệp, Mã tập lệnh, Tài khoản cài đặt, Ngày chốt đang áp dụng. Typed over, any of them would stop the clock
// without a word. What can be nothing but a slip is put back; what may be meant (another file's id, another script, another account) is left,
// and the account whose clock it was is told once a day.
import type { Cell } from '../../core/cell.ts';
import { openPeriodFrom, type PeriodRules } from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { changedDays, takeOver, writeRuleRecord } from '../../core/rule-record.ts';
import type { Settings } from '../../core/settings.ts';
import { writeCells } from '../../sheet/write.ts';
import { journalRequests } from '../journal.ts';
import { INSTALLER, SET_UP } from '../marks.ts';
import { observe } from '../observe.ts';
import { EDIT_SETTINGS, readEditSettings } from '../on-edit.ts';
import type { Ports } from '../ports.ts';
import { isHeldElsewhere } from './hold-clock.ts';

type Store = Readonly<Record<string, string>>;
type Marks = Pick<Settings, 'fileId' | 'scriptId' | 'installingAccount'>;

/** Ids of files have 33 or 44 characters, of scripts 57; nobody types one by a slip. */
const looksLikeId = (text: string): boolean => /^[A-Za-z0-9_-]{30,}$/u.test(text);

/** What must be put back, by key of «Cấu hình»; of a file that another script was set up in, nothing. */
function spoiltMarks(marks: Marks, ports: Ports, store: Store): Readonly<Record<string, Cell>> {
  if (store[SET_UP] !== ports.workbook.id) return {};
  const isSlip = (is: string, should: string) => is !== should && !looksLikeId(is);
  return {
    ...(isSlip(marks.fileId, ports.workbook.id) && { fileId: ports.workbook.id }),
    ...(isSlip(marks.scriptId, ports.scriptId) && { scriptId: ports.scriptId }),
    ...(marks.installingAccount === '' && store[INSTALLER] === ports.account && { installingAccount: ports.account }),
  };
}

/** What is to be written of itself, and what the journal says of it. */
export interface MarksDue {
  readonly marks: Readonly<Record<string, Cell>>;
  readonly deed: string;
  /** Undefined: the rows are named. */
  readonly outcome?: string;
}

/** All that must be written before the clock's other work: slips first, then closing days that count from the next period. */
export function marksDue(settings: Settings, ports: Ports, store: Store): MarksDue[] {
  const slips = spoiltMarks(settings, ports, store);
  const days = store[SET_UP] === ports.workbook.id ? daysDue(settings, ports, store) : undefined;
  return [
    ...(Object.keys(slips).length > 0 ? [{ marks: slips, deed: 'Ghi lại mục của hệ thống' }] : []),
    ...(days ? [days] : []),
  ];
}

/** Typed closing days are taken over for the next period (rule 5.12); a record nobody can read is made anew of what the clock remembers. */
function daysDue(
  { rules, typedDays, ruleRecord, firstPeriod }: Settings,
  ports: Ports,
  store: Store,
): MarksDue | undefined {
  const remembered = store[EDIT_SETTINGS];
  const known = ruleRecord === undefined && remembered !== undefined ? readEditSettings(remembered).rules : rules;
  const open = openPeriodFrom(ports.now(), known, firstPeriod);
  const next = typedDays ? takeOver(known, typedDays, open) : known;
  const words = (of: PeriodRules) => writeRuleRecord(of, firstPeriod ?? open);
  if (ruleRecord !== undefined && words(next) === words(rules)) return undefined;
  const outcome = changedDays(open, next, undefined) ?? 'Ghi lại Ngày chốt đang áp dụng ở tab Cấu hình.';
  return { marks: { ruleRecord: words(next) }, deed: 'Ngày chốt số liệu', outcome };
}

/** Writes them, with a line of the journal; false where their rows are gone. */
export function putBack(ports: Ports, seeds: ResolvedPlan, { marks, deed, outcome }: MarksDue): boolean {
  return ports.locked(() => {
    const observation = observe(ports, seeds, { settings: 'all', journal: 'heading' });
    const { tab, rows } = observation.reader('settings');
    const found = rows.filter(({ key }) => key in marks);
    if (found.length === 0) return false;
    const labels = found.map(({ index }) => observation.reader('settings').value(index, 'label'));
    const line = {
      at: ports.now(),
      deed,
      key: '',
      state: 'xong',
      account: ports.account,
      outcome: outcome ?? `Cấu hình: ${labels.join(', ')} bị ghi nhầm, đã ghi lại`,
    };
    ports.workbook.update([
      ...found.flatMap(({ index, key }) => writeCells(tab, index, { value: marks[key] ?? null })),
      ...journalRequests(observation, [line]),
    ]);
    return true;
  });
}

/** Why the clock of the account that set this file up does nothing, and what to do; undefined where it does its work. */
export function whyIdle(marks: Marks, ports: Ports, store: Store): string | undefined {
  if (store[SET_UP] !== ports.workbook.id || store[INSTALLER] !== ports.account) return undefined;
  if (isHeldElsewhere(marks, ports)) {
    return (
      '«Mã tập lệnh» ở tab Cấu hình là mã của một tập lệnh khác. Nếu đã chuyển lịch sang tập lệnh kia: tắt lịch của tập lệnh này ' +
      '(script.google.com/home/triggers). Nếu không: chạy lại Thiết lập ban đầu bằng tài khoản này.'
    );
  }
  if (marks.fileId !== ports.workbook.id) {
    return '«Mã tệp» ở tab Cấu hình là mã của một tệp khác. Lấy lại ô đó bằng Tệp ▸ Lịch sử phiên bản, hoặc xóa trắng ô: hệ thống tự ghi lại.';
  }
  if (!isHandedOver(marks, ports)) return undefined;
  return (
    `«Tài khoản cài đặt» ở tab Cấu hình là ${marks.installingAccount}. Nếu đã bàn giao cho tài khoản đó: chia sẻ tệp cho tài khoản đó (quyền Người ` +
    'chỉnh sửa), đăng nhập tài khoản đó chạy Thiết lập ban đầu cho tới khi danh sách không còn ☐, rồi mới tắt lịch của tài khoản này. ' +
    `Nếu không: ghi lại ${ports.account} vào ô đó.`
  );
}

/** This very file and script, and another account is to serve it. */
export function isHandedOver(marks: Marks, ports: Ports): boolean {
  return (
    !isHeldElsewhere(marks, ports) && marks.fileId === ports.workbook.id && marks.installingAccount !== ports.account
  );
}
