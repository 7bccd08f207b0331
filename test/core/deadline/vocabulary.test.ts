// Every word the reader of deadlines knows, spelled out here with what it makes of a phrase: a word that is lost, or read as another, is
// a line that fails. «·» is where the word stands, in the phrase and in what is read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../../src/tools/build/root.ts';
import { reads } from './told.ts';

type Line = readonly [phrase: string, means: string, words: string];

const NAMES: readonly Line[] = [
  [
    'Theo lộ trình của · Xoài',
    'roadmap «· Xoài»',
    'bộ|các bộ|sở|các sở|ban|các ban|ban chỉ đạo|phòng|các phòng|cục|tổng cục|chi cục|vụ|viện|tòa|tòa án|văn phòng|ủy ban|ubnd|hđnd|hội đồng|hội|hội sở|' +
      'hội sở chính|đoàn|liên đoàn|mặt trận|mttq|chính phủ|quốc hội|thủ tướng|phó thủ tướng|thống đốc|bộ trưởng|ngân hàng|các ngân hàng|công an|' +
      'bảo hiểm|bhxh|kho bạc|thuế|chủ tịch|phó chủ tịch|thường trực|đảng|đảng ủy|cấp ủy|trung ương|tw|cấp|cấp trên|cấp có thẩm quyền|cơ quan|' +
      'các cơ quan|đơn vị|các đơn vị|từng đơn vị|ngành|các ngành|địa phương|các cấp|lãnh đạo|tỉnh|tỉnh ủy|thành phố|thành ủy|tp|thị xã|quận|huyện|' +
      'huyện ủy|xã|phường|thị trấn|tổ công tác|tổ công tác triển khai|tổ công tác triển khai thực hiện|tổ công tác thực hiện|' +
      'ban chỉ đạo triển khai|ban chỉ đạo thực hiện|ban chỉ đạo triển khai thực hiện|trung tâm|trường|các trường|học viện|tập đoàn|tổng công ty|' +
      'công ty|vnpt|viettel|bưu điện|bca|bcđ|btc|bnv|btp|byt|btttt|bgdđt|vpcp|ttcp|nhnn|tandtc|vksndtc',
  ],
  ['Theo lộ trình của Bộ Xoài· Sở Mít', 'roadmap «Bộ Xoài· Sở Mít»', ',| -| &|.| và|, và| /'],
  ['Theo lộ trình · Bộ Xoài', 'roadmap «Bộ Xoài»', 'của|từ'],
  [
    'Theo lộ trình của · Xoài',
    'roadmap',
    'đề án|dự án|chương trình|kế hoạch|mô hình|từng mô hình|các mô hình|nhiệm vụ|từng nhiệm vụ|hệ thống|phần mềm|cơ sở dữ liệu|từng cơ sở dữ liệu',
  ],
  ['Theo lộ trình của · 06', 'roadmap', 'đề án'],
  [
    'Theo lộ trình của Đề án Xoài · Kế hoạch số 5/KH-UBND của Sở Mít',
    'roadmap «Sở Mít»',
    'đã đề ra tại|đề ra tại|tại|trong|theo',
  ],
  ['Theo lộ trình của · Xoài', 'unread', 'vườn|tháng|ông|theo'],
  // Where a name ends: no word for a time or an action is swallowed by it.
  [
    'Theo lộ trình của Bộ Xoài ·',
    'unread',
    'tháng|quý|năm|ngày|tuần|giờ|trước|sau|khi|nếu|theo|trong|từ|kể từ|đến|tới|hết|cuối|hằng|hàng tháng|hàng quý|hàng năm|hàng tuần|hàng ngày|mỗi|' +
      'các năm|những năm|chậm nhất|muộn nhất|không|chưa|đã|được|có|là|về|hoặc|xong|hoàn thành|thực hiện|thường xuyên|định kỳ|' +
      'đột xuất gấp|liên tục|tiếp tục|duy trì|báo cáo|dự kiến|phấn đấu|cố gắng|khoảng|đạt|giai đoạn|tại',
  ],
  [
    'Theo lộ trình Bộ Xoài ·',
    'roadmap «Bộ Xoài»',
    'đề xuất|đề ra|ban hành|triển khai|phê duyệt|công bố|yêu cầu|quy định|hướng dẫn|chỉ đạo',
  ],
  [
    'Theo · số 5/KH-UBND của Bộ Xoài',
    'roadmap «Bộ Xoài»',
    'kế hoạch|quyết định|nghị quyết|nghị định|công văn|chỉ thị|thông tư|thông báo|chương trình|văn bản|hướng dẫn|kết luận|công điện|luật',
  ],
  ['Theo Kế hoạch · 5/KH-UBND của Bộ Xoài', 'roadmap «Bộ Xoài»', 'số|số:'],
  ['Theo Kế hoạch 5·KH của Bộ Xoài', 'roadmap «Bộ Xoài»', '/|-'],
  ['Theo Kế hoạch số 5/KH-UBND của Bộ Xoài · số hóa', 'roadmap «Bộ Xoài»', 'về|về việc|v/v'],
  [
    'Theo Kế hoạch số 5/KH-UBND của Bộ Xoài về số hóa ·',
    'unread',
    'tháng|quý|năm|ngày|tuần|giờ|trước|chậm nhất|muộn nhất|thường xuyên gì|hằng|dự kiến|phấn đấu|giai đoạn',
  ],
];

