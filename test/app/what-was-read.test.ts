// What the types refuse, and what would become of it: a tab nobody asked for, or a column nobody declared, reads as empty and is not
// written. `npx tsc` is the judge: where one of these lines compiles one day, its «expect error» is an error.

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { look, type Observation, observe } from '../../src/app/observe.ts';
import type { Ports } from '../../src/app/ports.ts';
import type { Cell } from '../../src/core/cell.ts';
import { resolvePlan } from '../../src/core/resolve-plan.ts';
import { column } from '../../src/sheet/declare.ts';
import type { CellsOf, ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import { readTaskRows, readUnitRows } from '../../src/sheet/reading/rows.ts';
import { decodeSnapshot } from '../../src/sheet/reading/snapshot.ts';
import { ifRead, missingIn, tableReader } from '../../src/sheet/reading/table-reader.ts';
import type { TabKey } from '../../src/sheet/tab-ids.ts';
import { appendRows, writeCells, writeColumn, writeRows } from '../../src/sheet/write.ts';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../src/tools/build/root.ts';

const PLAN = resolvePlan(checkSeeds(join(ROOT, 'seeds')));
/** Of a file in which nothing stands. */
const whole: Observation<TabKey> = look(decodeSnapshot({}), PLAN);
/** As a use case has it that asked for two tabs. */
const near: Observation<'tasks' | 'settings'> = whole;

describe('a tab', () => {
  test('that was not asked for is not read', () => {
    expect(near.reader('tasks').rows).toEqual([]);
    // @ts-expect-error
    expect(near.reader('ledger').rows).toEqual([]);
    // @ts-expect-error
    expect(tableReader(near.placement, 'history').rows).toEqual([]);
    // @ts-expect-error
    expect(missingIn(near.placement, 'backup')).toBeDefined();
    // @ts-expect-error
    expect(readUnitRows(near.placement)).toEqual([]);
    // @ts-expect-error
    expect(readTaskRows(near.placement).rows).toEqual([]);
  });

  test('that was not asked for is not handed on', () => {
    const needsLedger = ({ reader }: Observation<'tasks' | 'ledger'>) => reader('ledger').rows;
    const needsTasks = ({ reader }: Observation<'tasks'>) => reader('tasks').rows;
    const needsNothing = ({ snapshot }: Observation<never>) => snapshot.names;
    expect(needsTasks(near)).toEqual([]);
    expect(needsNothing(near)).toEqual([]);
    expect(needsLedger(whole)).toEqual([]);
    // @ts-expect-error
    expect(needsLedger(near)).toEqual([]);
    // @ts-expect-error
    const wider: Observation<TabKey> = near;
    expect(wider).toBe(near);
  });

  test('tells its settings where they were read, and the facts where all they come from were', () => {
    const rowsAlone: Observation<'tasks'> = whole;
    expect(near.settings).toBe(whole.settings);
    // @ts-expect-error
    expect(rowsAlone.settings).toBe(whole.settings);
    // @ts-expect-error
    expect(near.facts).toBe(whole.facts);
  });

  test('that not every look asks for is asked whether it was read', () => {
    expect(ifRead(near.placement, 'units')).toBeUndefined();
    const withUnits = ifRead(near.placement, 'units');
    // @ts-expect-error
    expect(() => readUnitRows(withUnits)).toThrow();
    expect(withUnits && readUnitRows(withUnits)).toBeUndefined();
  });

  test('is asked for by its key, and the look knows it', () => {
    const deed = (ports: Ports) => {
      const observation = observe(ports, PLAN, { tasks: 'all', ledger: { recent: [], months: 1 } });
      observation.reader('tasks');
      observation.reader('ledger');
      // @ts-expect-error
      observation.reader('units');
      // @ts-expect-error
      observe(ports, PLAN, { taks: 'all' });
      // @ts-expect-error
      observe(ports, PLAN, { tasks: { recent: [], months: 1 } });
      const asksSometimes: { readonly tasks: 'all'; readonly backup?: 'all' } = { tasks: 'all' };
      // @ts-expect-error
      return observe(ports, PLAN, asksSometimes);
    };
    expect(deed).toBeInstanceOf(Function);
  });
});

describe('a column', () => {
  const tasks = near.reader('tasks');
  const history = whole.reader('history');

  test('that is misspelt is not read', () => {
    expect(tasks.value(1, 'result')).toBeNull();
    // @ts-expect-error
    expect(tasks.value(1, 'reslt')).toBeNull();
    // @ts-expect-error
    expect(tasks.cell(1, 'reslt')).toEqual({});
    // @ts-expect-error of another tab
    expect(tasks.value(1, 'entryPeriod')).toBeNull();
    // @ts-expect-error
    expect(history.value(1, 'extension')).toBeNull();
    // @ts-expect-error any text
    expect(['state', 'result'].map((key) => tasks.value(1, key))).toEqual([null, null]);
  });

  test('nobody declared is not written', () => {
    expect(writeCells(tasks.tab, 1, { result: 'x' })).toEqual([]);
    // @ts-expect-error
    expect(writeCells(tasks.tab, 1, { reslt: 'x' })).toEqual([]);
    // @ts-expect-error
    expect(writeColumn(tasks.tab, 'reslt', [])).toEqual([]);
    // @ts-expect-error
    expect(writeRows(history.tab, 1, [{ period: 'Kỳ 05/2024', verson: 1 }])).toEqual([]);
    // @ts-expect-error
    expect(appendRows(whole.reader('journal').tab, [{ at: 1, outcom: '' }])).toEqual([]);
    const spread = { outcome: '', outcom: '' };
    // @ts-expect-error by a spread
    expect(writeCells(whole.reader('journal').tab, 1, { at: 1, ...spread })).toEqual([]);
    const anything: Readonly<Record<string, Cell>> = { outcom: '' };
    // @ts-expect-error
    expect(appendRows(whole.reader('journal').tab, [anything])).toEqual([]);
    // @ts-expect-error
    const cells: CellsOf<'ledger'> = { k10: 1 };
    expect(appendRows(whole.reader('ledger').tab, [cells])).toEqual([]);
  });

  test('has a key as declared, figures too', () => {
    const keys: readonly ColumnKey<'ledger'>[] = ['k1', 'json'];
    expect(keys.every((key) => whole.reader('ledger').tab.columns.some(({ declared }) => declared.key === key))).toBe(
      true,
    );
    const declared: 'sum' = column('sum', 'Tổng', 80, 'integer', 'formula').key;
    expect(declared).toBe('sum');
  });
});
