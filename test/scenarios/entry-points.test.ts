// What entry points promise and what they say (issue 14, numbers 3, 13, 20, 22, 28; «Deliver» 3 and 4): each scenario from the click to the mail.
import { describe, expect, test } from 'vitest';
import { CAX, type Came, CHAIRMAN, dialogTexts, playedFile, rowIn } from './played.ts';

const PROMISE = 'Hệ thống gửi thư cho Chủ tịch trong khoảng 10 phút.';
const NOT_LEAVING = 'Hiện hệ thống KHÔNG tự gửi được thư cho Chủ tịch: ';
const FOREIGN = 'do người khác đặt';

const sentTo = ({ mails }: Came, address: string) => mails.filter(({ to, cc }) => [...to, ...cc].includes(address));
const versions = ({ ledger }: Came) => ledger.map((row) => [row['Kỳ'], row['Phiên bản'], row['Người chốt']]);
const everyWord = ({ said }: Came) =>
  said.flatMap(({ words, dialogs }) => [...words, ...dialogs.map(({ text }) => text)]).join('\n');
const lineIn = (came: Came, look: string, tab: string, text: string) => rowIn(came, look, tab, text).join('\n');
const redLine = (came: Came, look: string) => came.looks.get(look)?.['Tổng hợp']?.[1]?.[0] ?? '';
/** What follows the promise that cannot be made. */
const causesIn = (text: string) => text.split(NOT_LEAVING)[1]?.split('\n')[0] ?? '';

describe('14-03: switched off, its time over, no address that can be read', async () => {
  const came = await playedFile('14-03-sending-off');

  test('closing dialog, answer and red line name the same causes in the same words, and promise nothing', () => {
    const causes = causesIn(redLine(came, 'dòng đỏ'));
    expect(causes).toMatch(/«Tự động gửi».*«Theo dõi đến» \(10\/05\/2024\).*«E-mail Chủ tịch»/u);
    expect(causesIn(dialogTexts(came, 5))).toBe(causes);
    expect(lineIn(came, 'đã chốt', 'Điều khiển', 'Tổng hợp báo cáo')).toContain(`Đã chốt bản 1.`);
    expect(lineIn(came, 'đã chốt', 'Điều khiển', 'Tổng hợp báo cáo')).toContain(NOT_LEAVING + causes);
    expect(dialogTexts(came, 5)).not.toContain(PROMISE);
  });
  test('the check names them with what to do', () => {
    for (const cause of ['«Tự động gửi» ở tab Cấu hình đang tắt', 'Đã qua ngày «Theo dõi đến»', 'E-mail Chủ tịch'])
      expect(dialogTexts(came, 3)).toContain(cause);
  });
  test('mended, the line is empty and the mail leaves within ten minutes', () => {
    expect(redLine(came, 'đã sửa')).toBe('');
    expect(sentTo(came, CHAIRMAN)).toHaveLength(1);
    expect(sentTo(came, CHAIRMAN)[0]?.at.slice(0, 16) ?? '').toMatch(/^2024-05-15T09:[01]/u);
  });
});

describe('14-03: a clock that never ran', async () => {
  const came = await playedFile('14-03-clock-never-ran');

  test('nobody promises anything, and the figures are closed', () => {
    const cause = 'lịch tự động chưa chạy lần nào';
    expect(redLine(came, 'dòng đỏ')).toContain(NOT_LEAVING + cause);
    expect(dialogTexts(came, 2)).toContain(NOT_LEAVING + cause);
    expect(dialogTexts(came, 3)).toContain(`CHƯA có ai làm: ${cause}`);
    expect(dialogTexts(came, 4)).toContain('Lịch tự động chưa chạy lần nào.');
    expect(everyWord(came)).not.toContain('trong khoảng 10 phút');
    expect(versions(came)).toEqual([['Kỳ 05/2024', '1', CAX]]);
    expect(came.mails).toEqual([]);
  });
});

