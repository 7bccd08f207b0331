// How other plans put what is no plain date: what is read, and, in the same table, the near miss that is not.
import { describe, expect, test } from 'vitest';
import { readDeadline } from '../../../src/core/deadline.ts';
import { reads } from './told.ts';

describe('ongoing', () =>
  reads([
    ['hằng tháng', 'ongoing'],
    ['Hàng quý', 'ongoing'],
    ['hằng năm', 'ongoing'],
    ['Định kỳ hằng tháng, quý, năm', 'ongoing'],
    ['Định kỳ 6 tháng, năm', 'ongoing'],
    ['Hằng tháng/hằng quý', 'ongoing'],
    ['Mỗi quý một lần', 'ongoing'],
    ['02 lần/năm', 'ongoing'],
    ['6 tháng/lần', 'ongoing'],
    ['ngày 5 hằng tháng', 'ongoing'],
    ['Báo cáo trước ngày 15 hằng tháng', 'ongoing'],
    ['Hằng tháng, trước ngày 10', 'ongoing'],
    ['thứ Sáu hằng tuần', 'ongoing'],
    ['Thường xuyên, hằng năm', 'ongoing'],
    ['Thường xuyên, liên tục', 'ongoing'],
    ['Thường xuyên trong năm 2024', 'ongoing'],
    ['Thường xuyên từ quý II/2024', 'ongoing'],
    ['Thường xuyên và đột xuất khi có yêu cầu', 'ongoing'],
    ['Thường xuyên theo chỉ đạo của UBND huyện', 'ongoing «UBND huyện»'],
    ['Cả năm', 'ongoing'],
    ['Thường xuyên đến hết năm 2024', 'unread'],
    ['Thường xuyên, hoàn thành trước 30/6', 'unread'],
    ['Không thường xuyên', 'unread'],
    ['Thường xuyên báo', 'unread'],
    ['ngày 32 hằng tháng', 'unread'],
  ]));

describe('a date, then ongoing', () =>
  reads([
    ['Quý I/2024 và thực hiện thường xuyên', 'dated-then-ongoing 2024-03-31 quarter firm'],
    ['Quý I/2024, sau đó thực hiện thường xuyên', 'dated-then-ongoing 2024-03-31 quarter firm'],
    ['Tháng 6/2024; duy trì thường xuyên', 'dated-then-ongoing 2024-06-30 month firm'],
    ['Năm 2024 và các năm tiếp theo', 'dated-then-ongoing 2024-12-31 year firm'],
    ['Năm 2024 và thường xuyên theo hướng dẫn của Bộ Y tế', 'dated-then-ongoing 2024-12-31 year firm «Bộ Y tế»'],
    ['Năm 2024 (theo hướng dẫn của Bộ Y tế) và thường xuyên', 'dated-then-ongoing 2024-12-31 year «Bộ Y tế»'],
    ['Phấn đấu trong năm 2024 và thực hiện thường xuyên', 'dated-then-ongoing 2024-12-31 year'],
    ['Quý I/2024, thường xuyên', 'unread'],
    ['Năm 2024 thường xuyên', 'unread'],
  ]));

describe('loosened', () =>
  reads([
    ['Dự kiến quý III/2024', 'dated 2024-09-30 quarter'],
    ['Phấn đấu trước ngày 30/6/2024', 'dated 2024-06-29 day'],
    ['Khoảng tháng 5', 'dated 2024-05-31 month'],
    ['Trong năm 2024 (dự kiến)', 'dated 2024-12-31 year'],
    ['Quý II/2024 theo tiến độ của Bộ Công an', 'dated 2024-06-30 quarter «Bộ Công an»'],
    ['Quý II/2024, theo kế hoạch của UBND tỉnh', 'dated 2024-06-30 quarter «UBND tỉnh»'],
    ['Tháng 6/2024 (khi có hướng dẫn của cấp trên)', 'dated 2024-06-30 month «cấp trên»'],
    ['Quý I/2024 (đã hoàn thành)', 'unread'],
    ['Quý I/2024 (nếu kịp)', 'unread'],
  ]));

describe('roadmaps', () =>
  reads([
    ['Theo lộ trình', 'roadmap'],
    ['Thực hiện theo lộ trình của Bộ Y tế', 'roadmap «Bộ Y tế»'],
    ['Theo tiến độ chung', 'roadmap'],
    [
      'Theo lộ trình của Tổ công tác triển khai Đề án 06 tỉnh Thanh Hóa',
      'roadmap «Tổ công tác triển khai Đề án 06 tỉnh Thanh Hóa»',
    ],
    ['Theo lộ trình của Văn phòng Ban Chỉ đạo tỉnh', 'roadmap «Văn phòng Ban Chỉ đạo tỉnh»'],
    ['Theo Kế hoạch số 296/KH-UBND ngày 13/12/2023 của UBND tỉnh', 'roadmap «UBND tỉnh»'],
    ['Theo Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ', 'roadmap «Chính phủ»'],
    ['Kế hoạch số 296/KH-UBND ngày 13/12/2023', 'unread'],
    ['Theo lộ trình của Bộ Y tế (dự kiến quý III/2024)', 'roadmap 2024-09-30 quarter «Bộ Y tế»'],
    ['Theo lộ trình của Bộ Y tế, dự kiến trước 30/6', 'roadmap 2024-06-29 day «Bộ Y tế»'],
    ['Theo lộ trình của Bộ Y tế (dự kiến 30/02)', 'unread'],
    ['Theo lộ trình của Bộ Y tế trước ngày 15/6', 'unread'],
    ['Theo lộ trình của Bộ Y tế 15', 'unread'],
    ['Theo lộ trình của Bộ Y tế đã hoàn thành', 'unread'],
    ['Theo tiến độ của UBND tỉnh và thực hiện thường xuyên', 'roadmap «UBND tỉnh»'],
    ['Theo lộ trình của ai đó', 'unread'],
    ['Theo quy định', 'unread'],
  ]));

