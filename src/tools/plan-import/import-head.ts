// plan.json of the new plan: what is the commune's stays, what is the old document's is taken out, what the file says is put in.
// Everything a person has to fill in or look at is told.
import { readIsoDate } from '../../core/calendar.ts';
import type { Plan } from '../../core/plan.ts';
import { fold } from '../../core/text.ts';
import type { Say } from './finding.ts';
import type { Commune } from './new-unit.ts';

export interface HeadOptions {
  readonly year: number;
  /** «xã Hợp Lý», where it is another commune's plan. */
  readonly commune?: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  /** «12/KH-UBND». */
  readonly number?: string;
}

/** Nobody is named in a document that says this. */
const OPEN_NAME = '……';
const COLUMN = 'plan.json';
/** The year whose July ended the level between commune and province. */
const LAST_DISTRICTS = 2025;
const DISTRICT = /^(?:huyện|quận|thị xã|thành phố) /iu;
/** «(Kèm theo Kế hoạch số 12/KH-UBND ngày 20/02/2025 của …». */
const CITED =
  /kế hoạch số\s*(\d*)\s*\/\s?(KH-[\p{Lu}\p{N}-]+)[\s,]+ngày\s+(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})/iu;

/** The commune a plan is imported for. @throws Error for a name without its level */
export function communeOf(old: Plan, commune: string = old.commune): Commune {
  const [, place] = /^(?:xã|phường|thị trấn|đặc khu)\s+(\S.*)$/iu.exec(commune) ?? [];
  if (place === undefined) throw new Error(`--commune ${commune}: ghi cả cấp, ví dụ "xã Vân Sơn".`);
  return { commune, place };
}

/** @param above what is above the table */
export function importHead(old: Plan, groups: Plan['groups'], above: string, options: HeadOptions, say: Say): Plan {
  const { commune, place } = communeOf(old, options.commune);
  const isOther = commune !== old.commune;
  const here = (text: string) => text.split(old.commune).join(commune);
  const cited = citedIn(above, options.year, say);
  const date = options.date ?? cited?.date ?? `${options.year}-01-01`;
  const number = options.number ?? cited?.number ?? '';
  if (options.date === undefined && cited?.date === undefined)
    say({
      weight: 'mend',
      column: COLUMN,
      text: `Chưa biết ngày ban hành, ghi tạm ${date}; kỳ báo cáo đầu tiên tính từ ngày này.`,
      todo: 'Sửa trường date, hoặc chạy lại với --date YYYY-MM-DD.',
    });
  if (number === '')
    say({
      weight: 'look',
      column: COLUMN,
      text: 'Số kế hoạch để trống (number).',
      todo: 'Điền khi có số, ví dụ "12/KH-UBND".',
    });
  const title = here(old.title).split(`năm ${old.year}`).join(`năm ${options.year}`);
  say({
    weight: 'look',
    column: COLUMN,
    text: `Trích yếu (title): ${title}`,
    todo: 'So với trích yếu của kế hoạch mới.',
  });
  tellKept(old, options.year, isOther, say);
  const { unitPlansBefore: _, ...reporting } = old.reporting;
  return {
    ...old,
    year: options.year,
    title,
    project: { ...old.project, title: here(old.project.title) },
    commune,
    place,
    number,
    symbol: cited?.symbol ?? old.symbol,
    date,
    signer: isOther ? { ...old.signer, name: OPEN_NAME } : old.signer,
    bodies: { ...old.bodies, issuing: { ...old.bodies.issuing, name: here(old.bodies.issuing.name) } },
    groups: groups.map((group) => withReportHeading(group, old, say)),
    grounds: [],
    recipients: old.recipients.map(here),
    reporting,
    notes: [],
  };
}

function tellKept(old: Plan, year: number, isOther: boolean, say: Say): void {
  const { signer, district, province, bodies, reporting } = old;
  if (isOther)
    say({
      weight: 'mend',
      column: COLUMN,
      text: `Kế hoạch của xã khác: người ký để «${OPEN_NAME}»; cấp trên vẫn là ${district}, ${province}.`,
      todo: 'Sửa signer.name, district, province, bodies.superior, bodies.superiorTaskForce, recipients; xem lại units.json.',
    });
  const kept = [
    ...(isOther ? [] : [`người ký ${signer.title} ${signer.name}`]),
    `cấp trên ${bodies.superior.name}`,
    `đơn vị báo cáo trước ngày ${reporting.unitReportsBeforeDay} hằng tháng`,
    `nơi nhận (${old.recipients.length} dòng)`,
  ];
  say({
    weight: 'look',
    column: COLUMN,
    text: `Giữ như kế hoạch năm ${old.year}: ${kept.join('; ')}.`,
    todo: `So với kế hoạch mới.${year < LAST_DISTRICTS || !DISTRICT.test(district) ? '' : ' Từ 01/7/2025 không còn cấp huyện: sửa district, bodies.superior, bodies.superiorTaskForce.'}`,
  });
  say({
    weight: 'look',
    column: COLUMN,
    text: `Bỏ những gì của văn bản cũ: hạn gửi kế hoạch của đơn vị (unitPlansBefore), ghi chú (notes), và căn cứ (grounds): ${old.grounds.map(({ text }) => `«${text}»`).join('; ') || 'không có'}.`,
    todo: `Ghi vào grounds các căn cứ của kế hoạch mới; báo cáo viện dẫn căn cứ có tên «${old.district}» (trường district).`,
  });
}

/** Number and date as the table's title cites them. */
function citedIn(
  above: string,
  year: number,
  say: Say,
): (Pick<Plan, 'number' | 'symbol'> & { readonly date?: string }) | undefined {
  const years = new Set([...above.matchAll(/năm\s+(\d{4})/giu)].map((match) => Number(match[1])));
  if (years.size > 0 && !years.has(year))
    say({
      weight: 'mend',
      text: `Tên bảng ghi năm ${[...years].join(', ')}, lệnh ghi --year ${year}.`,
      todo: 'Nếu nhầm năm, chạy lại: thời hạn không ghi năm được hiểu theo năm này.',
    });
  const [, digits = '', symbol = '', day = '', month = '', inYear = ''] = CITED.exec(above) ?? [];
  if (symbol === '') return undefined;
  const date = `${inYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return {
    number: digits === '' ? '' : `${digits}/${symbol.toUpperCase()}`,
    symbol: symbol.toUpperCase(),
    ...(readIsoDate(date) !== undefined && { date }),
  };
}

function withReportHeading(group: Plan['groups'][number], old: Plan, say: Say): Plan['groups'][number] {
  const same = old.groups.find(({ heading }) => fold(heading) === fold(group.heading));
  if (same) return { ...group, reportHeading: same.reportHeading };
  say({
    weight: 'look',
    column: COLUMN,
    text: `Nhóm ${group.roman} «${group.heading}» không có trong kế hoạch cũ; báo cáo gọi nhóm theo tên ở phụ lục.`,
    todo: 'Nếu phần lời của kế hoạch gọi khác, sửa reportHeading.',
  });
  return group;
}
