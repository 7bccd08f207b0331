// Every text of a workbook that holds references: formulas of cells, and conditions of validation, colours and filters.
// Rewrites them all under one map, copying only what changes. Guessed: that conditions of filter views follow moved cells and
// renamed tabs as the other texts do.
import type { CellData } from '../contract.ts';
import { type Draft, type Filtering, gridOf, type Sheet, sheetIdOf, titleOf } from './draft.ts';
import { mapReference, type RangeMap } from './move.ts';
import { mapReferences, renameTab, sameTitle } from './references.ts';

type BooleanCondition = GoogleAppsScript.Sheets.Schema.BooleanCondition;
type DataValidationRule = GoogleAppsScript.Sheets.Schema.DataValidationRule;
type ConditionalFormatRule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;

interface Criteria {
  condition?: BooleanCondition;
}

/** A formula as it is on a tab of that title, and what it becomes; the same text where nothing changes. */
type TextMap = (formula: string, title: string) => string;

/** References to cells of that tab follow the map, in formulas of all tabs; colour rules, which see their own tab only, move with their ranges. */
export function moveReferences(draft: Draft, sheetId: number, map: RangeMap): void {
  const moved = titleOf(draft.sheet(sheetId));
  rewriteFormulas(draft, (formula, title) =>
    mapReferences(formula, (reference) =>
      sameTitle(reference.sheet ?? title, moved) ? mapReference(reference, map) : reference,
    ),
  );
}

/** References to a tab take its new title, or become «#REF!» where `to` is missing. */
export function renameInFormulas(draft: Draft, from: string, to: string | undefined): void {
  rewriteFormulas(draft, (formula) => renameTab(formula, from, to), rewriteRules);
}

/** Every formula becomes what the map says, wherever it is. */
export function rewriteAll(draft: Draft, map: TextMap): void {
  rewriteFormulas(draft, map, rewriteRules);
}

/** The formulas of one cell, its own and those of its validation, as the map says. */
export function rewriteOne(cell: CellData, map: (formula: string) => string): CellData {
  return rewriteCell(cell, map, (rule) => mapRule(rule, map));
}

function mapRule(rule: DataValidationRule, map: (formula: string) => string): DataValidationRule {
  const condition = rule.condition && mapCondition(rule.condition, map);
  return condition === rule.condition ? rule : { ...rule, condition };
}

/** The conditions of a tab: of validation, colours and filters. */
export function conditionsOf(sheet: Sheet): BooleanCondition[] {
  const rules = new Set(
    gridOf(sheet).rowData.flatMap((row) => row.values?.flatMap((cell) => cell.dataValidation?.condition ?? []) ?? []),
  );
  const filters = [...(sheet.filterViews ?? []), ...(sheet.basicFilter ? [sheet.basicFilter] : [])] as Filtering[];
  return [
    ...rules,
    ...(sheet.conditionalFormats ?? []).flatMap((rule) => rule.booleanRule?.condition ?? []),
    ...filters.flatMap(({ filterSpecs = [] }) =>
      filterSpecs.flatMap(({ filterCriteria }) => (filterCriteria as Criteria | undefined)?.condition ?? []),
    ),
  ];
}

/** The formulas of cells, of their validation and of filters; of colours only where `more` says so. */
export function rewriteFormulas(draft: Draft, map: TextMap, more?: typeof rewriteRules): void {
  for (const sheet of [...draft.sheets]) {
    const rewrite = remembered((text) => map(text, titleOf(sheet)));
    rewriteCells(draft, sheet, rewrite);
    rewriteFilters(draft, sheet, rewrite);
    more?.(draft, sheet, rewrite);
  }
}

/** Columns of formulas often hold few different texts, and all cells of a list one rule. */
function remembered(map: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const next = map(text);
    known.set(text, next);
    return next;
  };
}