describe('on request', () =>
  reads([
    ['Sau khi có hướng dẫn của Bộ Y tế', 'on-request «Bộ Y tế»'],
    ['Khi có văn bản hướng dẫn của Sở Tư pháp', 'on-request «Sở Tư pháp»'],
    ['Khi có văn bản', 'on-request'],
    ['Khi có yêu cầu, chỉ đạo của cấp trên', 'on-request «cấp trên»'],
    ['Khi Bộ Công an yêu cầu', 'on-request «Bộ Công an»'],
    ['Theo yêu cầu của UBND huyện', 'on-request «UBND huyện»'],
    ['Theo hướng dẫn của Bộ Y tế', 'on-request «Bộ Y tế»'],
    ['Khi phát sinh', 'on-request'],
    ['Khi cần thiết', 'on-request'],
    ['Đột xuất theo yêu cầu của Chủ tịch UBND xã', 'on-request «Chủ tịch UBND xã»'],
    ['Ngay sau khi ban hành kế hoạch', 'unread'],
    ['Sau khi có hướng dẫn 10 ngày', 'unread'],
    ['Khi có kinh phí', 'unread'],
    ['Khi', 'unread'],
  ]));

describe('shares', () =>
  reads([
    [
      'Đạt 70% trong quý II và 90% trong quý III',
      'milestones 2024-09-30 quarter firm 2024-06-30 ≥ 70, 2024-09-30 ≥ 90',
    ],
    ['Quý II/2024: 70%; quý III/2024: 97,5%', 'milestones 2024-09-30 quarter firm 2024-06-30 ≥ 70, 2024-09-30 ≥ 97.5'],
    ['Phấn đấu đạt 70% vào 30/6 và đạt 90% vào 31/12', 'milestones 2024-12-31 day 2024-06-30 ≥ 70, 2024-12-31 ≥ 90'],
    ['Quý III/2024: 90%; quý II/2024: 70%', 'unread'],
    ['Quý II/2024: 70%; quý II/2024: 90%', 'unread'],
    ['Đạt 170% trong quý II và 90% trong quý III', 'unread'],
    ['Đạt dưới 5% trong quý II', 'unread'],
    ['Đạt 90% trong quý III/2024', 'dated 2024-09-30 quarter firm'],
    ['Năm 2024: 100%; 90%', 'dated 2024-12-31 year firm'],
    ['Năm 2024 đạt 100%', 'dated 2024-12-31 year firm'],
    ['90%', 'unread'],
  ]));

describe('nothing a deadline', () =>
  reads([
    ['', 'unread'],
    ['   ', 'unread'],
    ['.', 'unread'],
    ['Đã hoàn thành', 'unread'],
    ['Không có thời hạn', 'unread'],
    ['Không thực hiện trong năm 2024', 'unread'],
    ['Trong tháng 4, kiểm tra kết quả', 'unread'],
    ['Tháng 3/2024: xây dựng kế hoạch', 'unread'],
    ['0912345678', 'unread'],
    ['038012345678', 'unread'],
    ['296/KH-UBND', 'unread'],
    ['Tháng 5/2024)', 'unread'],
    ['((Tháng 5/2024', 'unread'],
    ['Quý I/2024 Quý II/2024', 'unread'],
    ['Quý I/2024..', 'unread'],
  ]));

describe('written otherwise', () =>
  reads([
    ['QUÝ I/2024 VÀ THỰC HIỆN THƯỜNG XUYÊN', 'dated-then-ongoing 2024-03-31 quarter firm'],
    ['  quí  i / 2024 ', 'dated 2024-03-31 quarter firm'],
    ['Định kì hàng tháng', 'ongoing'],
    ['Trong năm\n2024', 'dated 2024-12-31 year firm'],
    ['Thời gian hoàn thành: Quý I/2024.', 'dated 2024-03-31 quarter firm'],
    ['- Tháng 3/2024;', 'dated 2024-03-31 month firm'],
    ['Theo lộ trình của Toà án nhân dân tối cao', 'roadmap «Toà án nhân dân tối cao»'],
  ]));

describe('the plan’s year', () => {
  test.each([
    ['tháng 2', 2023, '2023-02-28'],
    ['trong năm', 2026, '2026-12-31'],
    ['tháng 2/2024', 2026, '2024-02-29'],
    ['29/02', 2023, undefined],
    ['tháng 2', Number.NaN, undefined],
    ['tháng 2', 2024.5, undefined],
    ['tháng 2', 0, undefined],
  ])('%s of the plan of %d → %s', (phrase, year, due) => expect(readDeadline(phrase, year).due).toBe(due));

  test('the words are kept, tidied', () =>
    expect(readDeadline(' Hôm  nào\u200B đó\n', 2024)).toEqual({ kind: 'unread', firm: false, text: 'Hôm nào đó' }));
});
