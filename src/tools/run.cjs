// Starts a command of package.json: node src/tools/run.cjs COMMAND.ts …. Written for Node.js of any age and without a package, so that what is
// missing is said in words and not as «tsx: not found», and what was typed does not get lost on the way.
'use strict';
// biome-ignore-start lint/style/useNodejsImportProtocol: old Node.js knows no «node:».
const { resolve } = require('path');
const { pathToFileURL } = require('url');
// biome-ignore-end lint/style/useNodejsImportProtocol: as above.

const OLDEST = 20;

/**
 * Options of the commands. Typed without the «--» before them, which PowerShell keeps to itself (npm/cli#4903), npm takes them for its own and leaves
 * them here; the command would run as if they had not been said. npm knows none by these names.
 */
const OPTIONS = [
  ...['sheet', 'standalone', 'title', 'hardened', 'plain', 'again', 'new', 'status', 'compare'],
  ...['period', 'adhoc', 'entries', 'seeds', 'out', 'close', 'open', 'at', 'workbook', 'check', 'port'],
  ...['year', 'date', 'number', 'commune', 'merged', 'overwrite'],
];

/** @param {string[]} lines */
function stop(lines) {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

const NO_PACKAGES = [
  `LỖI: Chưa cài các gói của chương trình trong ${resolve('.')}`,
  '  Làm gì: chạy: npm ci (cần mạng, một lần sau khi tải hay chép thư mục này), rồi chạy lại lệnh vừa gõ.',
  'ERROR: packages are missing here. Run npm ci, then run this again.',
];

function start() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST) {
    return stop([
      `LỖI: Node.js trên máy này quá cũ (${process.versions.node}).`,
      `  Làm gì: cài Node.js ${OLDEST} trở lên (bản LTS) từ https://nodejs.org, mở lại cửa sổ lệnh, chạy: npm ci, rồi chạy lại lệnh vừa gõ.`,
      `ERROR: Node.js ${OLDEST} or newer is needed.`,
    ]);
  }
  const lost = OPTIONS.filter((name) => process.env[`npm_config_${name}`] !== undefined);
  if (lost.length > 0) {
    return stop([
      `LỖI: npm đã giữ lại tùy chọn, lệnh không nhận được; chưa làm gì: ${lost.map((name) => `--${name}`).join(' ')}`,
      `  Làm gì: gõ lại, có dấu "--" trong ngoặc kép trước các tùy chọn: npm run ${process.env.npm_lifecycle_event || 'LỆNH'} "--" …; hoặc chạy trong Command Prompt (cmd).`,
      'ERROR: npm kept these options to itself; nothing was done. Write "--" before them, with its quotes in PowerShell.',
    ]);
  }
  try {
    require.resolve('tsx/esm/api');
  } catch {
    return stop(NO_PACKAGES);
  }
  // The command sees its own arguments, as if it had been started itself.
  process.argv.splice(1, 1);
  process.argv[1] = resolve(process.argv[1]);
  // Processes a command forks read TypeScript too.
  process.execArgv.push('--import', pathToFileURL(require.resolve('tsx')).href);
  import('tsx/esm/api')
    .then(({ register }) => {
      register();
      return import(pathToFileURL(process.argv[1]).href);
    })
    .catch((cause) => {
      const isPackage = /Cannot find (?:package|module) '[^./]/.test(String(cause));
      stop(isPackage ? NO_PACKAGES : [String(cause instanceof Error ? cause.stack : cause)]);
    });
}

start();
