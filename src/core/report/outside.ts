// The Report as other programs read it (DIR/report.json, README): plain JSON, ISO dates, «2024-05»; fields may be added, never
// renamed.
import { isoDate } from '../calendar.ts';
import type { Figures } from '../figures.ts';
import type { Finding } from '../finding.ts';
import { periodId } from '../period.ts';
import type { Report } from '../report.ts';
import { hasNoInformation, type Status } from '../status.ts';

export interface OutsideReport {
  /** «2024-05». */
  readonly period: string;
  readonly version: number;
  readonly automatic: boolean;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Both days are inside. */
  readonly window: { readonly from: string; readonly to: string };
  readonly figures: Figures;
  readonly groups: readonly {
    readonly group: string;
    readonly total: number;
    readonly byStatus: Partial<Record<Status, number>>;
  }[];
  readonly units: readonly {
    readonly name: string;
    readonly owed: number;
    readonly reported: number;
    readonly missing: number;
    readonly onTime: number;
    readonly silentPeriods: number;
  }[];
  /** Codes, the longest overdue first. */
  readonly overdue: readonly string[];
  /** Codes, the nearest first. */
  readonly dueSoon: readonly string[];
  /** Codes: to the commune, and to others. */
  readonly proposals: readonly string[];
  readonly requests: readonly string[];
  readonly difficulties: readonly string[];
  readonly notStarted: readonly string[];
  readonly noInformation: readonly string[];
  readonly unassigned: readonly string[];
  readonly findings: readonly Finding[];
}

export function reportJson(report: Report): OutsideReport {
  const codes = (tasks: readonly { readonly code: string }[]) => tasks.map(({ code }) => code);
  return {
    period: periodId(report.period),
    version: report.version,
    automatic: report.automatic,
    asOf: isoDate(report.asOf),
    window: { from: isoDate(report.window.from), to: isoDate(report.window.to) },
    figures: report.figures,
    groups: report.groups.map(({ name, total, byStatus }) => ({ group: name, total, byStatus })),
    units: report.units.map(({ name, owed, reported, missing, onTime, silentPeriods }) => {
      return { name, owed, reported, missing, onTime, silentPeriods };
    }),
    overdue: codes(report.overdue),
    dueSoon: codes(report.dueSoon),
    proposals: codes(report.proposals),
    requests: codes(report.requests),
    difficulties: codes(report.difficulties),
    notStarted: codes(report.notStarted.filter(({ status }) => !hasNoInformation(status))),
    noInformation: codes(report.tasks.filter(({ status }) => hasNoInformation(status))),
    unassigned: codes(report.unassigned),
    findings: report.findings,
  };
}
