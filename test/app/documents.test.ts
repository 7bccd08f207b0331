// The documents of a closing: made by the clock, kept in the folder, linked in the ledger, with the chairman's mail; once each.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeAside } from '../../src/app/closing/make-aside.ts';
import type { Ports } from '../../src/app/ports.ts';
import { CHAIRMAN, INSTALLER } from '../../src/tools/month/cast.ts';
import type { Stage } from '../../src/tools/month/stage.ts';
import { again, rowsOf, stageAt, waited } from './played.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const before = stageAt('2024-05-14T08:00');
before.type('vp@example.vn', 'tasks', 'II.25', 'state', 'Đang thực hiện');
before.type('vp@example.vn', 'tasks', 'II.25', 'result', 'Đã lưu trữ 45 hồ sơ');
before.advanceTo('2024-05-15T08:20');
before.click(before.police, 'Tổng hợp báo cáo…');

const files = (stage: Stage) => Object.values(stage.host.state().files).filter(({ mimeType }) => mimeType === WORD);
const folders = (stage: Stage) =>
  Object.values(stage.host.state().files).filter(({ mimeType }) => mimeType === 'application/vnd.google-apps.folder');
const NAMES = ['Báo cáo Đề án 06 - 2024-05 - bản 1.docx', 'Báo cáo nội bộ Đề án 06 - 2024-05 - bản 1.docx'];
const wordsOf = (content: string) =>
  strFromU8(unzipSync(new Uint8Array(Buffer.from(content, 'base64')))['word/document.xml'] ?? new Uint8Array());

test('two documents of the closing, owned by the installing account, readable by CAX and the chairman, linked in the ledger', () => {
  const stage = waited(before, '2024-05-15T09:00');
  expect(files(stage).map(({ name, owner }) => [name, owner])).toEqual(NAMES.map((name) => [name, INSTALLER]));
  const [folder, ...more] = folders(stage);
  expect(more).toEqual([]);
  expect(files(stage).every(({ parents }) => parents.includes(folder?.id ?? ''))).toBe(true);
  const readers = folder?.permissions.filter(({ role }) => role === 'viewer').map(({ address }) => address);
  expect(readers?.sort()).toEqual([CHAIRMAN, stage.police].sort());
  const [{ document = '' } = {}] = rowsOf(stage, 'ledger', ['document']);
  expect(String(document).split('\n').length).toBe(2);
  expect(wordsOf(files(stage)[0]?.content ?? '')).toContain('Đã lưu trữ 45 hồ sơ');
  expect(stage.failures).toEqual([]);
});

test('the chairman’s mail carries them, and they are the files of the folder', () => {
  const stage = waited(before, '2024-05-15T09:00');
  const [mail] = stage.host.state().outbox.filter(({ to }) => to.includes(CHAIRMAN));
  expect(mail?.attachments.map(({ name, contentType }) => [name, contentType])).toEqual(
    NAMES.map((name) => [name, WORD]),
  );
  expect(mail?.attachments.map(({ content }) => content)).toEqual(files(stage).map(({ content }) => content));
  expect(mail?.body).toContain(`Tệp kèm theo (Word, số và chữ ký để trống): ${NAMES.join('; ')}.`);
});

test('bản 0 has the internal draft alone; the closing of June after it has both and that of six months', () => {
  const stage = again(stageAt('2024-06-13T08:00'));
  stage.advanceTo('2024-06-17T16:30');
  expect(files(stage).map(({ name }) => name)).toEqual(['Báo cáo nội bộ Đề án 06 - 2024-06 - bản 0.docx']);
  expect(wordsOf(files(stage)[0]?.content ?? '')).toContain('Dự thảo');
  stage.click(stage.police, 'Tổng hợp báo cáo…');
  stage.advanceTo('2024-06-17T17:00');
  expect(
    files(stage)
      .map(({ name }) => name)
      .slice(1),
  ).toEqual([
    'Báo cáo Đề án 06 - 2024-06 - bản 1.docx',
    'Báo cáo nội bộ Đề án 06 - 2024-06 - bản 1.docx',
    'Báo cáo 6 tháng Đề án 06 - 2024-06 - bản 1.docx',
  ]);
});

