// setDataValidation, and the conditional formats of a tab (add, update, delete): rules over ranges of cells.
import { ApiError, type GridRange } from '../../contract.ts';
import { checkCondition } from '../condition.ts';
import { type Reply, type RequestContext, required } from '../context.ts';
import { type Sheet, titleOf } from '../draft.ts';
import { isFiltered } from '../filtered-rows.ts';
import { boundedRect } from '../rect.ts';
import { movedRule } from '../relative-cell.ts';

type Requests = GoogleAppsScript.Sheets.Schema.Request;
type Of<K extends keyof Requests> = NonNullable<Requests[K]>;
/** The types of Apps Script lack a field. */
type SetDataValidation = Of<'setDataValidation'> & { filteredRowsIncluded?: boolean };
type ColourRule = GoogleAppsScript.Sheets.Schema.ConditionalFormatRule;

/**
 * Sets one rule on every cell of a range, or clears it where none is given; its formula is written for the first cell. Rows hidden
 * by the basic filter are left out unless the request says otherwise.
 */
export function setDataValidation(request: SetDataValidation, context: RequestContext): void {
  const { draft } = context;
  const range = required(request.range, 'range');
  const sheetId = range.sheetId ?? 0;
  const sheet = draft.sheet(sheetId);
  const rect = boundedRect(range, sheet);
  const { rule } = request;
  if (rule) checkCondition(rule.condition, 'validation', titleOf(sheet), context);
  context.rights.requireCells(sheetId, rect);
  for (let row = rect.top; row < rect.bottom; row += 1) {
    if (!request.filteredRowsIncluded && isFiltered(sheet, row)) continue;
    for (let column = rect.left; column < rect.right; column += 1) {
      const { dataValidation: old, ...rest } = draft.cell(sheetId, row, column) ?? {};
      if (!rule && !old) continue;
      const own = rule && movedRule(rule, row - rect.top, column - rect.left);
      draft.setCell(sheetId, row, column, own ? { ...rest, dataValidation: own } : rest);
    }
  }
}

/** Puts a rule in at an index; the rules from there on move down. */
export function addConditionalFormatRule(request: Of<'addConditionalFormatRule'>, context: RequestContext): void {
  const rule = required(request.rule, 'rule');
  const sheetId = checkRule(rule, context);
  const rules = [...(context.draft.sheet(sheetId).conditionalFormats ?? [])];
  const index = request.index ?? 0;
  if (index < 0 || index > rules.length) throw outOfBounds(index, rules.length);
  rules.splice(index, 0, rule);
  context.draft.own(sheetId).conditionalFormats = rules;
}

/** Replaces the rule at an index, or moves it to another. */
export function updateConditionalFormatRule(
  request: Of<'updateConditionalFormatRule'>,
  context: RequestContext,
): Reply {
  const index = request.index ?? 0;
  if (request.rule && request.newIndex !== undefined) {
    throw new ApiError(400, 'Only one of rule and newIndex may be specified.');
  }
  if (request.rule) {
    const sheetId = checkRule(request.rule, context);
    const rules = [...(context.draft.sheet(sheetId).conditionalFormats ?? [])];
    const oldRule = ruleAt(rules, index);
    requireRanges(oldRule, context);
    rules[index] = request.rule;
    context.draft.own(sheetId).conditionalFormats = rules;
    return { updateConditionalFormatRule: { newIndex: index, newRule: request.rule, oldRule } };
  }
  const newIndex = required(request.newIndex, 'rule or newIndex');
  const sheetId = request.sheetId ?? 0;
  const rules = [...(context.draft.sheet(sheetId).conditionalFormats ?? [])];
  const rule = ruleAt(rules, index);
  if (newIndex < 0 || newIndex >= rules.length) throw outOfBounds(newIndex, rules.length - 1);
  requireRanges(rule, context);
  rules.splice(index, 1);
  rules.splice(newIndex, 0, rule);
  context.draft.own(sheetId).conditionalFormats = rules;
  return { updateConditionalFormatRule: { newIndex, newRule: rule, oldIndex: index } };
}

