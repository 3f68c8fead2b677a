// What changed in the list of one server, newest first.
import { type Db, openDb } from '@/db/client';
import { selectDrifts } from '@/db/queries/read-drifts';
import { selectListedBySlug } from '@/db/queries/read-endpoints';
import type { DriftRow } from '@/db/schema/drifts';
import type { UnixMs } from '@/lib/core/time';
import type { DriftView } from '@/lib/core/view';
import { DAYS_SHOWN, firstDayAt } from '@/lib/reads/history';
import { inSnapshot } from '@/lib/reads/snapshot';

/** Changes of the list, each of which holds one or more changes of tools. */
const DRIFTS_LIMIT = 50;

/** The last 90 days. Null when no such server is listed. */
export function readDrift(slug: string, now: UnixMs, db: Db = openDb()): DriftView[] | null {
  return inSnapshot(db, () => {
    const row = selectListedBySlug(db, slug);
    return row ? selectDriftViews(db, row.endpoint.id, now) : null;
  });
}

export function selectDriftViews(db: Db, endpointId: number, now: UnixMs): DriftView[] {
  return selectDrifts(db, endpointId, firstDayAt(now, DAYS_SHOWN), DRIFTS_LIMIT).map(driftView);
}

/** Sentences and names were made safe when they were worded (lib/core/drift/shown-name.ts). Who approved is nobody's business. */
export function driftView({ id, at, lastSeenAt, seenCount, kind, approvedAt, changes }: DriftRow): DriftView {
  return { id: String(id), at, lastSeenAt, seenCount, kind, approvedAt, changes };
}
