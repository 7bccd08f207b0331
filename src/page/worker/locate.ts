// Cells found as people find them: the row by its Mã, the column by its heading.
import { quoteTab } from '../../core/a1.ts';
import type { Host } from '../../host/host.ts';
import type { Place } from '../protocol.ts';

const CODE = 'Mã';

/** Finds cells of one tab, looked at once; `text` is what a cell showed then. @throws Error where the tab, its row or its column is not there */
export function placesOn(
  host: Host,
  user: string,
  fileId: string,
  title: string,
): { (code: string, heading: string): Place; text(code: string, heading: string): string } {
  const range = quoteTab(title);
  const fields = 'sheets(properties.sheetId,data.rowData.values.formattedValue)';
  const sheet = host.see(user, fileId, { ranges: [range], fields }).sheets?.[0];
  const [headings = [], ...rows] = (sheet?.data?.[0]?.rowData ?? []).map(({ values = [] }) =>
    values.map((cell) => cell?.formattedValue ?? ''),
  );
  const codes = rows.map((row) => row[headings.indexOf(CODE)]);
  const locate = (code: string, heading: string): Place => {
    const [row, column] = [codes.indexOf(code) + 1, headings.indexOf(heading)];
    if (row === 0 || column < 0) throw new Error(`${title}: ${code}, ${heading}?`);
    return { sheetId: sheet?.properties?.sheetId ?? 0, row, column };
  };
  const text = (code: string, heading: string) => rows[codes.indexOf(code)]?.[headings.indexOf(heading)] ?? '';
  return Object.assign(locate, { text });
}
