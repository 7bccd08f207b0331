// The self-check of rights and people (rules 1.11, 7.7): who should get in and cannot, who can and is on
// no list, what keeps the machine from writing, and whether the clock runs. Addresses are compared as Google does, without
// letter case.

import { isOneOf, NO_ADDRESS, readAddresses } from '../addresses.ts';
import { type Cell, isWord, textOf } from '../cell.ts';
import type { Finding } from '../finding.ts';
import { asSentence, CHAIRMANS_MAIL, type SendingFacts, sendingCauses } from '../sending-causes.ts';
import type { Settings } from '../settings.ts';
import { named, quoted } from './quoted.ts';

/** A line of «Đơn vị». */
interface UnitLine {
  readonly name: string;
  readonly accounts: Cell;
  readonly emails: Cell;
  readonly reporting: Cell;
  /** Of the two cells of addresses those that hold a formula. */
  readonly formulas?: readonly string[];
}

/** What «Lưu ý» of «Đơn vị» says of a cell that cannot be read whole. */
export const UNIT_ADDRESS_NOTES = {
  accounts: 'Tài khoản để nhập ghi chưa đúng',
  emails: 'E-mail nhận nhắc ghi chưa đúng',
} as const;

/** A protection over a tab of ours that is not ours. */
interface ForeignRange {
  /** Title of the tab. */
  readonly title: string;
  /** A1 notation; empty: the whole tab. */
  readonly area: string;
  readonly description: string;
  /** The installing account and CAX accounts that may not edit there; none: it is nobody's trouble. */
  readonly shutsOut: readonly string[];
}

export interface People extends Omit<SendingFacts, 'settings'> {
  readonly settings: SendingFacts['settings'] & Pick<Settings, 'policeAccounts' | 'copies' | 'scriptId'>;
  /** Of the script that looks. */
  readonly scriptId: string;
  readonly units: readonly UnitLine[];
  /** Whom the file is shared with as editors. */
  readonly owner: string;
  readonly editors: readonly string[];
  /** Why Google did not tell all of them, and what to do; empty where it did. */
  readonly unseenSharing: string;
  /** Protections of ours that are missing or were changed, in the words of their descriptions. */
  readonly brokenProtections: readonly string[];
  readonly foreignProtections: readonly ForeignRange[];
}

const SETTINGS_PLACE = 'Cấu hình';

export function checkPeople(people: People): Finding[] {
  return [
    ...checkLists(people.settings),
    ...checkScript(people),
    ...checkSending(people),
    ...checkOtherMail(people),
    ...checkProtections(people),
    ...people.units.flatMap(checkUnit),
    ...checkSharing(people),
    ...checkEditors(people),
  ];
}

/** Mails to units and to CAX that were refused, by the address; the chairman's is a cause of its own, and copies are said at their setting. */
function checkOtherMail({ mailTrouble }: People): Finding[] {
  const lines = textOf(mailTrouble)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(CHAIRMANS_MAIL) && !line.startsWith(COPIES));
  return lines.map((line): Finding => {
    const todo = 'Sửa địa chỉ nếu sai (tab Đơn vị, tab Cấu hình); đơn vị chưa nhận được thì nhắc qua Zalo, điện thoại.';
    return { place: 'Thư', weight: 'note', text: `Chưa gửi được: ${line}.`, todo };
  });
}

const COPIES = 'E-mail nhận bản sao';

/** Without these nobody runs the clock, or nobody can close. */
function checkLists({ installingAccount, policeAccounts }: People['settings']): Finding[] {
  const missing = (column: string, text: string, todo: string): Finding => {
    return { place: SETTINGS_PLACE, column, weight: 'block', text, todo };
  };
  return [
    ...(installingAccount === ''
      ? [missing('Tài khoản cài đặt', 'Chưa có tài khoản chạy lịch tự động.', 'Ghi địa chỉ của tài khoản cài đặt.')]
      : []),
    ...(policeAccounts.length === 0
      ? [missing('Tài khoản Công an xã', 'Chưa có tài khoản được chốt báo cáo.', 'Ghi mỗi tài khoản một dòng.')]
      : []),
  ];
}

/** Only one script's clock works; another one, though it be installed, does nothing. */
function checkScript({ settings, scriptId }: People): Finding[] {
  if (settings.scriptId === '' || settings.scriptId === scriptId) return [];
  const text = 'Lịch tự động của bảng thuộc về một tập lệnh khác, không phải chương trình đang chạy.';
  const todo = 'Dùng tài khoản cài đặt chạy lại Thiết lập ban đầu để giao lịch cho chương trình này.';
  return [{ place: SETTINGS_PLACE, column: 'Mã tập lệnh', weight: 'block', text, todo }];
}

/** Why the chairman would not be written to, in the words of all entry points (rule 6.12). */
function checkSending(people: People): Finding[] {
  return sendingCauses(people).map(({ cause, what, todo, place, column }): Finding => {
    const at = column === undefined ? { place } : { place, column };
    // Switched off is a choice: worth a look, and keeps no number from being right.
    return {
      ...at,
      weight: cause === 'off' ? 'note' : 'block',
      text: `${asSentence(what)}.`,
      todo: `${asSentence(todo)}.`,
    };
  });
}

