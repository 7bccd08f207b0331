// Utilities: bytes, text, zip, dates. Sleeping is time on the host's clock; identifiers come from the seed.
import { unzipSync, type Zippable, zipSync } from 'fflate';
import { fromBase64, signed, toBase64 } from '../bytes.ts';
import { GoogleError } from '../errors.ts';
import type { Run } from '../run.ts';
import { type Args, enumeration, ServiceObject, type Value } from '../service.ts';
import { blobObject, bytesOf, typeOfName } from './blob.ts';
import { formatDate } from './format-date.ts';

const LONGEST_SLEEP = 300_000;

export function utilities(run: Run): ServiceObject {
  const methods: Record<string, (args: Args) => Value> = {
    base64Encode: (args) => toBase64(bytesOf(args, 0)),
    base64EncodeWebSafe: (args) => toBase64(bytesOf(args, 0)).replace(/\+/gu, '-').replace(/\//gu, '_'),
    base64Decode: (args) => signed(decoded(args)),
    base64DecodeWebSafe: (args) => signed(decoded(args)),
    formatDate: (args) => {
      const date = args.values[0];
      if (!(date instanceof Date)) throw args.mismatch();
      return formatDate(date.getTime(), args.text(1), args.text(2));
    },
    getUuid: () => uuid(run),
    newBlob: (args) =>
      blobObject(run, {
        bytes: bytesOf(args, 0),
        contentType: args.optionalText(1) ?? (typeof args.values[0] === 'string' ? 'text/plain' : null),
        name: args.optionalText(2) ?? null,
      }),
    sleep: (args) => {
      const milliseconds = args.integer(0);
      if (milliseconds < 0 || milliseconds > LONGEST_SLEEP) throw new GoogleError('Invalid argument: milliseconds');
      run.machine.store.state.clock += milliseconds;
      return null;
    },
    zip: (args) => zip(run, args),
    unzip: (args) => unzip(run, args),
  };
  return new ServiceObject({
    service: 'Utilities',
    methods: Object.fromEntries(Object.entries(methods).map(([name, effect]) => [name, { effect }])),
    properties: {
      Charset: enumeration('Utilities.Charset', ['UTF_8', 'US_ASCII']),
    },
  });
}

function decoded(args: Args): Uint8Array {
  const bytes = fromBase64(args.text(0));
  if (!bytes) throw new GoogleError('Could not decode string.');
  return bytes;
}

/** Version 4, from the seed. */
function uuid(run: Run): string {
  const digits = Array.from({ length: 32 }, (_, i) => {
    const random = Math.floor(run.machine.store.world.random() * 16);
    return (i === 12 ? 4 : i === 16 ? (random & 3) | 8 : random).toString(16);
  }).join('');
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  );
}

/** The same blobs give the same bytes: every entry has the same old date. */
function zip(run: Run, args: Args): ServiceObject {
  const files: Zippable = {};
  args.list(0).forEach((item) => {
    if (!(item instanceof ServiceObject) || item.payload?.kind !== 'blob') throw args.mismatch();
    const { name, bytes } = item.payload.blob;
    if (!name) throw new GoogleError('Blob object must have non-null name for this operation.');
    if (files[name]) throw new GoogleError(`Duplicate entry: ${name}`);
    files[name] = [bytes, { mtime: new Date(1980, 0, 1) }];
  });
  const name = args.optionalText(1) ?? 'archive.zip';
  return blobObject(run, { name, contentType: 'application/zip', bytes: zipSync(files) });
}

function unzip(run: Run, args: Args): Value {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(args.blob(0).bytes);
  } catch {
    throw new GoogleError('Invalid argument');
  }
  return Object.entries(files)
    .filter(([name]) => !name.endsWith('/'))
    .map(([name, bytes]) => blobObject(run, { name, contentType: typeOfName(name), bytes }));
}
