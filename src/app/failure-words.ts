// The one place where what went wrong at a click becomes words: a refusal says what to do next, a bug says that it is one.

import type { ResolvedPlan } from '../core/resolved-plan.ts';
import type { Ports } from './ports.ts';
import { Refusal } from './refusal.ts';
import { explainShutOut } from './sync/missing-rights.ts';

export interface Failure {
  /** For the person. */
  readonly words: string;
  /** For the log; of a bug of ours alone. */
  readonly bug?: string;
}

export function describeFailure(ports: () => Ports, seeds: ResolvedPlan, thrown: unknown): Failure {
  const cause = thrown instanceof Refusal ? explainShutOut(ports(), seeds, thrown) : thrown;
  if (cause instanceof Refusal) return { words: cause.message };
  const [message, bug] =
    cause instanceof Error ? [cause.message, cause.stack ?? cause.message] : [String(cause), String(cause)];
  return {
    words:
      'Có lỗi trong chương trình, không phải lỗi của đồng chí. Nội dung đã nhập vẫn còn nguyên. Hãy báo tài khoản cài đặt: ' +
      message,
    bug,
  };
}
