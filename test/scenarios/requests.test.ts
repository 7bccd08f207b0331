// Use cases asked for in the sheet and done by the clock (issue 18, number 4): what is closed has been read by somebody.
import { describe, expect, test } from 'vitest';
import { dialogTexts, playedFile, recordIn } from './played.ts';

describe('18-04: a correction by a request of the hardened menu', async () => {
  const came = await playedFile('18-04-correction-by-request');
  const outcome = (look: string) => recordIn(came, look, 'Điều khiển', 'Đính chính kỳ trước')['Kết quả'] ?? '';

  test('is shown first, as the menu has said, and made the second time', () => {
    expect(dialogTexts(came, 5)).toContain('thì hệ thống nêu con số ở cột Kết quả, chưa chốt');
    expect(outcome('lần đầu')).toMatch(/Chưa chốt gì: .*Đính chính Kỳ 05\/2024 – bản 2/su);
    expect(outcome('lần đầu')).toContain('Khác bản 1 (1): X.71.');
    expect(outcome('lần sau')).toContain('Đã chốt bản 2.');
    expect(came.ledger).toHaveLength(2);
  });
});
