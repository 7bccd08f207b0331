// The use cases of the standalone script, run by its owner from Google's editor, where nobody can be asked: what a use case has to say stands in the
// execution log, and what would change a sheet that is there is shown in «Xem trước» before a second run does it.

import { CLOCK_IS_ON, clockIsOff } from '../../app/clock/switch-clock.ts';
import { personByLog } from '../../app/person.ts';
import { planAsOriginal } from '../../app/set-up/as-original.ts';
import { SET_UP_TITLE, setUpSheet } from '../../app/set-up/set-up.ts';
import { syncPreviewed, syncUnasked } from '../../app/sync/sync-on-request.ts';
import { askPart, partFor, readHands } from '../live-check/ask-part.ts';
import { SEEDS } from '../seeds.ts';
import { theFile } from '../the-file.ts';
import { OWN_CLOCK } from '../triggers.ts';
import { inEditor, onSheet } from './in-editor.ts';

export { serveClock } from '../entry-points/clock.ts';

/** Builds the sheet or says what differs, takes the clock, writes to oneself, says what is still missing. Safe to run again. */
export function setUp(): void {
  onSheet((log, ports) =>
    setUpSheet(ports, SEEDS, {
      person: personByLog(log, {
        original: { isYes: false, words: 'Đồng ý thì chạy hàm makeItTheOriginal; chưa làm gì.' },
        clock: {
          isYes: true,
          words: 'Lịch tự động của bảng từ nay do tập lệnh này giữ; tập lệnh cũ không gửi gì nữa.',
        },
        mail: AGREED,
      }),
      clock: OWN_CLOCK,
      cures: { sync: 'Đọc tab Xem trước rồi chạy hàm syncSheet', clock: 'hàm setUp hoặc turnClockOn' },
      again: 'chạy lại hàm setUp.',
      synchronise(plan) {
        const words = syncUnasked(ports, SEEDS, plan);
        if (words !== '') log(words);
        return true;
      },
      onSetUp: () => {},
    }),
  );
}

const AGREED = { isYes: true, words: 'Có: chạy hàm này là đồng ý.' };

/** Does what the last preview showed. */
export function syncSheet(): void {
  onSheet((log, ports) => log(syncPreviewed(ports, SEEDS)));
}

/** A copy, or tabs uploaded from a backup: the sheet from now on, every address blanked unless it is the backup's own file. */
export function makeItTheOriginal(): void {
  onSheet((log, ports) => {
    const became = planAsOriginal(ports, SEEDS, personByLog(log, { original: AGREED }), SET_UP_TITLE)?.became;
    log(
      became === undefined
        ? 'Tệp này không phải bản sao; không có gì phải làm.'
        : `${BECAME[became]} Việc tiếp theo: chạy hàm setUp.`,
    );
  });
}

const BECAME = {
  rebuilt: 'Đã dựng lại bảng từ các tab tải lên.',
  blanked: 'Đã đặt tệp này làm bảng chính và xóa trắng mọi tài khoản, địa chỉ nhận thư.',
};

/** «Tự kiểm trên Google», part 0, then A. Part B is a question of what CAX's own account may do with these use cases: in this way it has none. */
export function checkOnGoogle(): void {
  onSheet((log, ports) => {
    const { part, role } = partFor(ports);
    log(askPart(ports, theFile(), { part: part === 'B' ? 'A' : part, role }));
  });
}

/** Part C: reads the steps done by hand. */
export function readHandSteps(): void {
  onSheet((log, ports) => log(readHands(ports, partFor(ports).role)));
}

export function turnClockOn(): void {
  inEditor((log) => {
    OWN_CLOCK.install();
    log(CLOCK_IS_ON);
  });
}

export function turnClockOff(): void {
  inEditor((log) => {
    OWN_CLOCK.remove();
    log(clockIsOff('turnClockOn'));
  });
}
