// Letterheads of the sample commune, and a document as people hold it: zipped, and its words one line a paragraph.
import { strToU8, zipSync } from 'fflate';
import plan from '../../../seeds/plan.json' with { type: 'json' };
import type { Cell } from '../../../src/core/cell.ts';
import { type ReportInput, reportOf } from '../../../src/core/report/making.ts';
import { readSettings } from '../../../src/core/settings.ts';
import type { DocumentParts } from '../../../src/report/document/content.ts';
import { letterheadOf } from '../../../src/report/document/letterhead.ts';
import { day, mayInput } from '../sample.ts';

const CELLS: Readonly<Record<string, Cell>> = {
  commune: 'xã Vân Sơn',
  district: 'huyện Triệu Sơn',
  planNumber: '',
  planDate: day('2024-02-28'),
  issuingBody: 'Ủy ban nhân dân xã Vân Sơn',
  standingBody: 'Công an xã',
  superiorBodies: 'Ủy ban nhân dân huyện Triệu Sơn\nTổ công tác Đề án 06 huyện',
  chairmanTitle: 'CHỦ TỊCH',
  chairmanName: 'Lê Bá Thành',
  standingTitle: 'TỔ PHÓ THƯỜNG TRỰC – TRƯỞNG CÔNG AN XÃ',
  recipients: plan.recipients.join('\n'),
};

export function settingsWith(cells: Readonly<Record<string, Cell>> = {}) {
  return readSettings(new Map(Object.entries({ ...CELLS, ...cells })), 2024).settings;
}

export const superior = letterheadOf(settingsWith(), 'superior', {
  grounds: ['Kế hoạch số 59/KH-UBND ngày 22/02/2024 của UBND huyện Triệu Sơn'],
});
export const internal = letterheadOf(settingsWith(), 'internal');

/** With the names of the groups, as the add-in gives them. */
export const told = (more: Partial<ReportInput> = {}) =>
  reportOf({ ...mayInput, groupHeadings: plan.groups.map(({ reportHeading }) => reportHeading), ...more });

export function zipped(parts: DocumentParts): Uint8Array {
  return zipSync(Object.fromEntries(parts.map(({ name, text }) => [name, strToU8(text)])), {
    mtime: new Date('2024-05-15T00:00:00'),
  });
}

/** The words of a part: a line a paragraph, cells of a line between bars. */
export function wordsOf(xml: string): string {
  return xml
    .replace(/(?:…\u200B)+/gu, '……')
    .replace(/<w:br\/>/gu, ' / ')
    .replace(/<\/w:p><\/w:tc><w:tc>/gu, ' | ')
    .replace(/<\/w:tr>|<w:tr>/gu, '\n')
    .replace(/<\/w:p>/gu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&')
    .replace(/\n{2,}/gu, '\n');
}
