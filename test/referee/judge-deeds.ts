// What was to be done held against what was done: mails that arrive, once; promises; entries that stand; ways that are there.
import type { Mail } from '../../src/host/state.ts';
import { addDays, addMinutes, isWorkingDay, nextWorkingDay, periodLabel, readDay, shiftMonth } from './days.ts';
import type { Finding } from './finding.ts';
import { accountOf, CONTENT } from './model.ts';
import { TASKS } from './plan-facts.ts';
import { isTrial, keyOf, readBoard, unanswered, unitNamed } from './reading.ts';
import type { Evidence } from './referee.ts';
import { ANY_CALL, faultsOf } from './troubles.ts';

const CHAIRMAN = 'chu-tich@example.vn';

function isOfChairman(mail: Mail, address: string): boolean {
  return mail.to.includes(address) && keyOf(mail).kind === 'chairman' && !isTrial(mail);
}

/** The chairman's address at a moment. */
function chairmanAt({ world }: Evidence, at: string): string {
  return world.setting('chairmanEmail', at) ?? CHAIRMAN;
}

const TELLS_TROUBLE = /\[LỖI\]|\[LỊCH DỪNG\]|(?:chưa|không) gửi được|CHƯA GỬI ĐƯỢC/iu;

/** CAX knows: a mail that says so, the red line, or «Điều khiển» (rule 6.9). */
function toldBetween({ mails, looks, count }: Evidence, from: string, until: string): boolean {
  const byMail = mails.some(
    (mail) =>
      mail.at.slice(0, 16) >= from &&
      mail.at.slice(0, 16) <= until &&
      [...mail.to, ...mail.cc].some((address) => /^(?:cax|cai-dat)/u.test(address)) &&
      TELLS_TROUBLE.test(`${mail.subject}\n${mail.body}`) &&
      keyOf(mail).kind === 'other',
  );
  return (
    byMail ||
    looks.some(({ at, tabs }) => {
      if (at < from) return false;
      const board = readBoard(tabs, count);
      return board !== undefined && (board.redLine !== '' || board.trouble !== '');
    })
  );
}

export function delivered(evidence: Evidence): Finding[] {
  const { versions, mails, scenario, said, world } = evidence;
  return versions.flatMap(({ month, version, closedAt, mailState }): Finding[] => {
    const limit = `${nextWorkingDay(closedAt, world.holidays(closedAt))}T${closedAt.slice(11, 16)}`;
    if (limit > scenario.to) return [];
    const newer = versions.some((one) => one.month === month && one.version > version && one.closedAt <= limit);
    const address = chairmanAt(evidence, limit);
    const came = mails.some((mail) => {
      const key = keyOf(mail);
      return (
        key.month === month &&
        (key.version === version || (newer && (key.version ?? -1) > version)) &&
        isOfChairman(mail, chairmanAt(evidence, mail.at.slice(0, 16))) &&
        mail.at.slice(0, 16) <= addMinutes(limit, 30)
      );
    });
    // Bản 1 with the rows of bản 0, which was mailed, is not mailed again (rule 6.4).
    const automatic = versions.find((one) => one.month === month && one.version === 0);
    const isSame =
      version === 1 &&
      automatic !== undefined &&
      mails.some(
        (mail) =>
          keyOf(mail).month === month &&
          keyOf(mail).version === 0 &&
          isOfChairman(mail, chairmanAt(evidence, mail.at.slice(0, 16))),
      ) &&
      !world.typed.some((one) => one.tab === 'Nhiệm vụ' && one.at > automatic.closedAt && one.at <= closedAt);
    const dialog = said.some(
      (one) =>
        one.deed === 'click' &&
        one.at.slice(0, 16) >= closedAt &&
        one.at.slice(0, 16) <= limit &&
        one.dialogs.some(
          ({ text }) =>
            /chưa gửi|không gửi|sẽ không|thư không|Tự động gửi/iu.test(text) && /Đã chốt|chốt bản/u.test(text),
        ),
    );
    // Sending switched off: that is what CAX chose, and «Điều khiển» asks for each mail.
    const controls = evidence.looks.some(
      ({ at, tabs }) =>
        at >= closedAt &&
        (tabs['Điều khiển'] ?? []).some(
          (row) => /Gửi Chủ tịch/u.test(row[1] ?? '') && /chưa gửi|không gửi/u.test(row[4] ?? ''),
        ),
    );
    if (came || isSame || dialog || controls || toldBetween(evidence, closedAt, addMinutes(limit, 30))) return [];
    return [
      {
        rule: 'not-delivered',
        at: closedAt,
        where: `${month} bản ${version}`,
        sentence: `Thư Chủ tịch: «${mailState}»`,
        truth: `đến ${limit} thư chưa tới ${address || '(địa chỉ trống)'}, Công an xã không được báo vì sao`,
      },
    ];
  });
}