describe('14-03 in the hardened way', async () => {
  const came = await playedFile('14-03-hardened');

  test('the menu says it before, the answer says it after; a preview goes to CAX all the same', () => {
    const cause = `${NOT_LEAVING}«Tự động gửi» ở tab Cấu hình đang tắt`;
    expect(dialogTexts(came, 2)).toContain(cause);
    expect(lineIn(came, 'đã chốt', 'Điều khiển', 'Tổng hợp báo cáo')).toContain(cause);
    expect(sentTo(came, CHAIRMAN)).toEqual([]);
    const previews = came.mails.filter(({ subject }) => subject.startsWith('[XEM TRƯỚC]'));
    expect(previews.map(({ to, cc }) => [to, cc])).toEqual([[[CAX], []]]);
  });
});

describe('14-04 «Xem trước thư»', async () => {
  const came = await playedFile('14-04-preview-mail');
  const previews = came.mails.filter(({ subject }) => subject.startsWith('[XEM TRƯỚC]'));

  test('each asking is one mail, to the account that asked and nobody else, marked on top', () => {
    expect(previews.map(({ to, cc, at }) => [to, cc, at.slice(0, 10)])).toEqual([
      [[CAX], [], '2024-05-14'],
      [[CAX], [], '2024-05-15'],
      [[CAX], [], '2024-05-15'],
    ]);
    for (const { body } of previews) expect(body).toContain('THƯ XEM TRƯỚC, chỉ gửi đồng chí');
    for (const { body } of previews.slice(0, 2)) {
      expect(body).toMatch(/; số liệu lúc \d\d:\d\d ngày \d\d\/05\/2024, chưa chốt\./u);
      expect(body).not.toContain('bản chốt lúc');
    }
    expect(previews[2]?.body).toContain('bản chốt lúc');
    // The day has not come: no clock has missed it.
    expect(previews[0]?.body).not.toContain('hệ thống không chạy');
    expect(previews[0]?.body).toContain('Kỳ 05/2024 chốt được từ ngày 15/05/2024 đến hết ngày 19/05/2024.');
    expect(previews[1]?.body).toContain('Chốt lúc này thì Chủ tịch nhận đúng thư dưới đây.');
    expect(previews[2]?.body).toContain('Số liệu đúng như bản 1 đã chốt');
  });
  test('nothing is closed or booked by it', () => {
    const ledger = came.looks.get('đã xem trước')?.['Sổ báo cáo'] ?? [];
    expect(ledger.flat().filter((text) => text.includes('Kỳ 05/2024'))).toEqual([]);
  });
  test('it is the very mail the closing caused: same subject, same lines but for the moment', () => {
    const [real] = sentTo(came, CHAIRMAN);
    const lines = (body = '') =>
      body
        .split('\n')
        .filter((line) => !/THƯ XEM TRƯỚC|XEM TRƯỚC - |Văn bản kèm|docx/u.test(line) && line.trim() !== '')
        // One was closed, at a moment, by somebody; the other was not.
        .map((line) => line.replace(/; (?:bản chốt|số liệu) lúc .*$/u, ''));
    expect(previews[1]?.subject).toBe(`[XEM TRƯỚC] ${real?.subject}`);
    expect(lines(previews[1]?.body)).toEqual(lines(real?.body));
    expect(lines(real?.body).length).toBeGreaterThan(10);
  });
});

describe.each(['en', 'vi'] as const)(
  '14-13: a second account of CAX closes at once, Google’s words: %s',
  async (words) => {
    const came = await playedFile('14-13-second-police', { words });

    test('the right cause and the right cure', () => {
      const said = dialogTexts(came, 2);
      expect(said).toContain('cax2@example.vn chưa được đặt quyền');
      expect(said).toContain('nhờ cax@example.vn hoặc cai-dat@example.vn bấm Đồng bộ bảng tính');
      expect(said).toContain('Hệ thống tự đặt quyền trong khoảng 10 phút');
      expect(everyWord(came)).not.toContain(FOREIGN);
    });
    test('ten minutes later it closes', () => {
      expect(versions(came)).toEqual([['Kỳ 05/2024', '1', 'cax2@example.vn']]);
      expect(sentTo(came, CHAIRMAN)).toHaveLength(1);
    });
  },
);