const GROUNDS: readonly Line[] = [
  ['Theo · của Bộ Xoài', 'roadmap «Bộ Xoài»', 'lộ trình|tiến độ|kế hoạch|tiến trình|tiến độ,lộ trình'],
  [
    'Theo · của Bộ Xoài',
    'on-request «Bộ Xoài»',
    'chỉ đạo|sự chỉ đạo|hướng dẫn|sự hướng dẫn|yêu cầu|văn bản|công văn|thông báo|đề nghị|ý kiến|ý kiến chỉ đạo|phân công|điều hành',
  ],
  [
    'Theo lộ trình · của Bộ Xoài',
    'roadmap «Bộ Xoài»',
    'triển khai|thực hiện|hoàn thành|chung|cụ thể|chính thức|công tác|nhiệm vụ|thực tế|đề ra|đã đề ra|được giao|mới',
  ],
  ['Theo hướng dẫn· lộ trình', 'roadmap', ',| và|, và| /| -| hoặc| &'],
  ['· lộ trình của Bộ Xoài', 'roadmap «Bộ Xoài»', 'Theo|Theo đúng|Tùy theo|Căn cứ|Căn cứ theo|Bám sát'],
  ['· có hướng dẫn của Bộ Xoài', 'on-request «Bộ Xoài»', 'Khi|Sau khi|Ngay khi|Ngay sau khi'],
  ['Khi · hướng dẫn', 'on-request', 'có|nhận được'],
  [
    'Khi có · của Bộ Xoài',
    'on-request «Bộ Xoài»',
    'chỉ đạo|hướng dẫn|yêu cầu|văn bản|công văn|thông báo|đề nghị|ý kiến|ý kiến chỉ đạo|kế hoạch|lộ trình|quyết định|phát sinh|nhu cầu',
  ],
  ['·', 'on-request', 'Khi phát sinh|Khi cần|Khi cần thiết|Đột xuất'],
  ['· theo hướng dẫn của Bộ Xoài', 'on-request «Bộ Xoài»', 'Thực hiện|Triển khai'],
  ['· theo lộ trình của Bộ Xoài', 'roadmap «Bộ Xoài»', 'Thực hiện|Triển khai|Hoàn thành'],
  ['Quý II/2024· theo lộ trình của Bộ Xoài', 'dated 2024-06-30 quarter «Bộ Xoài»', ',|;| -|:'],
];

