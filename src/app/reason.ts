// What the world said when it refused, for people: in Vietnamese, the service's own words behind it, so that whoever helps can look them up.
import { Refusal } from './refusal.ts';

/** The first that matches. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/invalid e-?mail|invalid (?:recipient|address)|address .*(?:invalid|not valid)/iu, 'địa chỉ nhận không đúng'],
  [/no recipient/iu, 'thư không có người nhận'],
  [/recipients per message/iu, 'một thư có quá nhiều người nhận'],
  [/too many times|quota|daily limit/iu, 'hết hạn mức trong ngày'],
  [
    /(?:size|attachment|body).*(?:exceed|limit|large)|(?:exceed|limit).*(?:size|attachment|body)/iu,
    'thư hoặc tệp quá lớn',
  ],
  [/rate limit|too many requests|concurrent|invoked too/iu, 'Google đang hạn chế số lần gọi'],
  [/timed? ?-?out|deadline exceeded|maximum execution/iu, 'quá thời gian chờ'],
  [/permission|not authori[sz]ed|authori[sz]ation|access denied|forbidden/iu, 'tài khoản không được phép làm việc này'],
  [/not found/iu, 'không tìm thấy'],
  [
    /unavailable|service error|server error|internal error|empty response|try again|backend/iu,
    'dịch vụ của Google đang lỗi',
  ],
];

/** A sentence's part without a full stop: «dịch vụ của Google đang lỗi (Service unavailable: Mail)»; what is Vietnamese already stays. */
export function reasonOf(cause: unknown): string {
  const said = (cause instanceof Error ? cause.message : String(cause)).trim().replace(/\.+$/u, '');
  if (cause instanceof Refusal || /[À-ỹ]/u.test(said)) return said;
  const isOurs = cause instanceof TypeError || cause instanceof RangeError || cause instanceof ReferenceError;
  const known = isOurs ? 'lỗi của chương trình' : REASONS.find(([pattern]) => pattern.test(said))?.[1];
  return `${known ?? 'Google báo lỗi'} (${said})`;
}
