// «Lưu ý»: what is wrong with a row's entries, in words, at the row. The twin of core/check-row.ts; the same words.
import { ADDRESSEES, OTHER_BODIES } from '../../core/addressee.ts';
import { FAR_EXTENSION, YEARS_DONE } from '../../core/check/moments.ts';
import { ROW_CHECKS } from '../../core/check/row-checks.ts';
import { ROW_NOTES, type RowNote } from '../../core/check/row-notes.ts';
import { ENTRY_COLUMNS, TEXT_ENTRIES } from '../../core/entry-block.ts';
import { BETWEEN_NAMES, EVERYBODY } from '../../core/let-in.ts';
import { HOW_REPORTED } from '../../core/reporter-cell.ts';
import { COUNTS_OVERDUE, KINDS, STATES } from '../../core/status.ts';
import { MOST_READ } from '../../core/text.ts';
import { isFormulaText, replaced } from './content.ts';

const isState = (word: string) => `[state]="${word}"`;
const notOngoing = `[kind]<>"${KINDS.ongoing}"`;

/** Asked only of a text: a number would be written out first, with the sign of the sheet's language. */
const whereText = (column: string, holds: string) => `IF(ISTEXT([${column}]);${holds};1=0)`;
const isFormula = (column: string) => `ISFORMULA([${column}])`;
/** Typed, not calculated: what a formula answers counts as nothing in these columns (rule 1.14). */
const isTyped = (column: string) => `[${column}]<>"";NOT(${isFormula(column)})`;

const month = 'MID([period];4;2)*1';
const year = 'RIGHT([period];4)*1';
/** «Kỳ 05/2024», written so and not after the open period. */
const IS_PERIOD = `${isTyped('period')};[period]="Kỳ "&RIGHT("0"&${month};2)&"/"&${year};${month}>=1;${month}<=12`;
const IS_PAST_PERIOD = whereText('period', `IFERROR(AND(${IS_PERIOD};DATE(${year};${month};1)<=ThangKy);1=0)`);

const isLeftOut = (column: string) => `OR([${column}]="";${isFormula(column)})`;
const isNumber = (column: string) => `ISNUMBER([${column}]);NOT(${isFormula(column)})`;
const isOfOtherYears = (column: string, where: string) =>
  `IFERROR(AND(${where};OR(N([${column}])<DATE(NamKeHoach;1;1);N([${column}])>=DATE(NamKeHoach+${YEARS_DONE};1;1)));1=0)`;
const isMoved = `${notOngoing};ISNUMBER([extension]);ISNUMBER([due])`;
const digitless = replaced('[evidence]&""', '0123456789', '');

/** With every name of another body taken out it would be another text. */
const namesOther = (cell: string) => {
  const text = `" "&LOWER(${cell})`;
  return `${OTHER_BODIES.reduce((rest, body) => `SUBSTITUTE(${rest};"${body}";"")`, text)}<>${text}`;
};

/** Names between separators, so that each is found whole. */
const listed = (cell: string) => `"${BETWEEN_NAMES}"&LOWER(${cell})&"${BETWEEN_NAMES}"`;

const IS_UNKNOWN = `[state]<>"";${Object.values(STATES)
  .map((word) => `[state]<>"${word}"`)
  .join(';')}`;
/** What the row’s Trạng thái says of a word that is not counted: the note says no other thing. */
const SAYS_NO_INFORMATION = 'ISNUMBER(SEARCH("chưa có thông tin";[@board.status]))';
const IS_UNPROVEN = `${isState(STATES.paused)};${isLeftOut('evidence')}`;
const SAYS_NOT_STARTED = `LEFT([@board.status];${STATES.notStarted.length})="${STATES.notStarted}"`;

