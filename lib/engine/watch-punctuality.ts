// Raises once that the roll is called behind its schedule, and once that it is on time again.
import type { Db } from '@/db/client';
import { selectNewestNews } from '@/db/queries/news';
import { selectOverdue } from '@/db/queries/read-endpoints';
import { inTransaction } from '@/db/transaction';
import type { UnixMs } from '@/lib/core/time';
import { raise } from '@/lib/engine/alert/raise';

/** As the page's "monitoring delayed" has it. */
const OVERDUE_INTERVALS = 2;

/** @returns a look, to be had every half minute or so. `startedAt`: what fell due before could not have been called. */
export function watchPunctuality(db: Db, startedAt: UnixMs): (now: UnixMs) => void {
  let wasLate = false;
  return (now) => {
    const { count, since } = selectOverdue(db, { now, since: startedAt, intervals: OVERDUE_INTERVALS });
    const isLate = count > 0;
    // A machine that slept catches up within seconds of waking: seen twice, or it was nothing.
    if (isLate === wasLate) inTransaction(db, () => tell(db, { isLate, count, since: since ?? now }, now));
    wasLate = isLate;
  };
}

function tell(db: Db, seen: { isLate: boolean; count: number; since: UnixMs }, now: UnixMs): void {
  const newest = selectNewestNews(db, ['monitor_late', 'monitor_recovered'])?.happening;
  const told = newest?.event === 'monitor_late' ? newest : null;
  if (seen.isLate === (told !== null)) return;
  if (told === null) {
    raise(db, { event: 'monitor_late', since: seen.since, serverCount: seen.count }, { endpointId: null, at: now });
  } else {
    raise(db, { event: 'monitor_recovered', since: told.since, backAt: now }, { endpointId: null, at: now });
  }
}
