// «Lưu ý»: what is wrong with a row's entries, in words, at the row. The twin of core/check-row.ts; the same words.
import { ROW_CHECKS, ROW_NOTES, type RowNote } from '../../core/check-row.ts';
import { COUNTS_OVERDUE, KINDS, STATES } from '../../core/status.ts';

const isState = (word: string) => `[state]="${word}"`;
const notOngoing = `[kind]<>"${KINDS.ongoing}"`;

const month = 'MID([period];4;2)*1';
const year = 'RIGHT([period];4)*1';
/** «Kỳ 05/2024», written so and not after the open period. */
const IS_PAST_PERIOD =
  `IFERROR(AND([period]="Kỳ "&RIGHT("0"&${month};2)&"/"&${year};${month}>=1;${month}<=12;` +
  `DATE(${year};${month};1)<=ThangKy);1=0)`;

const CONDITIONS: Readonly<Record<RowNote, string>> = {
  unknownState: `AND([state]<>"";${Object.values(STATES)
    .map((word) => `[state]<>"${word}"`)
    .join(';')})`,
  // N() of a text is 0 and would pass: the type is asked first.
  progressOutside: 'AND([progress]<>"";NOT(AND(ISNUMBER([progress]);N([progress])>=0;N([progress])<=1)))',
  dateNotADate: 'AND([doneOn]<>"";NOT(ISNUMBER([doneOn])))',
  dateMissing: `AND(${isState(STATES.done)};[doneOn]="";${notOngoing})`,
  dateAhead: `AND(${isState(STATES.done)};${notOngoing};ISNUMBER([doneOn]);INT(N([doneOn]))>NgayTinh)`,
  evidenceMissing: `AND(${isState(STATES.done)};[evidence]="")`,
  pauseUnproven: `AND(${isState(STATES.paused)};[evidence]="")`,
  askExtension:
    `AND(OR(${isState(STATES.awaitingGuidance)};${isState(STATES.nothingArose)});` +
    `[appliedDue]<>"";[countsOverdue]<>"${COUNTS_OVERDUE.no}")`,
  periodUnknown: `AND([period]<>"";NOT(${IS_PAST_PERIOD}))`,
  timeNotATime: 'AND([reportedAt]<>"";NOT(ISNUMBER([reportedAt])))',
  extensionNotADate: 'AND([extension]<>"";NOT(ISNUMBER([extension])))',
  unassigned: '[accountable]=""',
};

export const NOTES = `=TEXTJOIN("; ";TRUE;${ROW_CHECKS.map(
  ({ note }) => `IF(${CONDITIONS[note]};"${ROW_NOTES[note]}";"")`,
).join(';')})`;
