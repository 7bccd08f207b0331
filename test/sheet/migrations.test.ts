import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/core/cell.ts';
import { carryForward, type Migration, SCHEMA, schemaOf } from '../../src/sheet/migrations.ts';

const cells = (entries: Readonly<Record<string, Cell>>) => new Map(Object.entries(entries));

/** «Giờ gửi» was a text once, then a number; later two settings became one. */
const STEPS: readonly Migration[] = [
  {
    to: 3,
    words: 'ngày trong tuần và giờ thành một mục',
    settings: (before) => ({ sending: `${String(before.get('day') ?? '')} ${String(before.get('hour') ?? '')}` }),
  },
  {
    to: 2,
    words: 'giờ gửi thành số',
    settings: (before) => ({ hour: Number.parseInt(String(before.get('hour')), 10) }),
  },
];

describe('schema of a sheet', () => {
  test.each<[string, Readonly<Record<string, Cell>>, number | undefined]>([
    ['no settings: no sheet yet', {}, undefined],
    ['settings without a number: from before there was one', { commune: 'xã Vân Sơn' }, 1],
    ['a number', { schema: 7 }, 7],
    ['a word somebody typed over it', { schema: 'hai' }, 1],
    ['half a number', { schema: 1.5 }, 1],
  ])('%s', (_, settings, wanted) => {
    expect(schemaOf(cells(settings))).toBe(wanted);
  });
});

describe('the way forward', () => {
  test('steps are taken in their order, each from what the one before has left', () => {
    expect(carryForward(cells({ hour: '7 giờ', day: 'thứ hai' }), STEPS, 3)).toEqual({
      settings: { hour: 7, sending: 'thứ hai 7', schema: 3 },
      lines: ['Nâng mẫu bảng lên 2: giờ gửi thành số', 'Nâng mẫu bảng lên 3: ngày trong tuần và giờ thành một mục'],
    });
  });

  test('a sheet on the way takes the steps that are left', () => {
    expect(carryForward(cells({ schema: 2, hour: 7, day: 'thứ hai' }), STEPS, 3).settings).toEqual({
      sending: 'thứ hai 7',
      schema: 3,
    });
  });

  test.each<[string, Readonly<Record<string, Cell>>]>([
    ['no sheet yet', {}],
    ['a sheet that is there', { schema: 3 }],
    ['a newer sheet', { schema: 4 }],
  ])('%s: nothing', (_, settings) => {
    expect(carryForward(cells(settings), STEPS, 3)).toEqual({ settings: {}, lines: [] });
  });

  test('whatever number stands, one way forward ends at the program’s own, and a second one is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -3, max: SCHEMA }), fc.string(), fc.constant(null)), (schema) => {
        const before = cells({ commune: 'xã Vân Sơn', schema });
        const { settings } = carryForward(before);
        const after = new Map([...before, ...Object.entries(settings)]);
        expect(schemaOf(after)).toBe(SCHEMA);
        expect(carryForward(after)).toEqual({ settings: {}, lines: [] });
      }),
    );
  });
});
