// The installation of the hardened way: a script in the sheet that only asks, and a standalone one of this account that does everything. Each is told
// where the other is, so both are made before either is pushed; looked at, shown and asked about once, as in the plain way.
import { isWider, parting } from '../build/manifests.ts';
import { BOUND_ENTRY_POINTS, checkBuilt, STANDALONE_ENTRY_POINTS } from './built.ts';
import { CommandError } from './halt.ts';
import { bulleted, describeStep, fromOf, replacedIn } from './install.ts';
import { make, makeStandalone } from './make.ts';
import { type Step, scriptAddress, type Wanted } from './next-step.ts';
import { buildIn, confirm, keepCopies, pushAndCompare } from './push.ts';
import type { From } from './record.ts';
import { changeOf, differencesOf, type Files, MANIFEST, versionOf } from './remote.ts';
import type { DeployState } from './see.ts';
import type { World, Worlds } from './world.ts';

export interface HardenedOutcome {
  readonly scriptId: string;
  readonly sheetId: string;
  readonly standaloneId: string;
  /**
   * `nothing`: the standalone script has never held our code, `setUp` is still to be run there. `plain`: a clock and consents of that way are to be
   * revoked.
   */
  readonly from: From | undefined;
}

/** Stands in the build while an id is not known yet. */
const UNKNOWN = 'chua-biet';
/** The old clock comes every ten minutes, and not to the second. */
const PARTING_MINUTES = 12;

/** @throws CommandError with what to do; running again afterwards is always safe */
export async function installHardened(
  worlds: Worlds,
  seen: DeployState,
  wanted: Wanted,
  packageVersion: string,
  isYes: boolean,
): Promise<HardenedOutcome> {
  const { standalone } = worlds;
  const { step, record, standaloneId: known } = seen;
  // Whatever is recorded on the way, it is of this way.
  const bound: World = {
    ...worlds.bound,
    writeRecord: (installed) => worlds.bound.writeRecord({ ...installed, way: 'hardened' }),
  };
  if (step.kind === 'upgrade' && !step.sheetId) throw new CommandError('no-sheet-id');
  const guess = await buildBoth({ bound, standalone }, sheetIn(step) ?? UNKNOWN, known ?? UNKNOWN);
  const version = checkBuilt(guess.bound, packageVersion, BOUND_ENTRY_POINTS);
  checkBuilt(guess.standalone, packageVersion, STANDALONE_ENTRY_POINTS);
  bound.tell(`Đã dựng và kiểm tra hai tập lệnh, phiên bản ${version}.`);
  const there = { bound: seen.script, standalone: seen.standalone };
  const isWhole = step.kind === 'upgrade' && known !== undefined;
  const isChanged = !isWhole || differs(guess.bound, there.bound) || differs(guess.standalone, there.standalone);
  const change = changeOf(versionOf(there.standalone), version, isChanged);
  const wasPlain = record.from === 'plain' || isPlain(there.bound, guess.bound);
  const from = fromOf(wasPlain ? 'plain' : record.from === 'nothing' ? 'nothing' : undefined, there.standalone);
  const last =
    wasPlain && differs(guess.bound, there.bound)
      ? parting(manifestOf(guess.bound), manifestOf(there.bound))
      : undefined;
  if (isChanged) {
    for (const line of describe(seen, { wasPlain, isParting: last !== undefined }, change, guess, bound.root))
      bound.tell(line);
    await confirm(bound, step, wanted, isYes);
    await keepCopies(bound, { 'trong-bang': there.bound, 'tap-lenh-rieng': there.standalone });
  }
  const at = step.kind === 'upgrade' ? step : await make(bound, step);
  const { scriptId, sheetId } = at;
  if (sheetId === undefined) throw new CommandError('no-sheet-id');
  bound.writeRecord({ scriptId, sheetId, ...(from === undefined ? {} : { from }) });
  const standaloneId = known ?? (await makeStandalone(standalone, `${wanted.title} – tập lệnh riêng`));
  standalone.writeRecord({ scriptId: standaloneId });
  if (isChanged) {
    const built = await buildBoth({ bound, standalone }, sheetId, standaloneId);
    // The one that answers first: what the sheet asks meanwhile waits in «Điều khiển».
    await pushAndCompare(standalone, standaloneId, built.standalone);
    if (last !== undefined) await part(bound, scriptId, { ...built.bound, [MANIFEST]: last });
    bound.writeManifest(manifestOf(built.bound));
    await pushAndCompare(bound, scriptId, built.bound);
  }
  bound.tell(
    isChanged
      ? 'Đã đẩy hai tập lệnh lên, tải về và so lại: giống từng ký tự.'
      : 'Trên Google đã đúng mã này: không phải đẩy.',
  );
  bound.tell(`Phiên bản / version: ${change}`);
  bound.writeRecord({ scriptId, sheetId });
  return { scriptId, sheetId, standaloneId, from };
}

