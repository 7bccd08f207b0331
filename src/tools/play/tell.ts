// A line of progress for each step and each run of the clock that did something, in Vietnamese.
import type { Duty } from '../../app/clock/run-duties.ts';
import type { Action } from './deeds.ts';
import type { Said } from './said.ts';
import type { Step } from './scenario.ts';

const OUTCOMES: Readonly<Record<Said['outcome'], string>> = { done: 'xong', refused: 'BỊ TỪ CHỐI', failed: 'HỎNG' };
const LONGEST = 110;

/** «steps[3]/17  2024-05-10 09:00  tp@example.vn gõ «…» vào Nhiệm vụ, II.25, Tình trạng». @param count of steps in the scenario */
export function tellStep(step: Step, count: number, now: string): string {
  const who = step.account === '' ? '' : `${step.account} `;
  return `${numberOf(step, count)}${now}  ${who}${actionWords(step.action)}`;
}

export function numberOf({ index }: Pick<Step, 'index'>, count: number): string {
  return `steps[${index}]/${count}  `;
}

/** What came of it, in one line. */
export function tellCame({ at, account, deed, outcome, words }: Said): string {
  const told = short(words.map(logWords).join('; '));
  if (deed !== 'clock') return `      → ${OUTCOMES[outcome]}${told === '' ? '' : `: ${told}`}`;
  const now = at.slice(0, 16).replace('T', ' ');
  return `${now}  lịch tự động (${account})${outcome === 'failed' ? ` ${OUTCOMES.failed}` : ''}: ${told || 'có ghi vào bảng'}`;
}

const DUTIES: Readonly<Record<Duty['duty'], string>> = {
  upkeep: 'việc hằng ngày',
  'automatic version': 'chốt tự động',
  documents: 'lưu văn bản',
  reminders: 'thư nhắc',
  'ad hoc': 'báo cáo đột xuất',
  late: 'báo có báo cáo chậm',
  request: 'yêu cầu của Công an xã',
  'chairman mail': 'thư Chủ tịch',
};

/** What the clock logs of itself is for programs: here its duties by name. */
function logWords(word: string): string {
  if (!word.startsWith('[{"duty":')) return word;
  const duties = JSON.parse(word) as readonly Pick<Duty, 'duty'>[];
  return duties.map(({ duty }) => DUTIES[duty]).join(', ');
}

function actionWords({ kind, what }: Action): string {
  switch (kind) {
    case 'type':
      return `gõ «${short(String(what.text))}» vào ${cellWords(what)}`;
    case 'paste':
      return `dán ${what.cells.length} dòng vào ${cellWords(what)}`;
    case 'clear':
      return `xóa ${cellWords(what)}`;
    case 'tick':
      return `${what.on ? 'đánh dấu' : 'bỏ dấu'} ${cellWords(what)}`;
    case 'click':
      return `bấm «${what}»`;
    case 'run':
      return `chạy ${what}`;
    case 'share':
      return what.role === null ? `bỏ chia sẻ với ${what.with}` : `chia sẻ với ${what.with} (${what.role})`;
    case 'insertRow':
      return `chèn một dòng trước ${what.tab}, ${what.row}`;
    case 'deleteRow':
      return `xóa dòng ${what.tab}, ${what.row}`;
    case 'sort':
      return `xếp tab ${what.tab} theo ${what.column}`;
    case 'rename':
      return `đổi tên tab ${what.tab} thành «${what.to}»`;
    case 'deleteName':
      return `xóa dải ô tên «${what}»`;
    case 'trash':
      return `bỏ «${what}» vào thùng rác`;
    case 'fault':
      return `[sự cố: ${what.call}, ${what.effect}, đến ${what.until ?? 'hết kịch bản'}]`;
    case 'look':
      return `xem bảng, ghi looks/${what}.json`;
  }
}

function cellWords({ tab, row, column }: { tab: string; row: string | number; column: string }): string {
  return `${tab}, ${typeof row === 'number' ? `dòng ${row}` : row}, ${column}`;
}

function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
