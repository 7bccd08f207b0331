// Headings somebody has typed over: the column is known by its metadata all the same, and a sync writes them again.
import { textOf } from '../../core/cell.ts';
import { quoted } from '../../core/check/quoted.ts';
import type { Finding } from '../../core/finding.ts';
import { columnAsRead, type Placement } from './place.ts';
import { cellAt, formulaOf, rawValue } from './snapshot.ts';

export function headingFindings({ tabs }: Placement): Finding[] {
  return tabs.flatMap(({ declared, was, columns, headingRow }, i) => {
    const tab = tabs[i];
    if (!was || !tab || headingRow === undefined || declared.kind === 'fixed') return [];
    const changed = columns.filter(({ found }) => found === 'metadata');
    return changed.map(({ declared: { heading }, index }): Finding => {
      const cell = cellAt(was, headingRow, columnAsRead(tab, index));
      const stands = formulaOf(cell) ?? textOf(rawValue(cell));
      const now = stands === '' ? 'bị xóa' : `bị ghi thành «${quoted(stands)}»`;
      return {
        place: `Tab ${declared.title}`,
        column: heading,
        weight: 'note',
        text: `Tiêu đề cột «${heading}» ${now}; hệ thống vẫn nhận ra cột này.`,
        todo: 'Đồng bộ bảng tính để ghi lại tiêu đề.',
      };
    });
  });
}
