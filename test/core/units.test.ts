import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../src/core/plan.ts';
import { tidy } from '../../src/core/text.ts';
import { accountableUnit, allOutside, findUnit, leadUnits, readUnits } from '../../src/core/units.ts';
import { checkSeeds } from '../../src/tools/build/check-seeds.ts';
import { ROOT } from '../../src/tools/build/root.ts';

const { tasks, units } = checkSeeds(join(ROOT, 'seeds'));
const codesOf = (cell: string) => readUnits(cell, units).units.map(({ unit }) => unit.code);

// The plan's own 72 tasks: Đầu mối («–» none) | leads | coordinating units, in the order of the cells.
const TABLE = `
  1 TP | TP | BN UBND
  2 TCKH | TCKH | BN UBND
  3 VP | VP | BN UBND
  4 VP | VP | PBH UBNDX
  5 VP | VP BN | CQLQ
  6 – | BNLQ | BPMC
  7 BPMC | BPMC BN | VP
  8 BPMC | BN BPMC | VP
  9 CAX | CAX VHTT | BNDV THON
  10 VHTT | VHTT | CQLQ
  11 – | NHNO | CQLQ
  12 BPMC | BPMC BN THON | CQLQ
  13 VHTT | VHTT | CQLQ
  14 BPMC | BPMC VHTT | CQLQ
  15 BPMC | BPMC VHTT | BN THON CQLQ
  16 TP | TP | BPMC
  17 BPMC | BPMC | CQLQ
  18 VHTT | VHTT | BPMC CQLQ
  19 BPMC | BPMC VHTT | CAH CQLQ
  20 VP | BN UBND | BPMC
  21 – | BN | BPMC
  22 CAX | BNDV CAX UBND | BPMC
  23 – | BN | VP
  24 VP | VP | VP VHTT CAX
  25 VP | VP | BPMC
  26 TCKH | TCKH | CQLQ
  27 – | BNLQ | VP
  28 VHTT | VHTT | TCNS
  29 VHTT | VHTT BPMC | CQLQ
  30 VP | VP | BPMC UBNDX
  31 VP | VP | BN UBND
  32 VP | VP | TP LDTBXH CAX CQLQ
  33 LDTBXH | LDTBXH | NH UBND
  34 LDTBXH | LDTBXH | CAX NH UBND
  35 – | NH | CQLQ UBNDX
  36 TCKH | TCKH | THUE
  37 VP | BNLQ UBND | CAX
  38 CAX | CAX VHTT | BNDV UBND
  39 CAX | CAX | PBH UBND
  40 TH | TH THCS | GDDTH CQLQ
  41 LDTBXH | LDTBXH | NH CQLQ
  42 LDTBXH | LDTBXH | BHXHH CQLQ
  43 BPMC | BPMC | CQLQ
  44 – | BNLQ | CAX VHTT
  45 VP | BNLQ UBND | CAH
  46 DCXD | DCXD | TNMTH VHTTH
  47 VHTT | VHTT | CAX VP BNLQ
  48 TCKH | TCKH | VHTT
  49 TP | TP | VHTT CAX
  50 LDTBXH | LDTBXH | CAX VHTT
  51 DCXD | DCXD | CAX VHTT
  52 DCNNMT | DCNNMT | CAX VHTT
  53 TP | TP | TAH CAH VHTT
  54 TP | TP | TAH CAH VHTT
  55 TP | TP | TAH CAH VHTT
  56 TP | TP | VKSH CAH VHTT
  57 CAX | CAX | VP BNDV
  58 CAX | CAX | VP BNDV
  59 CAX | CAX | VP BNDV
  60 CAX | CAX | VP BNDV
  61 VP | VP | VHTT PBH
  62 VHTT | VHTT | CAX CQLQ
  63 VHTT | VHTT CAX BPMC | CQLQ
  64 VHTT | VHTT | CAX CQLQ
  65 TCKH | TCKH | BNLQ
  66 VP | VP | CAX VHTT CQLQ
  67 VHTT | VHTT BN | CAH CQLQ
  68 BPMC | BNDV BPMC | CAX BDX
  69 CAX | CAX VHTT | BNDV
  70 CAX | CAX VHTT | BNDV
  71 TP | TP | BNDV
  72 CAX | CAX VHTT | BNDV`
  .trim()
  .split('\n')
  .map((line) => {
    const [head = '', leads = '', coordinating = ''] = line.split(' | ');
    const [number, accountable] = head.trim().split(' ');
    return { number: Number(number), accountable, leads: leads.split(' '), coordinating: coordinating.split(' ') };
  });

