// Words the real clasp 3.4.1 ended with, each got from the stand-in of Google in google.ts (or from a machine without network) and
// copied here as they were; beside them the failure a person is told of.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/tools/build/root.ts';
import { CLASP_CLIENT } from '../../../src/tools/deploy/block-words.ts';
import { failureOf, isCertain } from '../../../src/tools/deploy/failure.ts';
import { CommandError, commandErrorOf, describeError } from '../../../src/tools/deploy/halt.ts';
import { errorWords } from '../../../src/tools/deploy/halt-words.ts';
import { runWith } from '../../../src/tools/deploy/options.ts';

const ADDRESS = 'https://script.googleapis.com/v1/projects/script-1-yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy/content';

const SAID = [
  ['create-script, no login', 1, '', 'No credentials found.\n', 'not-logged-in'],
  ['an account without a home', 1, '', 'A system error occurred: uv_os_homedir returned ENOENT\n', 'no-home'],
  ['.clasprc.json cut in half', 1, '', "Expected property name or '}' in JSON at position 1\n", 'login-file'],
  ['pull, refresh token revoked', 1, '', 'invalid_grant\n', 'expired'],
  ['pull, a box left empty at login', 1, '', 'Request had insufficient authentication scopes.\n', 'scopes'],
  ['pull, renewed in a Workspace that blocks clasp', 1, '', 'admin_policy_enforced\n', 'admin-block'],
  [
    'create-script, Drive apps off in the domain',
    1,
    '',
    'The domain administrators have disabled Drive apps.\n',
    'admin-block',
  ],
  ['login, the browser came back from a Workspace that blocks clasp', 1, '', 'admin_policy_enforced\n', 'admin-block'],
  ['pull, renewed under Advanced Protection', 1, '', 'policy_enforced\n', 'advanced-protection'],
  [
    'pull, API off',
    1,
    '',
    'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.\n',
    'api-off',
  ],
  ['pull, somebody else’s script', 1, '', 'The caller does not have permission\n', 'no-permission'],
  ['pull, no such script', 1, '', 'Requested entity was not found.\n', 'not-found'],
  [
    'pull, no proxy there',
    1,
    '',
    'request to https://oauth2.googleapis.com/token failed, reason: connect ECONNREFUSED 127.0.0.1:9\n',
    'offline',
  ],
  [
    'pull, no name service',
    1,
    '',
    'request to https://oauth2.googleapis.com/token failed, reason: getaddrinfo ENOTFOUND nowhere.invalid\n',
    'offline',
  ],
  ['pull, line cut', 1, '', `request to ${ADDRESS} failed, reason: socket hang up\n`, 'cut'],
  [
    'pull, certificate not trusted',
    1,
    '',
    'request to https://oauth2.googleapis.com/token failed, reason: self-signed certificate\n',
    'certificate',
  ],
  [
    'pull, 429 four times',
    1,
    '',
    "Quota exceeded for quota metric 'Management requests' and limit 'Management requests per minute' of service 'script.googleapis.com'\n",
    'too-many',
  ],
  ['create-script, Drive full', 1, '', "The user's Drive storage quota has been exceeded.\n", 'drive-full'],
  ['pull, 500 four times', 1, '', 'Internal error encountered.\n', 'google-broken'],
  [
    'push, code that does not parse',
    1,
    '',
    'Syntax error: SyntaxError: Unexpected end of input line: 3 file: main\n',
    'code-refused',
  ],
  ['push without -f, manifest changed', 0, 'Skipping push.\n', '', 'skipped'],
  ['push -f', 0, 'Pushed 2 files at 2:05:30 AM.\n└─ dist/appsscript.json\n└─ dist/main.js\n', '', undefined],
  ['push -f, nothing new', 0, 'Script is already up to date.\n', '', undefined],
  ['show-authorized-user --json, no login', 0, '{\n  "loggedIn": false\n}\n', '', 'not-logged-in'],
  ['pull, project file of another make', 1, '', 'JSON5: invalid end of input at 1:8\n', 'unknown'],
  ['killed', 1, '', '', 'unknown'],
] as const;

describe('what clasp said', () => {
  test.each(SAID)('%s', (_title, code, out, err, failure) => {
    expect(failureOf({ code, out, err })).toBe(failure);
  });
});

test.each([
  ['cut', false],
  ['google-broken', false],
  ['unknown', false],
  ['api-off', true],
  ['admin-block', true],
  ['offline', true],
  ['no-permission', true],
  ['drive-full', true],
] as const)('%s: certainly not done: %s', (failure, expected) => {
  expect(isCertain(failure)).toBe(expected);
});

test('an error of the command says what happened and what to do in both languages, then clasp’s own words', () => {
  expect(
    describeError(new CommandError('api-off', 'clasp: User has not enabled the Apps Script API.\n'), runWith([])),
  ).toEqual([
    'LỖI: Tài khoản này chưa bật Google Apps Script API.',
    expect.stringContaining('https://script.google.com/home/usersettings'),
    'ERROR (api-off): The Apps Script API is off for this account.',
    expect.stringContaining('switch it on'),
    '  clasp: User has not enabled the Apps Script API.',
  ]);
});

test.each([
  'not-logged-in',
  'login-file',
  'expired',
  'scopes',
  'admin-block',
  'advanced-protection',
  'login-unfinished',
  'api-off',
  'offline',
  'cut',
  'declined',
] as const)('%s: the command to run again is the one that was run', (reason) => {
  const words = describeError(
    new CommandError(reason),
    runWith([['--hardened'], ['--standalone', '1AbC-d_efghijk']]),
  ).join('\n');
  expect(words).toMatch(/npm run deploy -- --hardened --standalone 1AbC-d_efghijk(?!\S*\w)/u);
  expect(words.match(/npm run deploy/gu)?.length).toBe(1);
});

test('README’s table tells of every reason a run may end with', () => {
  const readme = readFileSync(join(ROOT, 'src/tools/deploy/README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('## Khi lệnh báo lỗi'), readme.indexOf('## Không có Node.js'));
  expect(Object.keys(errorWords(runWith([]))).filter((reason) => !table.includes(`\`${reason}\``))).toEqual([]);
});

test('an administrator is told the client id this very clasp logs in with', () => {
  const clasp = dirname(createRequire(import.meta.url).resolve('@google/clasp'));
  expect(readFileSync(join(clasp, 'auth/oauth_client.js'), 'utf8')).toContain(`'${CLASP_CLIENT}'`);
});

test('nobody logged in: clasp’s answer in JSON is not shown to people', () => {
  const said = { code: 0, out: '{\n  "loggedIn": false\n}\n', err: '' };
  expect(describeError(commandErrorOf('not-logged-in', said), runWith([])).join('\n')).not.toMatch(/clasp: |loggedIn/u);
});
