// The command's three actions, from what was typed to what is told: install or bring up to date, tell what is so, compare. The latter two only read.
import type { Target } from '../build/built-plan.ts';
import { clicksAfter, clicksAfterHardened, installClicks } from './clicks.ts';
import { compareFiles, isClean } from './compare.ts';
import { describeVerdicts } from './compare-words.ts';
import { CommandError } from './halt.ts';
import { install } from './install.ts';
import { installHardened } from './install-hardened.ts';
import { nextStep, scriptAddress, type Wanted } from './next-step.ts';
import { type Files, versionOf } from './remote.ts';
import { type DeployState, see, type WayAsked } from './see.ts';
import { describeRemoteScript, describeSetting } from './setting.ts';
import { remoteScriptOf } from './standing.ts';
import type { Worlds } from './world.ts';

export interface DeployRequest extends WayAsked {
  readonly wanted: Wanted;
  /** Of this checkout. */
  readonly version: string;
  readonly isYes: boolean;
}

/** The scripts as this checkout builds them, without a file written. @throws Error of the build */
export interface Builds {
  plain(): Promise<Files>;
  hardened(target: Target): Promise<{ readonly bound: Files; readonly standalone: Files }>;
}

/** Installs or upgrades, and tells what to click. @throws CommandError with what to do */
export async function deploy(worlds: Worlds, asked: DeployRequest): Promise<void> {
  const { wanted, version, isYes } = asked;
  const seen = await lookFirst(worlds, asked);
  const clicks = seen.isHardened
    ? clicksAfterHardened(await installHardened(worlds, seen, wanted, version, isYes))
    : clicksAfter(await install(worlds, seen, wanted, version, isYes));
  for (const line of [...clicks, ...doubtOf(seen)]) worlds.plain.tell(line);
}

/** A standalone script that only the sheet's code names may be anybody's, and would be given every consent. */
function doubtOf({ isToldByCode, standaloneId }: DeployState): string[] {
  if (!isToldByCode || standaloneId === undefined) return [];
  return [
    `CHÚ Ý: mã của tập lệnh riêng (${scriptAddress(standaloneId)}) lấy từ mã trong bảng, mà ai sửa được bảng cũng sửa được. Trước khi chạy gì ở đó: mở https://script.google.com/home bằng tài khoản cài đặt, xem có đúng nó và mình là chủ không.`,
  ];
}

async function lookFirst(worlds: Worlds, { wanted, ...way }: DeployRequest): Promise<DeployState> {
  const { plain } = worlds;
  for (const line of describeSetting(worlds)) plain.tell(line);
  plain.tell('Đang xem tài khoản và mã đang có trên Google…');
  const seen = await see(worlds, wanted, way);
  plain.tell(`Tài khoản Google: ${seen.account ?? 'không rõ'}`);
  if (seen.isHardened && !way.hardened && seen.record.way !== 'hardened') {
    plain.tell(
      'Trên Google bảng này đang cài theo CÁCH CHẶT: giữ cách đó. Muốn về cách thường thì phải nói rõ: --plain (this sheet is hardened and stays so).',
    );
  }
  return seen;
}

/** What this checkout serves, what is on Google, and the steps that follow an installation, once more. @throws CommandError */
export async function tellStatus(worlds: Worlds, asked: DeployRequest): Promise<void> {
  const { tell } = worlds.plain;
  const folder = `Thư mục này / this folder: phiên bản ${asked.version}`;
  if (nextStep(worlds.plain.readRecord(), asked.wanted).kind !== 'upgrade') {
    for (const line of [...describeSetting(worlds), folder, ...UNBOUND]) tell(line);
    return;
  }
  const { step, isHardened, remoteScript, standaloneId, standalone } = await lookFirst(worlds, asked);
  tell(folder);
  tell('Trên Google / on Google:');
  if (step.kind === 'upgrade') tell(`  ${scriptAddress(step.scriptId)}: ${describeRemoteScript(remoteScript)}`);
  if (standaloneId !== undefined)
    tell(`  ${scriptAddress(standaloneId)}: ${describeRemoteScript(remoteScriptOf(standalone))}`);
  const old = isHardened ? undefined : worlds.standalone.readRecord().scriptId;
  for (const line of installClicks(isHardened, old)) tell(line);
}