function checkProtections({ brokenProtections, foreignProtections }: People): Finding[] {
  const [first = ''] = brokenProtections;
  const others = brokenProtections.length - 1;
  // The key in brackets at the end of a description is not for people.
  const named = `«${quoted(first.replace(/\[[^\]]*\]$/u, ''))}»${others > 0 ? ` và ${others} vùng nữa` : ''}`;
  const ours: Finding = {
    place: 'Vùng bảo vệ',
    weight: 'note',
    text: `${brokenProtections.length} vùng bị mất hoặc bị sửa: ${named}.`,
    todo: 'Chạy Đồng bộ bảng tính để đặt lại quyền.',
  };
  const theirs = foreignProtections
    .filter(({ shutsOut }) => shutsOut.length > 0)
    .map(({ title, area, description, shutsOut }): Finding => {
      const name = quoted(description);
      return {
        place: [`Tab ${title}`, area].filter(Boolean).join(', '),
        weight: 'block',
        text: `Có vùng bảo vệ khác${name === '' ? '' : ` «${name}»`} mà ${shutsOut.join(', ')} không sửa được.`,
        todo: 'Nhờ người đã đặt vùng này bỏ đi, hoặc thêm các tài khoản đó vào.',
      };
    });
  return [...(brokenProtections.length > 0 ? [ours] : []), ...theirs];
}

/** Accounts of «Cấu hình» and «Đơn vị» that cannot get in; an account of several is named once. */
function checkSharing({ settings, units, owner, editors, unseenSharing }: People): Finding[] {
  if (unseenSharing !== '') {
    return [{ place: 'Chia sẻ tệp', weight: 'note', text: unseenSharing, todo: 'Nhờ chủ tệp làm như vậy.' }];
  }
  const { installingAccount, policeAccounts } = settings;
  const listed = [
    ...(installingAccount === '' ? [] : [{ account: installingAccount, whose: 'tài khoản cài đặt' }]),
    ...policeAccounts.map((account) => ({ account, whose: 'tài khoản Công an xã' })),
    ...units.flatMap(({ name, accounts }) =>
      readAddresses(accounts).addresses.map((account) => ({ account, whose: name })),
    ),
  ];
  const unshared = new Map<string, string>();
  for (const { account, whose } of listed) {
    if (!isOneOf(account, [owner, ...editors, ...unshared.keys()])) unshared.set(account, whose);
  }
  return [...unshared].map(([account, whose]): Finding => {
    return {
      place: `${account} (${whose})`,
      weight: 'note',
      text: 'Chưa được chia sẻ tệp với quyền chỉnh sửa.',
      todo: 'Chia sẻ tệp cho địa chỉ này với quyền Người chỉnh sửa.',
    };
  });
}

function checkUnit({ name, accounts, emails, reporting, formulas = [] }: UnitLine): Finding[] {
  const place = `Đơn vị ${name}`;
  const todo = 'Công an xã ghi lại địa chỉ ở tab Đơn vị.';
  const told = (key: 'accounts' | 'emails', cell: Cell, kind: string): Finding[] => {
    const at = key === 'accounts' ? { place } : { place, column: 'E-mail nhận nhắc' };
    if (formulas.includes(key)) return [{ ...at, weight: 'note', text: 'Ô địa chỉ có công thức nên chưa tính.', todo }];
    const parts = readAddresses(cell).unread.map(
      ({ text, why }) => `«${quoted(text).toLowerCase()}» ${why === NO_ADDRESS ? kind : why}`,
    );
    return parts.length === 0 ? [] : [{ ...at, weight: 'note', text: `${named(parts).join('; ')}.`, todo }];
  };
  const found = [...told('accounts', accounts, 'không phải địa chỉ tài khoản'), ...told('emails', emails, NO_ADDRESS)];
  if (found.length > 0 || readAddresses(accounts).addresses.length > 0 || !isWord(reporting, 'có dòng')) return found;
  const text = 'Chưa có tài khoản để nhập, các dòng của đơn vị đang mở cho mọi người sửa.';
  return [{ place, weight: 'note', text, todo: 'Công an xã ghi tài khoản ở tab Đơn vị rồi Đồng bộ bảng tính.' }];
}

/** Quarterly review of access (rule 7.7): editors nobody has named. */
function checkEditors({ settings, units, owner, editors }: People): Finding[] {
  const { installingAccount, policeAccounts, chairmanEmail, copies } = settings;
  const known = [
    ...[owner, installingAccount, ...policeAccounts, chairmanEmail, ...copies],
    ...units.flatMap(({ accounts, emails }) => [
      ...readAddresses(accounts).addresses,
      ...readAddresses(emails).addresses,
    ]),
  ];
  return editors
    .filter((editor) => !isOneOf(editor, known))
    .map((editor): Finding => {
      return {
        place: editor,
        weight: 'note',
        text: 'Sửa được tệp nhưng chưa có trong tab Đơn vị hay Cấu hình.',
        todo: 'Nếu là người nhập thì ghi vào tab Đơn vị; nếu không thì đổi sang quyền xem.',
      };
    });
}
