// Stores the windows that the configuration's maintenance makes in the coming months, so that pages and bookings find
// them as plain spans of time.
import type { Db } from '@/db/client';
import type { LoadedConfig } from '@/lib/config/load-config';
import { comingWindows, type PlannedWindow } from '@/lib/config/maintenance/coming-windows';
import type { Endpoint } from '@/lib/core/endpoint';
import { DAY_MS, type UnixMs } from '@/lib/core/time';
import { syncMaintenance } from '@/lib/engine/sync-maintenance';

/** Calendars show this much ahead. Worked out anew each day, so it never runs short. */
const AHEAD_MS = 120 * DAY_MS;
/** A thousand daily windows would be 120,000 rows; the next five days of them are enough until tomorrow. */
const WINDOWS_LIMIT = 5_000;

type Planned = Pick<LoadedConfig, 'maintenance' | 'endpoints' | 'brokenFiles' | 'isFound'>;

/** @returns how many windows were left for later because there are too many. */
export function planMaintenance(db: Db, planned: Planned, now: UnixMs): number {
  const windows = comingWindows(planned.maintenance, { now, untilAt: now + AHEAD_MS });
  const wanted = windows.slice(0, WINDOWS_LIMIT).map(({ endpoints, groups, ...window }) => {
    return { ...window, servers: coveredSlugs({ endpoints, groups }, planned.endpoints) };
  });
  const mayMissWindows = !planned.isFound || planned.brokenFiles.length > 0;
  syncMaintenance(db, wanted, { now, mayMissWindows });
  return windows.length - wanted.length;
}

/** A window that names no server and no group covers all, which is written as an empty list. */
function coveredSlugs(window: Pick<PlannedWindow, 'endpoints' | 'groups'>, endpoints: readonly Endpoint[]): string[] {
  if (window.endpoints.length === 0 && window.groups.length === 0) return [];
  return endpoints
    .filter(({ name, group }) => window.endpoints.includes(name) || (group !== null && window.groups.includes(group)))
    .map(({ slug }) => slug);
}
