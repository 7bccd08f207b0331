// Whom to commend and whom to correct (plan III.4: «biểu dương», «chấn chỉnh»): proposals with their reasons, by rules that
// anybody can check. A draft for people. Nobody is proposed for a difficulty he has told, nor for what he was not asked (rules 6.13, 6.17).
import { isWord } from '../cell.ts';
import { accountOf } from '../handed-over.ts';
import type { Reason, Report, ReportedTask, UnitProposal } from '../report.ts';
import { STATUS } from '../status.ts';
import type { Version } from '../version.ts';
import { type Lineage, periodsInWhich } from './lineage.ts';

/** So many periods in a row in time are worth a word. */
const DILIGENT_PERIODS = 3;
/** So many periods in a row without a report, after which reminders have stopped (rules 6.2, 6.17). */
const SILENT_PERIODS = 2;

type JudgedReport = Pick<Report, 'units' | 'overdue' | 'tasks' | 'changes'>;

export function unitProposals(
  version: Version,
  lineage: Lineage,
  told: JudgedReport,
): { commend: UnitProposal[]; correct: UnitProposal[] } {
  const inTime = periodsInWhich(version, lineage, ({ onTime, owed }) => onTime === owed);
  const newly = new Set(told.changes.newlyFinished);
  // Đầu mối itself: a task nobody is assigned to is held against nobody.
  const accountable = new Map(version.rows.map((row) => [row.code, row.accountable]));
  const isOf = (name: string) => (task: ReportedTask) => isWord(accountable.get(task.code) ?? null, name);
  const finishers = new Map(version.rows.map((row) => [row.code, accountOf(row, version.period)]));
  const commend = told.units.map(({ name }): UnitProposal => {
    const periods = inTime(name);
    const deserving = periods > 0 && !told.overdue.some(isOf(name));
    const finished = told.tasks.filter(
      (task) =>
        newly.has(task.code) && task.status === STATUS.doneOnTime && isWord(finishers.get(task.code) ?? null, name),
    );
    return {
      unit: name,
      reasons: deserving
        ? [
            ...(periods >= DILIGENT_PERIODS ? [{ why: 'onTime', n: periods, codes: [] } as const] : []),
            ...about('finished', finished),
          ]
        : [],
    };
  });
  const correct = told.units.map(({ name, silentPeriods }): UnitProposal => {
    const unexplained = told.overdue.filter((task) => task.unexplained === true && isOf(name)(task));
    return {
      unit: name,
      reasons: [
        ...(silentPeriods >= SILENT_PERIODS ? [{ why: 'silent', n: silentPeriods, codes: [] } as const] : []),
        ...about('unexplained', unexplained),
      ],
    };
  });
  const withReasons = ({ reasons }: UnitProposal) => reasons.length > 0;
  return { commend: commend.filter(withReasons), correct: correct.filter(withReasons) };
}

function about(why: Reason['why'], tasks: readonly ReportedTask[]): Reason[] {
  return tasks.length === 0 ? [] : [{ why, n: tasks.length, codes: tasks.map(({ code }) => code) }];
}
