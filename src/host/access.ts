// What a run may do with a file of Drive: sharing by address, and under `drive.file` only what this account made with this script.
import { hasScope, SCOPES } from './consent.ts';
import { ApiError } from './contract.ts';
import { GoogleError } from './errors.ts';
import type { Run } from './run.ts';
import type { FileState } from './state.ts';
import { canonical } from './store.ts';

/** The spreadsheet a built-in service may read, or Google's words. */
export function readableSpreadsheet(run: Run, fileId: string): FileState {
  const { store } = run.machine;
  const file = store.state.files[fileId];
  if (!file || !store.sheets.files[fileId]) {
    throw new GoogleError(`Document ${fileId} is missing (perhaps it was deleted, or you don't have read access?)`);
  }
  if (!store.role(fileId, run.user))
    throw new GoogleError('You do not have permission to access the requested document.');
  return file;
}

/** Throws Google's words where the person may not change the spreadsheet. */
export function requireEditor(run: Run, fileId: string): void {
  const role = run.machine.store.role(fileId, run.user);
  if (role !== 'owner' && role !== 'editor') {
    throw new GoogleError('You do not have permission to perform that action.');
  }
}

/** True where `drive.file` lets the run see a file. */
export function madeHere(run: Run, file: FileState): boolean {
  return file.apps.some((app) => app.user === canonical(run.user) && app.script === run.scriptId);
}

/** Throws ApiError 404 where the scopes of a Sheets API call do not reach this spreadsheet, 403 where sharing does not. */
export function requireSpreadsheet(run: Run, fileId: string, write: boolean): void {
  const { store } = run.machine;
  const file = store.state.files[fileId];
  if (!file || !store.sheets.files[fileId]) throw new ApiError(404, 'Requested entity was not found.');
  if (!hasScope(run, [SCOPES.spreadsheets, SCOPES.drive]) && !madeHere(run, file)) {
    throw new ApiError(404, 'Requested entity was not found.');
  }
  const role = store.role(fileId, run.user);
  if (!role || (write && role !== 'owner' && role !== 'editor')) {
    throw new ApiError(403, 'The caller does not have permission');
  }
}

/** The file as the Drive API finds it for this run. Throws ApiError 404. */
export function driveFile(run: Run, fileId: string): FileState {
  const { store } = run.machine;
  const file = store.state.files[fileId];
  const seen = file && store.role(fileId, run.user) && (hasScope(run, [SCOPES.drive]) || madeHere(run, file));
  if (!file || !seen) throw new ApiError(404, `File not found: ${fileId}.`);
  return file;
}
