// One month on the local host, end to end: the built bundle in a new sheet, set up by the installing account, filled in by
// the units, run by the clock, closed by CAX, told to the chairman. Everything goes through the doors people use.
import { dayOf, isoDate, readIsoDate } from '../../../core/calendar.ts';
import { type Period, PLAN_RULES, periodName, windowOf } from '../../../core/period.ts';
import type { Seeds } from '../../../core/plan.ts';
import type { Host } from '../../host/host.ts';
import type { Answers, Outcome } from '../../host/run.ts';
import { createNodeHost } from '../host.ts';
import { accountOf, CHAIRMAN, castOf, INSTALLER, policeAccount, typistOf } from './cast.ts';
import { type Entry, typedFields } from './entries.ts';
import { type Locate, locator } from './locate.ts';

export interface MonthOptions {
  readonly seeds: Seeds;
  readonly bundle: { readonly code: string; readonly manifest: string };
  readonly period: Period;
  readonly entries: readonly Entry[];
  /** False: CAX does not close, and bản 0 is left to the clock. */
  readonly closes: boolean;
  readonly tell: (line: string) => void;
}

export interface PlayedMonth {
  readonly host: Host;
  readonly fileId: string;
  readonly scriptId: string;
  /** Runs that ended in an error: none in a good month. */
  readonly failures: readonly string[];
}

/** CAX closes on the deadline day at this time; the month ends on the last day of grace. */
const CLOSING_TIME = '08:30';
const SET_UP_TIME = '08:00';
const LAST_TIME = '18:00';

export function playMonth(options: MonthOptions): PlayedMonth {
  const { seeds, bundle, period, tell } = options;
  const from = isoDate(windowOf(period, PLAN_RULES, readIsoDate(seeds.plan.date)).from);
  const host = createNodeHost({ clock: `${from}T${SET_UP_TIME}`, seed: 6 });
  const failures: string[] = [];
  const watch = (outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) {
      if (outcome.kind === 'error') failures.push(`${outcome.functionName} (${outcome.user}): ${outcome.message}`);
    }
  };
  const police = policeAccount(seeds);

  tell(`${shown(host)}  ${INSTALLER} tạo bảng «${fileName(seeds)}» và gắn chương trình`);
  const fileId = host.createSpreadsheet(INSTALLER, fileName(seeds));
  const manifest: Parameters<Host['bindScript']>[2]['manifest'] = JSON.parse(bundle.manifest);
  const scriptId = host.bindScript(INSTALLER, fileId, { code: bundle.code, manifest });
  for (const unit of castOf(seeds)) host.share(fileId, INSTALLER, accountOf(unit), 'editor');
  host.share(fileId, INSTALLER, CHAIRMAN, 'viewer');
  const click = (user: string, item: string, answers: Answers) => {
    watch(host.open(user, fileId).runs);
    let outcome = host.click(user, fileId, ['Đề án 06', item], answers);
    if (outcome.kind === 'consent') {
      tell(`${shown(host)}  ${user} bấm «${item}»: Google hỏi quyền, đồng ý tất cả, bấm lại`);
      host.grant(user, scriptId, 'all');
      outcome = host.click(user, fileId, ['Đề án 06', item], answers);
    }
    watch([outcome]);
    if (outcome.kind === 'dialog')
      throw new Error(`hộp thoại chưa được trả lời: ${outcome.dialog.title}: ${outcome.dialog.prompt}`);
    for (const seen of outcome.shown) {
      if (seen.kind === 'alert') tell(indent(`[${seen.title}]\n${seen.prompt}\n→ ${String(seen.answer)}`));
    }
  };

  tell(`${shown(host)}  ${INSTALLER} bấm «Thiết lập ban đầu…»`);
  click(INSTALLER, 'Thiết lập ban đầu…', agree);
  const locate = locator(host, INSTALLER, fileId, seeds);
  fillIn(host, fileId, seeds, locate, police);
  tell(
    `${shown(host)}  ${INSTALLER} ghi tài khoản của ${castOf(seeds).length} đơn vị, Công an xã, Chủ tịch; bấm «Đồng bộ bảng tính…»`,
  );
  click(INSTALLER, 'Đồng bộ bảng tính…', agree);

  const deadline = isoDate(dayOf(period.year, period.month, PLAN_RULES.deadlineDay));
  const closing = `${deadline}T${CLOSING_TIME}`;
  const last = `${isoDate(dayOf(period.year, period.month, PLAN_RULES.graceDay))}T${LAST_TIME}`;
  const advanceTo = (at: string) => {
    if (host.now().slice(0, at.length) < at) watch(host.advance({ to: at }));
  };
  const typist = typistFor(options, host, fileId, locate, watch);
  const inOrder = options.entries
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => (a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : a.index - b.index));
  tell(`${shown(host)}  Các đơn vị nhập liệu ${periodName(period)}: ${inOrder.length} mục`);
  let closed = !options.closes;
  const close = () => {
    if (closed) return;
    closed = true;
    advanceTo(closing);
    tell(`${shown(host)}  ${police} bấm «Tổng hợp báo cáo…»`);
    click(police, 'Tổng hợp báo cáo…', agree);
  };
  for (const { entry, index } of inOrder) {
    if (entry.at > closing) close();
    if (entry.at > last) {
      tell(`Mục ${index} (${entry.code}): sau ${last}, ngoài thời gian chạy của lệnh; không nhập.`);
      continue;
    }
    advanceTo(entry.at);
    typist(entry, index);
  }
  close();
  advanceTo(last);
  return { host, fileId, scriptId, failures };
}

