// What of the sheet's own content a backup lacks, in one line that is before everything else: rows of the plan, columns
// people fill in, whole tabs, closings. What every download loses is none of it, nor are rows of «Cấu hình», which an older
// version of the program has fewer of.
import { lostContent } from './content-lines.ts';
import type { Restored } from './restored.ts';

/** Rows of these are the plan's, and what people typed is in them. */
const OF_THE_PLAN = new Set(['tasks', 'indicators', 'units']);

/** Undefined where nothing is lost. */
export function lostLine({ identified, up, versions, compared, texts }: Restored): string | undefined {
  const lost = [
    ...(up.found?.placement.tabs ?? []).flatMap(({ declared, was, rows, columns }) => {
      if (was === undefined || declared.kind === 'fixed' || !OF_THE_PLAN.has(declared.key)) return [];
      const gone = rows.filter(({ isNew }) => isNew).length;
      const blank = columns.filter(
        ({ found, declared: { writer } }) => found === 'new' && (writer === 'unit' || writer === 'cax'),
      );
      return [
        ...(gone > 0 ? [`«${declared.title}» mất ${gone}/${rows.length} dòng`] : []),
        ...(blank.length > 0
          ? [`«${declared.title}» mất cột ${blank.map(({ declared: { heading } }) => `«${heading}»`).join(', ')}`]
          : []),
      ];
    }),
    ...(identified.missing.length > 0
      ? [`không có tab ${identified.missing.map((title) => `«${title}»`).join(', ')}`]
      : []),
    ...lostClosings(versions),
    ...lostContent(compared, texts),
  ];
  const parts = [
    ...(up.healed ? [] : ['hệ thống chưa dựng lại được bảng (lý do ở phần «Sau khi đồng bộ»)']),
    ...(lost.length > 0 ? [`tệp này KHÔNG còn đủ: ${lost.join('; ')}`] : []),
  ];
  return parts.length === 0 ? undefined : `CHÚ Ý: ${parts.join('. ')}. Có bản sao lưu khác thì thử bản đó trước.`;
}

function lostClosings(versions: Restored['versions']): string[] {
  if (!versions) return ['không đọc được «Sổ báo cáo»'];
  const counted = (list: typeof versions, words: string) =>
    list.length === 0
      ? []
      : [`${list.length}/${versions.length} bản chốt ${words} (${list.map(({ name }) => name).join('; ')})`];
  const faulty = versions.filter(({ fault }) => fault !== undefined);
  const changed = versions.filter((version) => version.fault === undefined && version.changed);
  return [...counted(faulty, 'không đọc lại được'), ...counted(changed, 'không còn đúng như lúc chốt')];
}
