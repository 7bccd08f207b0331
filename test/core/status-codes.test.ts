// Keys that stand in ledgers of closed versions: a renamed one would make them unreadable.
import { expect, test } from 'vitest';
import { STATUS } from '../../src/core/status.ts';

test('every status a ledger may hold is still called so', () => {
  expect(Object.keys(STATUS)).toEqual(
    expect.arrayContaining(
      (
        'paused done doneDateMissing doneOnTime doneAfterExpected doneLate afterExpected doingOverdue notStartedOverdue unknownOverdue ' +
        'doingDueSoon notStartedDueSoon unknownDueSoon doingInTime notStartedInTime unknownInTime ongoingWithResult ongoingNothing ' +
        'ongoingAwaited ongoingUnreported roadmapDoing roadmapAwaiting roadmapUnknown onRequestDoing onRequestNothing unread'
      ).split(' '),
    ),
  );
});
