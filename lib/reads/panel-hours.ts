// The last 24 hours of one server as administrators look for a fault in them: how long each stage took, and where calls
// failed, hour by hour.
import { type Db, openDb } from '@/db/client';
import { countChecksByHour } from '@/db/queries/read-checks';
import { STAGES, type Stage } from '@/lib/core/failure';
import { LATENCY_PARTS, type LatencyPart } from '@/lib/core/history/stage-latency';
import type { LatencyPoint } from '@/lib/core/server-page-view';
import type { UnixMs } from '@/lib/core/time';
import { chartStart, latencyView, selectLatencyRows } from '@/lib/reads/latency-view';
import { inSnapshot } from '@/lib/reads/snapshot';

export interface FailureCount {
  /** Null when it is not known where. */
  stage: Stage | null;
  /** Of calls that were not `up`: also those that merely found something wrong. */
  count: number;
}

export interface PanelHour extends LatencyPoint {
  checkCount: number;
  /** In the order of the stages. */
  failures: FailureCount[];
}

export interface PanelHoursView {
  checkCount: number;
  failures: FailureCount[];
  /** Null where nothing was measured. */
  latency: Record<LatencyPart, { p50Ms: number | null; p95Ms: number | null }>;
  /** Newest first; those without a call are left out. */
  hours: PanelHour[];
}

type HourRow = ReturnType<typeof countChecksByHour>[number];

export function readPanelHours(endpointId: number, now: UnixMs, db: Db = openDb()): PanelHoursView {
  return inSnapshot(db, () => {
    const rows = countChecksByHour(db, endpointId, chartStart('24h', now));
    const viewOf = (part: LatencyPart) => {
      const choice = { part, range: '24h' } as const;
      return latencyView(selectLatencyRows(db, endpointId, choice, now), choice, now);
    };
    const views = LATENCY_PARTS.map((part) => [part, viewOf(part)] as const);
    const byHour = Map.groupBy(rows, ({ hourAt }) => hourAt);
    const points = views.find(([part]) => part === 'total')?.[1].points ?? [];
    return {
      checkCount: countOf(rows),
      failures: failuresOf(rows),
      latency: latencyOf(views),
      hours: points.toReversed().flatMap((point) => {
        const ofHour = byHour.get(point.startAt);
        return ofHour ? [{ ...point, checkCount: countOf(ofHour), failures: failuresOf(ofHour) }] : [];
      }),
    };
  });
}

function latencyOf(
  views: readonly (readonly [LatencyPart, Omit<LatencyPoint, 'startAt'>])[],
): PanelHoursView['latency'] {
  const none = { p50Ms: null, p95Ms: null };
  const latency: PanelHoursView['latency'] = { total: none, reach: none, handshake: none, tools: none };
  for (const [part, { p50Ms, p95Ms }] of views) latency[part] = { p50Ms, p95Ms };
  return latency;
}

function countOf(rows: readonly HourRow[]): number {
  return rows.reduce((sum, row) => sum + row.count, 0);
}

function failuresOf(rows: readonly HourRow[]): FailureCount[] {
  const bad = rows.filter(({ verdict }) => verdict !== 'up');
  return [...STAGES, null].flatMap((stage) => {
    const count = countOf(bad.filter((row) => row.stage === stage));
    return count === 0 ? [] : [{ stage, count }];
  });
}