/** Lets the old clock run once more, by the new code: it gives up the installing account's consent of the plain way. */
async function part(bound: World, scriptId: string, files: Files): Promise<void> {
  bound.writeManifest(manifestOf(files));
  await pushAndCompare(bound, scriptId, files);
  bound.tell(
    `Chờ ${PARTING_MINUTES} phút cho lịch cũ chạy lần cuối và bỏ quyền cũ của tài khoản cài đặt. Đứt giữa chừng thì chạy lại.`,
  );
  await bound.wait(PARTING_MINUTES);
}

/** Our code under more rights than the narrow script has. */
const isPlain = (there: Files, built: Files): boolean =>
  versionOf(there) !== undefined && isWider(manifestOf(there), manifestOf(built));
const manifestOf = (files: Files): string => files[MANIFEST] ?? '{}';

const sheetIn = (step: Step): string | undefined => (step.kind === 'create' ? undefined : step.sheetId);
const differs = (built: Files, remote: Files): boolean => differencesOf(built, remote).length > 0;

async function buildBoth(
  { bound, standalone }: Pick<Worlds, 'bound' | 'standalone'>,
  sheetId: string,
  standaloneId: string,
): Promise<Pair> {
  const built = await buildIn(bound, { sheetId, editorUrl: scriptAddress(standaloneId) });
  return { bound: built, standalone: await standalone.built() };
}

interface Pair {
  readonly bound: Files;
  readonly standalone: Files;
}

function describe(
  { step, standaloneId, isToldByCode, script, standalone, record }: DeployState,
  { wasPlain, isParting }: { readonly wasPlain: boolean; readonly isParting: boolean },
  change: string,
  guess: Pair,
  root: string,
): string[] {
  const known = standaloneId === undefined ? undefined : scriptAddress(standaloneId);
  const isSettled = known !== undefined && !wasPlain && record.from === undefined;
  return [
    'Sẽ làm (cách cài chặt):',
    ...[
      ...describeStep(step, root),
      ...(wasPlain
        ? [
            'ĐỔI CÁCH CÀI: chương trình trong bảng từ nay chỉ ghi yêu cầu; lịch tự động dừng cho tới khi chạy setUp ở tập lệnh riêng',
            ...(isParting
              ? [
                  `giữa chừng chờ ${PARTING_MINUTES} phút cho lịch cũ chạy lần cuối và bỏ quyền cũ; trong lúc đó thực đơn và việc ghi Kỳ báo cáo có thể chưa chạy`,
                ]
              : []),
            'NGAY SAU ĐÓ phải xóa trình kích hoạt cũ (script.google.com/home/triggers) và từng tài khoản bỏ quyền cũ (myaccount.google.com/connections): src/tools/deploy/README.md, «Hai cách cài»',
          ]
        : []),
      known === undefined
        ? 'tạo một tập lệnh riêng trong Drive của tài khoản này: chỉ tài khoản này mở được, làm mọi việc và gửi mọi thư'
        : `thay toàn bộ mã của ${known}, có hiệu lực ngay`,
      ...(isToldByCode
        ? [
            'địa chỉ tập lệnh riêng đó lấy từ mã trong bảng, mà ai sửa được bảng cũng sửa được: mở https://script.google.com/home bằng tài khoản cài đặt xem có đúng nó và mình là chủ không, không đúng thì DỪNG LẠI',
          ]
        : []),
      `phiên bản: ${change}`,
      ...replacedIn(script, guess.bound, isSettled).map((line) => named('trong bảng', line)),
      ...replacedIn(standalone, guess.standalone, isSettled).map((line) => named('tập lệnh riêng', line)),
    ].map(bulleted),
  ];
}

/** Both scripts have files of the same names. */
const named = (script: string, line: string): string => (line.startsWith('  ') ? line : `${script}: ${line}`);
