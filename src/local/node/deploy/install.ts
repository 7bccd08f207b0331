// The deed: from whatever this checkout and Google hold to Google holding what was built. Everything that can be known is looked at
// before anything is written, shown, and asked about once; every write is preceded by a record from which the next run goes on.
import { checkBuilt, PLAIN_DOORS } from './built.ts';
import { look } from './look.ts';
import { make, sheetOf } from './make.ts';
import { nextStep, type Step, scriptAddress, sheetAddress, type Wanted } from './next-step.ts';
import { buildIn, confirm, pushAndCompare } from './push.ts';
import { changeOf, differencesOf, strangersIn, versionOf } from './remote.ts';
import type { World } from './world.ts';

export interface Outcome {
  readonly scriptId: string;
  readonly sheetId: string | undefined;
  readonly isFirst: boolean;
  /** The sheet was of the hardened way until now. */
  readonly wasHardened: boolean;
}

/**
 * Creates or binds where nothing is there yet, pushes what differs, and compares what came back.
 * @throws Halt with what to do; running again afterwards is always safe
 */
export async function install(world: World, wanted: Wanted, packageVersion: string, isYes: boolean): Promise<Outcome> {
  const record = world.readRecord();
  const wasHardened = record.way === 'hardened';
  const step = nextStep(record, wanted);
  const built = await buildIn(world);
  const version = checkBuilt(built, packageVersion, PLAIN_DOORS);
  world.tell(`Đã dựng và kiểm tra dist/, phiên bản ${version}.`);
  world.tell('Đang xem tài khoản và mã đang có trên Google…');
  const { account, remote: found } = await look(world, step.kind === 'upgrade' ? [step.scriptId] : []);
  const remote = (step.kind === 'upgrade' && found[step.scriptId]) || {};
  const before = versionOf(remote);
  const isChanged = differencesOf(built, remote).length > 0;
  const change = changeOf(before, version, isChanged);
  world.tell(`Tài khoản Google: ${account ?? 'không rõ'}`);
  if (isChanged) {
    for (const line of describeStep(step, change, strangersIn(remote))) world.tell(line);
    if (wasHardened) world.tell(FROM_HARDENED);
    await confirm(world, isYes);
  }
  const at = step.kind === 'upgrade' ? step : await make(world, step);
  world.writeRecord({ scriptId: at.scriptId, ...sheetOf(at) });
  if (isChanged) await pushAndCompare(world, at.scriptId, built);
  world.tell(
    isChanged ? 'Đã đẩy mã lên, tải về và so lại: giống từng ký tự.' : 'Trên Google đã đúng mã này: không phải đẩy.',
  );
  world.tell(`Phiên bản / version: ${change}`);
  return { scriptId: at.scriptId, sheetId: at.sheetId, isFirst: before === undefined, wasHardened };
}

const FROM_HARDENED =
  '  • ĐỔI CÁCH CÀI về cách thường: trước đó chạy turnClockOff ở tập lệnh riêng; sau đó chọn Thiết lập ban đầu… trong bảng';

function describeStep(step: Step, change: string, strangers: readonly string[]): string[] {
  return [
    'Sẽ làm:',
    ...deedsOf(step).map((line) => `  • ${line}`),
    `  • phiên bản: ${change}`,
    ...strangers.map((name) => `  • XÓA tệp lạ trên Google: ${name}`),
  ];
}

/** What a step does on Google, in words. */
export function deedsOf(step: Step): string[] {
  switch (step.kind) {
    case 'create':
      return [`tạo bảng tính mới «${step.title}» trong Drive của tài khoản này, kèm chương trình`];
    case 'bind':
      return [
        `gắn chương trình vào bảng ${sheetAddress(step.sheetId)}`,
        'nếu bảng đó đã có thực đơn Đề án 06 hoặc dự án Apps Script thì DỪNG LẠI, chạy với --script MÃ-TẬP-LỆNH: hai chương trình trong một bảng sẽ gửi thư hai lần',
      ];
    case 'upgrade':
      return [`thay toàn bộ mã của ${scriptAddress(step.scriptId)}, có hiệu lực ngay`];
  }
}
