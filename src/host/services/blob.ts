// Blobs: bytes with a name and a type, as Utilities, Drive and HtmlService hand them out and MailApp takes them.
import { signed, textOf, unsigned, utf8 } from '../bytes.ts';
import { NotEmulated } from '../contract.ts';
import { GoogleError } from '../errors.ts';
import type { Run } from '../run.ts';
import { type Args, type BlobContent, isList, ServiceObject, type Value } from '../service.ts';

const TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  xml: 'text/xml',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The type a file name's ending tells; null where it tells none. */
export function typeOfName(name: string): string | null {
  return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}

/** The bytes of a text or of a list of signed numbers. Throws Google's words on anything else. */
export function bytesOf(args: Args, index: number): Uint8Array {
  const value: Value = args.values[index];
  if (typeof value === 'string') return utf8(value);
  if (!isList(value)) throw args.mismatch();
  const bytes = unsigned(value);
  if (!bytes) throw new GoogleError('Cannot convert Array to (class)[]. Bytes are numbers from -128 to 127.');
  return bytes;
}

/** A blob around its content, which its setters change in place. */
export function blobObject(run: Run, blob: BlobContent): ServiceObject {
  const change = (setting: (args: Args) => void) => ({
    effect: (args: Args) => {
      setting(args);
      return object;
    },
  });
  const object: ServiceObject = new ServiceObject({
    service: 'Blob',
    payload: { kind: 'blob', blob },
    methods: {
      getBytes: { effect: () => signed(blob.bytes) },
      getDataAsString: {
        effect: (args) => {
          requireUtf8(args.optionalText(0));
          return textOf(blob.bytes);
        },
      },
      getName: { effect: () => blob.name },
      getContentType: { effect: () => blob.contentType },
      isGoogleType: { effect: () => blob.contentType?.startsWith('application/vnd.google-apps') === true },
      setName: change((args) => {
        blob.name = args.text(0);
      }),
      setContentType: change((args) => {
        blob.contentType = args.optionalText(0) ?? null;
      }),
      setContentTypeFromExtension: change(() => {
        blob.contentType = typeOfName(blob.name ?? '') ?? 'application/octet-stream';
      }),
      setBytes: change((args) => {
        blob.bytes = bytesOf(args, 0);
      }),
      setDataFromString: change((args) => {
        requireUtf8(args.optionalText(1));
        blob.bytes = utf8(args.text(0));
      }),
      copyBlob: { effect: () => blobObject(run, { ...blob }) },
      getBlob: { effect: () => object },
      getAs: {
        remote: true,
        effect: (args) => {
          const to = args.text(0);
          if (to === blob.contentType) return blobObject(run, { ...blob });
          const bytes = converted(run, blob.bytes, blob.contentType ?? 'application/octet-stream', to);
          return blobObject(run, { name: blob.name, contentType: to, bytes });
        },
      },
    },
  });
  return object;
}

/** Bytes of another type. Throws NotEmulated where this machine has no converter for it. */
export function converted(run: Run, bytes: Uint8Array, from: string, to: string): Uint8Array {
  const result = run.machine.convert?.({ bytes, from, to });
  if (!result) throw new NotEmulated(`conversion from ${from} to ${to}`);
  return result;
}

/** Throws NotEmulated on other character sets. */
function requireUtf8(charset: string | undefined): void {
  if (charset !== undefined && !/^utf-?8$/iu.test(charset)) throw new NotEmulated(`character set ${charset}`);
}
