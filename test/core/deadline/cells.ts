// The 72 cells «Thời gian hoàn thành» of the plan and what each of them means, written out by hand.
import type { Deadline } from '../../../src/core/deadline.ts';

/** What is expected besides the words: absent where the cell says nothing of it. */
type Expected = Omit<Deadline, 'text'>;

/**
 * Cells in the order of the plan: number, words, meaning, and the stretches whose words are open (names of bodies and
 * documents, what a share is of): another word there is another name, not another deadline.
 */
export interface PlanCell {
  readonly numbers: readonly number[];
  readonly words: string;
  readonly means: Expected;
  readonly open: readonly string[];
}

function cell(numbers: readonly number[], words: string, means: Expected, ...open: readonly string[]): PlanCell {
  return { numbers, words, means, open };
}

const YEAR_END = { due: '2024-12-31', precision: 'year' } as const;
const ONGOING: Expected = { kind: 'ongoing', firm: false };

export const PLAN_CELLS: readonly PlanCell[] = [
  cell(
    [1, 3, 4, 8, 9, 15, 16, 28, 33, 34, 38, 43, 44, 45, 57, 58, 61, 62, 66, 67, 72],
    'Thực hiện thường xuyên',
    ONGOING,
  ),
  cell([7], 'Duy trì thực hiện thường xuyên', ONGOING),
  cell([68], 'Thường xuyên', ONGOING),
  cell([59, 60], 'Thực hiện thường xuyên theo yêu cầu công tác', ONGOING),
  cell([2, 71], 'Quý I/2024', { kind: 'dated', due: '2024-03-31', precision: 'quarter', firm: true }),
  cell([70], 'Quý IV/2024', { kind: 'dated', due: '2024-12-31', precision: 'quarter', firm: true }),
  cell([5], 'Năm 2024: cấp xã 100%; cấp xã 90%', { kind: 'dated', ...YEAR_END, firm: true }),
  cell(
    [6],
    'Tháng 5/2024 (Theo chỉ đạo của cấp trên',
    { kind: 'dated', due: '2024-05-31', precision: 'month', firm: false, authority: 'cấp trên' },
    'cấp trên',
  ),
  cell([10], 'Trong năm 2024 và 2025', { kind: 'dated', due: '2025-12-31', precision: 'year', firm: true }),
  cell([11, 14, 22, 23, 24, 29], 'Trong năm 2024 và thực hiện thường xuyên', {
    kind: 'dated-then-ongoing',
    ...YEAR_END,
    firm: true,
  }),
  cell([12, 13], 'Trong năm 2024', { kind: 'dated', ...YEAR_END, firm: true }),
  cell([17, 18, 19, 20, 21, 25, 26, 31], 'Năm 2024', { kind: 'dated', ...YEAR_END, firm: true }),
  cell([27], 'Tháng 8/2024', { kind: 'dated', due: '2024-08-31', precision: 'month', firm: true }),
  cell([64], 'Tháng 11/2024', { kind: 'dated', due: '2024-11-30', precision: 'month', firm: true }),
  cell(
    [30],
    'Trong năm 2024 (theo lộ trình triển khai và hướng dẫn của Văn phòng Chính phủ)',
    { kind: 'dated', ...YEAR_END, firm: false, authority: 'Văn phòng Chính phủ' },
    'Văn phòng Chính phủ',
  ),
  cell(
    [32],
    'Đạt từ 70% trở lên từ quý II/2024 và đạt 90% trở lên từ quý III năm 2024 (tỷ lệ hồ sơ 02 nhóm Dịch vụ công liên thông/hồ sơ đăng ký khai sinh, đăng ký khai tử phát sinh).',
    {
      kind: 'milestones',
      due: '2024-09-30',
      precision: 'quarter',
      firm: true,
      milestones: [
        { due: '2024-06-30', atLeast: 70 },
        { due: '2024-09-30', atLeast: 90 },
      ],
    },
    'tỷ lệ hồ sơ 02 nhóm Dịch vụ công liên thông/hồ sơ đăng ký khai sinh, đăng ký khai tử phát sinh',
  ),
  cell(
    [35],
    'Trong năm 2024 và thường xuyên theo chỉ đạo của Hội sở chính, Thống đốc Ngân hàng Nhà nước Việt Nam',
    {
      kind: 'dated-then-ongoing',
      ...YEAR_END,
      firm: true,
      authority: 'Hội sở chính, Thống đốc Ngân hàng Nhà nước Việt Nam',
    },
    'Hội sở chính, Thống đốc Ngân hàng Nhà nước Việt Nam',
  ),
  cell([36], 'phấn đấu hoàn thành trong năm 2024', { kind: 'dated', ...YEAR_END, firm: false }),
  cell(
    [37],
    'Theo tiến độ, lộ trình của từng mô hình đã đề ra tại Kế hoạch số 296/KH-UBND ngày 13/12/2023 của UBND tỉnh về triển khai thực hiện các mô hình của Đề án 06 trên địa bàn tỉnh Thanh Hóa',
    { kind: 'roadmap', firm: false, authority: 'UBND tỉnh' },
    'từng mô hình',
    'UBND tỉnh',
    'về triển khai thực hiện các mô hình của Đề án 06 trên địa bàn tỉnh Thanh Hóa',
  ),
  cell(
    [39],
    'Khi có chỉ đạo của Bộ Công an',
    { kind: 'on-request', firm: false, authority: 'Bộ Công an' },
    'Bộ Công an',
  ),
  cell(
    [40],
    'Dự kiến trong tháng 6/2024 (theo lộ trình của Bộ Giáo dục và Đào tạo)',
    { kind: 'dated', due: '2024-06-30', precision: 'month', firm: false, authority: 'Bộ Giáo dục và Đào tạo' },
    'Bộ Giáo dục và Đào tạo',
  ),
  cell(
    [41],
    'Theo tiến độ, lộ trình của Bộ Lao động, Thương binh và Xã hội.',
    { kind: 'roadmap', firm: false, authority: 'Bộ Lao động, Thương binh và Xã hội' },
    'Bộ Lao động, Thương binh và Xã hội',
  ),
  cell([42], 'Hoàn thành trong 6/2024', { kind: 'dated', due: '2024-06-30', precision: 'month', firm: true }),
  cell(
    [46],
    'Trong năm 2024 và thực hiện thường xuyên trong các năm tiếp theo theo lộ trình Đề án xây dựng cơ sở dữ liệu đất đai tỉnh Thanh Hóa',
    { kind: 'dated-then-ongoing', ...YEAR_END, firm: true },
    'Đề án xây dựng cơ sở dữ liệu đất đai tỉnh Thanh Hóa',
  ),
  cell([47], 'Trong năm 2024 và thực hiện thường xuyên trong các năm tiếp theo', {
    kind: 'dated-then-ongoing',
    ...YEAR_END,
    firm: true,
  }),
  cell(
    [48],
    'Theo lộ trình của Bộ Kế hoạch và Đầu tư',
    { kind: 'roadmap', firm: false, authority: 'Bộ Kế hoạch và Đầu tư' },
    'Bộ Kế hoạch và Đầu tư',
  ),
  cell(
    [49],
    'Năm 2024, theo lộ trình, hướng dẫn triển khai của Bộ Tư pháp',
    { kind: 'dated', ...YEAR_END, firm: false, authority: 'Bộ Tư pháp' },
    'Bộ Tư pháp',
  ),
  cell([50], 'Hoàn thành trong tháng 9/2024', { kind: 'dated', due: '2024-09-30', precision: 'month', firm: true }),
  cell(
    [51],
    'Theo lộ trình triển khai của Bộ Xây dựng',
    { kind: 'roadmap', firm: false, authority: 'Bộ Xây dựng' },
    'Bộ Xây dựng',
  ),
  cell(
    [52],
    'Phấn đấu hoàn thành trong năm 2024 (theo tiến độ triển khai của Bộ Nông nghiệp và Phát triển nông thôn).',
    { kind: 'dated', ...YEAR_END, firm: false, authority: 'Bộ Nông nghiệp và Phát triển nông thôn' },
    'Bộ Nông nghiệp và Phát triển nông thôn',
  ),
  cell(
    [53, 54, 55],
    'Theo lộ trình hoàn thành của Tòa án nhân dân tối cao (dự kiến trong năm 2024).',
    { kind: 'roadmap', ...YEAR_END, firm: false, authority: 'Tòa án nhân dân tối cao' },
    'Tòa án nhân dân tối cao',
  ),
  cell(
    [56],
    'Theo hướng dẫn, chỉ đạo và lộ trình của Viện Kiểm sát nhân dân tối cao (dự kiến trong năm 2024)',
    { kind: 'roadmap', ...YEAR_END, firm: false, authority: 'Viện Kiểm sát nhân dân tối cao' },
    'Viện Kiểm sát nhân dân tối cao',
  ),
  cell(
    [63],
    'Khi có yêu cầu của Chính phủ, Bộ Công an',
    { kind: 'on-request', firm: false, authority: 'Chính phủ, Bộ Công an' },
    'Chính phủ, Bộ Công an',
  ),
  cell([65], 'Quý I/2024 và thực hiện thường xuyên', {
    kind: 'dated-then-ongoing',
    due: '2024-03-31',
    precision: 'quarter',
    firm: true,
  }),
  cell(
    [69],
    'Theo lộ trình Bộ Công an đề xuất',
    { kind: 'roadmap', firm: false, authority: 'Bộ Công an' },
    'Bộ Công an đề xuất',
  ),
];
