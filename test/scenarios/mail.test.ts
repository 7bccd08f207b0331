// Mail has three ends (rule 6.8): what left, what was refused, what nobody can know; and nobody is told otherwise.
import { describe, expect, test } from 'vitest';
import { again, stageAt, valueAt } from '../app/played.ts';
import { CAX, type Came, CHAIRMAN, mailsTo, playedFile, rowIn } from './played.ts';

const subjects = (came: Came, address: string) => mailsTo(came, address).map(({ subject }) => subject);
/** What stands in a line of a tab in a look. */
const line = (came: Came, look: string, tab: string, text: string) => rowIn(came, look, tab, text).join('\n');
const control = (came: Came, look: string, text: string) => line(came, look, 'Điều khiển', text);
const TROUBLE = 'Thư chưa gửi được';
const failures = ({ said }: Came) => said.filter(({ outcome }) => outcome === 'failed').flatMap(({ words }) => words);
/** How often each address was reminded on a day. */
const reminded = ({ mails }: Came, day: string) => {
  const all = mails.filter(({ at, subject }) => at.startsWith(day) && /chưa cập nhật/u.test(subject));
  return all.map(({ to }) => to.join());
};

describe('14.1: the mail service takes nothing from the closing until 09:05', async () => {
  const came = await playedFile('14-01-gmail-down-at-closing');
  const reason = 'dịch vụ của Google đang lỗi (Service error: Gmail)';

  test('the chairman gets the month once, unmarked, as soon as it works', () => {
    expect(subjects(came, CHAIRMAN)).toEqual([expect.stringMatching(/^\[ĐA06\] Tháng 5\/2024/u)]);
    expect(failures(came)).toEqual([]);
  });
  test('meanwhile the line of «Điều khiển» says why, and «Gửi Chủ tịch» does not say it has left', () => {
    expect(control(came, 'đang hỏng', TROUBLE)).toContain(`Thư Chủ tịch Kỳ 05/2024 – bản 1: ${reason} (`);
    expect(control(came, 'đang hỏng', 'Gửi Chủ tịch')).toContain(`Chưa gửi được ${CHAIRMAN}: ${reason}`);
    expect(line(came, 'đang hỏng', 'Sổ báo cáo', 'Kỳ 05/2024')).toContain('Chưa gửi được');
  });
  test('afterwards nothing is told any more; the journal holds both', () => {
    expect(control(came, 'đã thông', TROUBLE).trim()).toBe(TROUBLE);
    expect(line(came, 'đã thông', 'Sổ báo cáo', 'Kỳ 05/2024')).not.toContain('Chưa gửi được');
    const states = came.journal.filter((row) => row['Việc'] === 'Thư Chủ tịch').map((row) => row['Trạng thái']);
    // Two tries of the clock, and the one that was asked for.
    // How many tries fall into the outage depends on the minute at which the clock comes.
    expect(states.length).toBeGreaterThanOrEqual(3);
    expect(states).toEqual([...states.slice(1).map(() => 'không gửi được'), 'đã gửi']);
  });
});

describe('14.2: addresses among the copies that are none, or too many', async () => {
  const came = await playedFile('14-02-copies-at-fault');

  test('sixty are refused where they are typed', () => {
    expect(came.step(0)).toMatchObject({
      outcome: 'refused',
      words: [expect.stringContaining('Nhiều nhất 40 địa chỉ')],
    });
    expect(came.step(1)?.outcome).toBe('done');
  });
  test('the chairman and the good one get the month; the bad one is named by the check, the journal and «Điều khiển»', () => {
    expect(mailsTo(came, CHAIRMAN).map(({ cc }) => cc)).toEqual([['pct@example.vn']]);
    expect(JSON.stringify(came.step(2)?.dialogs)).toContain('van..phong@example.vn');
    const [sent] = came.journal.filter((row) => row['Việc'] === 'Thư Chủ tịch');
    expect(sent?.['Kết quả']).toContain('không gửi bản sao tới van..phong@example.vn (không phải địa chỉ e-mail)');
    expect(control(came, 'đã gửi', TROUBLE)).toContain('E-mail nhận bản sao: không gửi tới van..phong@example.vn');
  });
});

describe('14.4: the chairman’s address changes, and units are reminded by the clock and by CAX', async () => {
  const came = await playedFile('14-04-address-changed-and-reminded');

  test('a sent version goes again only to the second asking, marked, and the ledger keeps both', () => {
    expect(subjects(came, CHAIRMAN)).toHaveLength(1);
    expect(control(came, 'hỏi lại', 'Gửi Chủ tịch')).toContain('đã gửi trước đó (xem Sổ báo cáo); chưa gửi lại.');
    expect(subjects(came, 'chu-tich-moi@example.vn')).toEqual([
      expect.stringMatching(/^\[ĐA06\] \(gửi lại\) Tháng 5/u),
    ]);
    expect(mailsTo(came, 'chu-tich-moi@example.vn')[0]?.body).toContain('Thư gửi lại theo đề nghị của');
    const told = line(came, 'đã gửi lại', 'Sổ báo cáo', 'Kỳ 05/2024');
    expect(told).toMatch(/Đã gửi chu-tich@example\.vn lúc[\s\S]*Gửi lại chu-tich-moi@example\.vn lúc/u);
  });
  test('each unit is reminded once that day, and the answer says who had been', () => {
    const units = reminded(came, '2024-05-15');
    expect(units.length).toBeGreaterThan(5);
    expect(new Set(units).size).toBe(units.length);
    expect(control(came, 'hỏi lại', 'Nhắc đơn vị')).toMatch(/hôm nay đã nhắc lúc 07:\d\d nên không nhắc lại: /u);
  });
});

