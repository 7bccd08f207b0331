// «Tự kiểm trên Google…»: the door. The answers stand in a tab for people and in a file of Drive for the project, where a test holds
// the local host to them.

import { observe, requireKeeper } from '../../app/observe.ts';
import { writeListing } from '../../app/write-listing.ts';
import { formatMoment, isoDate } from '../../core/calendar.ts';
import { LIVE_CHECK } from '../../sheet/listing.ts';
import { ask, tell, throughDoor } from '../dialog.ts';
import { portsFor } from '../ports.ts';
import { SEEDS } from '../seeds.ts';
import { theFile } from '../the-file.ts';
import { VERSION } from '../version.ts';
import type { Answer } from './probe.ts';
import { type Answered, runProbes } from './run-probes.ts';

const TITLE = 'Tự kiểm trên Google';
const QUESTION =
  'Máy tạo một bảng tính nháp trong Drive của đồng chí, hỏi Google những điều chương trình dựa vào, rồi bỏ bảng nháp vào thùng rác. ' +
  'Mất khoảng hai phút; bảng theo dõi không bị thay đổi gì, chỉ thêm tab Tự kiểm (tự mất vào hôm sau). Thực hiện?';

/** Menu: Tự kiểm trên Google… */
export function checkOnGoogle(): void {
  throughDoor(TITLE, () => {
    const ports = portsFor(theFile());
    const { settings } = observe(ports, SEEDS, { settings: 'all' });
    requireKeeper(settings, ports);
    if (!ask(TITLE, QUESTION)) return;
    const answers = runProbes();
    const now = ports.now();
    const name = `tu-kiem-${isoDate(now)}.json`;
    save(name, { part: 'A', program: VERSION, at: formatMoment(now), answers });
    writeListing(ports, LIVE_CHECK, {
      heading: `Tự kiểm trên Google lúc ${formatMoment(now)}, phần mềm ${VERSION}. Tab này tự mất vào ngày hôm sau; bản đầy đủ: tệp ${name} trong Drive.`,
      columns: [
        ['Kết quả', 110],
        ['Câu hỏi', 420],
        ['Google trả lời', 360],
        ['Chương trình dựa vào', 360],
      ],
      rows: answers.map(lineOf),
    });
    tell(TITLE, summary(answers, name));
  });
}

function save(name: string, content: object): void {
  const blob = Utilities.newBlob(JSON.stringify(content, null, 1), 'application/json', name);
  Drive?.Files?.create({ name, mimeType: 'application/json' }, blob, { fields: 'id' });
}

function lineOf({ about, answer, expected, ok }: Answered): string[] {
  const verdict = ok === undefined ? 'để biết' : ok ? 'đúng' : 'KHÁC';
  return [verdict, about, words(answer), expected === undefined ? '' : words(expected)];
}

function words(answer: Answer): string {
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}

function summary(answers: readonly Answered[], name: string): string {
  const asked = answers.filter(({ ok }) => ok !== undefined);
  const other = asked.filter(({ ok }) => ok === false);
  return [
    other.length === 0
      ? `Google trả lời đúng như chương trình dựa vào ở cả ${asked.length} điều.`
      : `${asked.length - other.length}/${asked.length} điều đúng như chương trình dựa vào; khác ở:`,
    ...other.slice(0, 8).map(({ about }) => `• ${about}`),
    `Danh sách đầy đủ ở tab ${LIVE_CHECK.title}; gửi tệp ${name} trong Drive cho người phát triển.`,
  ].join('\n');
}
