// Documents in the Drive of the account that runs, under drive.file: a .docx is its parts, zipped by Google's own service.
import type { FilesPort, ReportParts } from '../app/ports.ts';
import { Refusal } from '../app/refusal.ts';
import { asRefusal, googleReason, statusOf } from './google-error.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const FOLDER = 'application/vnd.google-apps.folder';
/** Private properties by which a file of ours is found again. */
const KEY = 'da06key';
const KIND = 'da06kind';

export function wordBlob({ name, parts }: ReportParts): GoogleAppsScript.Base.Blob {
  const blobs = parts.map((part) => Utilities.newBlob(part.text, 'text/xml', part.name));
  return Utilities.zip(blobs, name).setContentType(WORD).setName(name);
}

export function driveFiles(): FilesPort {
  return {
    createFolder: (name) => idOf(refusing(() => drive().Files.create({ name, mimeType: FOLDER }))),
    isUsable(folder) {
      try {
        const { trashed, ownedByMe } = drive().Files.get(folder, { fields: 'trashed,ownedByMe' }) as {
          trashed?: boolean;
          ownedByMe?: boolean;
        };
        return trashed !== true && ownedByMe !== false;
      } catch (cause) {
        // Another account's folder does not exist under drive.file; a Drive that fails for a minute is no reason for a second one.
        if ([403, 404].includes(statusOf(cause) ?? 0) && !/LimitExceeded$/u.test(googleReason(cause))) return false;
        throw asRefusal(cause);
      }
    },
    share(folder, reader) {
      try {
        const permission = { role: 'reader', type: 'user', emailAddress: reader };
        drive().Permissions.create(permission, folder, { sendNotificationEmail: false });
        return true;
      } catch {
        // An address without a Google account cannot be let in: it has the document by mail.
        return false;
      }
    },
    find(key) {
      const q = `appProperties has { key='${KEY}' and value='${key}' } and trashed = false`;
      const list = refusing(() => drive().Files.list({ q, fields: 'files(id,webViewLink,appProperties)' }));
      const files = (list.files ?? []) as { webViewLink?: string; appProperties?: Record<string, string> }[];
      return new Map(files.map(({ webViewLink = '', appProperties }) => [appProperties?.[KIND] ?? '', webViewLink]));
    },
    create({ name, parts, key, kind }, folder) {
      const resource = { name, mimeType: WORD, parents: [folder], appProperties: { [KEY]: key, [KIND]: kind } };
      const file = refusing(() =>
        drive().Files.create(resource, wordBlob({ name, parts }), { fields: 'id,webViewLink' }),
      );
      return (file as { webViewLink?: string }).webViewLink ?? '';
    },
  };
}

/** The advanced service; absent only where the manifest lost it. */
function drive() {
  const service = Drive;
  if (!service?.Files || !service.Permissions) {
    throw new Refusal('google', 'Dịch vụ Google Drive API chưa bật trong dự án (appsscript.json).');
  }
  return { Files: service.Files, Permissions: service.Permissions };
}

function idOf(file: { id?: string | undefined }): string {
  return file.id ?? '';
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw cause instanceof Refusal
      ? cause
      : new Refusal('google', cause instanceof Error ? cause.message : String(cause));
  }
}
