// Random hands: lists of hostile edits, then a sync, or nights and a closing without one. Whatever was done, no run throws; a
// sync that refuses has written nothing, and after one that ran the next finds nothing; entries stand with their task, under
// their heading; what is nobody's of ours is as it was; the board counts every task; «Lịch sử» says what the rows say.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plays } from '../hunt.ts';
import { markedStage, playClosing, playSync } from './heal-play.ts';
import { edits } from './hostile.ts';

const before = markedStage('2024-05-02T08:00', '2024-05-03T08:00');

test('syncs', () => {
  fc.assert(
    fc.property(edits(5), (list) => {
      const { done, broken } = playSync(before, list);
      expect({ done, broken }).toEqual({ done, broken: [] });
    }),
    plays(6),
  );
});

test('nights and closings', () => {
  // Bản 1 stands; what is closed after the edits is a correction.
  const stage = markedStage('2024-05-13T08:00', '2024-05-15T08:30');
  stage.click(stage.police, 'Tổng hợp báo cáo…');
  fc.assert(
    fc.property(edits(4), (list) => {
      const { done, broken } = playClosing(stage, list, { at: '2024-05-16T08:30', period: 'Kỳ 05/2024' });
      expect({ done, broken }).toEqual({ done, broken: [] });
    }),
    plays(3),
  );
});
