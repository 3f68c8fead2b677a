// Books the time of paused and unfit endpoints while it passes, so that the page shows it before it ends.
import type { Db } from '@/db/client';
import { selectIdleStates, updateState } from '@/db/queries/endpoint-states';
import { selectEndpoints } from '@/db/queries/endpoints';
import { inTransaction } from '@/db/transaction';
import { settleIdle } from '@/lib/core/history/ledger';
import type { UnixMs } from '@/lib/core/time';
import { fromAccount, toAccount } from '@/lib/engine/ledger/account-row';
import { bookTime } from '@/lib/engine/ledger/book-time';

export function settleIdleEndpoints(db: Db, now: UnixMs): void {
  inTransaction(db, () => {
    const slugs = new Map(
      selectEndpoints(db)
        .filter(({ archivedAt }) => archivedAt === null)
        .map(({ id, slug }) => [id, slug]),
    );
    for (const row of selectIdleStates(db)) {
      const slug = slugs.get(row.endpointId);
      if (slug === undefined) continue;
      const settlement = settleIdle(toAccount(row), now);
      bookTime(db, { endpointId: row.endpointId, slug, bookings: settlement.bookings, check: null });
      updateState(db, row.endpointId, fromAccount(settlement.account));
    }
  });
}