/** Yes to every question, OK to everything told. */
const agree: Answers = (dialog) => (dialog.buttons === 'YES_NO' ? 'YES' : 'OK');

function fileName({ plan }: Seeds): string {
  return `Theo dõi Đề án 06 – ${plan.commune} – ${plan.year}`;
}

function shown(host: Host): string {
  return host.now().slice(0, 16).replace('T', ' ');
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n');
}

/** What the installing account types after the set-up. */
function fillIn(host: Host, fileId: string, seeds: Seeds, locate: Locate, police: string): void {
  const put = (tab: string, row: string, column: string, text: string) => {
    const { typed } = host.type(INSTALLER, fileId, locate(tab, row, column), text);
    if (typed.kind === 'refused') throw new Error(`${tab} ${row}: ${typed.message}`);
  };
  put('settings', 'policeAccounts', 'value', police);
  put('settings', 'chairmanEmail', 'value', CHAIRMAN);
  for (const unit of castOf(seeds)) {
    put('units', unit.code, 'accounts', accountOf(unit));
    put('units', unit.code, 'emails', accountOf(unit));
  }
}

/** Types one entry, field by field, as its unit's user; a refusal is one line, and the other fields stay. */
function typistFor(
  { seeds, tell }: MonthOptions,
  host: Host,
  fileId: string,
  locate: Locate,
  watch: (outcomes: readonly Outcome[]) => void,
): (entry: Entry, index: number) => void {
  return (entry, index) => {
    const unit = typistOf(seeds, entry.by);
    const refuse = (message: string) => tell(`Mục ${index} (${entry.code}, ${entry.by}): ${message}`);
    if (!unit) return refuse('không có đơn vị này trong danh sách.');
    if (!seeds.tasks.some(({ code }) => code === entry.code)) return refuse('không có mã nhiệm vụ này trong kế hoạch.');
    for (const { column, text } of typedFields(entry)) {
      const { typed, runs } = host.type(accountOf(unit), fileId, locate('tasks', entry.code, column), text);
      watch(runs);
      if (typed.kind === 'refused') refuse(`${locate.heading('tasks', column)}: ${typed.message}`);
    }
  };
}
