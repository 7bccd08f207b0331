// «Kiểm tra dữ liệu»: one list of everything that is wrong or worth a look, gathered from all checks. Pure: the caller has
// looked, this says what was seen. Nothing in the list gives personal data away.

import { checkChoices } from '../../core/check/choices.ts';
import { type Before, checkFormalism } from '../../core/check/formalism.ts';
import { checkIndicators } from '../../core/check/indicators.ts';
import { checkFrozen, checkNames, type FalseName } from '../../core/check/names.ts';
import { checkPeople, type People } from '../../core/check/people.ts';
import { type CodedRow, checkCounts, checkStrangers } from '../../core/check/places.ts';
import { checkLooseTexts, checkTexts, type LooseText } from '../../core/check/texts.ts';
import { checkRow } from '../../core/check-row.ts';
import { ENTRY_HEADINGS } from '../../core/entry-block.ts';
import type { Finding, Weight } from '../../core/finding.ts';
import { maskPersonalData } from '../../core/personal-data.ts';
import type { Viewpoint } from '../../core/task.ts';
import type { TaskRow } from '../../core/task-row.ts';
import { tidy } from '../../core/text.ts';
import type { Version } from '../../core/version.ts';

/** What a closing freezes, and what was seen beside it. */
export interface ContentInput {
  readonly rows: readonly TaskRow[];
  readonly view: Viewpoint;
  /** The newest version of the newest period before `view.period`; undefined where none was closed. */
  readonly before: Pick<Version, 'period' | 'rows'> | undefined;
  /** Of `readTaskRows`. */
  readonly rowFindings: readonly Finding[];
  readonly settingFindings: readonly Finding[];
  readonly unitNames: readonly string[];
  /** Rows of «Nhiệm vụ» that are read, and rows with content that are not; 0-based. */
  readonly placed: readonly CodedRow[];
  readonly strangers: readonly CodedRow[];
}

export interface CheckInput extends Omit<ContentInput, 'unitNames'> {
  /** Codes and groups of the plan, in its order. */
  readonly planned: readonly { readonly code: string; readonly group: string }[];
  readonly people: People;
  /** Lines of «Đột xuất». */
  readonly looseTexts: readonly LooseText[];
  readonly falseNames: readonly FalseName[];
  /** Frozen versions whose rows are not what was closed, in words. */
  readonly changedVersions: readonly string[];
}

export interface CheckItem {
  readonly weight: Weight;
  readonly code?: string;
  /** The unit whose it is to mend; otherwise it is CAX's. */
  readonly unit?: string;
  /** «II.05, Tiến độ», «Cấu hình, E-mail Chủ tịch», «Tab Nhiệm vụ, dòng 12 và 40». */
  readonly place: string;
  readonly text: string;
  readonly todo: string;
}

/** What keeps a number from being right first, then in the order of the plan, then what is of no row. */
export interface CheckList {
  readonly items: readonly CheckItem[];
  readonly blocks: number;
  readonly notes: number;
}

export function checkData(input: CheckInput): CheckList {
  const items = inOrder(gather(input), input.planned).map(itemOf);
  const blocks = items.filter(({ weight }) => weight === 'block').length;
  return { items, blocks, notes: items.length - blocks };
}

/** Of them what keeps a number of a closing from being right: what CAX reads before saying yes, and CAX's mails count. */
export function blocksOf(input: Omit<ContentInput, 'before'>): CheckItem[] {
  const content = gatherContent({ ...input, before: undefined }).filter(({ weight }) => weight === 'block');
  return inOrder(content, input.rows).map(itemOf);
}

const COLUMNS = Object.values(ENTRY_HEADINGS);

function inOrder(findings: readonly Finding[], planned: readonly { readonly code: string }[]): Finding[] {
  const codes = new Map(planned.map(({ code }, i) => [code, i]));
  const rank = ({ weight, code = '', column = '' }: Finding) => [
    weight === 'block' ? 0 : 1,
    codes.get(code) ?? planned.length,
    COLUMNS.includes(column) ? COLUMNS.indexOf(column) : COLUMNS.length,
  ];
  const ranked = findings.map((finding) => ({ finding, rank: rank(finding) }));
  ranked.sort((a, b) => a.rank.map((n, i) => n - (b.rank[i] ?? 0)).find((difference) => difference !== 0) ?? 0);
  return ranked.map(({ finding }) => finding);
}

function gather(input: CheckInput): Finding[] {
  const { rows, planned, people } = input;
  const unreadSettings = new Set(input.settingFindings.map(({ column }) => column ?? ''));
  return [
    ...gatherContent({ ...input, unitNames: people.units.map(({ name }) => name) }),
    ...checkLooseTexts(input.looseTexts),
    ...checkCounts(rows, planned),
    ...checkNames(input.falseNames),
    ...checkFrozen(input.changedVersions),
    // An address that cannot be read is not missing besides.
    ...checkPeople(people).filter(
      ({ weight, column }) => weight === 'note' || column === undefined || !unreadSettings.has(column),
    ),
  ];
}

function gatherContent(input: ContentInput): Finding[] {
  const { rows, view, before, placed, strangers, unitNames } = input;
  const codes = new Set(rows.map(({ code }) => code));
  const frozen = new Map(before?.rows.map((row) => [row.code, row]));
  return [
    ...rows.flatMap((row) => {
      const was = frozen.get(row.code);
      return checkOneRow(row, view, unitNames, before && was && { period: before.period, row: was });
    }),
    // Rows that are missing are told group by group.
    ...input.rowFindings.filter(({ code }) => code === undefined || codes.has(code)),
    ...checkIndicators(view.indicators, view.asOf),
    ...checkStrangers(placed, strangers),
    ...input.settingFindings.map((finding) => ({ place: 'Cấu hình', ...finding })),
  ];
}

function checkOneRow(
  row: TaskRow,
  view: Viewpoint,
  unitNames: readonly string[],
  before: Before | undefined,
): Finding[] {
  return [
    ...checkRow(row, view),
    ...checkTexts(row),
    ...checkFormalism(row, view, before),
    ...checkChoices(row, unitNames),
  ];
}

function itemOf({ weight, code, column, place, unit, text, todo }: Finding): CheckItem {
  const said = (words: string) => maskPersonalData(tidy(words));
  const where = [place ?? code, column].filter(Boolean).join(', ');
  return {
    weight,
    ...(code !== undefined && { code }),
    ...(unit !== undefined && { unit }),
    place: said(where === '' ? 'Bảng tính' : where),
    text: said(text),
    todo:
      todo !== undefined ? said(todo) : code !== undefined ? 'Sửa ở dòng này, tab Nhiệm vụ.' : 'Sửa ở tab Cấu hình.',
  };
}
