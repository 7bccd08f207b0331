// The Sheets part of the local host: every spreadsheet as one JSON resource, changed by whole steps only. A step works on a
// copy-on-write draft that replaces the stored workbook when all of it went well; values are computed when they are read, and not stored.
import { momentOf } from '../../core/calendar.ts';
import {
  ApiError,
  type Formulas,
  NotEmulated,
  type Sharing,
  type SheetRequest,
  type Sheets,
  type Spreadsheet,
  type Values,
  type World,
} from '../contract.ts';
import { runRequests } from './batch.ts';
import { buildRequests, emptyBook } from './create.ts';
import { Draft } from './draft.ts';
import { filteredRows } from './filtered-rows.ts';
import { clearCells, type GestureContext, insertChip, pasteText, setValues, typeText } from './gestures.ts';
import { type GetOptions, readSpreadsheet } from './get.ts';
import { resolveRange } from './ranges.ts';
import { type Actor, Rights, sameAddress } from './rights.ts';
import { DEFAULT_SETTINGS, type SheetsSettings, ZONES } from './settings.ts';
import { readMessage } from './shape.ts';

type BatchRequest = GoogleAppsScript.Sheets.Schema.BatchUpdateSpreadsheetRequest;

/** The stored resource, and the day its volatile functions were last computed for: TODAY() is stale until a change. */
type StoredBook = Spreadsheet & { evaluatedOn?: number };

export interface SheetsOptions extends Partial<SheetsSettings> {
  /** The spreadsheets to begin with: the state of an earlier host, or a part of it. */
  readonly files?: Record<string, Spreadsheet>;
}

/**
 * The Sheets service of one host. Its whole state is `files`, plain JSON; a file may be put there, copied or replaced from
 * outside (by the Drive part), never changed in place.
 */
