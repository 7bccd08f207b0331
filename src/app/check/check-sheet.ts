// «Kiểm tra dữ liệu…»: looks at the sheet as the sync does, at the rows as a closing would, and at the newest version before,
// and lists what is wrong. It changes nothing; a list too long for an alert stands whole in the tab «Kiểm tra».
import { formatMoment } from '../../core/calendar.ts';
import type { FalseName } from '../../core/check/names.ts';
import type { LooseText } from '../../core/check/texts.ts';
import type { Finding } from '../../core/finding.ts';
import { openPeriodFrom, type Period } from '../../core/period.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import { changedDays } from '../../core/rule-record.ts';
import type { Settings } from '../../core/settings.ts';
import { closedNames, isClosingName } from '../../sheet/ledger/ledger.ts';
import { CHECK } from '../../sheet/listing.ts';
import { headingFindings } from '../../sheet/reading/headings.ts';
import { readUnitRows } from '../../sheet/reading/rows.ts';
import { formulaOf, titleOfTab } from '../../sheet/reading/snapshot.ts';
import { TAB_IDS, type TabKey } from '../../sheet/tab-ids.ts';
import { AD_HOC_TEXTS } from '../ad-hoc/ad-hoc-problems.ts';
import { changedVersions, frozenVersion, observeFrozen } from '../closing/frozen-rows.ts';
import { LOOKED_BACK, lookAtPeriod, newestBefore, newestOfEach } from '../closing/look-at-period.ts';
import { sendingFacts } from '../mail/sending-facts.ts';
import {
  closedOf,
  ledgerOf,
  type Observation,
  observe,
  outOfTurnOf,
  recent,
  recentMonths,
  requireKeeper,
} from '../observe.ts';
import type { Ports } from '../ports.ts';
import { unseenSharing } from '../sync/sharing.ts';
import { planSync } from '../sync/sync.ts';
import { writeListing } from '../write-listing.ts';
import { type CheckList, checkData } from './check-data.ts';
import { CHECK_HEADINGS, tabulateCheck } from './describe-check.ts';

/** Everything wrong, as of now, for the period that is open. @throws Refusal not-yours, not-set-up, conflict */
export function checkSheet(ports: Ports, seeds: ResolvedPlan): CheckList {
  const sync = planSync(ports, seeds);
  const { settings } = sync;
  requireKeeper(settings, ports);
  const now = ports.now();
  const period = openPeriodFrom(now, settings.rules, settings.firstPeriod);
  const known = observe(ports, seeds, { ledger: recentMonths(LOOKED_BACK) });
  const previous = newestBefore(ledgerOf(known), period);
  // What later mails are told from.
  const told = [...newestOfEach(closedOf(known)), ...newestOfEach(outOfTurnOf(known))];
  const observation = observeFrozen(
    ports,
    seeds,
    { tasks: 'all', indicators: 'all', units: 'all', settings: 'all', controls: 'all', ledger: recent() },
    told,
  );
  const changed = changedVersions(observation, told);
  const seen = lookAtPeriod(observation, period, now);
  const { tab } = observation.reader('tasks');
  const { owner, editors, isWhole } = sync.sharing;
  return checkData({
    rows: seen.rows,
    view: seen.view,
    before:
      previous && changedVersions(observation, [previous]).length === 0
        ? frozenVersion(observation, previous)
        : undefined,
    rowFindings: [...seen.findings, ...headingFindings(sync.observation.placement)],
    settingFindings: [...observation.settingFindings, ...dayFindings(settings, period)],
    planned: seeds.tasks,
    placed: tab.rows.filter(({ isNew }) => !isNew),
    strangers: tab.strangers,
    falseNames: falseNames(sync.observation),
    changedVersions: changed,
    looseTexts: adHocTexts(sync.observation),
    people: {
      scriptId: ports.scriptId,
      units: readUnitRows(observation.placement),
      owner,
      editors,
      unseenSharing: isWhole ? '' : unseenSharing(ports, sync.sharing),
      brokenProtections: sync.rights.map(({ words }) => words),
      foreignProtections: sync.foreign,
      ...sendingFacts(ports, observation, now),
    },
  });
}

/** What CAX typed for reports out of turn: it goes to every unit asked, and into a document. */
function adHocTexts(observation: Observation<'adHoc'>): LooseText[] {
  const { rows, cell, value } = observation.reader('adHoc');
  return rows.flatMap(({ index, key }) =>
    AD_HOC_TEXTS.map(([column, heading]) => ({
      place: `Tab Đột xuất, ${key}`,
      column: heading,
      cell: formulaOf(cell(index, column)) ?? value(index, column),
    })),
  );
}

/** A changed closing day is named until its first period is over (rule 5.12). */
function dayFindings({ rules, typedDays }: Settings, period: Period): Finding[] {
  const text = changedDays(period, rules, typedDays);
  const todo = 'Báo các đơn vị; Đồng bộ bảng tính để Hướng dẫn ghi ngày mới.';
  return text === undefined ? [] : [{ column: 'Ngày chốt số liệu', weight: 'note', text, todo }];
}

/** Of names that could be a closing's those that no row of «Sổ báo cáo» knows. Of a look at every tab. */
function falseNames({ reader, snapshot }: Observation<TabKey>): FalseName[] {
  const closed = new Set(closedNames(reader('ledger'), true).map(({ name }) => name));
  return snapshot.names
    .filter((range) => isClosingName(range) && !(range.sheetId === TAB_IDS.history && closed.has(range.name)))
    .map(({ name, sheetId }) => ({
      name,
      title: titleOfTab(snapshot, sheetId) ?? '',
      amongFrozen: sheetId === TAB_IDS.history,
    }));
}

/** The whole list in a tab of its own, whose title is returned. */
export function writeCheck(ports: Ports, seeds: ResolvedPlan, list: CheckList): string {
  const heading = `Kiểm tra dữ liệu ${seeds.plan.commune} lúc ${formatMoment(ports.now())}. Tab này tự mất vào ngày hôm sau.`;
  const widths = [80, 240, 480, 420];
  const columns = CHECK_HEADINGS.map((words, i) => [words, widths[i] ?? 200] as const);
  return writeListing(ports, CHECK, { heading, columns, rows: tabulateCheck(list) });
}
