// The installation: from whatever this checkout and Google hold to Google holding what was built. Everything that can be known has been looked at
// before anything is written (see.ts), is shown, and asked about once; every write is preceded by a record from which the next run goes on.
import { checkBuilt, PLAIN_ENTRY_POINTS } from './built.ts';
import { compareFiles, type FileVerdict } from './compare.ts';
import { describeVerdicts } from './compare-words.ts';
import { make, sheetOf } from './make.ts';
import { type Step, scriptAddress, sheetAddress, type Wanted } from './next-step.ts';
import { buildIn, confirm, keepCopies, pushAndCompare } from './push.ts';
import type { From } from './record.ts';
import { changeOf, differencesOf, type Files, foreignFilesIn, versionOf } from './remote.ts';
import type { DeployState } from './see.ts';
import type { Worlds } from './world.ts';

export interface Installation {
  readonly scriptId: string;
  readonly sheetId: string | undefined;
  /** What the sheet was until this change; nothing where it was of this way. */
  readonly from: From | undefined;
  /** The script of the hardened way that has been left. */
  readonly oldStandaloneId: string | undefined;
}

/**
 * Creates or binds where nothing is there yet, pushes what differs, and compares what came back.
 * @throws CommandError with what to do; running again afterwards is always safe
 */
export async function install(
  { plain: world, standalone }: Worlds,
  { step, script, remoteScript, record }: DeployState,
  wanted: Wanted,
  packageVersion: string,
  isYes: boolean,
): Promise<Installation> {
  const built = await buildIn(world);
  const version = checkBuilt(built, packageVersion, PLAIN_ENTRY_POINTS);
  world.tell(`Đã dựng và kiểm tra dist/, phiên bản ${version}.`);
  const from = fromOf(record.way === 'hardened' || remoteScript.kind === 'bound' ? 'hardened' : record.from, script);
  const oldStandaloneId =
    from === 'hardened' ? (standalone.readRecord().scriptId ?? remoteScript.standaloneId) : undefined;
  const isChanged = differencesOf(built, script).length > 0;
  const change = changeOf(versionOf(script), version, isChanged);
  if (isChanged) {
    world.tell('Sẽ làm:');
    const lines = [
      ...describeStep(step, world.root),
      ...(from === 'hardened' ? [fromHardened(oldStandaloneId)] : []),
      `phiên bản: ${change}`,
      ...replacedIn(script, built, from === undefined),
    ];
    for (const line of lines) world.tell(bulleted(line));
    await confirm(world, step, wanted, isYes);
    await keepCopies(world, { 'trong-bang': script });
  }
  const at = step.kind === 'upgrade' ? step : await make(world, step);
  const ids = { scriptId: at.scriptId, ...sheetOf(at) };
  world.writeRecord({ ...ids, ...(from === undefined ? {} : { from }) });
  if (oldStandaloneId !== undefined) standalone.writeRecord({ scriptId: oldStandaloneId });
  if (isChanged) await pushAndCompare(world, at.scriptId, built);
  world.tell(
    isChanged ? 'Đã đẩy mã lên, tải về và so lại: giống từng ký tự.' : 'Trên Google đã đúng mã này: không phải đẩy.',
  );
  world.tell(`Phiên bản / version: ${change}`);
  world.writeRecord(ids);
  return { scriptId: at.scriptId, sheetId: at.sheetId, from, oldStandaloneId };
}

/** @param other the way the sheet is to leave, or what the record says @param script what is to be replaced by code of this way */
export const fromOf = (other: From | undefined, script: Files): From | undefined =>
  other ?? (versionOf(script) === undefined ? 'nothing' : undefined);

const fromHardened = (standaloneId: string | undefined): string =>
  `ĐỔI CÁCH CÀI về cách thường: trước đó chạy turnClockOff ở tập lệnh riêng${standaloneId ? ` ${scriptAddress(standaloneId)}` : ''}; sau đó chọn Thiết lập ban đầu… trong bảng`;

/** What goes with the push: files that are not ours, and where code of the same number is not what was built. @param isSettled of one way before and after */
export function replacedIn(remote: Files, built: Files, isSettled: boolean): string[] {
  const isSameNumber = versionOf(remote) !== undefined && versionOf(remote) === versionOf(built);
  return [
    ...foreignFilesIn(remote).map((name) => `XÓA tệp lạ trên Google: ${name}`),
    ...(isSameNumber && isSettled ? describeVerdicts(compareFiles(built, remote).filter(isTold)) : []),
  ];
}

/** Strangers are named as what goes; the manifest's spelling is always Google's own. */
function isTold(verdict: FileVerdict): boolean {
  if (verdict.kind === 'harmless') return verdict.why.some((why) => why !== 'spelling');
  return verdict.kind !== 'same' && verdict.kind !== 'foreign';
}

/** A line of the plan; one that shows what the line before says is under it. */
export const bulleted = (line: string): string => (line.startsWith('  ') ? `  ${line}` : `  • ${line}`);

/** What a step does on Google, in words. @param root the folder that holds what this checkout knows */
export function describeStep(step: Step, root: string): string[] {
  switch (step.kind) {
    case 'create':
      return [
        `Máy này chưa biết bảng nào: ${root} không có .clasp.local.json. Xã ĐÃ CÓ BẢNG thì DỪNG LẠI, chạy với --script MÃ-TẬP-LỆNH (bảng chưa có chương trình: --sheet MÃ-BẢNG)`,
        `tạo bảng tính mới «${step.title}» trong Drive của tài khoản này, kèm chương trình`,
      ];
    case 'bind':
      return [
        `gắn chương trình vào bảng ${sheetAddress(step.sheetId)}`,
        'nếu bảng đó đã có thực đơn Đề án 06 hoặc dự án Apps Script thì DỪNG LẠI, chạy với --script MÃ-TẬP-LỆNH: hai chương trình trong một bảng sẽ gửi thư hai lần',
      ];
    case 'upgrade':
      return [`thay toàn bộ mã của ${scriptAddress(step.scriptId)}, có hiệu lực ngay`];
  }
}