describe('14-13 in the hardened way', async () => {
  const came = await playedFile('14-13-hardened');

  test('on the list and without rights: said so, let in, closed', () => {
    expect(dialogTexts(came, 2)).toContain('có trong tab Cấu hình nhưng chưa được đặt quyền');
    expect(dialogTexts(came, 5)).toContain('Đã ghi yêu cầu');
    expect(versions(came)).toEqual([['Kỳ 05/2024', '1', 'cax2@example.vn']]);
  });
});

describe('14-20: which month', async () => {
  const came = await playedFile('14-20-which-month');

  test('a preview names month and year', () => {
    expect(dialogTexts(came, 2)).toContain('Kỳ 05/2024 chốt được từ ngày 15/05/2024 đến hết ngày 19/05/2024.');
  });
  test('the closing names every unit it has room for', () => {
    expect(dialogTexts(came, 3)).toMatch(/Đơn vị còn thiếu \(10\): .*Trường Tiểu học Vân Sơn \(1 dòng\)\./u);
  });
  test('on 21/05 the month before is told: closed, mailed, what can still be done', () => {
    expect(dialogTexts(came, 4)).toContain(
      'Kỳ 05/2024: cax@example.vn đã chốt bản 1 lúc 08:30 15/05/2024. Thư Chủ tịch: Đã gửi chu-tich@example.vn',
    );
    expect(dialogTexts(came, 4)).toContain('Sửa được đến hết ngày 14/06/2024: «Đính chính kỳ trước».');
  });
  test('what was proposed last month is marked, what is new is not', () => {
    const [may, june] = sentTo(came, CHAIRMAN).map(({ body }) => body);
    expect(may).not.toContain('Đã nêu ở');
    expect(june).toMatch(/Đề nghị UBND xã cấp 01 máy quét\s+Đã nêu ở Kỳ 05\/2024/u);
    expect(june?.match(/Đã nêu ở/gu)).toHaveLength(1);
  });
});

describe('14-20: nobody closed', async () => {
  const came = await playedFile('14-20-automatic');

  test('bản 0 is told of, and can be signed off without a second mail', () => {
    expect(dialogTexts(came, 0)).toMatch(
      /Kỳ 05\/2024: Công an xã chưa chốt, hệ thống đã lập bản 0 lúc 16:0\d 15\/05\/2024/u,
    );
    expect(dialogTexts(came, 1)).toContain('đúng như bản 0 đã gửi Chủ tịch nên không gửi thêm thư');
    expect(dialogTexts(came, 1)).not.toContain(PROMISE);
    expect(sentTo(came, CHAIRMAN)).toHaveLength(1);
    expect(versions(came)).toEqual([
      ['Kỳ 05/2024', '0', 'Tự động'],
      ['Kỳ 05/2024', '1', CAX],
    ]);
  });
});

