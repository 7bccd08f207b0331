// Sentences that say how things stand.
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../src/core/calendar.ts';
import { STATUS, type Status } from '../../../src/core/status.ts';
import {
  dueSentence,
  indicatorsSentence,
  reportingSentence,
  standingSentence,
  statusClause,
} from '../../../src/report/document/standing.ts';

const figure = (part: number, whole: number, beside?: string) => ({
  part,
  whole,
  text: '',
  ...(beside !== undefined && { beside }),
});

describe('where the tasks of a group stand', () => {
  test.each<[readonly (readonly [Status, number])[], string]>([
    [
      [
        [STATUS.doingOverdue, 1],
        [STATUS.ongoingWithResult, 2],
      ],
      'Có 01 nhiệm vụ đang thực hiện đã quá hạn; 02 nhiệm vụ thường xuyên có kết quả.',
    ],
    [[[STATUS.unknownInTime, 12]], 'Có 12 nhiệm vụ chưa có thông tin, còn trong hạn.'],
    [[[STATUS.roadmapAwaiting, 1]], 'Có 01 nhiệm vụ theo lộ trình, đang chờ hướng dẫn của cấp trên.'],
    [
      [
        [STATUS.doneLate, 1],
        [STATUS.paused, 0],
      ],
      'Có 01 nhiệm vụ đã hoàn thành nhưng quá hạn.',
    ],
    [[], ''],
  ])('%j', (counts, sentence) => expect(standingSentence(counts)).toBe(sentence));

  test.each(Object.values(STATUS))('%s reads as a clause: no dash, no capital', (status) => {
    expect(statusClause(status)).toMatch(/^\p{Ll}[^–]*$/u);
  });
});

describe('what fell due', () => {
  test.each([
    [figure(2, 3), figure(1, 3), undefined, 'Đến nay có 03 nhiệm vụ đến hạn; đã hoàn thành 02, trong đó 01 đúng hạn.'],
    [
      figure(2, 3),
      figure(0, 3),
      undefined,
      'Đến nay có 03 nhiệm vụ đến hạn; đã hoàn thành 02, không nhiệm vụ nào đúng hạn.',
    ],
    [figure(3, 3), figure(3, 3), undefined, 'Đến nay có 03 nhiệm vụ đến hạn; đã hoàn thành 03, đều đúng hạn.'],
    [figure(0, 1), figure(0, 1), undefined, 'Đến nay có 01 nhiệm vụ đến hạn; chưa hoàn thành nhiệm vụ nào.'],
    [
      figure(21, 27, 'xong trước hạn 01'),
      figure(16, 27),
      figure(1, 3),
      'Đến nay có 27 nhiệm vụ đến hạn; đã hoàn thành 21, đạt 77,8% (xong trước hạn 01), trong đó 16 đúng hạn (59,3%); tháng trước 1/3.',
    ],
    [figure(0, 0, 'xong trước hạn 01'), figure(0, 0), undefined, 'Chưa có nhiệm vụ đến hạn (xong trước hạn 01).'],
  ])('%j', (K1, K2, before, sentence) => expect(dueSentence({ K1, K2 }, before)).toBe(sentence));
});

describe('who reported', () => {
  test.each([
    [figure(10, 10), figure(10, 10), '10/10 đơn vị báo cáo đủ, đúng hạn (trước ngày 15).'],
    [figure(8, 10), figure(7, 10), '8/10 đơn vị báo cáo đủ, trong đó 07 đơn vị đúng hạn (trước ngày 15), đạt 70%.'],
    [figure(3, 3), figure(0, 3), '3/3 đơn vị báo cáo đủ, trong đó 0 đơn vị đúng hạn (trước ngày 15).'],
  ])('%j', (K5, K6, sentence) => expect(reportingSentence({ K5, K6 }, dayOf(2024, 5, 14))).toBe(sentence));
});

describe('which indicators are met', () => {
  test.each([
    [figure(5, 11), 'Có 5/11 chỉ tiêu có số liệu (45,5%) đạt mục tiêu.'],
    [figure(2, 4, 'số liệu cũ 01'), 'Có 2/4 chỉ tiêu có số liệu đạt mục tiêu (số liệu cũ 01).'],
    [figure(0, 0), 'Chưa có chỉ tiêu nào có số liệu trong thời gian được tính.'],
  ])('%j', (K7, sentence) => expect(indicatorsSentence(K7)).toBe(sentence));
});
