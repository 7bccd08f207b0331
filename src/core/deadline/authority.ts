// Who or what a deadline hangs on: the name of a body («Bộ Xây dựng»), of an undertaking («Đề án …»), of a document
// («Kế hoạch số 296/KH-UBND ngày 13/12/2023 của UBND tỉnh về …»). Names are open text, so they must begin with a known
// head, and they end before any word for a time or an action: a date is never swallowed by a name.
import { day } from './days.ts';
import { digits, either, type Form, many, map, maybe, type Phrase, sequence, slice, words } from './grammar.ts';

// biome-ignore format: a list of words
const bodyHeads = words(
  'bộ', 'các bộ', 'sở', 'các sở', 'ban', 'các ban', 'ban chỉ đạo', 'phòng', 'các phòng', 'cục', 'tổng cục', 'chi cục', 'vụ',
  'viện', 'tòa', 'tòa án', 'văn phòng', 'ủy ban', 'ubnd', 'hđnd', 'hội đồng', 'hội', 'hội sở', 'hội sở chính', 'đoàn', 'liên đoàn',
  'mặt trận', 'mttq', 'chính phủ', 'quốc hội', 'thủ tướng', 'phó thủ tướng', 'thống đốc', 'bộ trưởng', 'ngân hàng',
  'các ngân hàng', 'công an', 'bảo hiểm', 'bhxh', 'kho bạc', 'thuế', 'chủ tịch', 'phó chủ tịch', 'thường trực', 'đảng', 'đảng ủy',
  'cấp ủy', 'trung ương', 'tw', 'cấp', 'cấp trên', 'cấp có thẩm quyền', 'cơ quan', 'các cơ quan', 'đơn vị', 'các đơn vị',
  'từng đơn vị', 'ngành', 'các ngành', 'địa phương', 'các cấp', 'lãnh đạo', 'tỉnh', 'tỉnh ủy', 'thành phố', 'thành ủy', 'tp',
  'thị xã', 'quận', 'huyện', 'huyện ủy', 'xã', 'phường', 'thị trấn', 'tổ công tác', 'tổ công tác triển khai',
  'tổ công tác triển khai thực hiện', 'tổ công tác thực hiện', 'ban chỉ đạo triển khai', 'ban chỉ đạo thực hiện',
  'ban chỉ đạo triển khai thực hiện', 'trung tâm', 'trường', 'các trường', 'học viện', 'tập đoàn',
  'tổng công ty', 'công ty', 'vnpt', 'viettel', 'bưu điện', 'bca', 'bcđ', 'btc', 'bnv', 'btp', 'byt', 'btttt', 'bgdđt', 'vpcp', 'ttcp',
  'nhnn', 'tandtc', 'vksndtc',
);

// biome-ignore format: a list of words
const undertakingHeads = words(
  'đề án', 'dự án', 'chương trình', 'kế hoạch', 'mô hình', 'từng mô hình', 'các mô hình', 'nhiệm vụ', 'từng nhiệm vụ', 'hệ thống',
  'phần mềm', 'cơ sở dữ liệu', 'từng cơ sở dữ liệu',
);

/** Where a name ends: words of time, and of what is done or said there. */
// biome-ignore format: a list of words
const stops = words(
  'tháng', 'quý', 'năm', 'ngày', 'tuần', 'giờ', 'trước', 'sau', 'khi', 'nếu', 'theo', 'trong', 'từ', 'kể từ', 'đến', 'tới', 'hết', 'cuối',
  'hằng', 'hàng tháng', 'hàng quý', 'hàng năm', 'hàng tuần', 'hàng ngày', 'mỗi', 'các năm', 'những năm', 'chậm nhất', 'muộn nhất',
  'không', 'chưa', 'đã', 'được', 'có', 'là', 'về', 'hoặc', 'xong', 'hoàn thành', 'thực hiện', 'triển khai', 'thường xuyên', 'định kỳ', 'đột xuất',
  'liên tục', 'tiếp tục', 'duy trì', 'báo cáo', 'dự kiến', 'phấn đấu', 'cố gắng', 'khoảng', 'đạt', 'đề xuất', 'đề ra', 'ban hành', 'phê duyệt',
  'công bố', 'yêu cầu', 'quy định', 'hướng dẫn', 'chỉ đạo', 'giai đoạn', 'tại', 'v/v',
);

const number = digits(/^\d+$/u);
const joiners = words(',', '-', '&', '.', 'và', ', và', '/');
const scheme = words('đề án');
const letters = /^\p{L}/u;

function isName(phrase: Phrase, at: number): boolean {
  return letters.test(phrase.tokens[at]?.key ?? '') && !stops(phrase, at) && !joiners(phrase, at);
}

