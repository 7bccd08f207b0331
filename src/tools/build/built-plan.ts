// The plan on its way into the script: checked, resolved, and written as JSON, a line a unit or indicator; the tasks packed.
import type { Plugin } from 'esbuild';
import type { Seeds } from '../../core/plan.ts';
import { resolvePlan } from '../../core/resolve-plan.ts';
import { tabulate } from '../../core/resolved-plan.ts';
import { packLines } from './pack-lines.ts';

/** Where the scripts of the hardened way find the sheet and one another. */
export interface Target {
  readonly sheetId: string;
  /** Address of the standalone script in Google's editor. */
  readonly editorUrl: string;
}

/** The plain way: the script lives in its sheet. */
export const NO_TARGET: Target = { sheetId: '', editorUrl: '' };

/** Answers `import … from 'built:plan'`. */
export function builtPlan(seeds: Seeds): Plugin {
  return builtModule('plan', planText(seeds));
}

/**
 * What a script of the hardened way must know, as constants on top of its file: `npm run deploy` fills them in, and whoever pastes the script
 * by hand does it there. The script in the sheet also says where the other one is.
 */
export type Constant = 'MA_BANG' | 'MA_TAP_LENH_RIENG';

const FILL_IN =
  '// Giữa hai dấu nháy: mã, hoặc cả địa chỉ, chép từ thanh địa chỉ của trình duyệt. Ghi xong bấm Lưu (Ctrl+S). Không sửa gì khác trong tệp này.';
const MEANING: Readonly<Record<Constant, string>> = {
  MA_BANG: 'bảng tính theo dõi',
  MA_TAP_LENH_RIENG: 'dự án Apps Script của tập lệnh riêng',
};

/** Lines for the top of the file; the same, letter for letter, whoever fills them in. */
export function constantLines({ sheetId, editorUrl }: Target, names: readonly Constant[]): string[] {
  const values = { MA_BANG: sheetId, MA_TAP_LENH_RIENG: /\/d\/([^/]+)\/edit$/u.exec(editorUrl)?.[1] ?? editorUrl };
  const lines = names.map((name) => `var ${name} = ${JSON.stringify(values[name])}; // ${MEANING[name]}`);
  return names.length === 0 ? [] : [FILL_IN, ...lines];
}

/** An id inside an address, or what was written. */
const ID_IN = 'const idIn = (text) => (/[-A-Za-z0-9_]{25,}/.exec(text) || [text.trim()])[0];';

/** Answers `import … from 'built:target'`: nothing in the plain way, else what the constants hold. */
export function builtTarget(names: readonly Constant[]): Plugin {
  const has = (name: Constant) => names.includes(name);
  const url = '"https://script.google.com/d/" + idIn(MA_TAP_LENH_RIENG) + "/edit"';
  const lines = [
    ...(names.length > 0 ? [ID_IN] : []),
    `export const sheetId = ${has('MA_BANG') ? 'idIn(MA_BANG)' : '""'};`,
    `export const editorUrl = ${has('MA_TAP_LENH_RIENG') ? `idIn(MA_TAP_LENH_RIENG) === "" ? "" : ${url}` : '""'};`,
  ];
  return builtModule('target', lines.join('\n'), 'js');
}

function builtModule(name: string, contents: string, loader: 'json' | 'js' = 'json'): Plugin {
  const namespace = `built-${name}`;
  return {
    name: namespace,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^built:${name}$`) }, ({ path }) => ({ path, namespace }));
      build.onLoad({ filter: /^/, namespace }, () => ({ contents, loader }));
    },
  };
}

function planText(seeds: Seeds): string {
  const { plan, tasks, units, indicators } = tabulate(resolvePlan(seeds));
  const lines = (table: readonly unknown[]) => `[\n${table.map((line) => JSON.stringify(line)).join(',\n')}\n]`;
  // As people read them, a plan of a thousand tasks would be too large to push.
  const packed = JSON.stringify(packLines(tasks.map((line) => JSON.stringify(line))));
  return `{"plan": ${JSON.stringify(plan)},\n"tasks": ${packed},\n"units": ${lines(units)},\n"indicators": ${lines(indicators)}}`;
}