describe('the plan’s own cells', () => {
  test.each(TABLE)('task $number → $accountable', ({ number, accountable, leads, coordinating }) => {
    const task = tasks[number - 1];
    const [lead, others] = [task?.lead ?? '', task?.coordinating ?? ''];
    expect(codesOf(lead)).toEqual(leads);
    expect(codesOf(others)).toEqual(coordinating);
    expect([...readUnits(lead, units).unread, ...readUnits(others, units).unread]).toEqual([]);
    expect(accountableUnit(lead, units)?.code ?? '–').toBe(accountable);
  });

  test('the table has every task', () =>
    expect(TABLE.map((row) => row.number)).toEqual(tasks.map((task) => task.number)));

  test('led from outside the commune: 11 and 35', () =>
    expect(tasks.filter((task) => allOutside(task.lead, units)).map((task) => task.number)).toEqual([11, 35]));

  // Every word of a cell is in a name, in a clause, or this word.
  test('the only connective is «và»', () => {
    const said = new Set<string>();
    for (const cell of tasks.flatMap((task) => [task.lead, task.coordinating])) {
      let rest = cell;
      for (const { text, qualifier } of readUnits(cell, units).units)
        for (const part of [text, qualifier ?? '']) rest = rest.replace(part, '');
      for (const word of rest.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) said.add(word);
    }
    expect([...said]).toEqual(['và']);
  });
});

describe('readUnits', () => {
  test.each([
    ['CÔNG AN XÃ; ban tư pháp', 'CAX TP', ''],
    ['Ban Văn hoá – Thông tin', 'VHTT', ''],
    ['Ban Văn hóa\u2011Thông tin xã', 'VHTT', ''],
    ['Công an xã, Ban Tư pháp'.normalize('NFD'), 'CAX TP', ''],
    ['Uỷ ban nhân dân xã', 'UBND', ''],
    ['Toà án nhân dân huyện', 'TAH', ''],
    ['Công\u00A0an\u200B xã', 'CAX', ''],
    ['Văn phòng\nUBND xã', 'VP', ''],
    ['Công an xã\nBan Tư pháp', 'CAX TP', ''],
    ['- Công an xã\n– Ban Tư pháp', 'CAX TP', ''],
    ['Công an xã - Ban Tư pháp', 'CAX TP', ''],
    ['Công an xã và Ban Tư pháp.', 'CAX TP', ''],
    ['Công an xã, Công an xã', 'CAX CAX', ''],
    ['BHXH huyện,Các đơn vị có liên quan', 'BHXHH CQLQ', ''],
    ['Phòng Tài nguyên và Môi trường Phòng Văn hóa - Thông tin', 'TNMTH VHTTH', ''],
    ['Công an xã chủ trì, phối hợp Văn phòng HĐND&UBND xã', 'CAX', ''],
    ['Ban Tư pháp chủ trì, tham mưu cho UBND xã; Công an xã', 'TP CAX', ''],
    ['Ban Tư pháp tham mưu UBND xã, Công an xã', 'TP CAX', ''],
    ['Ban Tư pháp (cùng UBND huyện)', 'TP', ''],
    // A known name that runs on is another, unknown name.
    ['Ban Tư pháp huyện', '', 'Ban Tư pháp huyện'],
    ['Ban Tài chính - Kế toán', '', 'Ban Tài chính - Kế toán'],
    ['Chủ tịch UBND xã', '', 'Chủ tịch UBND xã'],
    ['Công an xãa', '', 'Công an xãa'],
    ['Công an', '', 'Công an'],
    ['Cong an xa', '', 'Cong an xa'],
    ['Trạm Y tế xã; Công an xã', 'CAX', 'Trạm Y tế xã'],
    ['Công an xã; Trạm Y tế xã, Hội Nông dân', 'CAX', 'Trạm Y tế xã|Hội Nông dân'],
    ['Tham mưu UBND xã', '', 'Tham mưu UBND xã'],
    ['Ban Tư pháp; Trạm Công an xã chủ trì', 'TP', 'Trạm Công an xã chủ trì'],
    ['Ban Tư pháp\nhuyện', 'TP', 'huyện'],
    ['Công an xã (tạm', 'CAX', 'tạm'],
    ['BN', '', 'BN'],
    [';; ,', '', ''],
    ['', '', ''],
  ])('%j → %s / unread: %s', (cell, named, unread) => {
    const reading = readUnits(cell, units);
    expect(reading.units.map(({ unit }) => unit.code).join(' ')).toBe(named);
    expect(reading.unread.join('|')).toBe(unread);
  });

  test('words stay as the cell has them, with the clause behind', () =>
    expect(readUnits('BAN VĂN HÓA- Thông tin chủ trì tham mưu UBND xã; Công an xã', units).units).toMatchObject([
      { text: 'BAN VĂN HÓA- Thông tin', qualifier: 'chủ trì tham mưu UBND xã' },
      { text: 'Công an xã' },
    ]));

  // Work grows with the length of the cell, not with its square: these would take minutes.
  test.each(['(', 'rà soát; ', 'Công an xã tham mưu ', 'Ban Tư pháp huyện ', '- '])(
    '60,000 characters of «%s»',
    (junk) => {
      const { units: named, unread } = readUnits(junk.repeat(60_000 / junk.length), units);
      expect(named.length + unread.length).toBeLessThanOrEqual(60_000 / junk.length);
    },
  );

  const name = fc.constantFrom(
    ...units.flatMap((unit) => [unit.name, ...unit.aliases].map((text) => ({ unit, text }))),
  );
  const written = (text: string) =>
    fc.constantFrom(text, text.normalize('NFD'), text.toUpperCase(), text.toLowerCase(), text.replace(/ /gu, '  '));

  test('names joined by «;» are read back, however written', () =>
    fc.assert(
      fc.property(
        fc.array(
          name.chain(({ unit, text }) => written(text).map((cell) => ({ unit, cell }))),
          { minLength: 1, maxLength: 5 },
        ),
        (named) => {
          const reading = readUnits(named.map(({ cell }) => cell).join('; '), units);
          // «các ban, ngành; cấp xã» is one of the plan's own spellings.
          fc.pre(!named.some(({ cell }) => /^cấp/iu.test(cell)));
          expect(reading.unread).toEqual([]);
          expect(reading.units.map(({ unit }) => unit)).toEqual(named.map(({ unit }) => unit));
        },
      ),
    ));

  test('any text is read without a throw, and its words are named, told or unread', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (cell) => {
        const reading = readUnits(cell, units);
        const words = (tidy(cell).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => word.toLowerCase() !== 'và');
        expect(reading.units.length + reading.unread.length > 0).toBe(words.length > 0);
      }),
    ));
});

