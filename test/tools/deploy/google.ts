// The few addresses of Google that clasp calls, on 127.0.0.1: token, account, Drive's files.create, Apps Script's projects.create,
// getContent and updateContent. Shapes and names are those of Google's API descriptions. A proxy in front takes the names of
// Google's hosts, so that the real client runs unchanged. What it does not know it answers with 501 and remembers in `unexpected`:
// a test that ends with one there has failed.
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateFor } from './certificate.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
/** `cut` closes the line without an answer, before or after the request is carried out. */
export type Fault = Answer | 'cut before' | 'cut after';

export interface File {
  readonly name: string;
  readonly type: string;
  readonly source: string;
}
export interface Call {
  readonly what: string;
  readonly host: string;
  readonly path: string;
  readonly sent: unknown;
  readonly answer: Answer;
}

const HOSTS = ['oauth2.googleapis.com', 'www.googleapis.com', 'script.googleapis.com'];
const MANIFEST = JSON.stringify(
  { timeZone: 'America/New_York', dependencies: {}, exceptionLogging: 'STACKDRIVER' },
  null,
  2,
);

/** Google's own words for its refusals. */
export const REFUSALS = {
  apiOff: refused(
    403,
    'PERMISSION_DENIED',
    'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.',
  ),
  noPermission: refused(403, 'PERMISSION_DENIED', 'The caller does not have permission'),
  notFound: refused(404, 'NOT_FOUND', 'Requested entity was not found.'),
  scopes: refused(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.'),
  tooMany: refused(
    429,
    'RESOURCE_EXHAUSTED',
    "Quota exceeded for quota metric 'Management requests' and limit 'Management requests per minute' of service 'script.googleapis.com'",
  ),
  driveFull: refused(403, 'PERMISSION_DENIED', "The user's Drive storage quota has been exceeded."),
  broken: refused(500, 'INTERNAL', 'Internal error encountered.'),
  syntax: refused(400, 'INVALID_ARGUMENT', 'Syntax error: SyntaxError: Unexpected end of input line: 3 file: main'),
  adminPolicy: {
    status: 400,
    body: {
      error: 'admin_policy_enforced',
      error_description: 'Access to your account data is restricted by policies within your organization.',
    },
  },
  expired: { status: 400, body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } },
} as const;

function refused(code: number, status: string, message: string): Answer {
  return {
    status: code,
    body: { error: { code, message, status, errors: [{ message, domain: 'global', reason: 'x' }] } },
  };
}

export class Google {
  readonly calls: Call[] = [];
  readonly unexpected: string[] = [];
  readonly sheets = new Map<string, string>();
  readonly scripts = new Map<string, { title: string; parentId?: string; files: File[] }>();
  apiOn = true;
  /** Whether the manifest comes back in the spelling it was sent in. */
  keepsSpelling = false;
  /** Named requests that go wrong: `files.create`, `projects.create`, `getContent`, `updateContent`, `token`, `userinfo`. */
  faults: (what: string, nth: number) => Fault | undefined = () => undefined;
  readonly home: string;
  readonly env: Record<string, string>;
  readonly #close: () => void;

  private constructor(home: string, port: number, close: () => void) {
    this.home = home;
    this.env = {
      HOME: home,
      USERPROFILE: home,
      HTTPS_PROXY: `http://127.0.0.1:${port}`,
      NODE_EXTRA_CA_CERTS: join(home, 'ca.pem'),
      NODE_OPTIONS: `--require "${join(import.meta.dirname, 'few-apis.cjs').replace(/\\/gu, '/')}"`,
    };
    this.#close = close;
  }

