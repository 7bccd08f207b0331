// Serves the page to this machine alone, to who asks for it by this machine's name, with headers that let it load nothing from
// elsewhere. Whatever is asked, it goes on serving.

import { createHash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
};

/** The worker builds the add-in's functions from text, as `node:vm` does in Node; the page itself may not. */
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'; connect-src 'self'";

/** What may be in a request's path: files of the folder itself; a name with a slash or a dot in front is none. */
const NAME = /^[a-z][\w-]*(?:\.[a-zA-Z]+)+$/u;
const METHODS = ['GET', 'HEAD'];

export interface Served {
  readonly url: string;
  readonly server: Server;
}

/** @param port 0: any free one */
export function servePage(folder: string, port = 0): Promise<Served> {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    answer(folder, request, packed).then(
      ({ status, headers = {}, body }) => {
        response.writeHead(status, headers);
        response.end(request.method === 'HEAD' ? undefined : body);
      },
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server });
    });
  });
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** @param packed compressed files by their tag and kind: what has changed has another */
async function answer(folder: string, request: IncomingMessage, packed: Map<string, Buffer>): Promise<Answer> {
  const { method = '', url = '', headers, socket } = request;
  if (!isOurs(headers.host ?? '', socket.localPort ?? 0)) return { status: 403 };
  if (!METHODS.includes(method)) return { status: 405, headers: { allow: METHODS.join(', ') } };
  const [path = ''] = url.split('?');
  const name = path === '/' ? 'index.html' : path.slice(1);
  const bytes = path.startsWith('/') && NAME.test(name) ? await readOwn(join(folder, name)) : undefined;
  if (!bytes) return { status: 404 };
  const tag = createHash('sha256').update(bytes).digest('base64url');
  const packing = packingOf(String(headers['accept-encoding'] ?? ''));
  const etag = `"${tag}${packing ? `-${packing}` : ''}"`;
  const told = {
    etag,
    vary: 'accept-encoding',
    'cache-control': 'no-cache',
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    ...(name === 'worker.js' ? { 'content-security-policy': WORKER_POLICY } : {}),
  };
  if (isKnown(etag, headers['if-none-match'])) return { status: 304, headers: told };
  const body = packing ? (packed.get(etag) ?? (await COMPRESS[packing](bytes))) : bytes;
  if (packing) packed.set(etag, body);
  return {
    status: 200,
    headers: { ...told, ...(packing ? { 'content-encoding': packing } : {}), 'content-length': String(body.length) },
    body,
  };
}

type Packing = 'br' | 'gzip';

/** Brotli at a strength that takes a third of a second for the formula engine. */
const COMPRESS: Readonly<Record<Packing, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: promisify(gzip),
};

/** The better one the browser takes; `q=0` refuses. */
function packingOf(accepted: string): Packing | undefined {
  const takes = (name: Packing) =>
    new RegExp(`(?:^|[\\s,])${name}\\s*(?!\\s*;\\s*q=0(?:\\.0*)?(?![.\\d]))(?=$|[,;])`, 'iu').test(accepted);
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}

/** A page of another site can let its own name lead to this machine: the name it asks for is not ours. */
function isOurs(host: string, port: number): boolean {
  return ['127.0.0.1', 'localhost'].some(
    (name) => host.toLowerCase() === `${name}:${port}` || (port === 80 && host.toLowerCase() === name),
  );
}

function isKnown(etag: string, asked: string | undefined): boolean {
  return (asked ?? '').split(',').some((one) => one.trim().replace(/^W\//u, '') === etag || one.trim() === '*');
}

/** A file of the folder; a link may lead out of it, and is none. */
async function readOwn(file: string): Promise<Buffer | undefined> {
  try {
    return (await lstat(file)).isFile() ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
}
