// This program as it will be when a figure K9 and an entry column «Kinh phí» have been added to it: its sources with those lines added,
// built. What stands in ledgers must outlast such a day. A place that is not found any more fails here, by name.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleAddin } from '../../src/tools/build/bundle.ts';
import { ROOT } from '../../src/tools/build/root.ts';

/** By file: a line that stands there, and what is put behind it. */
const ADDED: Readonly<Record<string, readonly (readonly [after: string, line: string])[]>> = {
  'src/core/figures.ts': [
    ["  K8: 'Nhiệm vụ chưa hoàn thành có khó khăn, vướng mắc',\n", "  K9: 'Nhiệm vụ tạm dừng',\n"],
    [
      '  const indicators = countIndicators(view);\n',
      '  const K9 = figure(count(tasks, (task) => task.status === STATUS.paused), tasks.length, NOTHING);\n',
    ],
    ['      unfinished.length,\n      NOTHING,\n    ),\n', '    K9,\n'],
  ],
  'src/sheet/formulas/board.ts': [
    [
      "  K8: {\n    part: '=SUM([board.difficulty])',\n",
      "    whole: '=SUM([board.task])',\n    none: NOTHING,\n  },\n  K9: {\n    part: '=COUNTIFS([tasks.status];\"Tạm dừng\")',\n",
    ],
  ],
  'src/report/document/span-tables.ts': [["  K8: 'Có vướng mắc',\n", "  K9: 'Tạm dừng',\n"]],
  'src/core/entry-block.ts': [["  proposal: 'Đề xuất, kiến nghị',\n", "  budget: 'Kinh phí',\n"]],
  'src/core/version.ts': [
    ['  const { state, progress, result, doneOn, evidence, difficulty, proposal,', ' budget,'],
    ['  return { state, progress, result, doneOn, evidence, difficulty, proposal,', ' budget,'],
  ],
  'src/core/report/differences.ts': [
    ["const TOLD = ['state', 'progress', 'result', 'doneOn', 'evidence', 'difficulty', 'proposal'", ", 'budget'"],
  ],
  'src/sheet/reading/rows.ts': [["    proposal: value('proposal'),\n", "    budget: value('budget'),\n"]],
  'src/sheet/layout/growing.ts': [
    [
      "  plain('proposal', ENTRY_HEADINGS.proposal, 200, 'text', 'Như đơn vị đã ghi.'),\n",
      "  { ...plain('budget', ENTRY_HEADINGS.budget, 100, 'text', 'Như đơn vị đã ghi.'), later: true },\n",
    ],
  ],
  'src/sheet/layout/tasks.ts': [
    [
      "      rule: typedOnly('proposal'),\n    }),\n",
      "  column('budget', ENTRY_HEADINGS.budget, 100, 'text', 'unit', { later: true, note: 'Kinh phí.', rule: typedOnly('budget') }),\n",
    ],
  ],
  'src/sheet/ledger/frozen-fields.ts': [
    ['export const FROZEN_FIELDS: readonly FrozenFields[] = [FIRST', ", [...FIRST, 'budget', 'K9']"],
  ],
  'src/sheet/migrations.ts': [['export const SCHEMA = ', '1 + ']],
};

/** The script of it. @throws Error naming a file in which a place is not found once */
export async function grownProgram(): Promise<{ readonly code: string; readonly manifest: string }> {
  // Inside the project, so that the libraries of it are found.
  const root = join(ROOT, 'node_modules/.cache', `grown-${process.pid}`);
  try {
    for (const name of ['src', 'seeds', 'appsscript.json'])
      cpSync(join(ROOT, name), join(root, name), { recursive: true });
    for (const [file, places] of Object.entries(ADDED)) {
      let text = readFileSync(join(root, file), 'utf8');
      for (const [after, line] of places) {
        if (text.split(after).length !== 2) throw new Error(`${file}: «${after}» is not there once`);
        text = text.replace(after, () => after + line);
      }
      writeFileSync(join(root, file), text);
    }
    return await bundleAddin(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
