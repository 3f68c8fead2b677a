// Announced work into the answer of /api/v1/maintenances. Pure; knows neither HTTP nor the database.

import { phaseOf } from '@/lib/core/history/maintenance';
import type { MaintenanceListView } from '@/lib/core/maintenance-view';
import { startOfHour, type UnixMs } from '@/lib/core/time';
import { isoText } from '@/lib/core/words/format';
import type { MaintenanceListAnswer } from './api-v1-maintenance-schema';

export function maintenanceList({ windows, generatedAt: now }: MaintenanceListView): MaintenanceListAnswer {
  return {
    generatedAt: isoText(newestFact(windows, now)),
    maintenances: windows.map((window) => ({
      id: window.id,
      title: window.title,
      status: phaseOf(window, now),
      startsAt: isoText(window.startAt),
      endsAt: isoText(window.endAt),
      timezone: window.timezone,
      endpoints: window.servers.length === 0 ? null : window.servers,
      announcedAt: isoText(window.announcedAt),
      changedAt: isoText(window.changedAt),
    })),
  };
}

/** In place of the present time, so that the same facts make the same bytes; the hour, so that it never looks dead. */
function newestFact(windows: MaintenanceListView['windows'], now: UnixMs): UnixMs {
  const known = windows.flatMap(({ changedAt, startAt, endAt }) => [changedAt, startAt, endAt]);
  return Math.max(startOfHour(now), ...known.filter((at) => at <= now));
}
