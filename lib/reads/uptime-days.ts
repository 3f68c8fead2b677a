// Uptime of one server, day by day.
import { type Db, openDb } from '@/db/client';
import { selectListedBySlug } from '@/db/queries/read-endpoints';
import { selectDays } from '@/db/queries/read-rollups';
import type { UptimeDaysView } from '@/lib/core/history-view';
import type { UnixMs } from '@/lib/core/time';
import { dayViews, firstDayAt, uptimeSince } from '@/lib/reads/history';
import { inSnapshot } from '@/lib/reads/snapshot';

/** The last `count` UTC days, today included. Null when no such server is listed. */
export function readUptimeDays(
  { slug, count, now }: { slug: string; count: number; now: UnixMs },
  db: Db = openDb(),
): UptimeDaysView | null {
  return inSnapshot(db, () => {
    const row = selectListedBySlug(db, slug);
    if (!row) return null;
    const fromAt = firstDayAt(now, count);
    const days = selectDays(db, row.endpoint.id, fromAt);
    return { uptime: uptimeSince(days, fromAt), days: dayViews(days, now, count) };
  });
}
