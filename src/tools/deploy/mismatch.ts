// Ids that do not belong together, told by what is behind them: two in one another's place, or of two sheets. A push to a wrong one would
// replace what another sheet needs. Pure.
import { scriptAddress, sheetAddress } from './next-step.ts';
import type { RemoteScript } from './standing.ts';

/** What a run would work on. */
export interface Targets {
  readonly sheetId: string | undefined;
  readonly scriptId: string | undefined;
  readonly standaloneId: string | undefined;
}

/** What is wrong, a line each with what to do. @param script of the sheet @param standalone the other one, in the hardened way */
export function mismatches(ids: Targets, script: RemoteScript, standalone: RemoteScript): string[] {
  const { sheetId, scriptId, standaloneId } = ids;
  const lines: string[] = [];
  if (scriptId !== undefined && scriptId === standaloneId)
    lines.push(`--script và --standalone là cùng một tập lệnh: ${scriptAddress(scriptId)}`);
  if (sheetId !== undefined && [scriptId, standaloneId].includes(sheetId))
    lines.push(`Mã bảng và mã tập lệnh là cùng một mã: ${sheetId}`);
  if (scriptId !== undefined && script.kind === 'standalone') {
    lines.push(
      `${scriptAddress(scriptId)} là TẬP LỆNH RIÊNG của cách chặt${servesOf(script)}, không phải tập lệnh trong bảng: mã của nó đưa bằng --standalone; --script là mã lấy từ bảng ▸ Tiện ích mở rộng ▸ Apps Script`,
    );
  }
  if (standaloneId === undefined) return lines;
  if (standalone.kind === 'bound' || standalone.kind === 'plain') {
    lines.push(
      `${scriptAddress(standaloneId)} là tập lệnh TRONG BẢNG${servesOf(standalone)}, không phải tập lệnh riêng: mã của nó đưa bằng --script`,
    );
  }
  if (standalone.sheetId !== undefined && standalone.sheetId !== sheetId) {
    lines.push(
      `${scriptAddress(standaloneId)} là tập lệnh riêng${servesOf(standalone)}, không phải của ${sheetId === undefined ? 'bảng sắp tạo' : sheetAddress(sheetId)}: mỗi bảng một tập lệnh riêng. Còn tệp .clasp.standalone.json của bảng cũ thì đổi tên tệp đó.`,
    );
  }
  return lines;
}

const servesOf = ({ sheetId }: RemoteScript): string => (sheetId ? ` (của bảng ${sheetAddress(sheetId)})` : '');