const CONDITIONS: Readonly<Record<RowNote, string>> = {
  unknownState: `AND(${IS_UNKNOWN};${SAYS_NO_INFORMATION})`,
  unknownWord: `AND(${IS_UNKNOWN};NOT(${SAYS_NO_INFORMATION}))`,
  stateLeftOut: 'AND([state]="";[@board.says]=1)',
  nothingSaid: `AND([state]="";[@board.says]=0;[period]=KyMo;NOT(${isFormula('period')}))`,
  // N() of a text is 0 and would pass: the type is asked first.
  progressOutside: `AND(${isTyped('progress')};NOT(AND(ISNUMBER([progress]);N([progress])>=0;N([progress])<=1)))`,
  progressTiny: `AND(${isNumber('progress')};N([progress])>0;N([progress])<1/100)`,
  dateNotADate: `AND(${isTyped('doneOn')};NOT(ISNUMBER([doneOn])))`,
  dateOfOtherYears: isOfOtherYears('doneOn', isNumber('doneOn')),
  dateMissing: `AND(${isState(STATES.done)};${isLeftOut('doneOn')};${notOngoing})`,
  dateAhead: `AND(${isState(STATES.done)};${notOngoing};${isNumber('doneOn')};INT(N([doneOn]))>NgayTinh)`,
  dateLeft: `AND([state]<>"${STATES.done}";${isNumber('doneOn')};${notOngoing};[kind]<>"${KINDS['dated-then-ongoing']}")`,
  evidenceMissing: `AND(${isState(STATES.done)};${isLeftOut('evidence')})`,
  pauseUnproven: `AND(${IS_UNPROVEN};${SAYS_NOT_STARTED})`,
  pauseUncounted: `AND(${IS_UNPROVEN};NOT(${SAYS_NOT_STARTED}))`,
  pauseUnclear: whereText(
    'evidence',
    `AND(${isState(STATES.paused)};${isTyped('evidence')};[evidence]=${digitless};ISERROR(FIND("://";[evidence])))`,
  ),
  askExtension:
    `AND(OR(${isState(STATES.awaitingGuidance)};${isState(STATES.nothingArose)});` +
    `[appliedDue]<>"";[countsOverdue]<>"${COUNTS_OVERDUE.no}")`,
  addresseeUnknown: `AND(${isTyped('addressee')};${Object.values(ADDRESSEES)
    .map((word) => `[addressee]<>"${word}"`)
    .join(';')})`,
  addresseeOpen: whereText(
    'proposal',
    `AND(NOT(${isFormula('proposal')});${isLeftOut('addressee')};${namesOther('[proposal]')})`,
  ),
  periodUnknown: `AND(${isTyped('period')};NOT(${IS_PAST_PERIOD}))`,
  timeNotATime: `AND(${isTyped('reportedAt')};NOT(ISNUMBER([reportedAt])))`,
  timeByHand:
    `AND(${isNumber('reportedAt')};OR(INT(N([reportedAt]))=N([reportedAt]);INT(N([reportedAt]))>NgayTinh;` +
    `${whereText('period', `IFERROR(AND(${IS_PERIOD};N([reportedAt])<DATE(${year};${month}-1;1));1=0)`)}))`,
  extensionNotADate: 'AND([extension]<>"";NOT(ISNUMBER([extension])))',
  extensionEarly: `AND(${isMoved};INT(N([extension]))<INT(N([due])))`,
  extensionFar: `AND(${isMoved};INT(N([extension]))-INT(N([due]))>${FAR_EXTENSION})`,
  extensionOfOtherYears: isOfOtherYears('extension', `${notOngoing};ISNUMBER([extension]);NOT(ISNUMBER([due]))`),
  estimateIdle: 'AND([estimate]=TRUE;OR([appliedDue]="";N([appliedDue])>DATE(NamKeHoach;12;31)))',
  formula: `OR(${[
    ...ENTRY_COLUMNS.map(isFormula),
    ...TEXT_ENTRIES.map((column) => whereText(`${column}`, isFormulaText(`[${column}]`))),
  ].join(';')})`,
  tooLong: `MAX(${TEXT_ENTRIES.map((column) => `IF(ISTEXT([${column}]);IF(${isFormula(column)};0;LEN([${column}]));0)`).join(';')})>${MOST_READ}`,
  unassigned: '[accountable]=""',
  shutOut: whereText(
    'accountable',
    whereText(
      'letIn',
      `AND([accountable]<>"";[letIn]<>"";[letIn]<>"${EVERYBODY}";ISERROR(FIND(${listed('[accountable]')};${listed('[letIn]')})))`,
    ),
  ),
  unclearReporter: whereText('reporter', `ISNUMBER(FIND("${HOW_REPORTED.unclear} "&KyMo&" ";[reporter]))`),
};

export const NOTES = `=TEXTJOIN("; ";TRUE;${ROW_CHECKS.map(
  ({ note }) => `IF(${CONDITIONS[note]};"${ROW_NOTES[note]}";"")`,
).join(';')})`;
