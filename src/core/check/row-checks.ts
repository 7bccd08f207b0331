// Each check of a row that a sheet formula can make too, in the order in which «Lưu ý» lists them (rule 3.11).
import { ADDRESSEES, isAddresseeOpen, isKnownAddressee } from '../addressee.ts';
import type { Day } from '../calendar.ts';
import { dayIn, isEmpty, isWord } from '../cell.ts';
import { saysSomething } from '../content.ts';
import { ENTRY_HEADINGS } from '../entry-block.ts';
import type { Weight } from '../finding.ts';
import { isShutOut } from '../let-in.ts';
import { periodLabel } from '../period.ts';
import { isUnclear } from '../reporter-cell.ts';
import { COUNTS_OVERDUE, goesByState, isKnownState, isStateLeftOut, KINDS, STATES } from '../status.ts';
import type { Viewpoint } from '../task.ts';
import type { TaskRow } from '../task-row.ts';
import { formulasIn, headingsOf, isNumberBetween, longEntries } from './entries.ts';
import { TOO_LONG_TODO } from './letters.ts';
import {
  acceptedPeriods,
  dayOfLook,
  daysMoved,
  isIdleEstimate,
  isMovedFar,
  isOfOtherYears,
  isPeriodUpTo,
  isStrayExtension,
  isTimeByHand,
} from './moments.ts';
import { nearWord } from './near-word.ts';
import type { RowNote } from './row-notes.ts';

export type RowView = Pick<Viewpoint, 'asOf' | 'today' | 'period' | 'indicators' | 'phrases' | 'planYear'>;

export interface RowCheck {
  readonly note: RowNote;
  readonly column: string | ((row: TaskRow) => string);
  readonly weight: Weight;
  /** What to do. */
  readonly todo: string;
  readonly holds: (row: TaskRow, view: RowView, due: Day | undefined) => boolean;
  /** The word the cell was meant to be, where only its spelling keeps it from being read. */
  readonly meant?: (row: TaskRow, view: RowView) => string | undefined;
}

