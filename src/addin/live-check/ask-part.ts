// «Tự kiểm trên Google»: one part asked from beginning to end, without a dialog: answers, file, list. What is told of it are words.
import { makeHandCheck, readHandCheck } from '../../app/check/hand-check.ts';
import { type Answer, type Answered, NOT_ASKED } from '../../app/check/live-answer.ts';
import { observe, requireKeeper } from '../../app/observe.ts';
import type { Ports } from '../../app/ports.ts';
import { writeListing } from '../../app/write-listing.ts';
import { formatMoment } from '../../core/calendar.ts';
import { HAND_CHECK, LIVE_CHECK } from '../../sheet/listing.ts';
import { SEEDS } from '../seeds.ts';
import { answeredFile, type Part, type Role, saveAnswers } from './answer-file.ts';
import { runProbes } from './run-probes.ts';
import { askSecondAccount } from './second-account.ts';

/** Whoever owns the file or installed the program asks in a scratch of its own, first what decides most; every other keeper about the shared sheet. */
export function partFor(ports: Ports): { part: '0' | 'A' | 'B'; role: Role } {
  const { settings } = observe(ports, SEEDS, { settings: 'all' });
  requireKeeper(settings, ports);
  const part = answeredFile(ports, '0') === undefined ? '0' : 'A';
  if (settings.installingAccount === ports.account) return { part, role: 'installing account' };
  return ports.workbook.people().owner === ports.account ? { part, role: 'owner' } : { part: 'B', role: 'police' };
}

/** Part 0, A or B; A lays out the steps by hand besides. What to tell. @throws Refusal, Error */
export function askPart(
  ports: Ports,
  file: GoogleAppsScript.Spreadsheet.Spreadsheet,
  { part, role }: { part: '0' | 'A' | 'B'; role: Role },
): string {
  const answers = part === 'B' ? askSecondAccount(ports, file) : runProbes(part);
  const name = saveAnswers(ports, part, role, answers);
  const at = formatMoment(ports.now());
  const title = writeListing(ports, LIVE_CHECK, {
    heading: `Tự kiểm trên Google, phần ${part}, lúc ${at}, phần mềm ${ports.version}. Tab này tự mất vào ngày hôm sau; bản đầy đủ: tệp ${name} trong Drive.`,
    columns: [
      ['Kết quả', 110],
      ['Câu hỏi', 420],
      ['Google trả lời', 360],
      ['Chương trình dựa vào', 360],
    ],
    rows: answers.map(lineOf),
  });
  if (part === 'A') makeHandCheck(ports, SEEDS);
  const next = {
    '0': 'Tiếp theo: Đồng bộ bảng tính cho tới khi hệ thống nói «Bảng đã đúng», rồi bấm lại Tự kiểm trên Google.',
    A: `Tiếp theo: mỗi người làm các bước của mình ở tab ${HAND_CHECK.title}; một tài khoản Công an xã bấm Tự kiểm trên Google.`,
    B: `Tiếp theo: khi các bước ở tab ${HAND_CHECK.title} đã làm xong thì bấm lại Tự kiểm trên Google để hệ thống đọc.`,
  }[part];
  return [...summary(part, answers), `Danh sách: tab ${title}. ${send(name)}`, next].join('\n');
}

/** Part C: reads what the steps by hand have left. What to tell. @throws Refusal, Error */
export function readHands(ports: Ports, role: Role): string {
  const answers = readHandCheck(ports, SEEDS);
  if (!answers) return `Tab ${HAND_CHECK.title} không còn.`;
  const left = answers.filter(({ answer }) => answer === NOT_ASKED).length;
  if (left === answers.length) return `Chưa có bước nào ở tab ${HAND_CHECK.title} được làm.`;
  const name = saveAnswers(ports, 'C', role, answers);
  return [
    `Đã đọc ${answers.length - left}/${answers.length} bước ở tab ${HAND_CHECK.title} (cột Hệ thống đọc được).`,
    ...summary('C', answers),
    `${send(name)} Làm thêm bước thì bấm lại; xong hết thì xóa tab ${HAND_CHECK.title}.`,
  ].join('\n');
}

const send = (name: string) => `Gửi tệp ${name} trong Drive của tài khoản này cho người phát triển.`;

function lineOf({ about, answer, expected, ok }: Answered): string[] {
  const verdict = answer === NOT_ASKED ? NOT_ASKED : ok === undefined ? 'để biết' : ok ? 'đúng' : 'KHÁC';
  return [verdict, about, words(answer), expected === undefined ? '' : words(expected)];
}

function words(answer: Answer): string {
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}

/** What a difference means for those who wait to begin. */
const USABLE = 'vẫn dùng được';
const WAITS = 'chưa dùng chính thức, chờ người phát triển';

function summary(part: Part, answers: readonly Answered[]): string[] {
  const asked = answers.filter(({ ok }) => ok !== undefined);
  const other = asked.filter(({ ok }) => ok === false);
  return [
    other.length === 0
      ? `Phần ${part}: Google trả lời đúng như chương trình dựa vào ở cả ${asked.length} điều.`
      : `Phần ${part}: ${asked.length - other.length}/${asked.length} điều đúng như chương trình dựa vào; khác ở:`,
    ...other.slice(0, 8).map(({ about, usable }) => `• ${about}: ${usable ? USABLE : WAITS}`),
  ];
}
