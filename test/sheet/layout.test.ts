// The workbook as it is declared, a page a tab: columns, their words, formats, rules and formulas as they stand. What is printed here is seen by
// people in the sheet; a formula's meaning is held in test/agreement. Changed only on purpose:
// UPDATE_GOLDEN=1 npx vitest run --config test/vitest.config.ts test/sheet/layout.test.ts
import { describe, expect, test } from 'vitest';
import type { Column, FixedTab, GrowingTab, Rule, Tab, TableTab } from '../../src/sheet/declare.ts';
import { diff } from '../../src/sheet/diff.ts';
import { declareNew } from '../../src/sheet/layout.ts';
import { decodeSnapshot } from '../../src/sheet/reading/snapshot.ts';
import type { Request } from '../../src/sheet/requests/request.ts';
import { requestsOf } from '../../src/sheet/requests.ts';
import { SEEDS } from '../agreement/evaluated-workbook.ts';
import { goldenIn } from '../golden.ts';

const golden = goldenIn(new URL('golden/', import.meta.url), 'tabs of the workbook');
const workbook = declareNew(SEEDS);
const NEW_FILE = decodeSnapshot({
  properties: { locale: 'en_US', timeZone: 'America/New_York', autoRecalc: 'ON_CHANGE' },
  sheets: [{ properties: { sheetId: 0, title: 'Trang tính1', gridProperties: { rowCount: 1000, columnCount: 26 } } }],
});

const told = (more: object) =>
  Object.entries(more)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`);

function ruleLines(rule: Rule | undefined): string[] {
  return rule ? told(rule).map((line) => `    rule ${line}`) : [];
}

function columnLines({ key, heading, width, format, writer, note, rule, formula, ...more }: Column): string[] {
  return [
    `  ${key} «${heading}» ${[width, format, writer, ...told(more)].join(' ')}`,
    ...(note === undefined ? [] : [`    ${note}`]),
    ...ruleLines(rule),
    // A list of cases, a line each.
    ...(formula === undefined ? [] : formula.split(/(?<=;"";?"?\);|;TRUE;)(?=IF\()/u).map((piece) => `    ${piece}`)),
  ];
}

/** Rows that are the plan's own stand in seeds/; settings and controls are ours. */
function tableLines({ rows, colours, views, key }: TableTab): string[] {
  const shown = ['settings', 'controls'].includes(key) ? rows : rows.slice(0, 2);
  return [
    `${rows.length} rows`,
    ...shown.flatMap(({ key: name, cells, rules = {}, formats = {}, formulas = {}, links, corrections }) => [
      `  ${name}`,
      ...told(cells).map((line) => `    ${line.replace(/\n/gu, ' / ')}`),
      ...told({ formats, formulas, links, corrections }).map((line) => `    ${line}`),
      ...Object.values(rules).flatMap(ruleLines),
    ]),
    'colours',
    ...colours.map((rule) => `  ${told(rule).join(' ')}`),
    ...(views
      ? [`views ${views.from}–${views.to}`, ...views.list.slice(0, 2).map((one) => `  ${told(one).join(' ')}`)]
      : []),
  ];
}

function fixedLines({ cells, charts, blocks, ...more }: FixedTab): string[] {
  const seen = new Set<string>();
  const isNew = (text: string) => !seen.has(text) && seen.add(text);
  return [
    `columns ${more.columnWidths.join(' ')}, hidden from ${more.hiddenFrom}, ${more.rowCount} rows`,
    // A formula that stands in every row, or looks at its own, is told once, and of lists of the plan their first.
    ...cells
      .map(({ row, column, value, ...look }) => ({
        at: `${row},${column}`,
        said: `${told(look).join(' ')} ${value}`,
        column,
        isFormula: String(value).startsWith('='),
      }))
      .filter(({ said, column, isFormula }) =>
        isNew(
          isFormula
            ? said.replace(/\d+|MATCH\("[^"]*"/gu, '#')
            : column >= (more.hiddenFrom ?? 99)
              ? `${column}`
              : said,
        ),
      )
      .map(({ at, said }) => `  ${at}: ${said.replace(/\n/gu, ' / ')}`),
    ...charts.map((chart) => `chart ${told(chart).join(' ')}`),
    ...Object.entries(blocks).map(([key, block]) => `block ${key} ${told(block).join(' ')}`),
  ];
}

function page(tab: Tab): string {
  const { key, sheetId, title, hidden, frozenRows, frozenColumns, tabColour } = tab;
  const columns = tab.kind === 'fixed' ? [] : ['columns', ...tab.columns.flatMap(columnLines)];
  const body =
    tab.kind === 'table'
      ? tableLines(tab)
      : tab.kind === 'fixed'
        ? fixedLines(tab)
        : [`${(tab as GrowingTab).capacity} rows`];
  const head = `${key} «${title}» ${told({ sheetId, hidden, frozenRows, frozenColumns, tabColour }).join(' ')}`;
  return [head, ...columns, ...body, ''].join('\n');
}

describe('the workbook', () => {
  test.each(workbook.tabs.map((tab) => [tab.key, tab] as const))('%s', (key, tab) => golden(`${key}.txt`, page(tab)));

  test('names, in the order of the formulas that use them', () =>
    golden('names.txt', workbook.names.map((name) => `${told(name).join(' ')}\n`).join('')));

  test('and what a new file is given: every request but the cells, and of these each rule and look there is', () => {
    const { changes } = diff(NEW_FILE, workbook);
    const looks = new Map<string, number>();
    const seen = (look: object | undefined) => {
      const text = JSON.stringify(look);
      if (text !== undefined) looks.set(text, (looks.get(text) ?? 0) + 1);
    };
    // Cells are told by the tabs' own pages, marks of columns by their order; one view is like another.
    const isTold = ({ createDeveloperMetadata, addFilterView }: Request) =>
      !createDeveloperMetadata && (addFilterView?.filter?.filterViewId ?? 0) <= 2001;
    const requests = requestsOf(changes).flatMap((request) => {
      const { updateCells, repeatCell } = request;
      if (!updateCells && !repeatCell) return isTold(request) ? [JSON.stringify(request)] : [];
      const cells = [repeatCell?.cell ?? {}, ...(updateCells?.rows ?? []).flatMap(({ values = [] }) => values)];
      for (const { dataValidation, userEnteredFormat } of cells) {
        seen(dataValidation);
        seen(userEnteredFormat);
      }
      return [];
    });
    const shown = [...looks].map(([look, times]) => `${times} × ${look}`);
    golden('new-file.txt', [...requests, ...shown, ''].join('\n'));
  });

  test('is of this country', () =>
    expect([workbook.locale, workbook.timeZone, workbook.recalculation]).toEqual([
      'vi_VN',
      'Asia/Ho_Chi_Minh',
      'HOUR',
    ]));
});