const ONGOING: readonly Line[] = [
  [
    '· hằng tháng',
    'ongoing',
    'Thực hiện|Duy trì|Triển khai|Triển khai thực hiện|Tổ chức|Tổ chức thực hiện|Tiếp tục|Báo cáo|Cập nhật|Được',
  ],
  ['·', 'ongoing', 'Thường xuyên|Liên tục|Thường kỳ|Định kỳ|Quanh năm|Cả năm|Trong cả năm|Trong suốt năm'],
  ['· tháng', 'ongoing', 'Hằng|Hàng|Mỗi|Theo định kỳ'],
  ['Hằng ·', 'ongoing', 'ngày|tuần|tháng|quý|3 tháng|03 tháng|6 tháng|06 tháng|sáu tháng|9 tháng|09 tháng|nửa năm'],
  ['Định kỳ ·', 'ongoing', 'năm'],
  ['Hằng tháng· quý', 'ongoing', ',| và|, và|/|;| -| &'],
  ['Mỗi quý ·', 'ongoing', 'lần|một lần|hai lần|02 lần'],
  ['02 lần · năm', 'ongoing', '/|mỗi|một|trong|trong một'],
  ['6 tháng ·', 'ongoing', '/ lần|/ 1 lần|một lần|1 lần|01 lần|/ 01 lần'],
  ['· ngày 15 hằng tháng', 'ongoing', 'Trước|Vào|Chậm nhất|Chậm nhất là|Chậm nhất vào|Muộn nhất|Đến'],
  ['Thứ · hằng tuần', 'ongoing', 'hai|ba|tư|năm|sáu|bảy|6'],
  ['· hằng tuần', 'ongoing', 'Chủ nhật'],
  ['Ngày 5· mỗi tháng', 'ongoing', ',| của'],
  ['Ngày 5 hằng ·', 'ongoing', 'tuần|tháng|quý'],
  ['Hằng ·, trước ngày 10', 'ongoing', 'tháng|quý'],
  ['Thường xuyên, · năm tiếp theo', 'ongoing', 'các|trong các|cho các|vào các|đến các|những'],
  ['Thường xuyên, các năm ·', 'ongoing', 'tiếp theo|sau|tiếp|kế tiếp|sau đó'],
  ['Thường xuyên · năm 2024', 'ongoing', 'trong|trong cả|cả|trong suốt'],
  ['Thường xuyên trong năm ·', 'unread', 'nay|sau|tới|trước|học'],
  ['Thường xuyên từ quý II/2024 ·', 'ongoing', 'trở đi'],
  ['Thường xuyên · theo hướng dẫn của Bộ Xoài', 'ongoing «Bộ Xoài»', 'và|hoặc|và/hoặc'],
  [
    'Quý I/2024· thường xuyên',
    'dated-then-ongoing 2024-03-31 quarter firm',
    ' và|, và|; và| &| sau đó|, sau đó|; sau đó| và sau đó|, và sau đó| rồi',
  ],
  ['Quý I/2024· duy trì thường xuyên', 'dated-then-ongoing 2024-03-31 quarter firm', ',|;| -'],
];

const months = (...lines: readonly (readonly [word: string, month: string])[]): Line[] =>
  lines.map(([word, last]) => ['Tháng ·/2024', `dated 2024-${last} month firm`, word]);
const quarters = (...lines: readonly (readonly [word: string, quarter: string])[]): Line[] =>
  lines.map(([word, last]) => ['·/2024', `dated 2024-${last} quarter firm`, word]);

