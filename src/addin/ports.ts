// The world as Apps Script gives it, handed to the use cases.
import type { Mail, Ports } from '../app/ports.ts';
import { Refusal } from '../app/refusal.ts';
import { momentOf } from '../core/calendar.ts';
import { driveFiles, wordBlob } from './drive.ts';
import { VERSION } from './version.ts';
import { openWorkbook } from './workbook.ts';

/** How long a run waits for another one's lock. */
const LOCK_WAIT_MS = 20_000;

export function portsFor(file: GoogleAppsScript.Spreadsheet.Spreadsheet): Ports {
  return {
    now: () => momentOf(Date.now()),
    get account() {
      return Session.getEffectiveUser().getEmail().toLowerCase();
    },
    workbook: openWorkbook(file),
    mail: { remaining: () => MailApp.getRemainingDailyQuota(), send },
    files: driveFiles(),
    store: scriptStore(),
    locked,
    get scriptId() {
      return ScriptApp.getScriptId();
    },
    version: VERSION,
  };
}

function send({ to, cc, subject, html, text, senderName, replyTo, attachments = [] }: Mail): void {
  MailApp.sendEmail({
    to,
    ...(cc.length > 0 ? { cc: cc.join(',') } : {}),
    subject,
    htmlBody: html,
    body: text,
    name: senderName,
    replyTo,
    ...(attachments.length > 0 ? { attachments: attachments.map(wordBlob) } : {}),
  });
}

export function scriptStore(): Ports['store'] {
  const properties = PropertiesService.getScriptProperties();
  return {
    all: () => properties.getProperties(),
    set: (key, value) => {
      properties.setProperty(key, value);
    },
    remove: (key) => {
      properties.deleteProperty(key);
    },
  };
}

/** One run at a time; locks inside locks of the same run are the same lock. */
let depth = 0;

function locked<T>(work: () => T): T {
  if (depth > 0) return work();
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) throw new Refusal('busy');
  depth += 1;
  try {
    return work();
  } finally {
    depth -= 1;
    lock.releaseLock();
  }
}