describe('a run that dies while documents are made', () => {
  test.each([0, 1, 2, 3, 4])('at Drive call %i: no second file or folder', (n) => {
    const stage = again(before);
    let seen = 0;
    const end = stage.host.intercept(({ service }) => {
      if (!service.startsWith('Drive')) return undefined;
      seen += 1;
      return seen - 1 === n ? { die: true } : undefined;
    });
    stage.advanceTo('2024-05-15T09:00');
    end();
    stage.advanceTo('2024-05-15T09:40');
    expect(files(stage).map(({ name }) => name)).toEqual(NAMES);
    // A folder made by a run that died before it could be written down stays empty; it is the one thing that may be left.
    expect(folders(stage).length).toBeLessThanOrEqual(n === 0 ? 1 : 2);
    expect(
      rowsOf(stage, 'ledger', ['document']).every(({ document }) => String(document).split('\n').length === 2),
    ).toBe(true);
    expect(stage.host.state().outbox.filter(({ to }) => to.includes(CHAIRMAN)).length).toBe(1);
  });
});

describe('documents that cannot be made hold nobody', () => {
  /** Every run that makes documents of a kind dies at it. */
  const dying = (stage: Stage, kind: string) =>
    stage.host.intercept(({ method, args }) =>
      method === 'deleteProperty' && String(args[0]).startsWith(`making ${kind}`) ? { die: true } : undefined,
    );

  test('the chairman’s mail leaves without them, marked, and they are kept all the same', () => {
    const stage = again(before);
    const end = dying(stage, '2024-05|chairman');
    stage.advanceTo('2024-05-15T09:10');
    end();
    const mails = stage.host.state().outbox.filter(({ to }) => to.includes(CHAIRMAN));
    expect(mails.map(({ attachments }) => attachments.length)).toEqual([0]);
    expect(mails[0]?.body).toContain('Văn bản kèm theo chưa lập được nên thư đi trước');
    expect(mails[0]?.subject).not.toContain('gửi lại');
    const [{ chairmanMail = '' } = {}] = rowsOf(stage, 'ledger', ['chairmanMail']);
    expect(chairmanMail).toMatch(/^Đã gửi .*không kèm văn bản \(lập văn bản 2 lần đều bị dừng giữa chừng\)/u);
    expect(files(stage).map(({ name }) => name)).toEqual(NAMES);
  });

  test('those for the folder: the mail and the reminders have left, and a person is told', () => {
    const stage = again(before);
    const end = dying(stage, 'documents');
    stage.advanceTo('2024-05-15T12:30');
    expect(
      stage.host
        .state()
        .outbox.filter(({ to }) => to.includes(CHAIRMAN))
        .map(({ attachments }) => attachments.length),
    ).toEqual([2]);
    expect(files(stage)).toEqual([]);
    expect(stage.host.state().outbox.some(({ subject }) => subject.includes('[LỖI]'))).toBe(true);
    // What ended them is over: the next day they are made.
    end();
    stage.advanceTo('2024-05-16T11:00');
    expect(files(stage).map(({ name }) => name)).toEqual(NAMES);
  });

  test('what throws is a reason, and leaves no mark', () => {
    const store = new Map<string, string>();
    const ports = {
      now: () => 45_427,
      store: {
        all: () => Object.fromEntries(store),
        set: (key: string, value: string) => store.set(key, value),
        remove: (key: string) => store.delete(key),
      },
    } as unknown as Ports;
    const made = makeAside(ports, 'x', () => {
      throw new Error('hỏng');
    });
    expect(made).toEqual({ files: [], why: 'hỏng' });
    expect(store.size).toBe(0);
  });
});