const CALENDAR: readonly Line[] = [
  ...months(['một', '01-31'], ['hai', '02-29'], ['ba', '03-31'], ['tư', '04-30'], ['năm', '05-31'], ['sáu', '06-30']),
  ...months(['bảy', '07-31'], ['bẩy', '07-31'], ['tám', '08-31'], ['chín', '09-30'], ['mười', '10-31']),
  ...months(['mười một', '11-30'], ['mười hai', '12-31'], ['1', '01-31'], ['02', '02-29'], ['12', '12-31']),
  ['Tháng ·/2024', 'unread', 'bốn|lăm|mười ba|13|0'],
  ...quarters(['Quý I', '03-31'], ['Quý II', '06-30'], ['Quý III', '09-30'], ['Quý IV', '12-31']),
  ...quarters(['Quý Ⅰ', '03-31'], ['Quý Ⅱ', '06-30'], ['Quý Ⅲ', '09-30'], ['Quý Ⅳ', '12-31']),
  ...quarters(
    ['Quý một', '03-31'],
    ['Quý hai', '06-30'],
    ['Quý ba', '09-30'],
    ['Quý bốn', '12-31'],
    ['Quý tư', '12-31'],
  ),
  ...quarters(['Quý 1', '03-31'], ['Quý 02', '06-30'], ['Quý 3', '09-30'], ['Quý 4', '12-31']),
  ...quarters(['QI', '03-31'], ['QII', '06-30'], ['QIII', '09-30'], ['QIV', '12-31']),
  ...quarters(['QuýI', '03-31'], ['QuýII', '06-30'], ['QuýIII', '09-30'], ['QuýIV', '12-31']),
  ['· II/2024', 'dated 2024-06-30 quarter firm', 'Quý|Các quý|Q|Q.'],
  ['Quý ·/2024', 'unread', 'năm|V|5|0'],
  ['· 6/2024', 'dated 2024-06-30 month firm', 'Tháng|Các tháng|T|T.|Th|Th.'],
  ['6·2024', 'dated 2024-06-30 month firm', '/|-'],
  ['· 15/6/2024', 'dated 2024-06-15 day firm', 'ngày|các ngày'],
  ['15·6·2024', 'dated 2024-06-15 day firm', '/|.|-'],
  ['15· 6 năm 2024', 'dated 2024-06-15 day firm', ' tháng|, tháng'],
  ['Tháng 6· 2024', 'dated 2024-06-30 month firm', '/|-|.| năm| của năm|, năm|, của năm'],
  ['Quý I· II/2024', 'dated 2024-06-30 quarter firm', ',|;| và|, và|; và| &| +| -| đến| tới| đến hết| tới hết'],
  ['·', 'dated 2024-06-30 half-year firm', '6 tháng đầu năm|06 tháng đầu năm|sáu tháng đầu năm|nửa đầu năm'],
  ['·', 'dated 2024-12-31 half-year firm', '6 tháng cuối năm|06 tháng cuối năm|sáu tháng cuối năm|nửa cuối năm'],
  ['·', 'dated 2024-09-30 quarter firm', '9 tháng|09 tháng|chín tháng'],
  ['· 2024-2025', 'dated 2025-12-31 year firm', 'Giai đoạn|Thời kỳ|Giai đoạn từ|Các năm|Năm'],
];

const LIMITS: readonly Line[] = [
  [
    '· quý II/2024',
    'dated 2024-06-30 quarter firm',
    'Chậm nhất|Chậm nhất là|Muộn nhất|Muộn nhất là|Không quá|Không muộn hơn|Không chậm quá|Vào|Đến|Tới|Cho đến|Từ nay đến|Từ nay tới|Từ nay cho đến|' +
      'Trong|Hết|Cuối|Từ đầu quý I đến|Kể từ quý I đến|Bắt đầu từ quý I tới|Từ giữa quý I cho đến|Từ cuối quý I -',
  ],
  ['· quý II/2024', 'dated 2024-03-31 quarter firm', 'Trước|Từ quý I đến trước'],
  ['· trước quý II/2024', 'unread', 'Hết|Cuối'],
  [
    '·',
    'dated 2024-12-31 year firm',
    'Trong năm|Hết năm|Cuối năm|Đến hết năm|Đến cuối năm|Trong năm kế hoạch|Từ nay đến hết năm|Từ nay đến cuối năm',
  ],
  ['Trong năm ·', 'unread', 'nay|sau|tới|trước|học'],
  ['· 17 giờ ngày 15/6/2024', 'dated 2024-06-15 day firm', 'Trước|Vào|Đến'],
  ['Trước 17· ngày 15/6/2024', 'dated 2024-06-15 day firm', 'h| giờ|h00| giờ 30| giờ 30 phút|h30p| giờ,'],
  ['Quý II· hằng năm', 'dated 2024-06-30 quarter firm', '|,| của'],
  ['Quý II ·', 'dated 2024-06-30 quarter firm', 'hằng năm|hàng năm|mỗi năm|(hằng năm)'],
  ['Hằng năm· quý II', 'dated 2024-06-30 quarter firm', ',| -|:|'],
];

