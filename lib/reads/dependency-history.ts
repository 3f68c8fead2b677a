// The last 90 days of each dependency that a server names at present. Pure.
import type { DependencyRow } from '@/db/schema/dependencies';
import type { DependencyDayRow } from '@/db/schema/dependency-days';
import { toStatusMs } from '@/lib/core/history/dependency-day';
import { addMs, zeroMs } from '@/lib/core/history/rollup';
import { uptimeOf } from '@/lib/core/history/uptime';
import type { DependencyHistory } from '@/lib/core/server-page-view';
import { DAY_MS, type UnixMs } from '@/lib/core/time';
import { DAYS_SHOWN, firstDayAt } from '@/lib/reads/history';
import { dependencyName } from '@/lib/reads/server-view';

export function dependencyHistory(
  named: readonly DependencyRow[],
  rows: readonly DependencyDayRow[],
  now: UnixMs,
): DependencyHistory[] {
  const byName = Map.groupBy(rows, ({ name }) => name);
  return named.map(({ name }) => {
    const msByDay = new Map((byName.get(name) ?? []).map((row) => [row.dayAt, msOf(row)]));
    const days = Array.from({ length: DAYS_SHOWN }, (_, index) => {
      const startAt = firstDayAt(now, DAYS_SHOWN) + index * DAY_MS;
      const ms = msByDay.get(startAt) ?? zeroMs();
      return { startAt, ms, uptime: uptimeOf(ms) };
    });
    return { name: dependencyName(name), days, uptime: uptimeOf(addMs(msByDay.values())) };
  });
}

function msOf({ okMs, degradedMs, failedMs, unknownMs, maintenanceMs }: DependencyDayRow) {
  return toStatusMs({
    ok: okMs,
    degraded: degradedMs,
    failed: failedMs,
    unknown: unknownMs,
    maintenance: maintenanceMs,
  });
}
