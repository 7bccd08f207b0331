// «Kiến nghị, đề xuất»: what goes to others than the commune, by addressee (rule 3.12). What the chairman is asked himself is in his mail and in the
// internal report.
import { ADDRESSEES, type Addressee } from '../../core/addressee.ts';
import { twoDigits } from '../../core/figures.ts';
import { type ReportedTask, shownAuthor } from '../../core/report.ts';
import { CARRIED, carriedIn, withCarried } from '../raised-words.ts';
import type { DocumentBlock } from './content.ts';
import { nameOf, oneLine } from './counts.ts';
import { bullet, section, subsection, text } from './form.ts';
import type { Letterhead } from './letterhead.ts';

/** Proposals of a report: what the commune decides, and what goes on. */
interface Proposing {
  readonly proposals: readonly ReportedTask[];
  readonly requests: readonly ReportedTask[];
}

/** @param when whose month it is, where the report is of several: «Kỳ tháng 12/2024» */
export function requestsSection(
  report: Proposing,
  { kind, addressees }: Pick<Letterhead, 'kind' | 'addressees'>,
  heading: string,
  when = 'Trong kỳ',
): DocumentBlock[] {
  const { requests } = report;
  const above = kind === 'superior' && addressees.length > 0 ? addressees.join(', ') : 'UBND, Tổ công tác cấp trên';
  const parts = [
    [`Với ${above}`, 'superior'],
    ['Với các sở, ngành, đơn vị khác', 'other'],
  ] as const;
  const lists = parts.flatMap(([words, addressee]) => {
    const tasks = requests.filter((task) => task.addressee === addressee);
    return tasks.length === 0 ? [] : [{ words, tasks }];
  });
  return [
    section(heading),
    text(`${when} ${countWords(report, kind)}.`),
    ...lists.flatMap(({ words, tasks }, i) => [
      subsection(`${i + 1}. ${words}`),
      ...tasks.map((task) => bullet(`${proposalWords(task, 500)}.`)),
    ]),
  ];
}

/** What the commune decides itself is nothing for the level above. */
function countWords({ proposals, requests }: Proposing, kind: Letterhead['kind']): string {
  const sent = counted(requests, 'kiến nghị, đề xuất gửi cấp trên, sở, ngành');
  if (kind === 'superior' || proposals.length === 0) return sent;
  return `${sent}; ${counted(proposals, 'đề xuất thuộc thẩm quyền của xã')} (Phụ lục III)`;
}

/** What was not said in the period is not counted as of it. */
function counted(tasks: readonly ReportedTask[], what: string): string {
  const carried = carriedIn(tasks, 'proposal');
  const said = tasks.length - carried;
  const own = said === 0 ? `không có ${what}${carried === 0 ? '' : ' mới'}` : `có ${twoDigits(said)} ${what}`;
  return carried === 0 ? own : `${own}; còn ${twoDigits(carried)} ${what} đang ghi trong bảng, ${CARRIED}`;
}

/** «Ban Tư pháp (nhiệm vụ 5): …». @param most characters of the proposal */
export function proposalWords(task: ReportedTask, most: number): string {
  return `${shownAuthor(task, 'proposal')} (nhiệm vụ ${nameOf(task)}): ${withCarried(oneLine(task.proposal ?? '', most), task.raised?.proposal)}`;
}

/** « (gửi UBND cấp trên)»; empty of what the commune decides. */
export function addresseeWords({ addressee }: { readonly addressee?: Addressee }): string {
  return addressee === undefined ? '' : ` (gửi ${ADDRESSEES[addressee].replace(/^Sở/u, 'sở')})`;
}