export function nothingTwice({ mails }: Evidence): Finding[] {
  const seen = new Map<string, string>();
  const reminded = new Map<string, string>();
  return mails.flatMap((mail): Finding[] => {
    const key = keyOf(mail);
    if (isTrial(mail) || key.kind === 'other') return [];
    const isAgain = mail.subject.includes('(gửi lại)');
    const day = mail.at.slice(0, 10);
    const at = mail.at.slice(0, 16);
    const found: Finding[] = [];
    for (const person of [...mail.to, ...mail.cc, ...mail.bcc]) {
      const same = `${key.text} ${person} ${key.kind === 'reminder' && !mail.to.includes(person) ? 'cc' : ''}`;
      const earlier = seen.get(same);
      if (earlier !== undefined && !isAgain)
        found.push({
          rule: 'twice',
          at,
          where: person,
          sentence: mail.subject,
          truth: `đã gửi lúc ${earlier} (${key.text})`,
        });
      seen.set(same, at);
      if (key.kind !== 'reminder' || !mail.to.includes(person)) continue;
      const today = reminded.get(`${day} ${person}`);
      if (today !== undefined && !isAgain && earlier === undefined)
        found.push({ rule: 'twice', at, where: person, sentence: mail.subject, truth: `hôm nay đã nhắc lúc ${today}` });
      reminded.set(`${day} ${person}`, at);
    }
    return found;
  });
}

/** What was typed and taken stands as it was typed. */
export function entriesStand({ looks, world, scenario }: Evidence): Finding[] {
  const last = looks[looks.length - 1];
  const [headings = [], ...rows] = last?.tabs['Nhiệm vụ'] ?? [];
  const code = headings.indexOf('Mã');
  // What was typed on the day on which somebody deleted the row is in no backup yet.
  const lost = (code: string) =>
    scenario.steps.some(
      ({ at, deleteRow }) =>
        deleteRow?.row === code &&
        world.typed.some((one) => one.row === code && one.at.slice(0, 10) === at.slice(0, 10) && one.at <= at),
    );
  return TASKS.flatMap((task) => {
    const row = rows.find((one) => one[code] === task.code);
    return CONTENT.flatMap((column): Finding[] => {
      const typed = world.cell(task.code, column, last?.at ?? '');
      const stands = row?.[headings.indexOf(column)] ?? '';
      if (typed === stands || typed.startsWith('=') || lost(task.code)) return [];
      const day = readDay(typed);
      if (day !== undefined && readDay(stands) === day) return [];
      if (column === 'Tiến độ' && stands.replace('%', '') === typed.replace('%', '').trim()) return [];
      return [
        {
          rule: 'changed-entry',
          at: last?.at ?? '',
          where: `${task.code}, ${column}`,
          sentence: `«${stands}»`,
          truth: `đã gõ «${typed}»`,
        },
      ];
    });
  });
}

