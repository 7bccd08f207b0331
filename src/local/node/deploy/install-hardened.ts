// The deed of the hardened way: a script in the sheet that only asks, and a standalone one of this account that does everything. Each is told
// where the other is, so both are made before either is pushed; looked at, shown and asked about once, as in the plain way.
import { BOUND_DOORS, checkBuilt, STANDALONE_DOORS } from './built.ts';
import { Halt } from './halt.ts';
import { deedsOf } from './install.ts';
import { look } from './look.ts';
import { make, makeStandalone } from './make.ts';
import { nextStep, type Step, scriptAddress, standaloneOf, type Wanted } from './next-step.ts';
import { buildIn, confirm, pushAndCompare } from './push.ts';
import { changeOf, differencesOf, type Files, strangersIn, versionOf } from './remote.ts';
import type { World } from './world.ts';

/** The sheet's script and the other one, each with its record and its folder. */
export interface Worlds {
  readonly bound: World;
  readonly standalone: World;
}

export interface HardenedOutcome {
  readonly scriptId: string;
  readonly sheetId: string;
  readonly standaloneId: string;
  /** The standalone script has never held our code: `setUp` is still to be run there. */
  readonly isFirst: boolean;
}

/** Stands in the build while an id is not known yet. */
const UNKNOWN = 'chua-biet';

/** @throws Halt with what to do; running again afterwards is always safe */
export async function installHardened(
  worlds: Worlds,
  wanted: Wanted,
  packageVersion: string,
  isYes: boolean,
): Promise<HardenedOutcome> {
  const { standalone } = worlds;
  // Whatever is recorded on the way, it is of this way.
  const bound: World = {
    ...worlds.bound,
    writeRecord: (installed) => worlds.bound.writeRecord({ ...installed, way: 'hardened' }),
  };
  const record = bound.readRecord();
  const step = nextStep(record, wanted);
  if (step.kind === 'upgrade' && !step.sheetId) throw new Halt('no-sheet-id');
  const known = standaloneOf(standalone.readRecord(), wanted);
  const guess = await buildBoth({ bound, standalone }, sheetIn(step) ?? UNKNOWN, known ?? UNKNOWN);
  const version = checkBuilt(guess.bound, packageVersion, BOUND_DOORS);
  checkBuilt(guess.standalone, packageVersion, STANDALONE_DOORS);
  bound.tell(`Đã dựng và kiểm tra hai tập lệnh, phiên bản ${version}.`);
  bound.tell('Đang xem tài khoản và mã đang có trên Google…');
  const ids = [...(step.kind === 'upgrade' ? [step.scriptId] : []), ...(known === undefined ? [] : [known])];
  const { account, remote } = await look(bound, ids);
  bound.tell(`Tài khoản Google: ${account ?? 'không rõ'}`);
  const there = {
    bound: (step.kind === 'upgrade' && remote[step.scriptId]) || {},
    standalone: remote[known ?? ''] ?? {},
  };
  const isChanged = ids.length < 2 || differs(guess.bound, there.bound) || differs(guess.standalone, there.standalone);
  const change = changeOf(versionOf(there.standalone), version, isChanged);
  if (isChanged) {
    const wasPlain = step.kind === 'upgrade' && record.way !== 'hardened' && versionOf(there.bound) !== undefined;
    for (const line of describe(step, known, wasPlain, change, there)) bound.tell(line);
    await confirm(bound, isYes);
  }
  const at = step.kind === 'upgrade' ? step : await make(bound, step);
  const { scriptId, sheetId } = at;
  if (sheetId === undefined) throw new Halt('no-sheet-id');
  bound.writeRecord({ scriptId, sheetId });
  const standaloneId = known ?? (await makeStandalone(standalone, `${wanted.title} – tập lệnh riêng`));
  standalone.writeRecord({ scriptId: standaloneId });
  if (isChanged) {
    const built = await buildBoth({ bound, standalone }, sheetId, standaloneId);
    // The one that answers first: what the sheet asks meanwhile waits in «Điều khiển».
    await pushAndCompare(standalone, standaloneId, built.standalone);
    await pushAndCompare(bound, scriptId, built.bound);
  }
  bound.tell(
    isChanged
      ? 'Đã đẩy hai tập lệnh lên, tải về và so lại: giống từng ký tự.'
      : 'Trên Google đã đúng mã này: không phải đẩy.',
  );
  bound.tell(`Phiên bản / version: ${change}`);
  return { scriptId, sheetId, standaloneId, isFirst: versionOf(there.standalone) === undefined };
}

const sheetIn = (step: Step): string | undefined => (step.kind === 'create' ? undefined : step.sheetId);
const differs = (built: Files, remote: Files): boolean => differencesOf(built, remote).length > 0;

async function buildBoth(
  { bound, standalone }: Worlds,
  sheetId: string,
  standaloneId: string,
): Promise<{ bound: Files; standalone: Files }> {
  const built = await buildIn(bound, { sheetId, editorUrl: scriptAddress(standaloneId) });
  return { bound: built, standalone: await standalone.built() };
}

function describe(
  step: Step,
  standaloneId: string | undefined,
  wasPlain: boolean,
  change: string,
  there: { readonly bound: Files; readonly standalone: Files },
): string[] {
  return [
    'Sẽ làm (cách cài chặt):',
    ...deedsOf(step).map((line) => `  • ${line}`),
    ...(wasPlain
      ? [
          '  • ĐỔI CÁCH CÀI: chương trình trong bảng từ nay chỉ ghi yêu cầu; lịch tự động dừng cho tới khi chạy setUp ở tập lệnh riêng',
          '  • NGAY SAU ĐÓ phải xóa trình kích hoạt cũ (script.google.com/home/triggers) và từng tài khoản bỏ quyền cũ (myaccount.google.com/connections): README, «Hai cách cài»',
        ]
      : []),
    standaloneId === undefined
      ? '  • tạo một tập lệnh riêng trong Drive của tài khoản này: chỉ tài khoản này mở được, làm mọi việc và gửi mọi thư'
      : `  • thay toàn bộ mã của ${scriptAddress(standaloneId)}, có hiệu lực ngay`,
    `  • phiên bản: ${change}`,
    ...[...strangersIn(there.bound), ...strangersIn(there.standalone)].map(
      (name) => `  • XÓA tệp lạ trên Google: ${name}`,
    ),
  ];
}
