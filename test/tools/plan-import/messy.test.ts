// Tables as bad as they come, and the list a person gets for each, word for word.
import { describe, expect, test } from 'vitest';
import { describeFindings } from '../../../src/tools/plan-import/finding.ts';
import { type ImportOptions, importPlan } from '../../../src/tools/plan-import/import-plan.ts';
import { seeds } from './paste.ts';

const OPTIONS: ImportOptions = { year: 2025, merged: false };

/** Cells between bars, as they are easier to read here. */
function pasted(table: string): string {
  return `${table.trim().replace(/ *\| */gu, '\t')}\n`;
}

/** The list, without what every import says of plan.json. */
function listOf(text: string, options: ImportOptions = OPTIONS): string[] {
  const { findings } = importPlan(text, seeds, options);
  return describeFindings(findings.filter(({ column }) => column !== 'plan.json')).filter((line) => line !== '');
}

const SHEETS = pasted(`
ỦY BAN NHÂN DÂN XÃ VÂN SƠN
Phụ lục: Nhiệm vụ năm 2025
(Kèm theo Kế hoạch số 12/KH-UBND ngày 20/02/2025 của UBND xã)
STT|Nội dung công việc|Cơ quan chủ trì|Đơn vị phối hợp|Thời hạn|Ghi chú
(1)|(2)|(3)|(4)|(5)|(6)
I|Về pháp lý (03 nhiệm vụ)||||
1|Rà soát văn bản|Ban Tư pháp xã|Công an xã Vân Sơn|Quý I|
2|Tham mưu nghị quyết|Trạm Y tế xã|Các ban, ngành cấp xã|nt|
II. Dịch vụ công|||||
4.|"Phấn đấu 70% hồ sơ
trực tuyến, tối thiểu 45,5% thanh toán số"|Công an xa|Đoàn Thanh niên xã; Viettel Triệu Sơn|Khi nào xong thì xong|Chuyển từ 2024
4|Tuyên truyền|||Tháng 5/2024|
|Không có số|Văn phòng UBND xã||Thường xuyên|
-|có thêm một ý||||
a)|Ý có đơn vị riêng|Hội Phụ nữ xã|như trên|31/02/2025|
|và phần tiếp của ý trên||||
|Đoạn không biết của ai||||
STT|Nội dung công việc|Cơ quan chủ trì|Đơn vị phối hợp|Thời hạn|Ghi chú
|||Ban Tư pháp||
IV|Nhóm không có nhiệm vụ||||
VI|Tổ chức||||
8|Thừa cột|Ủy ban Mặt trận Tổ quốc xã|Sở Y tế|Năm 2025||thừa
*|Ký hiệu lạ|Các hội, đoàn thể xã|Ban Tư pháp huyện|Hằng quý|
`);

const WORD = pasted(`
TT|Nội dung, nhiệm vụ cụ thể|Đơn vị chủ trì|Đơn vị
phối hợp|Thời gian
hoàn thành
I. Về pháp lý
1.|Rà soát văn bản gồm:
-|văn bản của xã;
-|văn bản của thôn.|Ban Tư pháp
xã|Công an xã|Quý
I/2025
2.|Hàng thiếu ô|Công an xã
3.|Hàng có đuôi lạ|Công an xã|các thôn|Tháng 6
dòng này của ai không rõ
4.|"Sim rác" phải xử lý|Văn phòng UBDN xã||Năm 2025
II
Phục vụ giải quyết thủ tục
hành chính
5.|Nội dung dừng ở
năm 2024.|Công an xã|Bộ phận một cửa|30/6
`);

