// The words the chairman's mail has of six months and of a year.
import { twoDigits } from '../../core/figures.ts';
import { alone, count } from './shared.ts';

/** Six months, the year, the year as it ended (forms 4.*). */
export const SPAN = {
  subject: {
    halfYear: (year: number) => `Sơ kết 6 tháng ${year}:`,
    year: (year: number) => `Tổng kết ${year}:`,
    supplement: (year: number) => `Tổng kết ${year}, đến 31/12:`,
  },
  shortSubject: {
    halfYear: (year: number) => `6T/${year}:`,
    year: (year: number) => `Năm ${year}:`,
    supplement: (year: number) => `Năm ${year} bổ sung:`,
  },
  name: {
    halfYear: (year: number) => `sơ kết 6 tháng đầu năm ${year}`,
    year: (year: number) => `tổng kết năm ${year}`,
    supplement: (year: number) => `tổng kết năm ${year}, số liệu đến hết ngày 31/12`,
  },
  due: (text: string) => `hoàn thành ${text} đến hạn`,
  dueOfYear: (text: string) => `${text} đến hạn`,
  dueSentence: (text: string) => `hoàn thành ${text} nhiệm vụ đến hạn`,
  nothingDue: 'chưa có nhiệm vụ đến hạn',
  ofYear: (text: string) => `${text} nhiệm vụ có hạn trong năm`,
  both: (due: string, ofYear: string) => `${due}, ${ofYear}`,
  expected: (part: number, whole: number, goesOn: string) => `ước đến 31/12: ${part}/${whole}, ${goesOn}`,
  done: (part: number, whole: number) => `hoàn thành ${part}/${whole} có hạn trong năm`,
  forward: (n: number, year: number) => `${n === 0 ? 'không' : twoDigits(n)} chuyển tiếp ${year}`,
  forwardSentence: (n: number, year: number) =>
    n === 0 ? `không có nhiệm vụ chuyển tiếp sang năm ${year}` : `${count(n, 'nhiệm vụ')} chuyển tiếp sang năm ${year}`,
  /** Of a year that has not ended: what is not done yet may be by 31/12. */
  likely: (words: string) => `dự kiến ${words}`,
  sentence: (name: string, parts: readonly string[]) => `Đề án 06, ${name}: ${parts.join('; ')}.`,
  pressing: (n: number) => `${twoDigits(n)} việc khác nếu không làm trước 30/9 sẽ không đạt cả năm`,
  expectedLead: 'Ước đến 31/12: ',
  expectedNone: 'không ước nhiệm vụ nào hoàn thành thêm.',
  expectedText: (n: number, text: string, names: string) => `thêm ${twoDigits(n)} nhiệm vụ, thành ${text}: ${names}.`,
  outcomeLead: (n: number) => `Trong ${twoDigits(n)} nhiệm vụ ước hoàn thành: `,
  outcome: (done: number, missed: string) =>
    `đã xong ${alone(done)}${missed === '' ? '' : `; chưa hoàn thành: ${missed}`}.`,
  forwardLead: (n: number, year: number) => `chuyển tiếp sang năm ${year} (${twoDigits(n)}): `,
  /** @param overdue of them: those of the list of what is overdue */
  forwardedLead: (n: number, year: number, overdue: number) =>
    `Chuyển tiếp từ năm ${year}, chưa hoàn thành (${twoDigits(n)}${overdue === n ? '' : `, trong đó quá hạn ${alone(overdue)}`}): `,
};
