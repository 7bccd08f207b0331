// Which columns a tab has, by the declarations themselves: a key nobody declares does not compile.
import type { Cells } from '../declare.ts';
import type { TabKey } from '../tab-ids.ts';
import type { AdHocColumn } from './ad-hoc.ts';
import type { ControlColumn } from './controls.ts';
import type { BACKUP, HISTORY, JOURNAL, LEDGER } from './growing.ts';
import type { IndicatorColumn } from './indicators.ts';
import type { SettingColumn } from './settings.ts';
import type { TaskColumn } from './tasks.ts';
import type { UnitColumn } from './units.ts';

type KeyOf<T extends { readonly columns: readonly { readonly key: string }[] }> = T['columns'][number]['key'];

interface ColumnKeys {
  readonly tasks: TaskColumn;
  /** Wholly ours, cell by cell. */
  readonly board: never;
  readonly indicators: IndicatorColumn;
  readonly units: UnitColumn;
  readonly ledger: KeyOf<typeof LEDGER>;
  readonly adHoc: AdHocColumn;
  readonly controls: ControlColumn;
  readonly settings: SettingColumn;
  readonly guide: never;
  readonly history: KeyOf<typeof HISTORY>;
  readonly journal: KeyOf<typeof JOURNAL>;
  readonly backup: KeyOf<typeof BACKUP>;
}

/** Keys of the columns of a tab. */
export type ColumnKey<T extends TabKey> = ColumnKeys[T];

/** Values of a row of a tab. */
export type CellsOf<T extends TabKey> = Cells<ColumnKey<T>>;