/** The words of a name that begins with `head`, verbatim. «Đề án 06» is the one place where a number is part of a name. */
function nameAfter(head: Form<string>): Form<string> {
  return (phrase, at) => {
    const begun = head(phrase, at);
    if (!begun) return undefined;
    let place = begun.at;
    for (;;) {
      // A body inside the name may begin with a word that would end it: «Văn phòng Ban Chỉ đạo».
      const next = joiners(phrase, place)?.at ?? place;
      const inner = bodyHeads(phrase, next);
      // «ban hành» is no Ban.
      const isEnd = (stops(phrase, next)?.at ?? 0) > (inner?.at ?? 0);
      if (inner && !isEnd) place = inner.at;
      else if (isName(phrase, next)) place = next + 1;
      else if (number(phrase, place) && scheme(phrase, place - 2)) place += 1;
      else break;
    }
    // A number right behind a name («Bộ Công an 15»): nobody knows what it says.
    return number(phrase, place) ? undefined : { value: slice(phrase, at, place), at: place };
  };
}

/** «Bộ Xây dựng» · «Chính phủ, Bộ Công an» · «Hội sở chính, Thống đốc Ngân hàng Nhà nước Việt Nam» · «cấp trên» */
export const body: Form<string> = nameAfter(bodyHeads);

// biome-ignore format: a list of words
const bodyAction = maybe(words(
  'đề xuất', 'đề ra', 'ban hành', 'triển khai', 'phê duyệt', 'công bố', 'yêu cầu', 'quy định', 'hướng dẫn', 'chỉ đạo',
));

// biome-ignore format: a list of words
const documentKinds = words(
  'kế hoạch', 'quyết định', 'nghị quyết', 'nghị định', 'công văn', 'chỉ thị', 'thông tư', 'thông báo', 'chương trình', 'văn bản',
  'hướng dẫn', 'kết luận', 'công điện', 'luật',
);

/** «số 296/KH-UBND» · «số 107/2021/NĐ-CP» */
const documentNumber = sequence(
  maybe(words('số', 'số:')),
  number,
  many(sequence(words('/', '-'), either<unknown>(number, letterRun)), 1),
);

function letterRun(phrase: Phrase, at: number) {
  return letters.test(phrase.tokens[at]?.key ?? '') ? { value: true, at: at + 1 } : undefined;
}

/** «về triển khai thực hiện các mô hình của Đề án 06 trên địa bàn tỉnh Thanh Hóa»: what the document is about. */
const subject: Form<unknown> = (phrase, at) => {
  const about = words('về', 'về việc', 'v/v')(phrase, at);
  if (!about) return undefined;
  let place = about.at;
  for (;;) {
    const joined = joiners(phrase, place);
    const word = joined ? joined.at : place;
    const named = letters.test(phrase.tokens[word]?.key ?? '') && !times(phrase, word) && !joiners(phrase, word);
    if (named) place = word + 1;
    else if (number(phrase, place) && scheme(phrase, place - 2)) place += 1;
    else break;
  }
  return place > about.at && !number(phrase, place) ? { value: true, at: place } : undefined;
};

// biome-ignore format: a list of words
const times = words(
  'tháng', 'quý', 'năm', 'ngày', 'tuần', 'giờ', 'trước', 'chậm nhất', 'muộn nhất', 'thường xuyên', 'hằng', 'dự kiến', 'phấn đấu', 'giai đoạn',
);

/**
 * The body that issued a document, empty where none is named. Its number and its date are its own and say nothing of the
 * deadline.
 */
export const document: Form<string> = map(
  sequence<[unknown, unknown, unknown, string | undefined, unknown]>(
    documentKinds,
    documentNumber,
    maybe(sequence(maybe(words(',')), day)),
    maybe(map(sequence<[unknown, string]>(words('của'), body), ([, name]) => name)),
    maybe(subject),
  ),
  ([, , , name]) => name ?? '',
);

const undertaking: Form<string> = map(
  sequence<[unknown, string | undefined]>(
    nameAfter(undertakingHeads),
    maybe(
      map(
        sequence<[unknown, string]>(words('đã đề ra tại', 'đề ra tại', 'tại', 'trong', 'theo'), document),
        ([, name]) => name,
      ),
    ),
  ),
  ([, name]) => name ?? '',
);

/**
 * «của Bộ Xây dựng» · «Bộ Công an đề xuất» · «Đề án xây dựng …» · «của từng mô hình đã đề ra tại Kế hoạch số … của UBND tỉnh»:
 * the body named, verbatim; empty where it is a thing that names no body.
 */
export const owner: Form<string> = map(
  sequence<[unknown, string]>(
    maybe(words('của', 'từ')),
    either<string>(
      document,
      map(sequence<[string, unknown, unknown]>(body, bodyAction, maybe(subject)), ([name]) => name),
      undertaking,
    ),
  ),
  ([, name]) => name,
);
