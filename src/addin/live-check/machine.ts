// The machine the script runs on: what the language has, how long things take, what is left of the day's mails.
import type { Probe } from './probe.ts';

export const MACHINE_PROBES: readonly Probe[] = [
  {
    id: 'language',
    about: 'Ngôn ngữ có những gì chương trình dùng',
    expected: { normalize: true, flatMap: true, properties: true, lookbehind: true },
    ask: () => ({
      normalize: 'à'.normalize('NFD').length === 2,
      flatMap: typeof [].flatMap === 'function',
      properties: /\p{L}/u.test('đ'),
      lookbehind: /(?<=a)b/u.test('ab'),
    }),
  },
  {
    id: 'clock-of-the-script',
    about: 'Giờ của hệ thống và giờ Việt Nam theo Google là một',
    expected: true,
    ask: () => {
      const now = new Date();
      const told = Utilities.formatDate(now, 'Asia/Ho_Chi_Minh', 'yyyy-MM-dd HH:mm');
      return told === new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
    },
  },
  {
    id: 'intl',
    about: 'Intl có tiếng Việt và múi giờ Việt Nam (chương trình không dùng)',
    ask: () => {
      if (typeof Intl === 'undefined') return 'không có Intl';
      const format = new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'long' });
      return format.format(new Date(Date.UTC(2024, 4, 15, 3)));
    },
  },
  {
    id: 'script-id',
    about: 'Chương trình biết mã tập lệnh của mình, không cần quyền riêng',
    expected: true,
    ask: () => ScriptApp.getScriptId().length > 10,
  },
  {
    id: 'script-lock',
    about: 'Khóa của dự án lấy được và trả được',
    expected: [true, false],
    ask: () => {
      const lock = LockService.getScriptLock();
      const had = lock.tryLock(1000);
      lock.releaseLock();
      return [had, lock.hasLock()];
    },
  },
  {
    id: 'store',
    about: 'Thuộc tính của dự án ghi, đọc, xóa được chữ tiếng Việt',
    expected: ['Đề án 06 | đã gửi', null],
    ask: () => {
      const store = PropertiesService.getScriptProperties();
      store.setProperty('tu-kiem', 'Đề án 06 | đã gửi');
      const told = store.getProperty('tu-kiem');
      store.deleteProperty('tu-kiem');
      return [told, store.getProperty('tu-kiem')];
    },
  },
  {
    id: 'mails-left',
    about: 'Số địa chỉ còn gửi được hôm nay',
    ask: () => MailApp.getRemainingDailyQuota(),
  },
];