export function promisesKept(evidence: Evidence): Finding[] {
  const { said, mails, scenario, world } = evidence;
  return said.flatMap((one): Finding[] => {
    const at = one.at.slice(0, 16);
    const text = [...one.dialogs.map((dialog) => dialog.text), ...one.words].join('\n');
    const found = (sentence: string, truth: string): Finding => ({
      rule: 'promise',
      at,
      where: `${one.as} ${one.deed}`,
      sentence,
      truth,
    });
    const [promise] = /[^.\n]*gửi thư cho Chủ tịch trong khoảng 10 phút[^.\n]*/u.exec(text) ?? [];
    // What is said before the answer holds for a yes only.
    if (promise !== undefined && /Đã chốt/u.test(text)) {
      const limit = addMinutes(at, 60);
      // A trouble nobody could know of is no broken promise; a clock that has not run today could be known.
      const unknowable = faultsOf(scenario.steps, ANY_CALL).some(
        ({ call, from, until }) =>
          from < limit && until > at && !(call === 'clock' && from < `${at.slice(0, 10)}T00:00`),
      );
      const came = mails.some(
        (mail) =>
          isOfChairman(mail, chairmanAt(evidence, at)) && mail.at.slice(0, 16) >= at && mail.at.slice(0, 16) <= limit,
      );
      if (!came && !unknowable && limit <= scenario.to)
        return [found(promise.trim(), `đến ${limit} không có thư nào tới Chủ tịch`)];
    }
    const [tomorrow] = /[^.\n]*gửi tiếp ngày mai[^.\n]*/u.exec(text) ?? [];
    if (tomorrow !== undefined) {
      const next = addDays(at, 1);
      const left = mails.some((mail) => mail.at.startsWith(next) && keyOf(mail).kind !== 'other');
      if (!left && next < scenario.to && world.openMonth(at) === world.openMonth(`${next}T12:00`))
        return [found(tomorrow.trim(), `ngày ${next} không gửi thư nào`)];
    }
    return [];
  });
}

/** A clock that goes on failing is told within a day. */
export function failuresTold(evidence: Evidence): Finding[] {
  const failed = evidence.said.filter(({ deed, outcome }) => deed === 'clock' && outcome === 'failed');
  let told = '';
  return failed.flatMap((one): Finding[] => {
    const at = one.at.slice(0, 16);
    const until = addMinutes(at, 24 * 60);
    // One finding a day is enough.
    if (at < told) return [];
    const goesOn = failed.some(
      (other) => other.at.slice(0, 16) >= addMinutes(at, 50) && other.at.slice(0, 16) <= until,
    );
    // A failure that goes on is told once a day.
    const since = `${at.slice(0, 10)}T00:00`;
    if (!goesOn || until > evidence.scenario.to || toldBetween(evidence, since, until)) return [];
    told = until;
    return [
      {
        rule: 'silent-failure',
        at,
        where: 'clock',
        sentence: one.words.join('; ').slice(0, 200),
        truth: `đến ${until} không ai được báo`,
      },
    ];
  });
}

/** CAX is warned before bản 0, on a working day (rule 6.4). */
export function warnedBefore({ versions, mails, scenario, world }: Evidence): Finding[] {
  return versions.flatMap(({ month, version, closedAt }): Finding[] => {
    if (version !== 0 || scenario.from > `${month}-10`) return [];
    const holidays = world.holidays(closedAt);
    const warned = mails.some((mail) => {
      const at = mail.at.slice(0, 16);
      return (
        at < closedAt &&
        at >= `${month}-08` &&
        isWorkingDay(at, holidays) &&
        keyOf(mail).kind === 'digest' &&
        keyOf(mail).month === month &&
        /Trước \d+ giờ|tự lập bản|chưa được chốt/u.test(`${mail.subject}\n${mail.body}`)
      );
    });
    const troubled = faultsOf(scenario.steps, ANY_CALL).some(
      ({ from, until }) => from < closedAt && until > `${month}-09`,
    );
    return warned || troubled
      ? []
      : [
          {
            rule: 'unwarned',
            at: closedAt,
            where: `${month} bản 0`,
            sentence: 'bản 0 tự lập',
            truth: 'Công an xã không được báo trước vào một ngày làm việc',
          },
        ];
  });
}