const EXPECTED = {
  SHEETS: [
    'PHẢI SỬA (23)',
    '- Số La Mã của các nhóm bỏ cách: I, II, VI.',
    '  → Xem có nhóm nào chưa đọc được.',
    '- «units.json»: Không biết đơn vị «Công an xa» – dòng tệp 10 (TT 4); gần giống «Công an xã» (CAX).',
    '  → Nếu đúng là đơn vị đó, thêm «Công an xa» vào aliases của CAX; nếu chép sai, sửa chữ trong tasks.json.',
    '- «units.json»: Không biết «Viettel Triệu Sơn» là đơn vị nào – dòng tệp 10 (TT 4) phối hợp.',
    '  → Nếu là đơn vị đã có, thêm vào aliases; nếu chưa có, thêm một đơn vị, ghi đúng level (xã, huyện, ngoài…), collective, reporting. Để nguyên thì dòng đó không có đơn vị này.',
    '- «units.json»: Không biết «Sở Y tế» là đơn vị nào – dòng tệp 22 (TT 8) phối hợp.',
    '  → Nếu là đơn vị đã có, thêm vào aliases; nếu chưa có, thêm một đơn vị, ghi đúng level (xã, huyện, ngoài…), collective, reporting. Để nguyên thì dòng đó không có đơn vị này.',
    '- «units.json»: Không biết «Các hội» là đơn vị nào – dòng tệp 23 (TT *).',
    '  → Nếu là đơn vị đã có, thêm vào aliases; nếu chưa có, thêm một đơn vị, ghi đúng level (xã, huyện, ngoài…), collective, reporting. Để nguyên thì dòng đó không có đơn vị này.',
    '- «units.json»: Không biết «đoàn thể xã» là đơn vị nào – dòng tệp 23 (TT *).',
    '  → Nếu là đơn vị đã có, thêm vào aliases; nếu chưa có, thêm một đơn vị, ghi đúng level (xã, huyện, ngoài…), collective, reporting. Để nguyên thì dòng đó không có đơn vị này.',
    '- «units.json»: Không biết «Ban Tư pháp huyện» là đơn vị nào – dòng tệp 23 (TT *) phối hợp.',
    '  → Nếu là đơn vị đã có, thêm vào aliases; nếu chưa có, thêm một đơn vị, ghi đúng level (xã, huyện, ngoài…), collective, reporting. Để nguyên thì dòng đó không có đơn vị này.',
    '- dòng tệp 6: Nhóm I ghi 3 nhiệm vụ, đọc được 2.',
    '  → Tìm nhiệm vụ thiếu hoặc thừa trong nhóm này.',
    '- dòng tệp 10, TT 4: Ghi số 4, đếm theo bảng là 3.',
    '  → Xem có thiếu, thừa nhiệm vụ hay kế hoạch đánh số sai; tasks.json luôn đếm 1, 2, 3 … theo thứ tự trong bảng.',
    '- dòng tệp 10, TT 4, «Thời hạn»: Hệ thống không đọc được thời hạn «Khi nào xong thì xong»; bảng sẽ ghi «Chưa đọc được».',
    '  → Nếu chép sai thì sửa deadline trong tasks.json; nếu kế hoạch viết vậy thì để nguyên, Công an xã ghi Hạn điều chỉnh trong bảng.',
    '- dòng tệp 12, TT 4, «Cơ quan chủ trì»: Ô trống, ghi tạm «(ô trống)».',
    '  → Sửa trường lead của nhiệm vụ này trong tasks.json. Nếu là ô gộp với ô trên thì ghi «Công an xa»; nếu mọi ô trống đều là ô gộp thì chạy lại với --merged.',
    '- dòng tệp 12, TT 4: Số 4 có hai lần.',
    '  → Xem có thiếu, thừa nhiệm vụ hay kế hoạch đánh số sai; tasks.json luôn đếm 1, 2, 3 … theo thứ tự trong bảng.',
    '- dòng tệp 12, TT 4, «Thời hạn»: Thời hạn «Tháng 5/2024» (đến 2024-05-31) ở trước năm 2025.',
    '  → Xem có phải lời của kế hoạch cũ còn sót; nếu để nguyên, nhiệm vụ quá hạn ngay từ đầu.',
    '- dòng tệp 13, không có TT: Hàng không có số thứ tự, thành nhiệm vụ 5: «Không có số - có thêm một ý».',
    '  → So với kế hoạch: là một nhiệm vụ thì để nguyên hoặc ghi số vào cột TT; là phần tiếp của TT 4 thì nối vào hàng đó; rồi chạy lại.',
    '- dòng tệp 15, TT a), «Đơn vị phối hợp»: «như trên» mà ô ngay trên cũng trống; ghi tạm «(ô trống)».',
    '  → Sửa trường coordinating của nhiệm vụ này trong tasks.json.',
    '- dòng tệp 15: TT «a)» không phải số thứ tự nhưng hàng có đơn vị hoặc thời hạn riêng, thành nhiệm vụ 6: «Ý có đơn vị riêng và phần tiếp của ý trên».',
    '  → So với kế hoạch: là một nhiệm vụ thì để nguyên hoặc ghi số vào cột TT; là phần tiếp của hàng trên thì nối vào hàng đó; rồi chạy lại.',
    '- dòng tệp 15, TT a), «Thời hạn»: Hệ thống không đọc được thời hạn «31/02/2025»; bảng sẽ ghi «Chưa đọc được».',
    '  → Nếu chép sai thì sửa deadline trong tasks.json; nếu kế hoạch viết vậy thì để nguyên, Công an xã ghi Hạn điều chỉnh trong bảng.',
    '- dòng tệp 17: Không biết hàng này thuộc đâu, không đưa vào: «Đoạn không biết của ai».',
    '  → Nếu là phần tiếp của TT a), nối vào trong tệp rồi chạy lại; nếu là tên nhóm, ghi số La Mã ở cột TT.',
    '- dòng tệp 19: Không biết hàng này thuộc đâu, không đưa vào: «Ban Tư pháp».',
    '  → Nếu là phần tiếp của TT a), nối vào trong tệp rồi chạy lại; nếu là tên nhóm, ghi số La Mã ở cột TT.',
    '- dòng tệp 20: Nhóm «Nhóm không có nhiệm vụ» không có nhiệm vụ nào, không đưa vào.',
    '  → Xem có phải hàng này bị hiểu nhầm là tên nhóm.',
    '- dòng tệp 22, TT 8: Hàng có 7 ô, bảng có 6 cột; không đọc phần thừa: «thừa».',
    '  → Bỏ tab thừa trong tệp rồi chạy lại.',
    '- dòng tệp 22, TT 8: Ghi số 8, đếm theo bảng là 6.',
    '  → Xem có thiếu, thừa nhiệm vụ hay kế hoạch đánh số sai; tasks.json luôn đếm 1, 2, 3 … theo thứ tự trong bảng.',
    '- dòng tệp 23: TT «*» không phải số thứ tự nhưng hàng có đơn vị hoặc thời hạn riêng, thành nhiệm vụ 8: «Ký hiệu lạ».',
    '  → So với kế hoạch: là một nhiệm vụ thì để nguyên hoặc ghi số vào cột TT; là phần tiếp của TT 8 thì nối vào hàng đó; rồi chạy lại.',
    'XEM LẠI (10)',
    '- «Ghi chú»: Cột không dùng đến; có chữ ở TT 4 (dòng tệp 10).',
    '  → Nếu có điều cần theo dõi, ghi thêm vào content của nhiệm vụ đó trong tasks.json.',
    '- «Đơn vị phối hợp»: Để trống như trong bảng ở TT 4 (dòng tệp 12); dòng tệp 13.',
    '  → Nếu kế hoạch có ghi mà tệp thiếu thì sửa trường coordinating trong tasks.json; nếu kế hoạch để trống thì thôi.',
    '- «units.json»: Đơn vị mới «Trạm Y tế xã» – dòng tệp 8 (TT 2): đặt mã TYT, cấp xã, có dòng, không thuộc tập thể nào.',
    '  → Kiểm tra; nếu đơn vị thuộc «Các ban, ngành cấp xã» thì ghi mã của tập thể đó vào memberOf.',
    '- «units.json»: Đơn vị mới «Đoàn Thanh niên xã» – dòng tệp 10 (TT 4) phối hợp: đặt mã DTN, cấp xã, chỉ phối hợp, không thuộc tập thể nào.',
    '  → Kiểm tra; nếu đơn vị thuộc «Các ban, ngành cấp xã» thì ghi mã của tập thể đó vào memberOf.',
    '- «units.json»: Đơn vị mới «Hội Phụ nữ xã» – dòng tệp 15 (TT a)): đặt mã HPN, cấp xã, có dòng, không thuộc tập thể nào.',
    '  → Kiểm tra; nếu đơn vị thuộc «Các ban, ngành cấp xã» thì ghi mã của tập thể đó vào memberOf.',
    '- «units.json»: Chủ trì nhiệm vụ trong kế hoạch này, nên reporting thành «có dòng»: Ủy ban Mặt trận Tổ quốc xã (MTTQ).',
    '  → So với kế hoạch; không đúng thì sửa reporting của đơn vị đó trong units.json.',
    '- «units.json»: Không thấy chủ trì nhiệm vụ nào: Ban Tài chính - Kế hoạch (TCKH), Ban Văn hóa - Thông tin (VHTT), Bộ phận một cửa xã (BPMC), CC Lao động - Thương binh và Xã hội (LDTBXH), CC ĐC-XD xã (DCXD), CC ĐC-NN-MT (DCNNMT), Trường Tiểu học Vân Sơn (TH), Trường THCS Vân Sơn (THCS); còn tên chưa đọc được nên giữ reporting «có dòng».',
    '  → Sửa xong các tên ở trên, ghi «chỉ phối hợp» cho đơn vị không chủ trì nhiệm vụ nào.',
    '- dòng tệp 10, TT 4, «indicators.json»: Có vẻ có chỉ tiêu 70% («Phấn đấu 70% hồ sơ trực tuyến, tối thiểu 45,5%…»); 45,5% («…đấu 70% hồ sơ trực tuyến, tối thiểu 45,5% thanh toán số»).',
    '  → Nếu đúng, ghi vào indicators.json với task «II.03»: tên, mức, mốc, câu trích y như trong nhiệm vụ.',
    '- dòng tệp 14, không có TT: Hàng không có đơn vị và thời hạn, được nối vào nội dung của nhiệm vụ này: «- có thêm một ý».',
    '  → Nếu là việc riêng, ghi số ở cột TT, đơn vị và thời hạn trong tệp rồi chạy lại.',
    '- dòng tệp 16, TT a): Hàng không có đơn vị và thời hạn, được nối vào nội dung của nhiệm vụ này: «và phần tiếp của ý trên».',
    '  → Nếu là việc riêng, ghi số ở cột TT, đơn vị và thời hạn trong tệp rồi chạy lại.',
    'ĐÃ LÀM (4)',
    '- Bỏ 2 dòng tiêu đề lặp lại hoặc đánh số cột.',
    '- «Thời hạn»: «Như trên» được thay bằng ô trên ở TT 2.',
    '- «Công an xã Vân Sơn» là Công an xã (CAX): thêm vào aliases trong units.json.',
    '- Chưa có đầu mối (chủ trì là tập thể, đơn vị ngoài xã, hoặc tên chưa đọc được), sẽ chọn trong bảng: II.03, II.04, VI.08.',
  ],
  WORD: [
    'PHẢI SỬA (3)',
    '- «units.json»: Không biết đơn vị «Văn phòng UBDN xã» – dòng tệp 13 (TT 4); gần giống «Văn phòng UBND xã» (VP).',
    '  → Nếu đúng là đơn vị đó, thêm «Văn phòng UBDN xã» vào aliases của VP; nếu chép sai, sửa chữ trong tasks.json.',
    '- dòng tệp 10, TT 2, «Thời gian hoàn thành»: Ô trống, ghi tạm «(ô trống)».',
    '  → Sửa trường deadline của nhiệm vụ này trong tasks.json. Nếu là ô gộp với ô trên thì ghi «Quý I/2025»; nếu mọi ô trống đều là ô gộp thì chạy lại với --merged.',
    '- dòng tệp 11, TT 3, «Thời gian hoàn thành»: Hệ thống không đọc được thời hạn «Tháng 6 dòng này của ai không rõ»; bảng sẽ ghi «Chưa đọc được».',
    '  → Nếu chép sai thì sửa deadline trong tasks.json; nếu kế hoạch viết vậy thì để nguyên, Công an xã ghi Hạn điều chỉnh trong bảng.',
    'XEM LẠI (3)',
    '- «Đơn vị phối hợp»: Để trống như trong bảng ở TT 2, 4.',
    '  → Nếu kế hoạch có ghi mà tệp thiếu thì sửa trường coordinating trong tasks.json; nếu kế hoạch để trống thì thôi.',
    '- «units.json»: Không thấy chủ trì nhiệm vụ nào: Văn phòng UBND xã (VP), Ban Tài chính - Kế hoạch (TCKH), Ban Văn hóa - Thông tin (VHTT), Bộ phận một cửa xã (BPMC), CC Lao động - Thương binh và Xã hội (LDTBXH), CC ĐC-XD xã (DCXD), CC ĐC-NN-MT (DCNNMT), Trường Tiểu học Vân Sơn (TH), Trường THCS Vân Sơn (THCS); còn tên chưa đọc được nên giữ reporting «có dòng».',
    '  → Sửa xong các tên ở trên, ghi «chỉ phối hợp» cho đơn vị không chủ trì nhiệm vụ nào.',
    '- dòng tệp 11, TT 3: Nối các dòng tệp 11–12; những dòng cuối không có tab được coi là của cột cuối: «Tháng 6 dòng này của ai không rõ».',
    '  → So với kế hoạch: có dòng nào là của hàng khác không.',
    'ĐÃ LÀM (2)',
    '- Nối các dòng bị ngắt trong ô thành 2 hàng đủ 5 ô: dòng tệp 5–9 (TT 1), 17–18 (TT 5).',
    '- Chưa có đầu mối (chủ trì là tập thể, đơn vị ngoài xã, hoặc tên chưa đọc được), sẽ chọn trong bảng: I.04.',
  ],
};

