// What «Cấu hình» may print is masked and named like everything that is printed; what only looks like a number of a person is left.
import { expect, test } from 'vitest';
import { readSettings, type SettingKey } from '../../../src/core/settings.ts';

const DECREE = 'Quyết định số 06/QĐ-TTg ngày 06/01/2022';

test.each<[SettingKey, string, unknown, string]>([
  ['chairmanName', 'NguyÔn V¨n Hïng', 'Nguyễn Văn Hùng', 'Chữ gõ bằng phông TCVN3'],
  ['grounds', 'Keá hoaïch cuûa Boä Coâng an', ['Kế hoạch của Bộ Công an'], 'Chữ gõ bằng phông VNI'],
  ['recipients', 'MẬT\nLưu: VT', ['MẬT', 'Lưu: VT'], 'Có chữ chỉ độ mật «MẬT»'],
  ['firstPeriod', 'Tháng 5/2024', undefined, 'phải là kỳ, dạng Kỳ 05/2024'],
])('%s: «%s» is named', (key, typed, used, said) => {
  const { settings, findings } = readSettings(new Map([[key, typed]]), 2024);
  expect(settings[key as keyof typeof settings]).toEqual(used);
  expect(findings.filter(({ text }) => text.includes(said))).toHaveLength(1);
});

test.each<[SettingKey, string, unknown, string | undefined]>([
  ['chairmanName', 'Nguyễn Văn A, 038204001234', 'Nguyễn Văn A, 0382••••••34', 'block'],
  ['standingBody', 'Công an xã (ĐT 0912 345 678)', 'Công an xã (ĐT 091•••••78)', 'note'],
  ['grounds', `${DECREE}\nCăn cước 038204 001234`, [DECREE, 'Căn cước 0382••••••34'], 'block'],
  ['grounds', DECREE, [DECREE], undefined],
  ['planNumber', '45/KH-UBND', '45/KH-UBND', undefined],
  ['fileId', '1abcdefghij0912345678', '1abcdefghij0912345678', undefined],
])('%s: «%s»', (key, typed, used, weight) => {
  const { settings, findings } = readSettings(new Map([[key, typed]]), 2024);
  expect(settings[key as keyof typeof settings]).toEqual(used);
  const said = findings.filter(({ text }) => text.startsWith('Cấu hình «'));
  expect(said.map((finding) => finding.weight)).toEqual(weight === undefined ? [] : [weight]);
  for (const { text } of said) expect(text).not.toMatch(/\d{9}/u);
});
