// Which script's clock serves the file: written into «Cấu hình», because neither script sees the other's triggers. A new script (the file
// moved to the hardened way, or back; the old project was deleted) takes it over only where a person has said so.
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Settings } from '../../core/settings.ts';
import { CLOCK_LINES } from '../../sheet/layout/controls.ts';
import { writeCells } from '../../sheet/write.ts';
import { observe } from '../observe.ts';
import type { Ports } from '../ports.ts';
import { WAKE } from '../wake.ts';

/** True where the file names another script. */
export function isHeldElsewhere({ scriptId }: Pick<Settings, 'scriptId'>, ports: Ports): boolean {
  return scriptId !== '' && scriptId !== ports.scriptId;
}

export function holdClock(ports: Ports, seeds: ResolvedPlan): void {
  ports.locked(() => {
    const { reader } = observe(ports, seeds, { settings: 'all', controls: 'all' });
    const [settings, controls] = [reader('settings'), reader('controls')];
    const rowOf = (rows: typeof settings.rows, key: string) => rows.filter((row) => row.key === key);
    ports.store.remove(WAKE);
    ports.workbook.update([
      ...rowOf(settings.rows, 'scriptId').flatMap(({ index }) =>
        writeCells(settings.tab, index, { value: ports.scriptId }),
      ),
      // Whose clock it is, for a script that cannot see this one's store.
      ...rowOf(controls.rows, CLOCK_LINES.heartbeat).flatMap(({ index }) =>
        writeCells(controls.tab, index, { askedBy: ports.account }),
      ),
    ]);
  });
}