const UNBOUND = [
  'Chưa có tập lệnh nào mà máy này biết. Làm gì / to do:',
  '  Xã đã có bảng: npm run deploy -- --script MÃ-TẬP-LỆNH (chỉ xem: thêm --status)',
  '  Bảng chưa có chương trình: npm run deploy -- --sheet MÃ-BẢNG. Xã chưa có bảng nào: npm run deploy -- --new',
];

/** Whether Google holds what this checkout builds; each difference is told. @throws CommandError */
export async function compare(worlds: Worlds, asked: DeployRequest, builds: Builds): Promise<boolean> {
  const { tell } = worlds.plain;
  tell('Chỉ xem, không đổi gì trên Google và trên máy này (read only).');
  // Nothing to look at: nobody is asked to log in for it.
  if (nextStep(worlds.plain.readRecord(), asked.wanted).kind !== 'upgrade') throw new CommandError('no-script');
  const seen = await lookFirst(worlds, asked);
  const { step, script, standaloneId, standalone, isHardened } = seen;
  if (step.kind !== 'upgrade') throw new CommandError('no-script');
  const pairs: [id: string, built: Files, remote: Files][] = [];
  if (isHardened) {
    if (step.sheetId === undefined) throw new CommandError('no-sheet-id');
    if (standaloneId === undefined)
      throw new CommandError('no-script', 'tập lệnh riêng: --hardened --standalone MÃ-TẬP-LỆNH');
    const built = await builds.hardened({ sheetId: step.sheetId, editorUrl: scriptAddress(standaloneId) });
    pairs.push([step.scriptId, built.bound, script], [standaloneId, built.standalone, standalone]);
  } else pairs.push([step.scriptId, await builds.plain(), script]);
  const wholes = pairs.map(([id, built, remote]) => {
    const verdicts = compareFiles(built, remote);
    tell(`${scriptAddress(id)}: ${describeRemoteScript(remoteScriptOf(remote))}`);
    for (const line of describeVerdicts(verdicts)) tell(`  ${line}`);
    return isClean(verdicts);
  });
  const isSame = wholes.every(Boolean);
  const versions = [...new Set(pairs.map(([, , remote]) => versionOf(remote) ?? 'không rõ'))];
  const isOther = versions.some((version) => version !== asked.version);
  for (const line of conclusionOf(isSame, isOther ? versions.join(', ') : undefined, asked.version)) tell(line);
  for (const line of doubtOf(seen)) tell(line);
  return isSame;
}

function conclusionOf(isSame: boolean, otherVersion: string | undefined, version: string): string[] {
  if (isSame) return ['GIỐNG: mã trên Google đúng là mã của thư mục này, chưa bị ai sửa (same).'];
  if (otherVersion !== undefined) {
    return [
      `KHÁC (differs), và khác phiên bản: trên Google ${otherVersion}, thư mục này ${version}. Chưa nói được có ai sửa mã hay không.`,
      '  Làm gì: so lại bằng thư mục của đúng phiên bản đang cài; hoặc cập nhật bằng npm run deploy (bản đang có được giữ lại trước khi thay).',
    ];
  }
  return [
    'KHÁC (differs): mã trên Google không phải mã của thư mục này. Nếu không ai ở xã tự sửa chương trình hay seeds/ thì mã trên Google ĐÃ BỊ SỬA.',
    '  Làm gì: lưu các dòng trên; xem lại ai sửa được bảng (nút Chia sẻ) và mật khẩu tài khoản cài đặt; rồi chạy npm run deploy: bản đang có được giữ ở out/ban-cu-tren-google trước khi thay. Gửi thư mục đó cho người phát triển.',
  ];
}
