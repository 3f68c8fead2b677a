// The days of one server with what happened on them, in a fixed number of queries whatever their number.
import { type Db, openDb } from '@/db/client';
import { selectWindows } from '@/db/queries/maintenance-windows';
import { selectListedBySlug } from '@/db/queries/read-endpoints';
import { selectOutages } from '@/db/queries/read-outages';
import { selectDays } from '@/db/queries/read-rollups';
import type { DaysView } from '@/lib/core/day-view';
import { startOfDay, type UnixMs } from '@/lib/core/time';
import { DAYS_SHOWN, dayViews, firstDayAt } from '@/lib/reads/history';
import { readServerIncidents } from '@/lib/reads/incidents';
import { maintenanceOf } from '@/lib/reads/maintenance-views';
import { outageViews } from '@/lib/reads/outage-view';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';

/** A server that flaps all day long has thousands; each card counts those it does not list. */
const OUTAGES_LIMIT = 1_000;

/** The last 90 UTC days, today included. Null when no such server is listed. */
export function readDays(slug: string, now: UnixMs, db: Db = openDb()): DaysView | null {
  return inSnapshot(db, () => {
    const row = selectListedBySlug(db, slug);
    if (!row) return null;
    const { id, title, createdAt } = row.endpoint;
    const fromAt = firstDayAt(now, DAYS_SHOWN);
    const span = { startAt: fromAt, endAt: now };
    return {
      generatedAt: now,
      page: readStoredSettings(db).page,
      server: { slug, title, createdAt },
      days: dayViews(selectDays(db, id, fromAt), now),
      outages: outageViews(db, selectOutages(db, id, startOfDay(fromAt), OUTAGES_LIMIT)),
      maintenance: maintenanceOf(selectWindows(db, span), slug),
      incidents: readServerIncidents(slug, now, db),
    };
  });
}