export function createSheets(world: World, sharing: Sharing, formulas: Formulas, options: SheetsOptions = {}): Sheets {
  const { files: given = {}, ...chosen } = options;
  const files: Record<string, StoredBook> = given;
  const settings: SheetsSettings = { ...DEFAULT_SETTINGS, ...chosen };
  const today = () => Math.floor(momentOf(world.now()));

  function stored(id: string): StoredBook {
    const book = files[id];
    if (!book) throw new ApiError(404, 'Requested entity was not found.');
    return book;
  }

  function actorOf(id: string, user: string): Actor {
    const role = files[id] && sharing.role(id, user);
    if (!role) throw new ApiError(404, 'Requested entity was not found.');
    return { user, role };
  }

  function valuesOf(book: Spreadsheet, day: number): Values {
    const zone = book.properties?.timeZone ?? '';
    if (!ZONES.includes(zone)) throw new NotEmulated(`values of a sheet in the time zone ${zone}`);
    return formulas.values(book, day);
  }

  /** The values of a stored workbook, as they were when it was last changed or recalculated. */
  function storedValues(id: string): Values {
    const book = stored(id);
    if (book.evaluatedOn !== undefined) return valuesOf(book, book.evaluatedOn);
    const dated = { ...book, evaluatedOn: today() };
    files[id] = dated;
    return valuesOf(dated, dated.evaluatedOn);
  }

  function contextOf(id: string, draft: Draft, actor: Actor): GestureContext {
    return {
      draft,
      rights: new Rights(draft, actor),
      formulas,
      world,
      settings,
      today: today(),
      isShared: (user) => sameAddress(user, actor.user) || sharing.role(id, user.trim().toLowerCase()) !== undefined,
      computed: () => valuesOf(draft.view(), today()),
      evaluated: () => storedValues(id),
    };
  }

  function commit(id: string, draft: Draft): void {
    files[id] = { ...draft.book, evaluatedOn: today() };
  }

  /** Runs a step on a draft and keeps it where the step says so. */
  function change<T>(id: string, actor: Actor, run: (context: GestureContext) => T, keep: (result: T) => boolean): T {
    const draft = new Draft(stored(id));
    const result = run(contextOf(id, draft, actor));
    if (keep(result)) commit(id, draft);
    return result;
  }

  function read(id: string, actor: Actor, getOptions: GetOptions): Spreadsheet {
    return readSpreadsheet(
      {
        book: stored(id),
        values: () => storedValues(id),
        settings,
        actor,
        editors: () => sharing.editors?.(id),
        owner: () => sharing.editors?.(id).find((user) => sharing.role(id, user) === 'owner'),
      },
      getOptions,
    );
  }

  return {
    files,

    create(id, body, user) {
      if (files[id]) throw new Error(`a spreadsheet of the id ${id} exists`);
      const actor: Actor = { user, role: 'owner' };
      const checked = readMessage<Spreadsheet>('Spreadsheet', body);
      const draft = new Draft(emptyBook(id, checked, settings));
      const requests = { requests: buildRequests(checked, settings) };
      const { requests: list = [] } = readMessage<BatchRequest>('BatchUpdateSpreadsheetRequest', requests);
      runRequests(list, contextOf(id, draft, actor));
      commit(id, draft);
      return read(id, actor, {});
    },

    get(id, getOptions, user) {
      return read(id, actorOf(id, user), getOptions);
    },

    batchUpdate(id, body, user) {
      const actor = actorOf(id, user);
      const checked = readMessage<BatchRequest>('BatchUpdateSpreadsheetRequest', body);
      if (actor.role !== 'owner' && actor.role !== 'editor') {
        throw new ApiError(403, 'The caller does not have permission');
      }
      const requests: readonly SheetRequest[] = checked.requests ?? [];
      const ranges = checked.responseRanges ?? [];
      const replies = change(
        id,
        actor,
        (context) => {
          const done = runRequests(requests, context);
          for (const range of ranges) resolveRange(context.draft.book, range);
          return done;
        },
        () => true,
      );
      const updatedSpreadsheet = checked.includeSpreadsheetInResponse
        ? read(id, actor, { ranges, includeGridData: checked.responseIncludeGridData === true })
        : undefined;
      return {
        spreadsheetId: id,
        replies: JSON.parse(JSON.stringify(replies)) as typeof replies,
        ...(updatedSpreadsheet ? { updatedSpreadsheet } : {}),
      };
    },

    type(id, cell, text, user) {
      return change(id, actorOf(id, user), (context) => typeText(cell, text, context), accepted);
    },

    paste(id, cell, rows, user, pasteOptions = {}) {
      const withFormat = pasteOptions.withFormat === true;
      return change(id, actorOf(id, user), (context) => pasteText(cell, rows, withFormat, context), accepted);
    },

    insertChip(id, cell, chip, user) {
      return change(id, actorOf(id, user), (context) => insertChip(cell, chip, context), accepted);
    },

    clear(id, range, user) {
      return change(id, actorOf(id, user), (context) => clearCells(range, context), accepted);
    },

    setValues(id, range, values, user) {
      change(
        id,
        actorOf(id, user),
        (context) => setValues(range, values, context),
        () => true,
      );
    },

    mayEdit(id, range, user) {
      const actor = actorOf(id, user);
      if (actor.role !== 'owner' && actor.role !== 'editor') return false;
      try {
        new Rights(new Draft(stored(id)), actor).requireRange(range);
        return true;
      } catch (cause) {
        if (cause instanceof ApiError) return false;
        throw cause;
      }
    },

    hiddenBy(id, filterViewId, user) {
      const draft = new Draft(stored(id));
      const context = contextOf(id, draft, actorOf(id, user));
      for (const { properties, filterViews = [] } of draft.book.sheets ?? []) {
        const view = filterViews.find((one) => one.filterViewId === filterViewId);
        if (view) return filteredRows(properties?.sheetId ?? 0, view, context);
      }
      throw new ApiError(400, `No filter view with id: ${filterViewId}`);
    },

    recalculate(id) {
      const book = stored(id);
      if (book.evaluatedOn !== today()) files[id] = { ...book, evaluatedOn: today() };
    },
  };
}

function accepted(result: { kind: 'accepted' | 'refused' }): boolean {
  return result.kind === 'accepted';
}
