// A page as the HTML of a mail: tables and inline styles only, because mail programs drop the rest; no images, no width over
// 600 points, one column, so that it reads on a telephone. Both colours of every surface are set, by day and by
// night (palette.ts); no meaning depends on colour alone.
import { html, type Markup } from './markup.ts';
import type { BigFigure, MailPage, PageBlock, PageItem } from './page.ts';
import { BUTTON, DAY, NIGHT_STYLES } from './palette.ts';

const FONT = "font-family:'Segoe UI',Roboto,Arial,'Helvetica Neue',sans-serif;";
const TEXT = `color:${DAY.text};`;
const QUIET = `color:${DAY.quiet};`;
const BREAK = 'word-break:break-word;overflow-wrap:anywhere;';
/** A value longer than a few digits is set smaller, so that it stays in its half of a telephone. */
const SHORT_VALUE = 13;

export function renderHtml(page: MailPage): string {
  const body = html`<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:600px;margin:0 auto;background:${DAY.page};${TEXT}${FONT}font-size:14px;line-height:1.45;${BREAK}">
<tr><td style="padding:14px 14px 4px 14px;">
${page.notice && html`<p class="quiet" style="margin:0 0 8px 0;${QUIET}">${page.notice}</p>`}
<p style="margin:0 0 6px 0;">${page.greeting}</p>
<p style="margin:0 0 6px 0;font-size:16px;"><b>${page.conclusion}</b></p>
<p class="quiet" style="margin:0;font-size:13px;${QUIET}">${page.source}</p>
</td></tr>
${page.figures.length > 0 && figureTable(page.figures)}
${page.blocks.map(block)}
${page.open && button(page.open)}
<tr><td class="line quiet" style="padding:10px 14px 14px 14px;border-top:1px solid ${DAY.line};font-size:12px;${QUIET}">
${page.foot.map((line) => html`<p style="margin:0 0 4px 0;">${line}</p>\n`)}</td></tr>
</table>`;
  return html`<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<style>${{ markup: NIGHT_STYLES }}</style></head>
<body class="page" style="margin:0;padding:0;background:${DAY.page};">
${body}
</body></html>
`.markup;
}

function figureTable(figures: readonly BigFigure[]): Markup {
  return html`<tr><td style="padding:8px 10px;"><table role="presentation" width="100%" cellpadding="0" cellspacing="4" border="0">
${rowsOfTwo(figures)}</table></td></tr>`;
}

function rowsOfTwo(figures: readonly BigFigure[]): Markup[] {
  const rows: Markup[] = [];
  for (let i = 0; i < figures.length; i += 2) rows.push(html`<tr>${figures.slice(i, i + 2).map(bigFigure)}</tr>\n`);
  return rows;
}

function bigFigure({ label, value, note, tone }: BigFigure): Markup {
  const size = value.length > SHORT_VALUE ? '15px' : '21px';
  return html`<td width="50%" valign="top" class="surface edge-${tone}" style="padding:6px 8px;background:${DAY.surface};border-left:4px solid ${DAY[tone]};"><span class="quiet" style="font-size:13px;${QUIET}">${label}</span><br><b class="${tone}" style="font-size:${size};color:${DAY[tone]};">${value}</b>${note && html`<br><span class="quiet" style="font-size:12px;${QUIET}">${note}</span>`}</td>`;
}

function block(one: PageBlock): Markup {
  if (one.kind === 'line')
    return html`<tr><td style="padding:4px 14px;">${one.lead && html`<b>${one.lead}</b>`}${one.text}</td></tr>\n`;
  if (one.kind === 'copy')
    return html`<tr><td style="padding:8px 14px 4px 14px;">
<p class="plain" style="margin:0 0 3px 0;font-size:15px;color:${DAY.plain};"><b>${one.heading}</b></p>
<p class="surface line" style="margin:0 0 4px 0;padding:8px 10px;background:${DAY.surface};border:1px solid ${DAY.line};">${one.text}</p></td></tr>\n`;
  return html`<tr><td style="padding:8px 14px 4px 14px;">
<p class="${one.tone}" style="margin:0 0 3px 0;font-size:15px;color:${DAY[one.tone]};"><b>${one.heading}</b></p>
${one.items.map(item)}${one.rest && html`<p class="quiet" style="margin:0 0 4px 0;${QUIET}"><i>${one.rest}</i></p>\n`}</td></tr>\n`;
}

function item({ lead, text, detail, replies, href }: PageItem): Markup {
  const words = html`${lead && html`<b>${lead}</b>`}${text}`;
  const shown =
    href === undefined ? words : html`<a class="plain" href="${href}" style="color:${DAY.plain};">${words}</a>`;
  return html`<p style="margin:0 0 5px 0;">${shown}${detail && html`<br><span class="quiet" style="font-size:13px;${QUIET}">${detail}</span>`}${replies && html`<br>${replies.map(reply)}`}</p>\n`;
}

/** High enough for a finger, 44 points: a line of 19, the edge, and the padding. */
function reply({ label, href }: { readonly label: string; readonly href: string }): Markup {
  return html`<a class="reply plain" href="${href}" style="display:inline-block;margin:4px 6px 2px 0;padding:12px 10px;border:1px solid ${DAY.plain};border-radius:4px;font-size:13px;color:${DAY.plain};text-decoration:none;">${label}</a>`;
}

function button({ label, href }: { readonly label: string; readonly href: string }): Markup {
  return html`<tr><td style="padding:10px 14px 14px 14px;"><a href="${href}" style="display:inline-block;padding:12px 18px;background:${BUTTON};color:#ffffff;border-radius:4px;text-decoration:none;"><b>${label}</b></a></td></tr>`;
}
