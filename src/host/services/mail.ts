// MailApp: mails go to the outbox of the state, under Gmail's limits (100 recipients a day, 50 a message, 200 KB of body).
import { toBase64, utf8 } from '../bytes.ts';
import { DAY } from '../clock.ts';
import { SCOPES } from '../consent.ts';
import { GoogleError } from '../errors.ts';
import type { Run } from '../run.ts';
import { type Args, type BlobContent, isList, isRecord, type Method, ServiceObject, type Value } from '../service.ts';
import type { Attachment, Mail } from '../state.ts';

const RECIPIENTS_A_DAY = 100;
const RECIPIENTS_A_MESSAGE = 50;
const LARGEST_BODY = 200 * 1024;
const LARGEST_ATTACHMENTS = 25 * 1024 * 1024;
const MOST_ATTACHMENTS = 250;
const FIELDS = new Set([
  'to',
  'cc',
  'bcc',
  'subject',
  'body',
  'htmlBody',
  'name',
  'replyTo',
  'noReply',
  'attachments',
  'inlineImages',
]);

export function mailApp(run: Run): ServiceObject {
  const method = (effect: (args: Args) => Value): Method => ({ remote: true, scopes: [SCOPES.sendMail], effect });
  return new ServiceObject({
    service: 'MailApp',
    methods: {
      getRemainingDailyQuota: method(() => RECIPIENTS_A_DAY - used(run)),
      sendEmail: method((args) => {
        send(run, messageOf(args));
        return null;
      }),
    },
  });
}

/** The recipients mailed to in the running 24 hours; the count starts again with the first mail after them. */
function used(run: Run): number {
  const { store } = run.machine;
  const { mail } = store.account(run.user);
  if (store.state.clock - mail.since >= DAY) mail.recipients = 0;
  return mail.recipients;
}

/** sendEmail(message), or sendEmail(to, subject, body, options), or sendEmail(to, replyTo, subject, body). */
function messageOf(args: Args): { readonly [key: string]: Value } {
  if (isRecord(args.values[0])) return args.record(0);
  const [to, second] = [args.text(0), args.text(1)];
  if (args.length === 4 && typeof args.values[3] === 'string') {
    return { to, replyTo: second, subject: args.text(2), body: args.text(3) };
  }
  return { ...args.optionalRecord(3), to, subject: second, body: args.text(2) };
}

function send(run: Run, message: { readonly [key: string]: Value }): void {
  const { store } = run.machine;
  for (const field of Object.keys(message)) {
    if (!FIELDS.has(field)) throw new GoogleError(`Invalid argument: ${field}`);
  }
  if (message['noReply'] === true) throw new GoogleError('Invalid argument: noReply');
  const [to, cc, bcc] = [addresses(message['to']), addresses(message['cc']), addresses(message['bcc'])];
  const count = to.length + cc.length + bcc.length;
  if (count === 0) throw new GoogleError('Failed to send email: no recipient');
  const body = text(message['body']);
  const htmlBody = text(message['htmlBody']);
  if (utf8(body).length > LARGEST_BODY || utf8(htmlBody).length > LARGEST_BODY) {
    throw new GoogleError('Limit exceeded: Email Body Size.');
  }
  if (count > RECIPIENTS_A_MESSAGE) throw new GoogleError('Limit exceeded: Email Recipients Per Message.');
  const list = message['attachments'];
  const attachments = (isList(list) ? list : list ? [list] : []).map(blobOf);
  const images = isRecord(message['inlineImages'])
    ? Object.entries(message['inlineImages']).map(([id, image]) => [id, blobOf(image)] as const)
    : [];
  if (attachments.length + images.length > MOST_ATTACHMENTS) {
    throw new GoogleError('Limit exceeded: Email Attachments Per Message.');
  }
  const size = [...attachments, ...images.map(([, image]) => image)].reduce((sum, blob) => sum + blob.bytes.length, 0);
  if (size > LARGEST_ATTACHMENTS) throw new GoogleError('Limit exceeded: Email Total Attachments Size.');
  if (used(run) + count > RECIPIENTS_A_DAY) {
    throw new GoogleError('Service invoked too many times for one day: email.');
  }
  const account = store.account(run.user);
  if (account.mail.recipients === 0) account.mail.since = store.state.clock;
  account.mail.recipients += count;
  const mail: Mail = {
    at: store.iso(),
    from: run.user,
    to,
    cc,
    bcc,
    subject: text(message['subject']),
    body,
    ...(htmlBody === '' ? {} : { htmlBody }),
    ...(message['name'] ? { name: text(message['name']) } : {}),
    ...(message['replyTo'] ? { replyTo: text(message['replyTo']) } : {}),
    attachments: attachments.map(attachment),
    inlineImages: Object.fromEntries(images.map(([id, image]) => [id, attachment(image)])),
  };
  store.state.outbox.push(mail);
}

/** The addresses of a comma-separated list, or of a list; a name may be before the address in angle brackets. */
function addresses(value: Value): string[] {
  if (value === null || value === undefined) return [];
  const parts = (isList(value) ? value.map(text) : text(value).split(',')).map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const address = /<([^<>]*)>$/u.exec(part)?.[1] ?? part;
      if (!/^(?!\.|[^@]*\.[.@])[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/u.test(address))
        throw new GoogleError(`Invalid email: ${part}`);
      return part;
    });
}

function text(value: Value): string {
  return value === null || value === undefined ? '' : String(value);
}

function blobOf(value: Value): BlobContent {
  if (value instanceof ServiceObject && value.payload?.kind === 'blob') return value.payload.blob;
  throw new GoogleError('Invalid argument: attachments');
}

function attachment(blob: BlobContent): Attachment {
  return {
    name: blob.name ?? 'attachment',
    contentType: blob.contentType ?? 'application/octet-stream',
    content: toBase64(blob.bytes),
  };
}