  static async start(): Promise<Google> {
    const { key, cert } = certificateFor(HOSTS);
    const home = await realpath(await mkdtemp(join(tmpdir(), 'deploy-home-')));
    await writeFile(join(home, 'ca.pem'), cert);
    const sockets = new Set<Socket>();
    const tls = createTlsServer({ key, cert });
    const proxy = createServer();
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    const google = new Google(home, (proxy.address() as AddressInfo).port, () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      tls.close();
    });
    proxy.on('request', (request, response) => {
      google.unexpected.push(`${request.method} ${request.url} (no TLS)`);
      response.writeHead(501).end();
    });
    proxy.on('connect', (request: IncomingMessage, socket: Socket) => {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      const host = (request.url ?? '').replace(/:443$/u, '');
      if (!HOSTS.includes(host)) {
        google.unexpected.push(`CONNECT ${request.url}`);
        socket.end('HTTP/1.1 501 Not Implemented\r\n\r\n');
        return;
      }
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      tls.emit('connection', socket);
    });
    tls.on('request', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = google.#hear(request, Buffer.concat(chunks).toString());
      if (!answer) {
        request.socket.destroy();
        return;
      }
      response.writeHead(answer.status, { 'Content-Type': 'application/json; charset=UTF-8' });
      response.end(JSON.stringify(answer.body));
    });
    return google;
  }

  /** The login file clasp keeps, as it is after `clasp login`; the access token is old, so that it is refreshed first. */
  async login(): Promise<void> {
    const token = {
      client_id: 'x',
      client_secret: 'x',
      type: 'authorized_user',
      refresh_token: 'r',
      access_token: 'old',
      expiry_date: 1,
    };
    await writeFile(join(this.home, '.clasprc.json'), JSON.stringify({ tokens: { default: token } }));
  }

  async stop(): Promise<void> {
    this.#close();
    await rm(this.home, { recursive: true, force: true });
  }

  count(what: string): number {
    return this.calls.filter((call) => call.what === what).length;
  }

  #hear(request: IncomingMessage, text: string): Answer | undefined {
    try {
      return this.#answer(request, text);
    } catch (cause) {
      this.unexpected.push(`${request.method} ${request.headers.host}${request.url}: ${String(cause)}`);
      return { status: 501, body: { error: { code: 501, message: String(cause) } } };
    }
  }

  #answer(request: IncomingMessage, text: string): Answer | undefined {
    const host = String(request.headers.host);
    const path = String(request.url).replace(/\?.*$/u, '');
    const route = `${request.method} ${host}${path}`;
    const script = /^\/v1\/projects\/([^/]+)\/content$/u.exec(path)?.[1];
    const isJson = String(request.headers['content-type']).startsWith('application/json');
    const sent = isJson && text !== '' ? (JSON.parse(text) as unknown) : text;
    const found = this.#operation(script ? route.replace(script, '*') : route, sent, script ?? '');
    if (!found) throw new Error(`stand-in: unknown ${route}`);
    const { what, run } = found;
    const fault = this.faults(what, this.count(what) + 1);
    const isAllowed = what === 'token' || request.headers.authorization === 'Bearer fresh';
    const isOff = host === 'script.googleapis.com' && !this.apiOn;
    const answer =
      typeof fault === 'object'
        ? fault
        : fault === 'cut before'
          ? { status: 0, body: null }
          : !isAllowed
            ? refused(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.')
            : isOff
              ? REFUSALS.apiOff
              : run();
    this.calls.push({ what, host, path, sent, answer });
    return typeof fault === 'string' ? undefined : answer;
  }

  #operation(route: string, sent: unknown, scriptId: string): { what: string; run: () => Answer } | undefined {
    const script = this.scripts.get(scriptId);
    switch (route) {
      case 'POST oauth2.googleapis.com/token': {
        // A login hands out the token that later only refreshes the other one.
        const lasting = String(sent).includes('grant_type=authorization_code') ? { refresh_token: 'r' } : {};
        const token = { ...lasting, access_token: 'fresh', expires_in: 3599, token_type: 'Bearer', scope: 'x' };
        return { what: 'token', run: () => ok(token) };
      }
      case 'GET www.googleapis.com/oauth2/v2/userinfo':
        return { what: 'userinfo', run: () => ok({ id: '1', email: 'cai-dat@example.vn', verified_email: true }) };
      case 'POST www.googleapis.com/drive/v3/files':
        return { what: 'files.create', run: () => this.#createFile(fieldsOf(sent, ['mimeType', 'name'])) };
      case 'POST script.googleapis.com/v1/projects':
        return { what: 'projects.create', run: () => this.#createProject(fieldsOf(sent, ['title', 'parentId'])) };
      case 'GET script.googleapis.com/v1/projects/*/content':
        return { what: 'getContent', run: () => (script ? ok({ scriptId, files: script.files }) : REFUSALS.notFound) };
      case 'PUT script.googleapis.com/v1/projects/*/content':
        return { what: 'updateContent', run: () => this.#update(scriptId, fieldsOf(sent, ['files'])) };
      default:
        return undefined;
    }
  }

  #createFile({ name, mimeType }: Record<string, unknown>): Answer {
    const id = `sheet-${this.sheets.size + 1}-${'x'.repeat(30)}`;
    this.sheets.set(id, String(name));
    return ok({ kind: 'drive#file', id, name, mimeType });
  }

  #createProject({ title, parentId }: Record<string, unknown>): Answer {
    if (parentId !== undefined && !this.sheets.has(String(parentId))) return REFUSALS.notFound;
    const scriptId = `script-${this.scripts.size + 1}-${'y'.repeat(40)}`;
    const bound = parentId === undefined ? {} : { parentId: String(parentId) };
    const files = [{ name: 'appsscript', type: 'JSON', source: MANIFEST }];
    this.scripts.set(scriptId, { title: String(title), ...bound, files });
    return ok({
      scriptId,
      title,
      ...bound,
      createTime: '2026-01-01T00:00:00.000Z',
      updateTime: '2026-01-01T00:00:00.000Z',
    });
  }

  /** Google gives the manifest back in its own spelling and the manifest first. */
  #update(scriptId: string, { files }: Record<string, unknown>): Answer {
    const script = this.scripts.get(scriptId);
    if (!script) return REFUSALS.notFound;
    const kept = (files as File[]).map((file) => {
      const { name, type, source } = fieldsOf(file, ['name', 'type', 'source']);
      const text = String(source);
      const spelt = type === 'JSON' && !this.keepsSpelling ? JSON.stringify(sorted(JSON.parse(text)), null, 2) : text;
      return { name: String(name), type: String(type), source: spelt };
    });
    kept.sort((a, b) => Number(b.type === 'JSON') - Number(a.type === 'JSON'));
    if (kept[0]?.name !== 'appsscript')
      return refused(400, 'INVALID_ARGUMENT', 'Project must contain exactly one manifest');
    script.files = kept;
    return ok({ scriptId, files: kept });
  }
}

const ok = (body: unknown): Answer => ({ status: 200, body });

/** @throws Error for a field Google does not know there */
function fieldsOf(sent: unknown, names: readonly string[]): Record<string, unknown> {
  const fields = sent as Record<string, unknown>;
  const odd = Object.keys(fields).filter((name) => !names.includes(name));
  if (odd.length > 0) throw new Error(`stand-in: unknown fields ${odd.join(', ')}`);
  return fields;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
}