/** In the order in which «Lưu ý» lists them. */
export const ROW_CHECKS: readonly RowCheck[] = [
  {
    note: 'unknownState',
    column: ENTRY_HEADINGS.state,
    weight: 'block',
    todo: 'Chọn lại trong danh sách.',
    holds: (row, { asOf }, due) => isUnknown(row) && isWithoutInformation(row, due, asOf),
    meant: ({ state }) => nearWord(state, Object.values(STATES)),
  },
  {
    note: 'unknownWord',
    column: ENTRY_HEADINGS.state,
    weight: 'block',
    todo: 'Chọn lại trong danh sách.',
    holds: (row, { asOf }, due) => isUnknown(row) && !isWithoutInformation(row, due, asOf),
    meant: ({ state }) => nearWord(state, Object.values(STATES)),
  },
  {
    note: 'stateLeftOut',
    column: ENTRY_HEADINGS.state,
    weight: 'note',
    todo: 'Chọn Tình trạng trong danh sách.',
    holds: (row, { phrases }) => isStateLeftOut(row, phrases),
  },
  {
    note: 'nothingSaid',
    column: ENTRY_HEADINGS.state,
    weight: 'note',
    todo: 'Chọn Tình trạng; chưa chọn thì dòng này chưa tính là đã báo cáo.',
    holds: ({ state, result, period }, view) =>
      isEmpty(state) && !saysSomething(result, view.phrases) && isWord(period, periodLabel(view.period)),
  },
  {
    note: 'progressOutside',
    column: ENTRY_HEADINGS.progress,
    weight: 'block',
    todo: 'Ghi lại số từ 0 đến 100.',
    holds: ({ progress }) => !isEmpty(progress) && !isNumberBetween(progress, 0, 1),
  },
  {
    note: 'progressTiny',
    column: ENTRY_HEADINGS.progress,
    weight: 'block',
    todo: 'Gõ lại: 80 là 80%; chưa tới 1% thì gõ 0 hoặc 1.',
    // A % cell takes «0,8» for 0,8 %, and shows «1%».
    holds: ({ progress }) => typeof progress === 'number' && progress > 0 && progress < 1 / 100,
  },
  {
    note: 'dateNotADate',
    column: ENTRY_HEADINGS.doneOn,
    weight: 'block',
    todo: 'Gõ lại ngày, ví dụ 15/05/2024.',
    holds: ({ doneOn }) => !isEmpty(doneOn) && typeof doneOn !== 'number',
  },
  {
    note: 'dateOfOtherYears',
    column: ENTRY_HEADINGS.doneOn,
    weight: 'block',
    todo: 'Gõ lại ngày, ví dụ 15/05/2024.',
    holds: ({ doneOn }, { planYear }) => isOfOtherYears(doneOn, planYear),
  },
  {
    note: 'dateMissing',
    column: ENTRY_HEADINGS.doneOn,
    weight: 'block',
    todo: 'Ghi ngày hoàn thành thật; nếu chưa hoàn thành thì chọn Đang thực hiện.',
    holds: (row) => isWord(row.state, STATES.done) && isEmpty(row.doneOn) && !isWord(row.kind, KINDS.ongoing),
  },
  {
    note: 'dateAhead',
    column: ENTRY_HEADINGS.doneOn,
    weight: 'block',
    todo: 'Xem lại ngày; nếu chưa hoàn thành thì chọn Đang thực hiện.',
    holds: (row, view) =>
      isWord(row.state, STATES.done) && !isWord(row.kind, KINDS.ongoing) && (dayIn(row.doneOn) ?? 0) > dayOfLook(view),
  },
  {
    note: 'dateLeft',
    column: ENTRY_HEADINGS.doneOn,
    weight: 'block',
    todo: 'Việc mở lại thì xóa ngày; đã xong thì chọn Hoàn thành.',
    // Work that goes on afterwards keeps its date whatever Tình trạng says.
    holds: ({ state, doneOn, kind }) =>
      typeof doneOn === 'number' &&
      !isWord(state, STATES.done) &&
      !isWord(kind, KINDS.ongoing) &&
      !isWord(kind, KINDS['dated-then-ongoing']),
  },
  {
    note: 'evidenceMissing',
    column: ENTRY_HEADINGS.evidence,
    weight: 'note',
    todo: 'Ghi số văn bản hoặc đường dẫn tới văn bản.',
    holds: (row) => isWord(row.state, STATES.done) && isEmpty(row.evidence),
  },
  {
    note: 'pauseUnproven',
    column: ENTRY_HEADINGS.evidence,
    weight: 'block',
    todo: 'Ghi số văn bản cho tạm dừng.',
    holds: (row, { asOf }, due) => isPauseUnproven(row) && goesByState(row, due, asOf),
  },
  {
    note: 'pauseUncounted',
    column: ENTRY_HEADINGS.evidence,
    weight: 'block',
    todo: 'Ghi số văn bản cho tạm dừng.',
    holds: (row, { asOf }, due) => isPauseUnproven(row) && !goesByState(row, due, asOf),
  },
  {
    note: 'pauseUnclear',
    column: ENTRY_HEADINGS.evidence,
    weight: 'block',
    todo: 'Ghi số văn bản cho tạm dừng.',
    holds: ({ state, evidence }) =>
      isWord(state, STATES.paused) &&
      typeof evidence === 'string' &&
      evidence !== '' &&
      !/[0-9]/u.test(evidence) &&
      !evidence.includes('://'),
  },
  {
    note: 'askExtension',
    column: ENTRY_HEADINGS.state,
    weight: 'note',
    todo: 'Công an xã ghi Hạn điều chỉnh, hoặc đặt Tính quá hạn là Không; nếu không thì để nguyên.',
    holds: (row, _, due) =>
      (isWord(row.state, STATES.awaitingGuidance) || isWord(row.state, STATES.nothingArose)) &&
      due !== undefined &&
      !isWord(row.countsOverdue, COUNTS_OVERDUE.no),
  },
  {
    note: 'addresseeUnknown',
    column: ENTRY_HEADINGS.addressee,
    weight: 'block',
    todo: 'Chọn lại trong danh sách.',
    holds: ({ addressee }) => !isEmpty(addressee) && !isKnownAddressee(addressee),
    meant: ({ addressee }) => nearWord(addressee, Object.values(ADDRESSEES)),
  },
  {
    note: 'addresseeOpen',
    column: ENTRY_HEADINGS.addressee,
    weight: 'note',
    todo: 'Chọn UBND cấp trên, hoặc sở, ngành; nếu xin ý kiến Chủ tịch xã thì chọn UBND xã.',
    holds: ({ proposal, addressee }) => isAddresseeOpen(proposal, addressee),
  },
  {
    note: 'periodUnknown',
    column: ENTRY_HEADINGS.period,
    weight: 'block',
    todo: 'Chọn lại kỳ trong danh sách.',
    holds: ({ period }, view) => !isEmpty(period) && !isPeriodUpTo(period, view.period),
    meant: ({ period }, view) => nearWord(period, acceptedPeriods(view.period)),
  },
  {
    note: 'timeNotATime',
    column: ENTRY_HEADINGS.reportedAt,
    weight: 'note',
    todo: 'Gõ lại ngày giờ, ví dụ 15/05/2024 08:30.',
    holds: ({ reportedAt }) => !isEmpty(reportedAt) && typeof reportedAt !== 'number',
  },
  {
    note: 'timeByHand',
    column: ENTRY_HEADINGS.reportedAt,
    weight: 'note',
    todo: 'Nếu không phải hệ thống ghi thì ghi lại đúng lúc báo cáo, hoặc xóa ô.',
    holds: ({ reportedAt, period }, view) => isTimeByHand(reportedAt, period, dayOfLook(view)),
  },
  {
    note: 'extensionNotADate',
    column: 'Hạn điều chỉnh',
    weight: 'block',
    todo: 'Công an xã gõ lại ngày, ví dụ 15/05/2024.',
    holds: ({ extension }) => !isEmpty(extension) && typeof extension !== 'number',
  },
  {
    note: 'extensionEarly',
    column: 'Hạn điều chỉnh',
    weight: 'block',
    todo: 'Công an xã xem lại ngày, tháng, năm.',
    holds: (row) => (daysMoved(row) ?? 0) < 0,
  },
  {
    note: 'extensionFar',
    column: 'Hạn điều chỉnh',
    weight: 'block',
    todo: 'Công an xã xem lại năm của ngày này.',
    holds: isMovedFar,
  },
  {
    note: 'extensionOfOtherYears',
    column: 'Hạn điều chỉnh',
    weight: 'block',
    todo: 'Công an xã gõ lại ngày, ví dụ 15/05/2024.',
    holds: (row, { planYear }) => isStrayExtension(row, planYear),
  },
  {
    note: 'estimateIdle',
    column: 'Ước 31/12',
    weight: 'note',
    todo: 'Bỏ dấu; chỉ nhiệm vụ có hạn đến 31/12 mới ước hoàn thành.',
    holds: ({ estimate }, { planYear }, due) => isIdleEstimate(estimate, due, planYear),
  },
  {
    note: 'formula',
    column: (row) => headingsOf(formulasIn(row)),
    weight: 'block',
    todo: 'Xóa công thức, gõ lại; ô là công thức thì chưa tính (Tình trạng tính theo chữ đang hiện).',
    holds: (row) => formulasIn(row).length > 0,
  },
  {
    note: 'tooLong',
    column: (row) => headingsOf(longEntries(row)),
    weight: 'block',
    todo: TOO_LONG_TODO,
    holds: (row) => longEntries(row).length > 0,
  },
  {
    note: 'unassigned',
    column: 'Đầu mối',
    weight: 'note',
    todo: 'Công an xã chọn một đơn vị ở cột Đầu mối.',
    holds: ({ accountable }) => isEmpty(accountable),
  },
  {
    note: 'shutOut',
    column: 'Đầu mối',
    weight: 'block',
    todo: 'Công an xã bấm Đồng bộ bảng tính để đặt quyền ngay; không thì đêm nay hệ thống đặt.',
    holds: isShutOut,
  },
  {
    note: 'unclearReporter',
    column: 'Đầu mối',
    weight: 'note',
    todo: 'Công an xã hỏi các đơn vị; từ kỳ sau báo cáo tính cho Đầu mối mới.',
    holds: ({ reporter }, { period }) => isUnclear(reporter, period),
  },
];

function isUnknown({ state }: Pick<TaskRow, 'state'>): boolean {
  return !isEmpty(state) && !isKnownState(state);
}

/** Trạng thái says of a row with such a word that there is no information. */
function isWithoutInformation(row: TaskRow, due: Day | undefined, asOf: Day): boolean {
  return due === undefined ? isWord(row.kind, KINDS.roadmap) : goesByState(row, due, asOf);
}

function isPauseUnproven({ state, evidence }: Pick<TaskRow, 'state' | 'evidence'>): boolean {
  return isWord(state, STATES.paused) && isEmpty(evidence);
}
