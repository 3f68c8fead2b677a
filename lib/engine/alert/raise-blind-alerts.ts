// Raises each stretch of time in which Rollcall did not run, once. The heartbeat finds them; what was not raised yet is
// looked for in the store. Always inside the caller's transaction.
import type { Db } from '@/db/client';
import { hasNews } from '@/db/queries/news';
import { selectBlindSpans } from '@/db/queries/read-blind-spans';
import { alertKey } from '@/lib/core/alert/alert-key';
import { DAY_MS, type UnixMs } from '@/lib/core/time';
import { raise } from '@/lib/engine/alert/raise';

/** Older ones are history. */
const NEWS_MS = DAY_MS;

export function raiseBlindAlerts(db: Db, now: UnixMs): void {
  for (const { startAt, endAt } of selectBlindSpans(db, now - NEWS_MS).toReversed()) {
    const happening = { event: 'monitor_blind', startAt, endAt } as const;
    if (!hasNews(db, alertKey(happening, now))) raise(db, happening, { endpointId: null, at: now });
  }
}
