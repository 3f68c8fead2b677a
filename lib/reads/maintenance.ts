// Announced work for whoever plans with it: calendars, lists. The page's own announcements stand in the overview.
import { type Db, openDb } from '@/db/client';
import { selectListed } from '@/db/queries/read-endpoints';
import { selectComingWindows, selectPastWindows } from '@/db/queries/read-maintenance-windows';
import type { MaintenanceListView } from '@/lib/core/maintenance-view';
import { DAY_MS, type UnixMs } from '@/lib/core/time';
import { maintenanceViews } from '@/lib/reads/maintenance-views';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';

/** A calendar forgets what its feed leaves out, so the recent past stays in it. */
const PAST_MS = 90 * DAY_MS;
const PAST_LIMIT = 200;
const COMING_LIMIT = 500;

/** The newest of the last 90 days, and all that is stored of the future, the nearest first when there is too much. */
export function readMaintenance(now: UnixMs, db: Db = openDb()): MaintenanceListView {
  return inSnapshot(db, () => {
    const titles = new Map(selectListed(db).map(({ endpoint }) => [endpoint.slug, endpoint.title]));
    const past = selectPastWindows(db, { since: now - PAST_MS, at: now, limit: PAST_LIMIT });
    const coming = selectComingWindows(db, now, COMING_LIMIT);
    return {
      generatedAt: now,
      page: readStoredSettings(db).page,
      windows: maintenanceViews([...past, ...coming], new Set(titles.keys())),
      titles,
    };
  });
}