describe('14.23: one request that cannot be done', async () => {
  const came = await playedFile('14-23-one-stuck-request');

  test('is answered in its row, and the chairman’s mail leaves', () => {
    expect(control(came, 'sau đó', 'Gửi thử cho tôi')).toContain('Không gửi thử được Kỳ 05/2024');
    expect(control(came, 'sau đó', 'Gửi thử cho tôi')).toContain('Service error: Gmail');
    expect(subjects(came, CHAIRMAN)).toHaveLength(1);
    expect(failures(came)).toEqual([]);
  });
});

describe('14.26: a report out of turn', async () => {
  const came = await playedFile('14-26-ad-hoc-asked-and-sent');
  const [mail, ...more] = mailsTo(came, CHAIRMAN);

  test('closed without the chairman’s address it is not sent, and is once the address is there', () => {
    expect(line(came, 'chưa có địa chỉ', 'Sổ báo cáo', 'ĐX-2024-01')).not.toContain('Đã gửi');
    expect(mail?.at.slice(0, 16) ?? '').toMatch(/^2024-05-14T10:[23]/u);
    expect(more).toEqual([]);
  });
  test('a unit the day’s mails did not reach is not said to have been silent', () => {
    expect(mailsTo(came, 'tp@example.vn')).toEqual([]);
    expect(mail?.body).toContain('Chưa gửi được yêu cầu (01): Ban Tư pháp.');
  });
  test('what was typed before it was asked is no answer, though onEdit missed it; what was typed after is', () => {
    expect(mail?.body).toContain('Đơn vị chưa trả lời đủ (01): Văn phòng UBND xã (0/1).');
    expect(mail?.body).toContain('1/3 đơn vị trả lời đủ');
  });
});

describe('14.27: reminders that were promised', () => {
  test('asked for at 06:30 and due at 07:05: one mail a unit and day', async () => {
    const came = await playedFile('14-27-reminders-promised');
    const units = reminded(came, '2024-05-15');
    expect(units.length).toBeGreaterThan(5);
    expect(new Set(units).size).toBe(units.length);
    // CAX is warned of bản 0 all the same.
    expect(subjects(came, CAX).filter((subject) => subject.includes('Trước 16 giờ hôm nay'))).toHaveLength(1);
  });

  test('what a day’s mails do not reach for leaves the next morning, and is told in the row', async () => {
    const came = await playedFile('14-27-quota-next-day');
    expect(control(came, 'đã hứa', 'Nhắc đơn vị')).toContain('hết hạn mức thư hôm nay, chậm nhất ngày mai gửi tiếp: ');
    expect(reminded(came, '2024-05-10')).not.toContain('vhtt@example.vn');
    const next = came.mails.filter(({ at }) => at.startsWith('2024-05-11'));
    expect(next.every(({ at }) => at.slice(11) >= '07:00')).toBe(true);
    expect(next.flatMap(({ to }) => to)).toContain('vhtt@example.vn');
    expect(control(came, 'đã giữ lời', 'Nhắc đơn vị')).toContain('Ban Văn hóa');
    const all = [...reminded(came, '2024-05-10'), ...reminded(came, '2024-05-11')];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('14.29: a store full of old claims', () => {
  const before = stageAt('2024-05-14T08:00');
  const HEARTBEAT = 'Lịch tự động chạy gần nhất (mỗi ngày ghi một lần)';

  test('is emptied of them, and the day goes on', () => {
    let claims = 0;
    const stage = again(before, (state) => {
      const script = state.scripts[before.scriptId];
      if (!script) throw new Error('no script');
      const { properties } = script;
      const size = () => JSON.stringify(properties.script).length;
      // The reasons of refusals fill it: some 400 bytes each.
      for (; size() < 511_000; claims += 1) {
        properties.script[`mail 2022-05|reminder|1|U${claims}`] = `refused 44700 3 44700 44700 0 ${'x'.repeat(380)}`;
      }
    });
    stage.advanceTo('2024-05-14T09:30');
    expect(stage.failures).toEqual([]);
    expect(valueAt(stage, 'controls', TROUBLE, 'outcome')).toBe(null);
    expect(typeof valueAt(stage, 'controls', 'Lịch tự động chạy gần nhất (mỗi ngày ghi một lần)', 'outcome')).toBe(
      'number',
    );
    const kept = stage.host.state().scripts[before.scriptId]?.properties.script ?? {};
    expect(claims - Object.keys(kept).filter((key) => key.includes('2022-05')).length).toBeGreaterThanOrEqual(200);
  });

  test('be it full of what is not ours, the day’s other work is done, and the failure is told to Google', () => {
    const stage = again(before, (state) => {
      const kept = state.scripts[before.scriptId]?.properties.script ?? {};
      while (JSON.stringify(kept).length < 512_000) kept[`lạ ${Object.keys(kept).length}`] = 'x'.repeat(9000);
    });
    stage.advanceTo('2024-05-14T08:30');
    expect(stage.failures.join()).toContain('property storage quota');
    expect(typeof valueAt(stage, 'controls', HEARTBEAT, 'outcome')).toBe('number');
  });
});