const AROUND: readonly Line[] = [
  [
    '· quý II/2024',
    'dated 2024-06-30 quarter firm',
    'Thời gian hoàn thành:|Thời gian thực hiện:|Thời hạn hoàn thành:|Thời gian:|Thời hạn:|Hạn hoàn thành:|Hạn:|-|+|*',
  ],
  [
    '· trong quý II/2024',
    'dated 2024-06-30 quarter firm',
    'Hoàn thành|Thực hiện|Triển khai|Triển khai thực hiện|Tổ chức|Xong|Kết thúc|Hoàn thiện|Báo cáo',
  ],
  ['· quý II/2024', 'dated 2024-06-30 quarter', 'Dự kiến|Phấn đấu|Cố gắng|Khoảng'],
  ['Quý II/2024 (·)', 'dated 2024-06-30 quarter', 'dự kiến|phấn đấu|cố gắng|khoảng'],
  ['Năm 2024 · 70%', 'dated 2024-12-31 year firm', 'đạt|từ|tối thiểu|ít nhất|tối thiểu từ|:|,|-'],
  ['Đạt 70% · quý II/2024', 'dated 2024-06-30 quarter firm', 'trở lên từ|từ|trở lên,|trong'],
  [
    'Đạt 70% trở lên từ quý II/2024· đạt 90% từ quý III',
    'milestones 2024-09-30 quarter firm 2024-06-30 ≥ 70, 2024-09-30 ≥ 90',
    ',|;| và|, và|; và',
  ],
  [
    'Quý II/2024· 70%; quý III/2024· 90%',
    'milestones 2024-09-30 quarter firm 2024-06-30 ≥ 70, 2024-09-30 ≥ 90',
    ':|,| -',
  ],
  ['Năm 2024: 97·5%', 'dated 2024-12-31 year firm', ',|.'],
  ['Năm 2024: 70% (· hồ sơ)', 'dated 2024-12-31 year firm', 'tỷ lệ|tính trên|trên tổng số'],
  ['Năm 2024: 70% (tỷ lệ hồ sơ ·)', 'unread', 'tháng|quý|năm|ngày|tuần|trước|chậm nhất|dự kiến|thường xuyên|theo|khi'],
  [
    'Năm 2024: · 70%',
    'dated 2024-12-31 year firm',
    'cấp xã|tỉnh|huyện|phường|thị trấn|thôn|các cơ quan|đơn vị|ban ngành|toàn xã và tỷ lệ',
  ],
];

const TABLES = { NAMES, GROUNDS, ONGOING, CALENDAR, LIMITS, AROUND };
const spelled = (phrase: string, word: string) => phrase.split('·').join(word);
const lines = Object.values(TABLES).flat();

describe.each(Object.entries(TABLES))('%s', (_, table) => {
  reads(
    table.flatMap(([phrase, means, words]) =>
      words.split('|').map((word) => [spelled(phrase, word), spelled(means, word)] as const),
    ),
  );
});

test('no word of the reader’s lists is left out', () => {
  const folder = join(ROOT, 'src/core/deadline');
  const code = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const known = [...code.matchAll(/\bwords\(\s*('[^()]*?'),?\s*\)/gu)].flatMap(([, list = '']) =>
    [...list.matchAll(/'([^']*)'/gu)].map(([, word = '']) => word),
  );
  const said = lines.flatMap(([phrase, , words]) =>
    words.split('|').map((word) =>
      spelled(phrase, word)
        .toLowerCase()
        .replace(/\/ | \(/gu, ' $& ')
        .replace(/\s+/gu, ' '),
    ),
  );
  expect(known.length).toBeGreaterThan(300);
  expect(known.filter((word) => /\p{L}/u.test(word) && !said.some((phrase) => phrase.includes(word)))).toEqual([]);
});
