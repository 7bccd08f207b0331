// One step of a scenario, done as its person would do it, and what came of it.

import type { Seeds } from '../../core/plan.ts';
import { resolvePlan } from '../../core/resolve-plan.ts';
import { ApiError, type SheetRequest } from '../../host/contract.ts';
import type { Host } from '../../host/host.ts';
import type { Outcome } from '../../host/run.ts';
import { NoMenuItem, type Stage } from '../month/stage.ts';
import { answering, dialogsOf } from './answers.ts';
import { type ActionKind, type ActionOf, typedText } from './deeds.ts';
import { displayedTabs, type Texts } from './displayed.ts';
import type { Faults } from './faults.ts';
import { accountNamed, roleOf } from './person.ts';
import { type CellName, lookAtPlaces, NoSuchPlace, type Places } from './places.ts';
import { type Came, done, refused } from './said.ts';
import type { Step } from './scenario.ts';

/** What Google shows a person the file is not shared with. */
const NO_ACCESS = 'Bạn cần có quyền truy cập';

export interface Performer {
  /** @throws NoSuchPlace, NoMenuItem, WrongAnswer where the step asks for what there is not */
  perform(step: Step): Came;
  /** What was found may have moved. */
  forget(): void;
  /** By the name of the look. */
  readonly looks: ReadonlyMap<string, Record<string, Texts>>;
}

