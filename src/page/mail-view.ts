// A mail as its reader sees it: heads, the HTML in a frame that can run nothing and fetch nothing, attachments to save.
import type { Attachment, Mail } from '../host/state.ts';
import { toast } from './dialogs.ts';
import { el } from './dom.ts';
import { timeText } from './strip.ts';
import { WORDS } from './words.ts';

export interface MailHandlers {
  save(name: string, type: string, bytes: Uint8Array): void;
  /** A link into the sheet. */
  follow(uri: string): void;
}

/** The mail; links into the sheet are followed here, others only told. */
export function mailView(mail: Mail, { save, follow }: MailHandlers): HTMLElement {
  const { subject, from, name, to, cc, at, body, htmlBody, attachments } = mail;
  const content = htmlBody === undefined ? el('pre', {}, body) : frameOf(inlined(mail, htmlBody), subject, follow);
  const files = attachments.map((file) =>
    el(
      'button',
      { type: 'button', class: 'file', onclick: () => save(file.name, file.contentType, bytesOf(file)) },
      `${file.name} (${WORDS.bytes(bytesOf(file).length)})`,
    ),
  );
  return el(
    'article',
    { class: 'mail' },
    el('h3', {}, subject),
    el('p', {}, `${WORDS.mailFrom}: ${name ? `${name} <${from}>` : from} · ${timeText(Date.parse(at))}`),
    el('p', {}, `${WORDS.mailTo}: ${to.join(', ')}`),
    cc.length > 0 && el('p', {}, `${WORDS.mailCc}: ${cc.join(', ')}`),
    files.length > 0 && el('p', { class: 'files' }, `${WORDS.attachments}: `, ...files),
    content,
  );
}

function frameOf(html: string, title: string, follow: (uri: string) => void): HTMLIFrameElement {
  // Of our origin, so that its links and its height can be seen to; without leave to run scripts.
  const frame = el('iframe', { sandbox: 'allow-same-origin', srcdoc: html, title });
  frame.addEventListener('load', () => {
    const inside = frame.contentDocument;
    if (!inside) return;
    frame.style.height = `${inside.documentElement.scrollHeight + 20}px`;
    inside.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (!link) return;
      event.preventDefault();
      const at = /docs\.google\.com\/spreadsheets\/.*?(#.*)?$/u.exec(link.href);
      if (at) follow(at[1] ?? '#');
      else toast(WORDS.mailLink(link.href));
    });
  });
  return frame;
}

/** Pictures that came with the mail stand in it. */
function inlined({ inlineImages }: Mail, html: string): string {
  return html.replace(/cid:([^"'\s>]+)/gu, (whole, id: string) => {
    const image = inlineImages[id];
    return image ? `data:${image.contentType};base64,${image.content}` : whole;
  });
}

function bytesOf({ content }: Attachment): Uint8Array {
  return Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
}
