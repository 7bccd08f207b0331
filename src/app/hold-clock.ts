// Which script's clock serves the file: written into «Cấu hình», because neither script sees the other's triggers. A new script (the file
// moved to the hardened way, or back; the old project was deleted) takes it over only where a person has said so.
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { Settings } from '../core/settings.ts';
import type { CellsOf } from '../sheet/layout/column-keys.ts';
import { CLOCK_LINES } from '../sheet/layout/controls.ts';
import { writeCells } from '../sheet/write.ts';
import { observe } from './observe.ts';
import type { Ports } from './ports.ts';
import { WAKE } from './wake.ts';

/** True where the file names another script. */
export function isHeldElsewhere({ scriptId }: Pick<Settings, 'scriptId'>, ports: Ports): boolean {
  return scriptId !== '' && scriptId !== ports.scriptId;
}

export function holdClock(ports: Ports, seeds: ResolvedPlan): void {
  ports.locked(() => {
    const { reader } = observe(ports, seeds, { settings: 'all', controls: 'all' });
    const write = <T extends 'settings' | 'controls'>(tab: T, key: string, cells: CellsOf<T>) => {
      const { tab: placed, rows } = reader(tab);
      const row = rows.find((one) => one.key === key);
      return row ? writeCells(placed, row.index, cells) : [];
    };
    ports.store.remove(WAKE);
    ports.workbook.update([
      ...write('settings', 'scriptId', { value: ports.scriptId }),
      // Whose clock it is, for a script that cannot see this one's store.
      ...write('controls', CLOCK_LINES.heartbeat, { askedBy: ports.account }),
    ]);
  });
}