export function performerOf(stage: Stage, seeds: Seeds, faults: Faults): Performer {
  const { host, fileId } = stage;
  const plan = resolvePlan(seeds);
  const looks = new Map<string, Record<string, Texts>>();
  let known: Places | undefined;
  const forget = () => {
    known = undefined;
  };
  const places = (): Places => {
    known ??= lookAtPlaces(host, fileId, seeds, plan);
    return known;
  };

  /** An edit at the screen; Google shows nobody that a simple trigger failed, the scenario does. */
  const edit = (name: CellName, go: (at: { sheetId: number; row: number; column: number }) => Edited): Came => {
    const { isSign, ...at } = places().cell(name);
    const { typed, runs } = go(at);
    stage.watch(runs);
    if (isSign) forget();
    if (typed.kind === 'refused') return refused(typed.message);
    return done(runs.flatMap((run) => (run.kind === 'error' ? [`${run.functionName}: ${run.message}`] : [])));
  };
  const request = (account: string, wanted: SheetRequest): Came => {
    forget();
    try {
      host.batchUpdateAs(account, fileId, [wanted]);
      return done();
    } catch (cause) {
      // At the screen nobody reads of requests.
      if (cause instanceof ApiError) return refused(cause.message.replace(/^Invalid requests\[\d+\]\.\w+: /u, ''));
      throw cause;
    }
  };
  const rowRequest = (
    kind: 'insertDimension' | 'deleteDimension',
    account: string,
    { tab, row }: ActionOf<'insertRow'>,
  ): Came => {
    const found = places().tab(tab);
    const index = places().row(found, row);
    const range = { sheetId: found.tab.sheetId, dimension: 'ROWS', startIndex: index, endIndex: index + 1 };
    return request(account, { [kind]: { range } });
  };

  type Do = { [K in ActionKind]: (what: ActionOf<K>, step: Step) => Came };
  const actions: Do = {
    type: (what, { account }) => edit(what, (at) => host.type(account, fileId, at, typedText(what.text))),
    tick: (what, { account }) => edit(what, (at) => host.type(account, fileId, at, what.on ? 'TRUE' : 'FALSE')),
    paste(what, { account }) {
      const { cells, withFormat = false } = what;
      const texts = cells.map((row) => row.map(typedText));
      const came = edit(what, (at) => host.paste(account, fileId, at, texts, { withFormat }));
      forget();
      return came;
    },
    clear: (what, { account }) =>
      edit(what, ({ sheetId, row, column }) =>
        host.clear(account, fileId, {
          sheetId,
          startRowIndex: row,
          endRowIndex: row + 1,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        }),
      ),
    click(item, { account, answers }) {
      forget();
      if (roleOf(host, fileId, account) === 'viewer') {
        return refused('Người chỉ xem không có thực đơn «Đề án 06»');
      }
      try {
        return cameOf(stage.click(account, item, answering(answers)));
      } catch (cause) {
        if (cause instanceof NoMenuItem && cause.there.length === 0)
          return refused('Bảng không hiện thực đơn «Đề án 06»');
        throw cause;
      }
    },
    run(name, { account, answers }) {
      forget();
      if (!maySeeScript(stage, account)) return refused('Tập lệnh không mở cho tài khoản này');
      return cameOf(stage.run(account, name, answering(answers)));
    },
    share(what, { account }) {
      const address = accountNamed(what.with, seeds) ?? what.with;
      const role = roleOf(host, fileId, account);
      if (role !== 'owner' && role !== 'editor') return refused('Chỉ chủ tệp và người chỉnh sửa chia sẻ được tệp');
      if (address === host.peek().files[fileId]?.owner) return refused('Không đổi được quyền của chủ tệp');
      if (what.role === null) host.unshare(fileId, account, address);
      else host.share(fileId, account, address, what.role);
      return done();
    },
    insertRow: (what, { account }) => rowRequest('insertDimension', account, what),
    deleteRow: (what, { account }) => rowRequest('deleteDimension', account, what),
    sort(what, { account }) {
      const found = places().tab(what.tab);
      const dimensionIndex = places().column(found, what.column);
      const { sheetId, frozenRows, rowCount, columnCount } = found.tab;
      return request(account, {
        sortRange: {
          range: {
            sheetId,
            startRowIndex: frozenRows,
            endRowIndex: rowCount,
            startColumnIndex: 0,
            endColumnIndex: columnCount,
          },
          sortSpecs: [{ dimensionIndex, sortOrder: 'ASCENDING' }],
        },
      });
    },
    rename: (what, { account }) =>
      request(account, {
        updateSheetProperties: {
          properties: { sheetId: places().tab(what.tab).tab.sheetId, title: what.to },
          fields: 'title',
        },
      }),
    deleteName(name, { account }) {
      const { namedRanges = [] } = host.see(account, fileId, { fields: 'namedRanges' });
      const found = namedRanges.find((range) => range.name?.toLowerCase() === name.toLowerCase());
      if (found?.namedRangeId === undefined) {
        const there = namedRanges.map((range) => range.name ?? '').join(', ');
        throw new NoSuchPlace(`không có dải ô tên «${name}»; có: ${there}`);
      }
      return request(account, { deleteNamedRange: { namedRangeId: found.namedRangeId } });
    },
    trash(name, { account }) {
      const named = Object.values(host.peek().files).filter((file) => file.name === name && !file.trashed);
      const found = named.find(({ owner }) => owner === account) ?? named[0];
      if (!found) throw new NoSuchPlace(`không có tệp, thư mục «${name}» trong Drive`);
      if (found.owner !== account) return refused('Chỉ chủ sở hữu bỏ được tệp, thư mục vào thùng rác');
      host.trash(found.id, account);
      return done();
    },
    fault(what, step) {
      faults.begin(step, what);
      return done();
    },
    look(name, { account }) {
      looks.set(name, displayedTabs(host, fileId, account === '' ? ownerOf(host, fileId) : account));
      return done();
    },
  };

  return {
    looks,
    forget,
    perform(step) {
      const { action, account } = step;
      if (account !== '' && action.kind !== 'fault' && roleOf(host, fileId, account) === undefined)
        return refused(NO_ACCESS);
      return (actions[action.kind] as (what: typeof action.what, step: Step) => Came)(action.what, step);
    },
  };
}

type Edited = ReturnType<Host['type']>;

function cameOf(outcome: Outcome): Came {
  const toasts = outcome.shown.flatMap((seen) => (seen.kind === 'toast' ? [`${seen.title}: ${seen.message}`] : []));
  const words = [...toasts, ...outcome.printed];
  const dialogs = dialogsOf(outcome);
  if (outcome.kind === 'ok') return { outcome: 'done', words, dialogs };
  const why = outcome.kind === 'error' ? outcome.message : 'Authorization is required to perform that action.';
  return { outcome: 'failed', words: [...words, why], dialogs };
}

function ownerOf(host: Host, fileId: string): string {
  return host.peek().files[fileId]?.owner ?? '';
}

/** Whoever edits the file opens the script in it; a standalone one is its owner's alone. */
function maySeeScript({ host, fileId, scriptId, editorScriptId }: Stage, account: string): boolean {
  if (editorScriptId !== scriptId) return host.peek().scripts[editorScriptId]?.owner === account;
  return ['owner', 'editor'].includes(roleOf(host, fileId, account) ?? '');
}
