// What happened and what to do where a run ends for what is on this computer: the command as it was typed, the folder, the build.
import { REFUSED_WORDS } from '../build/end-failed.ts';
import type { CommandLine, Words } from './block-words.ts';

export type LocalReason =
  | 'argument'
  | 'both-ways'
  | 'build'
  | 'record'
  | 'folder'
  | 'disk-full'
  | 'no-home'
  | 'no-script';

export const localWords = (run: CommandLine): Readonly<Record<LocalReason, Words>> => ({
  argument: {
    vi: ['Không đọc được lệnh.', 'Xem cách dùng: npm run deploy -- --help (PowerShell: npm run deploy "--" --help)'],
    en: ['The arguments cannot be read.', 'See npm run deploy -- --help'],
  },
  'both-ways': {
    vi: [
      '--hardened (cách chặt) và --plain (cách thường) không đi cùng nhau.',
      'Chọn một trong hai: npm run deploy -- --hardened, hoặc npm run deploy -- --plain',
    ],
    en: ['--hardened and --plain exclude one another.', 'Choose one of the two.'],
  },
  build: {
    vi: ['Chương trình dựng ra không đạt kiểm tra, chưa gửi gì lên Google.', 'Sửa chỗ nêu dưới đây, rồi chạy lại.'],
    en: ['The built script does not pass its checks; nothing was sent.', 'Mend what is named below, run again.'],
  },
  record: {
    vi: [
      'Tệp giữ mã bảng, mã tập lệnh của máy này không đọc được.',
      `Sửa lại tệp nêu dưới đây, hoặc xóa nó rồi chạy với mã của bảng đang dùng: ${run('--script MÃ-TẬP-LỆNH')}`,
    ],
    en: [
      'The record of this computer cannot be read.',
      'Mend the file below, or delete it and run with --script ID of the sheet in use.',
    ],
  },
  folder: {
    vi: [REFUSED_WORDS.folder[0], `${REFUSED_WORDS.folder[1]}: ${run()}`],
    en: ['The folder or file below cannot be written.', 'Move the project to a folder of yours, run again.'],
  },
  'disk-full': {
    vi: [REFUSED_WORDS['disk-full'][0], `${REFUSED_WORDS['disk-full'][1]}: ${run()}`],
    en: ['The disk is full.', 'Free some room, run again.'],
  },
  'no-home': {
    vi: [
      'Hệ điều hành không cho biết thư mục người dùng (biến USERPROFILE, hoặc HOME), nơi giữ tệp đăng nhập .clasprc.json.',
      `Mở cửa sổ lệnh bằng chính tài khoản máy tính của người cài (không qua dịch vụ hay lịch chạy), hoặc đặt biến đó là thư mục người dùng, rồi chạy lại: ${run()}`,
    ],
    en: [
      'No home folder (USERPROFILE or HOME), so no login file.',
      'Set it to the home folder of who installs, run again.',
    ],
  },
  'no-script': {
    vi: [
      'Máy này chưa biết tập lệnh nào để xem.',
      `Mở bảng ▸ Tiện ích mở rộng ▸ Apps Script ▸ Cài đặt dự án, sao chép Mã tập lệnh (Script ID), chạy: ${run('--script MÃ-TẬP-LỆNH')}`,
    ],
    en: ['This computer knows no script to look at.', 'Run with --script ID.'],
  },
});
