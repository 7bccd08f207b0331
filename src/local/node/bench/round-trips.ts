// What each deed costs in calls that reach Google and move data, counted from the local host's log on the built bundle.
import type { Seeds } from '../../../core/plan.ts';
import type { CallRecord } from '../../host/state.ts';
import { INSTALLER } from '../month/cast.ts';
import { type Stage, setStage } from '../month/stage.ts';
import type { Line, Section } from './table.ts';

const READS = new Set(['get', 'getValues', 'getValue']);
const WRITES = new Set(['batchUpdate', 'setValues', 'setValue']);

/** «2 đọc, 1 ghi, 1 thuộc tính». */
function countOf(calls: readonly CallRecord[]): string {
  const remote = calls.filter((call) => call.remote);
  const count = (holds: (call: CallRecord) => boolean) => remote.filter(holds).length;
  const properties = count(({ service }) => service.startsWith('PropertiesService'));
  const reads = count(({ service, method }) => !service.startsWith('PropertiesService') && READS.has(method));
  const writes = count(({ service, method }) => !service.startsWith('PropertiesService') && WRITES.has(method));
  const mails = count(({ service }) => service === 'MailApp');
  const words = [`${reads} đọc`, `${writes} ghi`, `${properties} thuộc tính`, ...(mails > 0 ? [`${mails} thư`] : [])];
  return words.join(', ');
}

export function roundTripsSection(seeds: Seeds, bundle: { code: string; manifest: string }): Section {
  const lines: Line[] = [];
  const stage = setStage({ seeds, bundle, clock: '2024-05-12T08:00', tell: () => {} });
  const logOf = ({ host }: Stage) => host.state().log;
  const measure = (
    what: string,
    budget: string,
    deed: () => void,
    pick: (calls: CallRecord[]) => CallRecord[] = (all) => all,
  ) => {
    const from = logOf(stage).length;
    deed();
    lines.push({ what, value: countOf(pick(logOf(stage).slice(from))), budget });
  };
  // The first click only asks for consent; the run that built the sheet is the one with the first batch.
  const log = logOf(stage);
  const firstBuild = log.find(({ method }) => method === 'batchUpdate')?.run;
  const building = log.filter(({ run }) => run === firstBuild);
  lines.push({
    what: 'dựng bảng lần đầu (kể cả xem trước, cài lịch, nêu việc còn thiếu)',
    value: countOf(building),
    budget: '3 đọc, 2 ghi',
  });
  measure('đồng bộ: bảng đã đúng', '1 đọc, 0 ghi', () => stage.click(INSTALLER, 'Đồng bộ bảng tính…'));
  stage.host.batchUpdateAs(INSTALLER, stage.fileId, [
    { updateSheetProperties: { properties: { sheetId: 1001, title: 'NV' }, fields: 'title' } },
  ]);
  measure('đồng bộ: sửa bảng hỏng', '2 đọc, 2 ghi', () => stage.click(INSTALLER, 'Đồng bộ bảng tính…'));
  measure('kiểm tra dữ liệu', '3 đọc, 0 ghi (danh sách dài: 1 ghi)', () => stage.click(INSTALLER, 'Kiểm tra dữ liệu'));
  measure('onEdit: một ô', '1 đọc, 1 ghi, 1 thuộc tính', () =>
    stage.type('vp@example.vn', 'tasks', 'II.25', 'state', 'Đang thực hiện'),
  );
  measure(
    'lịch: việc đầu ngày (lưu, khôi phục bảo vệ)',
    '3 đọc, 2 ghi',
    () => stage.advanceTo('2024-05-13T00:20'),
    (calls) => calls.filter(({ run }) => run === calls.filter(({ method }) => method === 'batchUpdate').pop()?.run),
  );
  stage.advanceTo('2024-05-15T08:20');
  const lastRun = (calls: CallRecord[]) => calls.filter(({ run }) => run === calls[calls.length - 1]?.run);
  measure('lịch: không có việc', '1 thuộc tính', () => stage.advanceTo('2024-05-15T08:40'), lastRun);
  measure('chốt kỳ', '2 đọc, 1 ghi', () => stage.click(stage.police, 'Tổng hợp báo cáo…'));
  measure(
    'lịch: gửi thư Chủ tịch',
    '1 thư, 2 thuộc tính (riêng thư)',
    () => stage.advanceTo('2024-05-15T09:00'),
    (calls) =>
      calls.filter(
        ({ run }) => run === calls.find(({ service, method }) => service === 'MailApp' && method === 'sendEmail')?.run,
      ),
  );
  return { title: 'Lượt gọi tới Google', lines };
}