/** Takes the rule at an index away; the rules after it move up. */
export function deleteConditionalFormatRule(
  request: Of<'deleteConditionalFormatRule'>,
  context: RequestContext,
): Reply {
  const sheetId = request.sheetId ?? 0;
  const rules = [...(context.draft.sheet(sheetId).conditionalFormats ?? [])];
  const index = request.index ?? 0;
  const rule = ruleAt(rules, index);
  requireRanges(rule, context);
  rules.splice(index, 1);
  const own = context.draft.own(sheetId);
  if (rules.length > 0) own.conditionalFormats = rules;
  else delete own.conditionalFormats;
  return { deleteConditionalFormatRule: { rule } };
}

function ruleAt(rules: readonly ColourRule[], index: number): ColourRule {
  const rule = rules[index];
  if (!rule) throw new ApiError(400, `No conditional format on sheet at index: ${index}`);
  return rule;
}

function outOfBounds(index: number, most: number): ApiError {
  return new ApiError(400, `Conditional format rule index ${index} is out of bounds: at most ${most}.`);
}

const FORMAT_FIELDS = new Set(['backgroundColor', 'backgroundColorStyle', 'textFormat']);
const TEXT_FIELDS = new Set([
  'bold',
  'italic',
  'strikethrough',
  'underline',
  'foregroundColor',
  'foregroundColorStyle',
]);

/** Checks a rule and answers the tab it is for. */
function checkRule(rule: ColourRule, context: RequestContext): number {
  const ranges = rule.ranges ?? [];
  const sheetId = ranges[0]?.sheetId ?? 0;
  if (ranges.length === 0) throw new ApiError(400, 'ConditionalFormatRule.ranges must not be empty.');
  if (ranges.some((range) => (range.sheetId ?? 0) !== sheetId)) {
    throw new ApiError(400, 'All ranges of a conditional format rule must be on the same sheet.');
  }
  const sheet = context.draft.sheet(sheetId);
  for (const range of ranges) boundedRect(range, sheet);
  requireRanges(rule, context);
  if ((rule.booleanRule === undefined) === (rule.gradientRule === undefined)) {
    throw new ApiError(400, 'Exactly one of booleanRule and gradientRule must be specified.');
  }
  if (rule.booleanRule) checkBoolean(rule.booleanRule, sheet, context);
  else checkGradient(rule.gradientRule ?? {});
  return sheetId;
}

/** Both ends are points; all but MIN and MAX say where they lie. */
function checkGradient({ minpoint, midpoint, maxpoint }: NonNullable<ColourRule['gradientRule']>): void {
  for (const point of [minpoint ?? {}, ...(midpoint ? [midpoint] : []), maxpoint ?? {}]) {
    if (!point.type) throw new ApiError(400, 'No interpolationPointType specified.');
    if (point.type === 'MIN' || point.type === 'MAX') delete point.value;
    else if (!point.value) throw new ApiError(400, 'InterpolationPoint.value is required.');
  }
}

function checkBoolean(rule: NonNullable<ColourRule['booleanRule']>, sheet: Sheet, context: RequestContext): void {
  checkCondition(rule.condition, 'colour', titleOf(sheet), context);
  const format = required(rule.format, 'BooleanRule.format');
  const wrong =
    Object.keys(format).find((field) => !FORMAT_FIELDS.has(field)) ??
    Object.keys(format.textFormat ?? {}).find((field) => !TEXT_FIELDS.has(field));
  if (wrong)
    throw new ApiError(400, `Conditional formatting can only apply bold, italic, strikethrough and colors: ${wrong}`);
}

function requireRanges(rule: ColourRule, context: RequestContext): void {
  for (const range of rule.ranges ?? ([] as GridRange[])) context.rights.requireRange(range);
}
