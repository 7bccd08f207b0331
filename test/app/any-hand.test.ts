// Any hand: what a careless or hostile editor puts into the cells it may edit stops no run, sends nothing personal, and is named. Both
// ways of installing. Few plays here, many in `npm run hunt`.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ColumnKey } from '../../src/sheet/layout/column-keys.ts';
import { bundleHardened } from '../../src/tools/build/bundle.ts';
import { ROOT } from '../../src/tools/build/root.ts';
import { INSTALLER } from '../../src/tools/month/cast.ts';
import { deployHardened } from '../../src/tools/month/deployed.ts';
import { makeReady, type Stage, stageOf } from '../../src/tools/month/stage.ts';
import { plays } from '../hunt.ts';
import { brokenLaws, CHAIRMAN, callsSince, hostileValue, saysOf, spoil } from './hostile-cells.ts';
import { again, playedOnce, rowsOf, SEEDS, stageAt, valueAt } from './played.ts';

const START = '2024-05-12T20:00';
const CHECK = 'Kiểm tra dữ liệu';
const SYNC = 'Đồng bộ bảng tính…';
const CLOSE = 'Tổng hợp báo cáo…';
const isHunt = process.env['HUNT'] !== undefined;

const plain = stageAt(START);
const UNIT = 'vp@example.vn';

/** A night, the round of the 13th, the check, a sync, a closing and its mail. */
function month(stage: Stage, sync = () => stage.click(stage.police, SYNC)): string[] {
  const said: string[] = [];
  stage.advanceTo('2024-05-13T09:00');
  said.push(saysOf(stage.click(stage.police, CHECK)), saysOf(sync()));
  stage.advanceTo('2024-05-15T08:30');
  said.push(saysOf(stage.click(stage.police, CLOSE)));
  stage.advanceTo('2024-05-15T10:00');
  return said;
}

const values = fc.array(hostileValue(isHunt ? 49_900 : 2500), { minLength: 40, maxLength: 60 });

describe('hostile cells', () => {
  /** Service calls of the same month in good hands. */
  const usual = callsSince(
    playedOnce(`tame month ${START}`, () => {
      const tame = again(plain);
      month(tame);
      return tame;
    }),
    plain.host.state().log.length,
  );

  test('in every cell a unit may edit: no run dies, nothing personal leaves, calls do not grow', { timeout: 0 }, () => {
    fc.assert(
      fc.property(values, (list) => {
        const stage = again(plain);
        spoil(stage, ['tasks', 'indicators'], list);
        const before = stage.host.state().log.length;
        const said = month(stage);
        expect(brokenLaws(stage, said)).toEqual([]);
        expect(rowsOf(stage, 'ledger', ['period', 'version'])).toEqual([{ period: 'Kỳ 05/2024', version: 1 }]);
        expect(stage.host.state().outbox.some(({ to }) => to.includes(CHAIRMAN))).toBe(true);
        expect(callsSince(stage, before)).toBeLessThanOrEqual(usual * 1.3);
      }),
      plays(1),
    );
  });

  test('in «Cấu hình», «Đơn vị», «Đột xuất» and «Điều khiển»: the clock goes on', { timeout: 0 }, () => {
    fc.assert(
      fc.property(values, (list) => {
        const stage = again(plain);
        spoil(stage, ['settings', 'units', 'adHoc', 'controls'], list);
        stage.advanceTo('2024-05-13T09:00');
        const said = [CHECK, SYNC].map((item) => saysOf(stage.click(INSTALLER, item)));
        stage.advanceTo('2024-05-15T17:30');
        expect(brokenLaws(stage, said)).toEqual([]);
      }),
      plays(1),
    );
  });

  test('hardened: the same hands, the same laws', { timeout: 0 }, async () => {
    // Its clock runs whole every ten minutes: the closing is near.
    const options = { seeds: SEEDS, clock: '2024-05-14T22:00', tell: () => {} };
    const deployed = await deployHardened((target) => bundleHardened(ROOT, target), options);
    const ready = makeReady(stageOf(deployed, options), options);
    await fc.assert(
      fc.asyncProperty(values, async (list) => {
        spoil(ready, ['tasks', 'indicators', 'units'], list);
        const said = month(ready, () => ready.run(INSTALLER, 'syncSheet'));
        expect(brokenLaws(ready, said)).toEqual([]);
      }),
      { ...plays(1), numRuns: 1 },
    );
  });
});

