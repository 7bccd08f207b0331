// updateSpreadsheetProperties: title, locale, zone and recalculation of the whole file.
import { ApiError } from '../../contract.ts';
import { localeOf, type RequestContext, required } from '../context.ts';
import { translateBook } from '../formula-locale.ts';
import { overlay, readUpdateMask } from '../mask.ts';

type Request = GoogleAppsScript.Sheets.Schema.UpdateSpreadsheetPropertiesRequest;

/** Changes the properties the mask names; locale and zone cannot be emptied. With the locale all formulas are written anew. */
export function updateSpreadsheetProperties(request: Request, context: RequestContext): void {
  const mask = readUpdateMask(request.fields, 'SpreadsheetProperties');
  const given = required(request.properties, 'properties');
  const before = context.draft.book.properties ?? {};
  const { defaultFormat } = before;
  const after = { ...overlay(before, given, mask), ...(defaultFormat ? { defaultFormat } : {}) };
  after.autoRecalc ??= 'ON_CHANGE';
  for (const field of ['title', 'locale', 'timeZone'] as const) {
    if (!after[field]) throw new ApiError(400, `SpreadsheetProperties.${field} must not be empty.`);
  }
  const locale = after.locale ?? '';
  if (!/^[a-z]{2,3}_[A-Z]{2}$/u.test(locale)) throw new ApiError(400, `Unsupported locale: ${locale}`);
  if (!/^[A-Za-z]+(\/[A-Za-z_+-]+)+$|^GMT[+-]\d\d:\d\d$/u.test(after.timeZone ?? '')) {
    throw new ApiError(400, `Invalid time zone: ${after.timeZone}`);
  }
  translateBook(context.draft, localeOf(context), locale);
  context.draft.book.properties = after;
}
