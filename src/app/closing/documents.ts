// The documents of record of a version (rule 7.1), as values: which there are, what they are called, and of what parts they
// are made. A pure function of what was frozen; who stores or attaches them zips the parts.
import { twoDigits } from '../../core/figures.ts';
import type { AdHocReport } from '../../core/report/ad-hoc.ts';
import type { SpanKind } from '../../core/report/span.ts';
import type { Settings } from '../../core/settings.ts';
import type { AdHocBefore } from '../../report/ad-hoc-correction.ts';
import { adHocDocument } from '../../report/document/ad-hoc-document.ts';
import type { DocumentParts } from '../../report/document/content.ts';
import { type Letterhead, type LetterheadKind, letterheadOf } from '../../report/document/letterhead.ts';
import { reportDocument } from '../../report/document/report-document.ts';
import { spanDocument } from '../../report/document/span-document.ts';
import type { ToldVersion } from './tell-version.ts';

export interface ReportFile {
  /** Told from the other documents of its version. */
  readonly kind: LetterheadKind | SpanKind | 'adHoc';
  readonly name: string;
  readonly parts: DocumentParts;
}

const NAMES: Readonly<Record<ReportFile['kind'], string>> = {
  superior: 'Báo cáo Đề án 06',
  internal: 'Báo cáo nội bộ Đề án 06',
  halfYear: 'Báo cáo 6 tháng Đề án 06',
  year: 'Báo cáo năm Đề án 06',
  supplement: 'Báo cáo bổ sung năm Đề án 06',
  adHoc: 'Báo cáo đột xuất',
};

/** A draft nobody has closed goes to the chairman alone; a closed version is a report to the level above too. */
export function documentsOf({ report, span, settings, planTitle }: ToldVersion, program: string): ReportFile[] {
  const { year, month } = report.period;
  const letterhead = (kind: LetterheadKind) => letterheadFor(settings, kind, planTitle, program);
  const when = report.supplement ? String(year) : `${year}-${twoDigits(month)}`;
  const file = (kind: ReportFile['kind'], parts: DocumentParts) => named(kind, ` - ${when}`, report.version, parts);
  const longer = span ? [file(span.kind, spanDocument(span, letterhead('superior')))] : [];
  if (report.supplement) return longer;
  const internal = file('internal', reportDocument(report, letterhead('internal')));
  if (report.automatic) return [internal];
  return [file('superior', reportDocument(report, letterhead('superior'))), internal, ...longer];
}

/** The one document of a report out of turn. @param before the version it corrects */
export function adHocFile(
  report: AdHocReport,
  version: number,
  { settings, planTitle }: Pick<ToldVersion, 'settings' | 'planTitle'>,
  program: string,
  before: AdHocBefore | undefined,
): ReportFile {
  const letterhead = letterheadFor(settings, 'superior', planTitle, program);
  return named('adHoc', ` ${report.id}`, version, adHocDocument(report, letterhead, before));
}

function letterheadFor(settings: Settings, kind: LetterheadKind, planTitle: string, program: string): Letterhead {
  return letterheadOf(settings, kind, { planTitle, grounds: settings.grounds, program });
}

/** @param what it is of, behind its name */
function named(kind: ReportFile['kind'], what: string, version: number, parts: DocumentParts): ReportFile {
  return { kind, name: `${NAMES[kind]}${what} - bản ${version}.docx`, parts };
}