describe('a setting that cannot be used', () => {
  const set = (stage: Stage, row: string, text: string) => {
    const { sheetId, row: rowIndex, column: columnIndex } = stage.locate('settings', row, 'value');
    const rows = [{ values: [{ userEnteredValue: { stringValue: text } }] }];
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      { updateCells: { start: { sheetId, rowIndex, columnIndex }, rows, fields: 'userEnteredValue' } },
    ]);
  };

  test('long ones stop no clock, are named, and the plan’s own words serve', () => {
    const stage = again(plain);
    const host = `${'d'.repeat(60)}.`.repeat(3);
    const many = Array.from({ length: 190 }, (_, i) => `${'a'.repeat(60)}${i}@${host}vn`).join('\n');
    set(stage, 'commune', 'x'.repeat(12_000));
    set(stage, 'copies', many);
    set(stage, 'policeAccounts', `${stage.police}, ${many.slice(0, 10_000)}`);
    set(stage, 'grounds', `${'y'.repeat(49_000)}@x.vn`);
    stage.advanceTo('2024-05-13T09:00');
    expect(stage.failures).toEqual([]);
    const words = saysOf(stage.click(stage.police, CHECK));
    expect(words).toContain('Tên xã');
    expect(words).toMatch(/Tên xã.*dài 12000 ký tự, nhiều nhất 200; đang dùng «xã Vân Sơn»/u);
    expect(valueAt(stage, 'settings', 'commune', 'notes')).toBe('Dài quá, không dùng được: ghi ngắn lại');
    expect(valueAt(stage, 'settings', 'copies', 'notes')).toContain('Địa chỉ chưa đúng');
    for (const { subject } of stage.host.state().outbox) expect(subject.length).toBeLessThan(250);
  });

  test('two chairman’s addresses: none is used, both entry points say so', () => {
    const stage = again(plain);
    set(stage, 'chairmanEmail', 'a@x.vn, b@x.vn');
    const words = saysOf(stage.click(stage.police, CHECK));
    expect(words).toContain('ghi 2 địa chỉ, chỉ được ghi một; chưa dùng địa chỉ nào');
    stage.advanceTo('2024-05-15T08:30');
    stage.click(stage.police, CLOSE);
    stage.advanceTo('2024-05-15T10:00');
    expect(stage.host.state().outbox.filter(({ to }) => to.includes('a@x.vn') || to.includes('b@x.vn'))).toEqual([]);
  });

  test('commas in «Tài khoản Công an xã» lock nobody out', () => {
    const stage = again(plain);
    set(stage, 'policeAccounts', `Trưởng CAX <${stage.police.toUpperCase()}>, pho@example.vn; khac@example.vn`);
    expect(saysOf(stage.click(stage.police, CHECK))).not.toContain('Việc này dành cho');
  });
});

describe('at the row', () => {
  test('a formula, 0,8 of a hundred, numbers for days, times by hand: refused where a rule can, else named', () => {
    const stage = again(plain);
    const write = (column: ColumnKey<'tasks'>, value: object) => {
      const { sheetId, row: rowIndex, column: columnIndex } = stage.locate('tasks', 'II.25', column);
      stage.host.batchUpdateAs(UNIT, stage.fileId, [
        {
          updateCells: {
            start: { sheetId, rowIndex, columnIndex },
            rows: [{ values: [{ userEnteredValue: value }] }],
            fields: 'userEnteredValue',
          },
        },
      ]);
    };
    expect(stage.type(UNIT, 'tasks', 'II.25', 'doneOn', '20240515').kind).toBe('refused');
    expect(stage.type(UNIT, 'tasks', 'II.25', 'doneOn', '1990').kind).toBe('refused');
    expect(stage.type(UNIT, 'tasks', 'II.25', 'reportedAt', 'hôm nay').kind).toBe('refused');
    write('result', { formulaValue: '=B2' });
    write('progress', { numberValue: 0.008 });
    write('doneOn', { numberValue: 45000 });
    write('reportedAt', { numberValue: 45424 });
    const note = String(valueAt(stage, 'tasks', 'II.25', 'notes'));
    expect(note).toContain('Tiến độ dưới 1%');
    expect(note).toContain('Ngày hoàn thành không thuộc năm kế hoạch');
    expect(note).toContain('Thời điểm báo cáo không phải ngày giờ hệ thống ghi');
    expect(note).toContain('Có công thức trong ô nhập');
    const words = saysOf(stage.click(stage.police, CHECK));
    for (const said of ['Tiến độ dưới 1%', 'Có công thức trong ô nhập']) expect(words).toContain(said);
  });

  test('a smart chip as evidence is frozen as its link; one that leads nowhere is named', () => {
    const stage = again(plain);
    const uri = 'https://drive.google.com/file/d/1abcdefghij/view';
    stage.host.insertChip(UNIT, stage.fileId, stage.locate('tasks', 'II.25', 'evidence'), {
      richLinkProperties: { uri },
    });
    stage.host.insertChip(UNIT, stage.fileId, stage.locate('tasks', 'II.24', 'evidence'), {
      personProperties: { email: 'ai-do@example.vn' },
    });
    expect(saysOf(stage.click(stage.police, CHECK))).toContain('thẻ thông minh');
    stage.advanceTo('2024-05-15T08:30');
    stage.click(stage.police, CLOSE);
    const frozen = rowsOf(stage, 'history', ['code', 'evidence']);
    expect(frozen.find(({ code }) => code === 'II.25')?.['evidence']).toBe(uri);
    expect(frozen.find(({ code }) => code === 'II.24')?.['evidence']).not.toContain('@');
  });

  test('a heading typed over is named by the check and healed by the sync', () => {
    const stage = again(plain);
    stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
      {
        updateCells: {
          start: { sheetId: 1001, rowIndex: 0, columnIndex: 0 },
          rows: [{ values: [{ userEnteredValue: { stringValue: 'STT' } }] }],
          fields: 'userEnteredValue',
        },
      },
    ]);
    expect(saysOf(stage.click(stage.police, CHECK))).toContain('Tiêu đề cột «TT» bị ghi thành «STT»');
    expect(saysOf(stage.click(stage.police, SYNC))).toContain('«STT» → «TT»');
    expect(saysOf(stage.click(stage.police, CHECK))).not.toContain('Tiêu đề cột');
  });
});
