// What changed in the lists of one endpoint.
import { and, desc, eq, gte } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type DriftRow, drifts } from '@/db/schema/drifts';
import type { UnixMs } from '@/lib/core/time';

/** Those seen since `fromAt`, newest first. */
export function selectDrifts(db: Db, endpointId: number, fromAt: UnixMs, limit: number): DriftRow[] {
  return db
    .select()
    .from(drifts)
    .where(and(eq(drifts.endpointId, endpointId), gte(drifts.lastSeenAt, fromAt)))
    .orderBy(desc(drifts.lastSeenAt), desc(drifts.id))
    .limit(limit)
    .all();
}
