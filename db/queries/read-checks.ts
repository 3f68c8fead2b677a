// Raw visits of one endpoint. Only the list of checks and the panel read them; everything else reads rollups.
import { and, count, desc, eq, gte, lt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type CheckRow, checks } from '@/db/schema/checks';
import { HOUR_MS, type UnixMs } from '@/lib/core/time';

export interface Stretch {
  /** The first instant that is in it; null for as far back as there are checks. */
  fromAt: UnixMs | null;
  /** The first instant that is not; null for up to now. */
  beforeAt: UnixMs | null;
}

/** Newest first; a range of the key, whatever the age of the history. */
export function selectChecks(db: Db, endpointId: number, { fromAt, beforeAt }: Stretch, limit: number): CheckRow[] {
  const isIn = and(
    eq(checks.endpointId, endpointId),
    fromAt === null ? undefined : gte(checks.at, fromAt),
    beforeAt === null ? undefined : lt(checks.at, beforeAt),
  );
  return db.select().from(checks).where(isIn).orderBy(desc(checks.at)).limit(limit).all();
}

/** How many visits there were in each hour, by verdict and by the stage at which they failed. A range of the key. */
export function countChecksByHour(db: Db, endpointId: number, fromAt: UnixMs) {
  const { at, verdict, stage } = checks;
  const hourAt = sql<number>`${at} - ${at} % ${HOUR_MS}`;
  return db
    .select({ hourAt, verdict, stage, count: count() })
    .from(checks)
    .where(and(eq(checks.endpointId, endpointId), gte(at, fromAt)))
    .groupBy(hourAt, verdict, stage)
    .orderBy(desc(hourAt))
    .all();
}
