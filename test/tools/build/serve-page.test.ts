// The server of `npm start`: what it gives, what it refuses, and that nothing asked of it ends it.
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Served, servePage } from '../../../src/tools/build/serve-page.ts';

const PAGE = `<!doctype html><title>Trang</title>${'x'.repeat(5000)}`;
const folder = mkdtempSync(join(tmpdir(), 'serve-page-'));
const outside = mkdtempSync(join(tmpdir(), 'outside-'));
writeFileSync(join(folder, 'index.html'), PAGE);
writeFileSync(join(folder, 'worker.js'), 'postMessage(1)');
writeFileSync(join(outside, 'secret.txt'), 'bí mật');
symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));

let served: Served;
let port = 0;
beforeAll(async () => {
  served = await servePage(folder);
  port = Number(new URL(served.url).port);
});
afterAll(() => {
  served.server.closeAllConnections();
  served.server.close();
});

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Written as it is: no client would send most of these. */
function ask(lines: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines}\r\nConnection: close\r\n\r\n`));
    socket.on('data', (part) => parts.push(part));
    socket.on('error', reject);
    socket.on('close', () => {
      const all = Buffer.concat(parts);
      const end = all.indexOf('\r\n\r\n');
      const [first = '', ...rest] = all.subarray(0, end).toString('latin1').split('\r\n');
      const headers = Object.fromEntries(
        rest.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
      );
      resolve({ status: Number(first.split(' ')[1]), headers, body: all.subarray(end + 4) });
    });
  });
}

const get = (path: string, more = '', host = `127.0.0.1:${port}`) =>
  ask(`GET ${path} HTTP/1.1\r\nHost: ${host}${more}`);

test('a file, whole or packed, and told to be the same as before', async () => {
  const plain = await get('/');
  expect(plain).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
  expect(plain.body.toString()).toBe(PAGE);
  const packed = await get('/index.html?v=1', '\r\nAccept-Encoding: gzip');
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.body.length).toBeLessThan(500);
  expect(gunzipSync(packed.body).toString()).toBe(PAGE);
  expect(packed.headers['etag']).not.toBe(plain.headers['etag']);
  const again = await get('/', `\r\nIf-None-Match: "x", ${plain.headers['etag']}`);
  expect(again).toMatchObject({ status: 304, headers: { etag: plain.headers['etag'] } });
  expect(again.body).toHaveLength(0);
  const changed = await get('/', '\r\nIf-None-Match: "x"');
  expect(changed.status).toBe(200);
  for (const [accepted, packing] of [
    ['gzip;q=0, identity', undefined],
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br ; q=0.1', 'br'],
    ['brr, xgzip', undefined],
  ]) {
    const got = await get('/', `\r\nAccept-Encoding: ${accepted}`);
    expect([accepted, got.headers['content-encoding']]).toEqual([accepted, packing]);
  }
  expect((await get('/worker.js')).headers['content-security-policy']).toContain('unsafe-eval');
});

describe('refused', () => {
  test.each([
    ['another name', 'evil.example:PORT', 403],
    ['another port', '127.0.0.1:1', 403],
    ['no port', '127.0.0.1', 403],
    ['a name that begins like ours', '127.0.0.1:PORT.evil.example', 403],
    ['localhost', 'LocalHost:PORT', 200],
  ])('by %s', async (_, host, status) => {
    expect((await get('/', '', host.replace('PORT', String(port)))).status).toBe(status);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('%s', async (method) => {
    const got = await ask(`${method} / HTTP/1.1\r\nHost: 127.0.0.1:${port}`);
    expect(got).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test.each([
    ...['//', 'http://[', '/../package.json', '/%2e%2e/package.json', '/link.txt', '/none.js', '/.env', '/a/b.js', '*'],
    ...['/index.html/', '/con.', '/index.html%00', `/${'a'.repeat(5000)}.js`],
  ])('%s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test.each([
    ['no HTTP at all', 'tầm bậy'],
    ['no host', 'GET / HTTP/1.1'],
    ['a header too long', `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}`],
  ])('%s', async (_, lines) => {
    expect((await ask(lines).catch(() => ({ status: 0 }))).status).not.toBe(200);
  });
});

test('HEAD tells what GET would, and after all this it still serves', async () => {
  const head = await ask(`HEAD / HTTP/1.1\r\nHost: 127.0.0.1:${port}`);
  expect(head).toMatchObject({ status: 200, headers: { 'content-length': String(PAGE.length) } });
  expect(head.body).toHaveLength(0);
  expect((await get('/')).status).toBe(200);
});
