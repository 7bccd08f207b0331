// Named ranges: a closing takes a name of its own over its frozen rows, and where somebody else has it, that version cannot be made.
import type { Finding } from '../finding.ts';
import { quoted } from './quoted.ts';

/** A name that passes for a closing's and is none. */
export interface FalseName {
  readonly name: string;
  /** Title of the tab it lies on; empty where nobody knows. */
  readonly title: string;
  /** On «Lịch sử», where such names belong: then its row of «Sổ báo cáo» is what is missing. */
  readonly amongFrozen: boolean;
}

export function checkNames(names: readonly FalseName[]): Finding[] {
  return names.map(({ name, title, amongFrozen }): Finding => {
    return {
      place: `Dải ô được đặt tên «${quoted(name)}»${title === '' ? '' : `, tab ${title}`}`,
      weight: 'block',
      text: amongFrozen
        ? 'Sổ báo cáo không có bản nào mang tên này; bản ấy không chốt được.'
        : 'Trùng tên hệ thống dùng để chốt báo cáo; bản ấy không chốt được.',
      todo: amongFrozen
        ? 'Nếu Sổ báo cáo bị xóa dòng, lấy lại bằng Tệp ▸ Lịch sử phiên bản; nếu không, xóa tên ở Dữ liệu ▸ Dải ô được đặt tên.'
        : 'Đồng bộ bảng tính để bỏ tên này (ô vẫn nguyên).',
    };
  });
}

/** @param versions «Kỳ 05/2024 bản 1: thiếu dòng II.05» */
export function checkFrozen(versions: readonly string[]): Finding[] {
  return versions.map((version): Finding => {
    return {
      place: 'Tab Lịch sử',
      weight: 'block',
      text: `${version}. Thư và văn bản cần số liệu ấy không được lập, không được gửi.`,
      todo: 'Lấy lại các dòng ấy bằng Tệp ▸ Lịch sử phiên bản, hoặc dán lại đúng các dòng cũ (cả Kỳ, Phiên bản, Mã).',
    };
  });
}