describe('14-22: the installing account handed over', async () => {
  const came = await playedFile('14-22-handover');

  test('set-up shows no ✓ for what would fail, and installs no clock', () => {
    expect(dialogTexts(came, 4)).toContain('☐ moi@example.vn chưa được đặt quyền sửa các vùng bảo vệ');
    expect(dialogTexts(came, 4)).not.toContain('✓ Bảng và quyền');
    expect(dialogTexts(came, 5)).toContain('✓ Bảng và quyền theo đơn vị đúng mẫu\n✓ Lịch tự động đang bật');
  });
  test('no run fails, and the new account writes to the chairman, each version once', () => {
    expect(came.said.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(sentTo(came, CHAIRMAN).map(({ from }) => from)).toEqual([
      'cai-dat@example.vn',
      'moi@example.vn',
      'moi@example.vn',
    ]);
  });
  test('documents are kept on, in a new folder each time, told of once', () => {
    expect(came.ledger.map((row) => row['Văn bản'] !== '')).toEqual([true, true, true]);
    expect(
      came.mails.filter(({ subject }) => subject.includes('[THƯ MỤC MỚI]')).map(({ at }) => at.slice(0, 10)),
    ).toEqual(['2024-05-15', '2024-05-16']);
    const folders = Object.values(came.stage.host.peek().files).filter(({ name }) =>
      name.startsWith('Báo cáo Đề án 06 – '),
    );
    expect(folders.map(({ owner, trashed }) => [owner, trashed])).toEqual([
      ['cai-dat@example.vn', false],
      ['moi@example.vn', true],
      ['moi@example.vn', false],
    ]);
  });
});

describe('14-22: handed over the hardened way, where the script is the old account’s', async () => {
  const came = await playedFile('14-22-hardened-handover');
  const row = (look: string) => lineIn(came, look, 'Điều khiển', 'Tổng hợp báo cáo');

  test('nothing is promised while nobody works, and the installing account is told why', () => {
    expect(came.step(4)?.outcome).toBe('refused');
    expect(dialogTexts(came, 5)).toContain(
      'CHƯA có ai làm: «Tài khoản cài đặt» nay là moi@example.vn nhưng tài khoản đó chưa bật lịch tự động',
    );
    expect(dialogTexts(came, 5)).not.toContain('Hệ thống làm trong khoảng 10 phút');
    expect(row('chưa ai làm')).toContain('Đang chờ lịch tự động');
    expect(came.mails.filter(({ subject }) => subject.includes('[LỊCH DỪNG]')).map(({ to }) => to)).toEqual([
      ['cai-dat@example.vn'],
    ]);
  });
  test('given back, what was asked for is done, once', () => {
    expect(row('ghi lại')).toMatch(/cax@example\.vn.*Đã chốt bản 1/su);
    expect(versions(came)).toEqual([['Kỳ 05/2024', '1', CAX]]);
    expect(sentTo(came, CHAIRMAN)).toHaveLength(1);
  });
});

describe('14-32: ticks of the hardened way', async () => {
  const came = await playedFile('14-32-hardened-order-of-ticks');
  const row = (look: string, deed: string) => lineIn(came, look, 'Điều khiển', deed);

  test('who and when stand in the row, and stay', () => {
    expect(row('đã xem', 'Kiểm tra dữ liệu')).toContain('Công an xã (đánh dấu)\n15/05/2024 08:21\n');
    expect(row('đã chốt', 'Tổng hợp báo cáo')).toMatch(
      /Công an xã \(đánh dấu\)\n15\/05\/2024 08:41\n.*Đã chốt bản 1/su,
    );
  });
  test('they are served in the order in which they were made', () => {
    const deeds = came.journal.filter((line) => /^(?:Kiểm tra|Xem trước|Tổng hợp)/u.test(line['Việc'] ?? ''));
    expect([...new Set(deeds.map((line) => line['Việc']))]).toEqual([
      'Kiểm tra dữ liệu',
      'Xem trước báo cáo',
      'Tổng hợp báo cáo',
    ]);
  });
});

describe('14-22: the old account is gone', async () => {
  const came = await playedFile('14-22-old-clock-gone');

  test('who must set the rights is named; afterwards everything works', () => {
    expect(dialogTexts(came, 3)).toContain('nhờ cax@example.vn bấm Đồng bộ bảng tính');
    expect(dialogTexts(came, 4)).toContain(
      '«Tài khoản cài đặt» nay là moi@example.vn nhưng tài khoản đó chưa bật lịch tự động',
    );
    expect(dialogTexts(came, 6)).toContain('✓ Lịch tự động đang bật');
    expect(dialogTexts(came, 7)).toContain(PROMISE);
    expect(sentTo(came, CHAIRMAN).map(({ from }) => from)).toEqual(['moi@example.vn']);
    expect(everyWord(came)).not.toContain(FOREIGN);
  });
});

describe('14-28: a correction after the 19th', async () => {
  const came = await playedFile('14-28-correct-previous');

  test('in the days of closing the entry point shows the other one', () => {
    expect(dialogTexts(came, 5)).toContain('đến hết ngày 19/05/2024: dùng «Tổng hợp báo cáo»');
  });
  test('rows stamped for the next month stay as they were closed, those chosen back are corrected, one mail', () => {
    expect(dialogTexts(came, 9)).toContain('Giữ nội dung báo cáo như bản 1 vì đã ghi cho kỳ sau: II.25.');
    const frozen = (code: string) =>
      (came.looks.get('đã đính chính')?.['Lịch sử'] ?? []).filter((row) => row[1] === '2' && row[2] === code).join();
    expect(frozen('I.01')).toContain('Đã rà soát 15 văn bản');
    expect(frozen('II.25')).toContain('Đã số hóa 100 hồ sơ');
    expect(sentTo(came, CHAIRMAN).map(({ subject }) => subject.includes('[ĐÍNH CHÍNH bản 2]'))).toEqual([false, true]);
  });
  test('asked again by a tick, nothing has changed', () => {
    expect(lineIn(came, 'bấm lại', 'Điều khiển', 'Đính chính kỳ trước')).toContain('Số liệu đúng như bản 2 đã chốt');
  });
  test('from the 15th of the next month it says plainly that it is over', () => {
    expect(dialogTexts(came, 13)).toMatch(/^Kỳ 05\/2024 đã hết thời gian đính chính\. /u);
  });
});

describe('18-04: closing by a tick', async () => {
  const came = await playedFile('18-04-closing-by-tick-is-shown-first');
  const row = (look: string, deed: string) => lineIn(came, look, 'Điều khiển', deed);

  test('ticked together with the preview it is shown and not closed', () => {
    expect(row('cùng lúc', 'Xem trước báo cáo')).toContain('Đồng ý thì đánh dấu «Tổng hợp báo cáo».');
    expect(row('cùng lúc', 'Tổng hợp báo cáo')).toContain(
      'Chưa chốt gì: chốt qua tab Điều khiển thì phải xem con số trước.',
    );
  });
  test('a report that came after the preview is shown before it is closed', () => {
    expect(row('đã khác', 'Tổng hợp báo cáo')).toContain('Chưa chốt gì: số liệu đã khác lần xem trước.');
    expect(row('đã khác', 'Tổng hợp báo cáo')).not.toContain('Trường Tiểu học');
  });
  test('what was shown is closed, once', () => {
    expect(row('đã chốt', 'Tổng hợp báo cáo')).toContain('Đã chốt bản 1.');
    expect(versions(came).map(([, version]) => version)).toEqual(['1']);
    expect(sentTo(came, CHAIRMAN)).toHaveLength(1);
  });
  test('two who ask for a mail to themselves get one each', () => {
    const tries = came.mails.filter(({ subject }) => subject.startsWith('[GỬI THỬ]'));
    expect(tries.map(({ to }) => to).sort()).toEqual([[CAX], ['cax2@example.vn']].sort());
    expect(row('đã gửi thử', 'Gửi thử cho tôi')).toContain('cax@example.vn, cax2@example.vn');
  });
  test('a tick taken away waits no more', () => {
    expect(row('đã bỏ', 'Nhắc đơn vị')).toContain('Đã bỏ đánh dấu, hệ thống không làm.');
  });
  test('asked before midnight of the last day, it is of that month', () => {
    expect(row('sau nửa đêm', 'Tổng hợp báo cáo')).toMatch(/Đính chính Kỳ 05\/2024 – bản 2/u);
    expect(row('sau nửa đêm', 'Tổng hợp báo cáo')).not.toContain('Kỳ 06/2024');
    // Who ticks nobody knows: each account of CAX has it.
    const previews = came.mails.filter(({ subject }) => subject.startsWith('[XEM TRƯỚC]'));
    expect(previews.map(({ to }) => to)).toEqual([[CAX], ['cax2@example.vn']]);
    for (const { subject } of previews) expect(subject).toContain('Tháng 5/2024');
  });
});
