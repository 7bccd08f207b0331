// What every document has around its sections: head, title, addressees, closing words, signature; and the appendices behind it.
import { formatDay, formatTime, isoDate, type Moment } from '../../core/calendar.ts';
import type { Report } from '../../core/report.ts';
import type { DocumentBlock, DocumentContent, DocumentSection } from './content.ts';
import { addressed, head, signature, text, title } from './form.ts';
import type { Letterhead } from './letterhead.ts';

export interface Framed {
  readonly letterhead: Letterhead;
  /** Lines of the trích yếu. */
  readonly about: readonly string[];
  readonly notes: readonly string[];
  /** KHẨN, THƯỢNG KHẨN, HỎA TỐC. */
  readonly urgency?: string;
  readonly opening: string;
  readonly body: readonly DocumentBlock[];
  /** «Trên đây là kết quả …», without who reports it. */
  readonly closing: string;
  /** On landscape pages; none: an empty list. */
  readonly appendices: (date: number) => readonly DocumentBlock[];
  readonly trace: string;
  readonly closedAt: Moment;
}

export function framed(document: Framed): DocumentContent {
  const { letterhead, about, closedAt } = document;
  const date = letterhead.date ?? Math.floor(closedAt);
  return {
    title: `Báo cáo ${about.join(' ')}`,
    trace: document.trace,
    author: letterhead.author,
    program: letterhead.program,
    madeAt: `${isoDate(closedAt)}T${formatTime(closedAt)}:00+07:00`,
    sections: [
      {
        landscape: false,
        blocks: [
          head(letterhead, date, document.urgency),
          ...title(about, document.notes),
          ...addressed(letterhead.addressees),
          text(document.opening),
          ...document.body,
          // The signature is never on a page of its own.
          { ...text(`${document.closing}, ${letterhead.author} kính báo cáo./.`), keepNext: true },
          signature(letterhead),
        ],
      },
      ...appendixSections(document.appendices(date)),
    ],
  };
}

/** Every appendix has page numbers of its own (the decree), so each is a section, which begins a page by itself. */
function appendixSections(blocks: readonly DocumentBlock[]): DocumentSection[] {
  const sections: DocumentBlock[][] = [];
  for (const block of blocks) {
    const begins = block.kind === 'paragraph' && block.newPage === true;
    const last = sections[sections.length - 1];
    if (begins) sections.push([{ ...block, newPage: false }]);
    else if (last) last.push(block);
    else sections.push([block]);
  }
  return sections.map((one) => ({ landscape: true, blocks: one }));
}

/** A version that nobody signed off, or that replaces another, says so on its face. */
export function versionNotes(
  { automatic, version, closedAt, corrects }: Report,
  { standingBody }: Letterhead,
): string[] {
  if (automatic)
    return [
      `(Dự thảo: số liệu tự động lúc ${formatTime(closedAt)} ngày ${formatDay(closedAt)}, ${standingBody} chưa chốt)`,
    ];
  return corrects === undefined ? [] : [`(Bản ${version}, đính chính số liệu bản ${corrects})`];
}

const PROJECT = 'Đề án 06';

/** The plans it reports on: those of the levels above, then the commune's own. */
export function groundsWords({ grounds, plan, commune }: Letterhead): string {
  const number = plan.number === '' ? '……/KH-UBND' : plan.number;
  const day = plan.date === undefined ? '' : ` ngày ${formatDay(plan.date)}`;
  const about = `${plan.title.slice(0, 1).toLowerCase()}${plan.title.slice(1)}`;
  // The long name once, as the decree asks for it; from then on the short one.
  const short = about.includes(PROJECT) ? '' : ` (gọi tắt là ${PROJECT})`;
  return [...grounds, `Kế hoạch số ${number}${day} của UBND ${commune} về ${about}${short}`].join('; ');
}