describe('the list', () => {
  test('Sheets: everything a table can do', () => expect(listOf(SHEETS)).toEqual(EXPECTED.SHEETS));
  test('Word: broken lines', () => expect(listOf(WORD)).toEqual(EXPECTED.WORD));
});

describe('what every list keeps to', () => {
  const table = (...rows: string[]) =>
    pasted(['TT|Nội dung|Chủ trì|Phối hợp|Thời gian', 'I|Nhóm|||', ...rows].join('\n'));
  const partOf = (list: readonly string[], heading: string) => {
    const from = list.findIndex((line) => line.startsWith(heading));
    const rest = list.slice(from + 1);
    const to = rest.findIndex((line) => /^\p{Lu}{2}/u.test(line));
    return from < 0 ? [] : to < 0 ? rest : rest.slice(0, to);
  };

  test.each([SHEETS, WORD, pasted(`TT|Nội dung|Chủ trì|Thời gian\nVề pháp lý|||\n1|Việc|Công an xã|Quý I`)])(
    'whatever a person has to mend or to look at has its own «→»',
    (text) => {
      const list = listOf(text);
      for (const heading of ['PHẢI SỬA', 'XEM LẠI']) {
        const lines = partOf(list, heading);
        const findings = lines.filter((line) => line.startsWith('- '));
        expect(lines.filter((line) => line.startsWith('  → '))).toHaveLength(findings.length);
      }
    },
  );

  test('a row without a number among numbered ones has to be mended: task or part of the one above, a person must say', () => {
    const list = listOf(table('1|Việc|Công an xã|các thôn|Quý I', '|Việc nữa|Công an xã|các thôn|Quý II'));
    expect(partOf(list, 'PHẢI SỬA')).toEqual([
      '- dòng tệp 4, không có TT: Hàng không có số thứ tự, thành nhiệm vụ 2: «Việc nữa».',
      '  → So với kế hoạch: là một nhiệm vụ thì để nguyên hoặc ghi số vào cột TT; là phần tiếp của TT 1 thì nối vào hàng đó; rồi chạy lại.',
    ]);
  });

  test('a table that numbers nothing is told once', () => {
    const list = listOf(table('|Việc|Công an xã|các thôn|Quý I', '|Việc nữa|Công an xã|các thôn|Quý II'));
    expect(partOf(list, 'PHẢI SỬA')).toEqual([]);
    expect(partOf(list, 'XEM LẠI').filter((line) => line.includes('số thứ tự'))).toEqual([
      '- Không hàng nào có số thứ tự: hệ thống đếm theo thứ tự trong bảng, được 2 nhiệm vụ.',
    ]);
  });

  test('many places in one sentence: numbers by size, one that stands twice with its line, lines of the file behind', () => {
    const empty = (number: string) => `${number}|Việc ${number}|Công an xã||Quý I`;
    const list = listOf(
      table(
        empty(''),
        empty('5'),
        empty('4'),
        '6|Việc|Công an xã|các thôn|Quý I',
        empty('10'),
        empty('10'),
        empty('-'),
      ),
    );
    expect(list).toContain(
      '- «Phối hợp»: Để trống như trong bảng ở TT 4, 5, 10 (dòng tệp 7), 10 (dòng tệp 8); dòng tệp 3, 9.',
    );
  });
});
