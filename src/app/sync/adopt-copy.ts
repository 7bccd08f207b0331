// A copied file made the original: it gets its own id, and every address that could be written to is blanked, so that two
// files never write to the same people (rule 6.15).
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { SettingKey, Settings } from '../../core/settings.ts';
import { writeCells } from '../../sheet/write.ts';
import { observe } from '../observe.ts';
import type { Ports } from '../ports.ts';

const ADDRESSES = ['chairmanEmail', 'copies', 'policeAccounts'] as const;

/** True where the file carries another file's id. */
export function isCopy({ fileId }: Settings, ports: Ports): boolean {
  return fileId !== '' && fileId !== ports.workbook.id;
}

export function adoptCopy(ports: Ports, seeds: ResolvedPlan): void {
  ports.locked(() => {
    const observation = observe(ports, seeds, { settings: 'all', units: 'all' });
    const settings = observation.reader('settings');
    const units = observation.reader('units');
    const set = (key: SettingKey, value: string | null) => {
      const row = settings.rows.find((candidate) => candidate.key === key);
      return row ? writeCells(settings.tab, row.index, { value }) : [];
    };
    const requests = [
      ...set('fileId', ports.workbook.id),
      ...set('scriptId', ports.scriptId),
      ...set('installingAccount', ports.account),
      ...ADDRESSES.flatMap((key) => set(key, null)),
      ...units.rows.flatMap(({ index }) => writeCells(units.tab, index, { accounts: null, emails: null })),
    ];
    if (requests.length > 0) ports.workbook.update(requests);
  });
}