describe('findUnit', () => {
  test.each([
    ['Công an xã', 'CAX'],
    ['cax', 'CAX'],
    ['VHTT', 'VHTT'],
    ['Ban Văn hoá – Thông tin', 'VHTT'],
    ['Bộ phận một của xã', 'BPMC'],
    ['các ban ngành', 'BN'],
    ['Công an xã; Ban Tư pháp', undefined],
    ['Công an', undefined],
    ['', undefined],
  ])('%j → %s', (name, code) => expect(findUnit(name, units)?.code).toBe(code));

  test('every name, other name and code finds its unit', () => {
    for (const unit of units)
      for (const name of [unit.code, unit.name, ...unit.aliases]) expect(findUnit(name, units)).toBe(unit);
  });
});

describe('who leads', () => {
  test.each([
    ['UBND xã', 'VP', 'VP'],
    ['Các ban, ngành; UBND xã', 'VP', 'CAX VP TP TCKH VHTT LDTBXH DCXD DCNNMT'],
    ['Các thôn', undefined, 'THON'],
    ['Các ban, ngành, đơn vị cấp xã', undefined, 'BPMC TH THCS CAX VP TP TCKH VHTT LDTBXH DCXD DCNNMT'],
    ['Các cơ quan, đơn vị có liên quan', undefined, 'BPMC TH THCS CAX VP TP TCKH VHTT LDTBXH DCXD DCNNMT'],
    ['Các Ngân hành trên địa bàn huyện', undefined, 'NHNO'],
    ['Công an huyện; Công an xã', 'CAX', 'CAH CAX'],
    ['Trạm Y tế xã; Công an xã', undefined, 'CAX'],
    ['Công an xã; Trạm Y tế xã', 'CAX', 'CAX'],
    ['Công an xã, Công an xã', 'CAX', 'CAX'],
    ['Ngân hàng Nông nghiệp chi nhánh Triệu Sơn chủ trì tham mưu UBND xã', undefined, 'NHNO'],
    ['Trạm Y tế xã', undefined, ''],
    ['', undefined, ''],
  ])('«%s»: Đầu mối %s, may edit: %s', (lead, accountable, editors) => {
    expect(accountableUnit(lead, units)?.code).toBe(accountable);
    expect(new Set(leadUnits(lead, units).map((unit) => unit.code))).toEqual(
      new Set(editors.split(' ').filter(Boolean)),
    );
  });

  test.each([
    ['Công an huyện, các ngân hàng', true],
    ['Công an huyện; Công an xã', false],
    ['Công an huyện; Trạm Y tế xã', false],
    ['Các đơn vị có liên quan', false],
    ['Trạm Y tế xã', false],
    ['', false],
  ])('«%s» all outside: %s', (lead, outside) => expect(allOutside(lead, units)).toBe(outside));

  test('another commune’s units', () => {
    const unit = (code: string, name: string, rest: Partial<Unit> = {}): Unit => ({
      code,
      name,
      aliases: [],
      level: 'xã',
      collective: false,
      memberOf: [],
      reporting: 'có dòng',
      ...rest,
    });
    const others = [
      unit('TT', 'Trung tâm Phục vụ hành chính công', { aliases: ['TTPVHCC'] }),
      unit('PKT', 'Phòng Kinh tế', { memberOf: ['P'] }),
      unit('PVX', 'Phòng Văn hóa - Xã hội', { memberOf: ['P'] }),
      unit('P', 'Các phòng chuyên môn', { collective: true, memberOf: ['P2'] }),
      unit('P2', 'Các phòng, ban', { collective: true, memberOf: [] }),
    ];
    expect(accountableUnit('Các phòng chuyên môn; TTPVHCC', others)?.code).toBe('TT');
    expect(leadUnits('Các phòng, ban; TTPVHCC', others).map(({ code }) => code)).toEqual(['PKT', 'PVX', 'TT']);
    expect(accountableUnit('Công an xã', others)).toBeUndefined();
  });
});
