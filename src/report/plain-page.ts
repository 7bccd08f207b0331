// A page as plain text: the same words in the same order as its HTML, for readers and archives without HTML.
import type { MailPage, PageBlock, PageItem } from './page.ts';
import { PROPOSALS } from './words/chairman-mail.ts';

/** What no mail can hold. */
const UNSENDABLE = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

export function renderText(page: MailPage): string {
  const figures = page.figures.map(({ label, value, note }) => `- ${label}: ${value}${note ? `; ${note}` : ''}`);
  const paragraphs = [
    ...(page.notice ? [page.notice] : []),
    `${page.greeting}\n${page.conclusion}\n${page.source}`,
    ...(figures.length > 0 ? [figures.join('\n')] : []),
    ...page.blocks.reduce<string[]>(paragraphsOf, []),
    ...(page.open ? [`${page.open.label}: ${page.open.href}`] : []),
    page.foot.join('\n'),
  ];
  return `${paragraphs.join('\n\n')}\n`.replace(UNSENDABLE, '');
}

/** Lines that follow each other form one paragraph. */
function paragraphsOf(paragraphs: string[], one: PageBlock, i: number, blocks: readonly PageBlock[]): string[] {
  const follows = one.kind === 'line' && blocks[i - 1]?.kind === 'line';
  const last = follows ? `${paragraphs[paragraphs.length - 1] ?? ''}\n` : '';
  return [...(follows ? paragraphs.slice(0, -1) : paragraphs), last + block(one)];
}

function block(one: PageBlock): string {
  if (one.kind === 'line') return `${one.lead ?? ''}${one.text}`;
  if (one.kind === 'copy') return `${one.heading.toUpperCase()}\n${one.text}`;
  return [one.heading.toUpperCase(), ...one.items.map(item), ...(one.rest ? [`  ${one.rest}`] : [])].join('\n');
}

function item({ lead = '', text, detail, replies, href }: PageItem): string {
  const lines = [`- ${lead}${text}`];
  if (href !== undefined) lines.push(`  ${href}`);
  if (detail) lines.push(`  ${detail}`);
  if (replies) lines.push(`  ${PROPOSALS.plainReplies}${replies.map(({ label }) => label).join(' / ')}`);
  return lines.join('\n');
}