interface Odd {
  readonly code: string;
  readonly kind: keyof typeof KINDS;
}
const KINDS = {
  'hạn điều chỉnh lạ': /\d+ (?:chỗ|dòng|nhiệm vụ|hạn)[^\n]*(?:[Hh]ạn điều chỉnh|gia hạn)/u,
  'công thức': /\d+ (?:chỗ|dòng|nhiệm vụ|ô)[^\n]*công thức/u,
  'tạm dừng, minh chứng không nói gì': /\d+ (?:chỗ|dòng|nhiệm vụ)[^\n]*[Tt]ạm dừng/u,
};

/** Odd entries are named in the closing dialog (rules 1.14, 3.11). */
export function oddNamed({ said, world }: Evidence): Finding[] {
  return said.flatMap((one): Finding[] => {
    const text = one.dialogs.map((dialog) => dialog.text).join('\n');
    if (one.deed !== 'click' || !/Số liệu đến hết ngày/u.test(text)) return [];
    const at = one.at.slice(0, 16);
    const odd = TASKS.flatMap(({ code, due }): Odd[] => {
      const extension = readDay(world.cell(code, 'Hạn điều chỉnh', at));
      const wild = extension !== undefined && due !== '' && (extension < due || extension > addDays(due, 366));
      const formula = CONTENT.some((column) => world.cell(code, column, at).startsWith('='));
      const pause =
        world.cell(code, 'Tình trạng', at) === 'Tạm dừng' &&
        /^(?:x|\.|-|không|chưa)$/iu.test(world.cell(code, 'Minh chứng', at).trim());
      const kind = wild
        ? 'hạn điều chỉnh lạ'
        : formula
          ? 'công thức'
          : pause
            ? 'tạm dừng, minh chứng không nói gì'
            : undefined;
      return kind === undefined ? [] : [{ code, kind }];
    });
    // A long list is told by its kind and how many; then each need not be named.
    const isNamed = ({ code, kind }: Odd) => text.includes(code) || KINDS[kind].test(text);
    return odd
      .filter((one) => !isNamed(one))
      .map(({ code, kind }) => ({
        rule: 'unnamed',
        at,
        where: 'dialog',
        sentence: text.slice(0, 160),
        truth: `không nêu ${code}: ${kind}`,
      }));
  });
}

/** After the 19th a closed month can still be corrected, or it is said that this is over. */
export function wayToCorrect({ said, versions, world }: Evidence): Finding[] {
  return said.flatMap((one): Finding[] => {
    const at = one.at.slice(0, 16);
    if (one.deed !== 'click' || !/^Tổng hợp báo cáo/u.test(one.did?.click ?? '')) return [];
    const last = shiftMonth(world.openMonth(at), -1);
    if (at <= `${last}-20` || at >= `${world.openMonth(at)}-15` || last < world.firstMonth) return [];
    const text = one.dialogs.map(({ text: words, title }) => `${title}\n${words}`).join('\n');
    if (text.includes(periodLabel(last)) || text === '') return [];
    const closed = versions.some(({ month }) => month === last);
    return [
      {
        rule: 'no-way-to-correct',
        at,
        where: 'dialog',
        sentence: text.slice(0, 160),
        truth: `${periodLabel(last)} ${closed ? 'không đính chính được ở đây, không nói vì sao' : 'chưa chốt, không được nhắc tới'}`,
      },
    ];
  });
}

/** Who is named as not having answered out of turn was asked by a mail that left (rule 6.13). */
export function askedOutOfTurn({ mails }: Evidence): Finding[] {
  return mails.flatMap((mail): Finding[] => {
    const told = unanswered(mail);
    if (!told) return [];
    const { id, names } = told;
    const wasAskedFor = (name: string) =>
      mails.some(
        (one) =>
          one.at < mail.at && one.to.includes(accountOf(unitNamed(name) ?? '')) && keyOf(one).text.startsWith(id),
      );
    return names
      .filter((name) => !wasAskedFor(name))
      .map((name) => ({
        rule: 'not-asked',
        at: mail.at.slice(0, 16),
        where: `${id} → ${mail.to.join(', ')}`,
        sentence: mail.subject,
        truth: `${name} chưa được gửi yêu cầu`,
      }));
  });
}
