// What the month leaves behind for people and checks: the workbook, the log of service calls, the mails, the report.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { newestOf } from '../../app/closing/look-at-period.ts';
import { tellVersion } from '../../app/closing/tell-version.ts';
import { closedOf, observe } from '../../app/observe.ts';
import { Refusal } from '../../app/refusal.ts';
import type { Period } from '../../core/period.ts';
import { reportJson } from '../../core/report/outside.ts';
import type { ResolvedPlan } from '../../core/resolved-plan.ts';
import type { Host } from '../../host/host.ts';
import type { Mail } from '../../host/state.ts';
import { workbookFile } from '../../host/workbook-file/workbook-file.ts';
import { hasLibreOffice, pdfsOf } from '../../node/libreoffice/libreoffice.ts';
import { bookJson } from './book-json.ts';
import { INSTALLER } from './cast.ts';
import { readingPorts } from './reading-ports.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes DIR/workbook.json, workbook.xlsx, calls.json, report.json, mail/*.eml, report/*.docx and, where LibreOffice is installed, .pdf; what was written, in Vietnamese. */
export async function writeOut(
  host: Host,
  fileId: string,
  plan: ResolvedPlan,
  period: Period,
  directory: string,
): Promise<string[]> {
  const state = host.state();
  await rm(join(directory, 'mail'), { recursive: true, force: true });
  await mkdir(join(directory, 'mail'), { recursive: true });
  const written: string[] = [];
  const put = async (name: string, content: string | Uint8Array, what: string) => {
    await writeFile(join(directory, name), content);
    written.push(`${join(directory, name)}: ${what}`);
  };
  // LibreOffice prints on another core while the rest is written.
  const documents = Object.values(state.files).filter(({ mimeType }) => mimeType === WORD);
  const bytes = documents.map(({ content = '' }) => Buffer.from(content, 'base64'));
  const printed = hasLibreOffice() ? pdfsOf(bytes) : Promise.resolve([]);
  printed.catch(() => undefined);
  for (const [i, mail] of state.outbox.entries()) {
    // In the order of names, however many there are.
    const digits = Math.max(2, String(state.outbox.length).length);
    const name = `mail/${String(i + 1).padStart(digits, '0')}.eml`;
    await put(name, await asMime(mail, i), `gửi ${mail.to.join(', ')}: ${mail.subject}`);
  }
  const book = host.see(INSTALLER, fileId, { includeGridData: true });
  await put('workbook.json', bookJson(book), 'bảng tính cuối cùng');
  await put('workbook.xlsx', await workbookFile(book), 'bảng tính đó, mở bằng Excel hoặc LibreOffice');
  const calls = state.log.map(({ service, method, args, user, at, remote }) => ({
    service,
    method,
    args,
    user,
    at,
    remote,
  }));
  await put(
    'calls.json',
    json(calls),
    `${calls.length} lời gọi dịch vụ, ${calls.filter(({ remote }) => remote).length} tới Google`,
  );
  await rm(join(directory, 'report'), { recursive: true, force: true });
  if (documents.length > 0) await mkdir(join(directory, 'report'), { recursive: true });
  const pdfs = await printed;
  for (const [i, { name }] of documents.entries()) {
    await put(`report/${name}`, bytes[i] ?? '', 'văn bản của bản chốt');
    if (pdfs[i]) await put(`report/${name.replace(/docx$/u, 'pdf')}`, pdfs[i], 'bản in thử');
  }
  const report = reportOf(host, fileId, plan, period);
  if (report instanceof Refusal) written.push(`report.json: không có, vì bảng không còn đọc được. ${report.message}`);
  else if (report) await put('report.json', json(report), 'số liệu của bản chốt');
  return written;
}

/** The newest version of the period; undefined where nothing was closed, the refusal where people left a sheet the program does not read. */
function reportOf(host: Host, fileId: string, plan: ResolvedPlan, period: Period): unknown {
  try {
    const ports = readingPorts(host, INSTALLER, fileId);
    const ledger = closedOf(observe(ports, plan, { ledger: 'all', settings: 'all' }));
    const newest = newestOf(ledger, { period });
    return newest && reportJson(tellVersion(ports, plan, newest).report);
  } catch (cause) {
    if (cause instanceof Refusal) return cause;
    throw cause;
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** Real MIME; date, id and boundary come from the mail, so that equal mails are equal files. */
function asMime(mail: Mail, index: number): Promise<Buffer> {
  const attachment = ({ name, contentType, content }: Mail['attachments'][number]) => ({
    filename: name,
    contentType,
    content: Buffer.from(content, 'base64'),
  });
  const composer = new MailComposer({
    from: { name: mail.name ?? '', address: mail.from },
    to: mail.to,
    cc: mail.cc,
    bcc: mail.bcc,
    ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    text: mail.body,
    ...(mail.htmlBody === undefined ? {} : { html: mail.htmlBody }),
    date: new Date(mail.at),
    messageId: `<${index + 1}.${mail.at.replace(/[^0-9]/gu, '')}@example.vn>`,
    attachments: mail.attachments.map(attachment),
    // One fixed boundary a mail.
    baseBoundary: `de-an-06-${index + 1}`,
  });
  return composer.compile().build();
}
