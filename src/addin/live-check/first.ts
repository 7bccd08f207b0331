// «Tự kiểm trên Google…», part 0: what decides first and costs least, by the installing account alone, whether or not the tracker agrees.
import type { Answer } from '../../app/check/live-answer.ts';
import type { Format } from '../../sheet/declare.ts';
import { sameNumberFormat } from '../../sheet/equality.ts';
import { SYNC_FIELDS } from '../../sheet/reading/snapshot.ts';
import { colourStyle, hexOf, numberFormat } from '../../sheet/style.ts';
import { wordBlob } from '../drive.ts';
import { statusOf } from '../google-error.ts';
import { theFile } from '../the-file.ts';
import { sampleParts } from './documents.ts';
import { FORMULA_PROBES } from './formulas.ts';
import { ID_PROBES } from './ids.ts';
import type { Probe, Scratch } from './probe.ts';

/** Asked in part A with the others as well: here they come before everything. */
const DECISIVE: readonly string[] = ['locale', 'chosen-tab-id', 'chosen-view-chart-band-ids', 'closing-once'];
const FORMATS: readonly Format[] = ['text', 'date', 'moment', 'percent', 'integer', 'count', 'days'];
/** Differences an answer names. */
const NAMED = 6;

const hex = (n: number) => `#${n.toString(16).padStart(2, '0').repeat(3)}`;

const READ_BACK: readonly Probe<Scratch>[] = [
  {
    id: 'colours-read-back',
    about: 'Cả 256 mức của một màu ghi xuống đọc lại đúng mức ấy',
    expected: [],
    usable: true,
    ask: ({ write, cells }): Answer => {
      const levels = Array.from({ length: 256 }, (_, n) => n);
      const rows = Array.from({ length: 32 }, (_, i) => levels.slice(i * 8, i * 8 + 8));
      const format = (n: number) => ({ userEnteredFormat: { backgroundColorStyle: colourStyle(hex(n)) } });
      write(
        rows.map((row) => row.map(format)),
        'userEnteredFormat.backgroundColorStyle',
      );
      const given = cells('userEnteredFormat.backgroundColorStyle').flat();
      const other = levels.filter((n) => hexOf(given[n]?.userEnteredFormat?.backgroundColorStyle) !== hex(n));
      return other
        .slice(0, NAMED)
        .map((n) => [hex(n), hexOf(given[n]?.userEnteredFormat?.backgroundColorStyle) ?? null]);
    },
  },
  {
    id: 'formats-read-back',
    about: 'Các định dạng số, ngày, văn bản của bảng đọc lại như đã ghi (văn bản có thể thêm «@»)',
    expected: [],
    usable: true,
    ask: ({ write, cells }): Answer => {
      const wanted = FORMATS.flatMap((format) => numberFormat(format) ?? []);
      write([wanted.map((one) => ({ userEnteredFormat: { numberFormat: one } }))], 'userEnteredFormat.numberFormat');
      const given = cells('userEnteredFormat.numberFormat')[0] ?? [];
      return wanted.flatMap((one, i): Answer[] => {
        const back = given[i]?.userEnteredFormat?.numberFormat ?? {};
        return sameNumberFormat(one, back) ? [] : [[one.type, one.pattern ?? '', back.type ?? '', back.pattern ?? '']];
      });
    },
  },
  {
    id: 'text-pattern',
    about: 'Định dạng Văn bản ghi không kèm mẫu đọc lại có mẫu gì',
    ask: ({ write, cells }): Answer => {
      write([[{ userEnteredFormat: { numberFormat: { type: 'TEXT' } } }]], 'userEnteredFormat.numberFormat');
      return cells('userEnteredFormat.numberFormat')[0]?.[0]?.userEnteredFormat?.numberFormat?.pattern ?? null;
    },
  },
];

const ABOUT_GOOGLE: readonly Probe<Scratch>[] = [
  {
    id: 'refusal-words',
    about: 'Google từ chối bằng mã nào, tiếng nào (chương trình chỉ dựa vào mã)',
    ask: ({ apply }): Answer => {
      try {
        apply([{ deleteSheet: { sheetId: 987654 } }]);
        return 'được';
      } catch (cause) {
        const words = cause instanceof Error ? cause.message : String(cause);
        return { status: statusOf(cause) ?? null, language: Session.getActiveUserLocale(), words };
      }
    },
  },
  {
    id: 'people-of-the-tracker',
    about: 'Tài khoản này đọc được ai là chủ bảng theo dõi và có bao nhiêu người sửa được',
    expected: { owner: true },
    usable: true,
    ask: (): Answer => {
      const owner = theFile().getOwner()?.getEmail() ?? '';
      theFile().getEditors();
      return { owner: owner !== '' };
    },
  },
  {
    id: 'time-to-look',
    about: 'Bảng theo dõi có bao nhiêu vùng bảo vệ và quy tắc màu, đọc cả bảng mất bao lâu',
    ask: (): Answer => {
      const started = Date.now();
      const { sheets = [] } = Sheets?.Spreadsheets?.get(theFile().getId(), { fields: SYNC_FIELDS }) ?? {};
      const count = (list: 'protectedRanges' | 'conditionalFormats') =>
        sheets.reduce((sum, sheet) => sum + (sheet[list]?.length ?? 0), 0);
      const seconds = Math.round((Date.now() - started) / 1000);
      return { protections: count('protectedRanges'), colours: count('conditionalFormats'), seconds };
    },
  },
  {
    id: 'mail-with-word',
    about: 'Thư kèm tệp Word gửi cho chính mình (mở hộp thư: thư đến, tệp mở được)',
    expected: 'đã gửi',
    ask: (): Answer => {
      const to = Session.getEffectiveUser().getEmail();
      const words = 'Thư thử của Tự kiểm trên Google. Nếu tệp kèm theo mở được trong Word thì không phải làm gì.';
      const attachments = [wordBlob({ name: 'Tự kiểm.docx', parts: sampleParts() })];
      MailApp.sendEmail({ to, subject: '[ĐA06][THỬ] Tự kiểm trên Google', body: words, attachments });
      return 'đã gửi';
    },
  },
];

export const FIRST_PROBES: readonly Probe<Scratch>[] = [
  ...READ_BACK,
  ...[...FORMULA_PROBES, ...ID_PROBES].filter(({ id }) => DECISIVE.includes(id)),
  ...ABOUT_GOOGLE,
];
