// Which script's clock serves the file: written into «Cấu hình», because neither script sees the other's triggers. A new script (the file
// moved to the hardened way, or back; the old project was deleted) takes it over only where a person has said so.
import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { Settings } from '../core/settings.ts';
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
    const settings = observe(ports, seeds, { settings: 'all' }).reader('settings');
    const row = settings.rows.find(({ key }) => key === 'scriptId');
    ports.store.remove(WAKE);
    if (row) ports.workbook.update(writeCells(settings.tab, row.index, { value: ports.scriptId }));
  });
}
