// A backup brought back to life, and everything that is told of it.
import type { Moment } from '../../core/calendar.ts';
import type { WorkbookRead } from '../../host/workbook-file/read-workbook-file.ts';
import type { BroughtUp } from './bring-up.ts';
import type { ClosedVersion } from './closed-versions.ts';
import type { Compared } from './compare-copies.ts';
import type { Identified } from './identify.ts';
import type { Mended } from './mend-texts.ts';

export interface Restored {
  /** The file's name, as it was given. */
  readonly file: string;
  readonly read: WorkbookRead;
  readonly identified: Identified;
  readonly up: BroughtUp;
  /** Undefined where «Sổ báo cáo» cannot be read; then `ledgerFault` says why. */
  readonly versions: readonly ClosedVersion[] | undefined;
  readonly ledgerFault: string | undefined;
  /** Days and numbers that the file holds as text. */
  readonly texts: readonly Mended[];
  /** What people typed beside the file's own copies of it; why it could not be compared, in words. */
  readonly compared: Compared | string;
  /** What the clock of the local host was put to, and whether the file itself told so. */
  readonly clock: { readonly at: Moment; readonly told: boolean };
}
