// Who may change what inside a spreadsheet: protected ranges and sheets by user. Any protection that covers a cell and leaves
// the user out refuses; the owner is exempt; warning-only protections stop nobody.
import { ApiError, type GridRange, type Spreadsheet } from '../contract.ts';
import { type Draft, type Sheet, sheetIdOf } from './draft.ts';
import { clippedRect, intersection, intersects, isEmpty, type Rect, subtractAll, wholeRect } from './rect.ts';

export type ProtectedRange = GoogleAppsScript.Sheets.Schema.ProtectedRange;

export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** The person a request runs as. */
export interface Actor {
  readonly user: string;
  readonly role: 'owner' | 'editor' | 'commenter' | 'viewer';
}

/** One form for the spellings of an address: letter case, and in Gmail dots, do not count. */
export function sameAddress(a: string, b: string): boolean {
  return canonicalAddress(a) === canonicalAddress(b);
}

function canonicalAddress(address: string): string {
  const [name = '', domain = ''] = address.trim().toLowerCase().split('@');
  return domain === 'gmail.com' ? `${name.replace(/\./gu, '')}@${domain}` : `${name}@${domain}`;
}

/** Whether the protection lets that person edit what it covers. Without a list of editors every editor of the file may. */
export function mayEdit(protection: ProtectedRange, actor: Actor): boolean {
  if (actor.role === 'owner') return true;
  if (actor.role !== 'editor') return false;
  if (protection.warningOnly || !protection.editors) return true;
  return (protection.editors.users ?? []).some((user) => sameAddress(user, actor.user));
}

/** The range a protection covers, its own or its named range's; undefined where that one points nowhere. */
export function protectionRange(book: Spreadsheet, protection: ProtectedRange): GridRange | undefined {
  if (!protection.namedRangeId) return protection.range ?? {};
  return book.namedRanges?.find((named) => named.namedRangeId === protection.namedRangeId)?.range;
}

/** A protection of the whole tab: its range names no row and no column. */
export function isSheetProtection(protection: ProtectedRange): boolean {
  const { range } = protection;
  return (
    !protection.namedRangeId &&
    range?.startRowIndex === undefined &&
    range?.endRowIndex === undefined &&
    range?.startColumnIndex === undefined &&
    range?.endColumnIndex === undefined
  );
}

/** Asked before every change; refuses with Google's words. */
export class Rights {
  constructor(
    private readonly draft: Draft,
    readonly actor: Actor,
  ) {}

  /** Every cell of the rectangle may be changed, or ApiError 400. */
  requireCells(sheetId: number, rect: Rect): void {
    const sheet = this.draft.sheet(sheetId);
    for (const protection of this.refusing(sheet)) {
      if (this.covered(sheet, protection, rect)) throw new ApiError(400, PROTECTED);
    }
  }

  /** The cells of a stored range, cut to the grid. */
  requireRange(range: GridRange | undefined): void {
    const sheet = this.draft.sheet(range?.sheetId ?? 0);
    const rect = clippedRect(range ?? {}, sheet);
    if (!isEmpty(rect)) this.requireCells(sheetIdOf(sheet), rect);
  }

  /** The tab as such (its properties, its rows and columns, its charts) may be changed, or ApiError 400. */
  requireSheet(sheetId: number): void {
    if (this.refusing(this.draft.sheet(sheetId)).some(isSheetProtection)) throw new ApiError(400, PROTECTED);
  }

  /** A gap may be opened before row (column) `at`: no range protected from this person lies on both its sides. */
  requireGap(sheetId: number, dimension: 'ROWS' | 'COLUMNS', at: number): void {
    const sheet = this.draft.sheet(sheetId);
    for (const protection of this.refusing(sheet)) {
      const range = isSheetProtection(protection) ? undefined : protectionRange(this.draft.book, protection);
      if (!range) continue;
      const rect = clippedRect(range, sheet);
      const [start, end] = dimension === 'ROWS' ? [rect.top, rect.bottom] : [rect.left, rect.right];
      if (start < at && at < end && !isEmpty(rect)) throw new ApiError(400, PROTECTED);
    }
  }

  /** Nothing on the tab refuses this person: needed to delete it. */
  requireWholeSheet(sheetId: number): void {
    if (this.refusing(this.draft.sheet(sheetId)).length > 0) throw new ApiError(400, PROTECTED);
  }

  /** The protection itself may be changed or removed, or ApiError 400. */
  requireProtection(protection: ProtectedRange): void {
    if (!mayEdit(protection, this.actor)) throw new ApiError(400, PROTECTED);
  }

  private refusing(sheet: Sheet): ProtectedRange[] {
    return (sheet.protectedRanges ?? []).filter((protection) => !mayEdit(protection, this.actor));
  }

  private covered(sheet: Sheet, protection: ProtectedRange, rect: Rect): boolean {
    if (isSheetProtection(protection)) {
      const open = (protection.unprotectedRanges ?? []).map((range) => clippedRect(range, sheet));
      return subtractAll(intersection(rect, wholeRect(sheet)), open).length > 0;
    }
    const range = protectionRange(this.draft.book, protection);
    return range !== undefined && intersects(clippedRect(range, sheet), rect);
  }
}