function rewriteCells(draft: Draft, sheet: Sheet, map: (text: string) => string): void {
  const rules = new Map<DataValidationRule, DataValidationRule>();
  const ruleOf = (rule: DataValidationRule): DataValidationRule => {
    const known = rules.get(rule);
    if (known) return known;
    const next = mapRule(rule, map);
    rules.set(rule, next);
    return next;
  };
  gridOf(sheet).rowData.forEach((row, rowIndex) => {
    row.values?.forEach((cell, columnIndex) => {
      const next = rewriteCell(cell, map, ruleOf);
      if (next !== cell) draft.setCell(sheetIdOf(sheet), rowIndex, columnIndex, next);
    });
  });
}

function rewriteCell(
  cell: CellData,
  map: (text: string) => string,
  ruleOf: (rule: DataValidationRule) => DataValidationRule,
): CellData {
  let next = cell;
  const formula = cell.userEnteredValue?.formulaValue;
  if (formula !== undefined && formula !== null) {
    const moved = map(formula);
    if (moved !== formula) next = { ...next, userEnteredValue: { formulaValue: moved } };
  }
  if (cell.dataValidation) {
    const rule = ruleOf(cell.dataValidation);
    if (rule !== cell.dataValidation) next = { ...next, dataValidation: rule };
  }
  return next;
}

function rewriteRules(draft: Draft, sheet: Sheet, map: (text: string) => string): void {
  const rules = sheet.conditionalFormats;
  if (!rules) return;
  const next = rules.map((rule) => rewriteRule(rule, map));
  if (next.some((rule, index) => rule !== rules[index])) draft.own(sheetIdOf(sheet)).conditionalFormats = next;
}

function rewriteFilters(draft: Draft, sheet: Sheet, map: (text: string) => string): void {
  const sheetId = sheetIdOf(sheet);
  const basic = sheet.basicFilter && rewriteFilter(sheet.basicFilter as Filtering, map);
  if (basic && basic !== sheet.basicFilter) draft.own(sheetId).basicFilter = basic;
  const views = sheet.filterViews as Filtering[] | undefined;
  if (!views) return;
  const next = views.map((view) => rewriteFilter(view, map));
  if (next.some((view, index) => view !== views[index])) draft.own(sheetId).filterViews = next;
}

/** Both spellings of the criteria; the same object where nothing changes. */
function rewriteFilter(view: Filtering, map: (text: string) => string): Filtering {
  let changed = false;
  const rewrite = <C extends object>(criteria: C): C => {
    const { condition } = criteria as Criteria;
    const next = condition && mapCondition(condition, map);
    if (next === condition) return criteria;
    changed = true;
    return { ...criteria, condition: next };
  };
  const filterSpecs = view.filterSpecs?.map((spec) => {
    const filterCriteria = spec.filterCriteria && rewrite(spec.filterCriteria);
    return filterCriteria ? { ...spec, filterCriteria } : spec;
  });
  const criteria =
    view.criteria &&
    Object.fromEntries(Object.entries(view.criteria).map(([key, one]) => [key, rewrite(one as object)]));
  if (!changed) return view;
  return { ...view, ...(filterSpecs ? { filterSpecs } : {}), ...(criteria ? { criteria } : {}) };
}

function rewriteRule(rule: ConditionalFormatRule, map: (text: string) => string): ConditionalFormatRule {
  const condition = rule.booleanRule?.condition;
  if (!condition) return rule;
  const next = mapCondition(condition, map);
  return next === condition ? rule : { ...rule, booleanRule: { ...rule.booleanRule, condition: next } };
}

/** A condition whose formulas (and the range of ONE_OF_RANGE) are rewritten; the same object where nothing changes. */
function mapCondition(condition: BooleanCondition, map: (text: string) => string): BooleanCondition {
  let changed = false;
  const values = condition.values?.map((value) => {
    const text = value.userEnteredValue ?? '';
    if (!/^[=+]/u.test(text) && condition.type !== 'ONE_OF_RANGE') return value;
    const next = map(text);
    if (next === text) return value;
    changed = true;
    return { ...value, userEnteredValue: next };
  });
  return changed ? { ...condition, values } : condition;
}
