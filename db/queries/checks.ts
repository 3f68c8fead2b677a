// The checks table: raw visits, kept for days.
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type CheckRow, checks } from '@/db/schema/checks';
import type { UnixMs } from '@/lib/core/time';

export function insertCheck(db: Db, row: typeof checks.$inferInsert): void {
  db.insert(checks).values(row).run();
}

export function selectCheck(db: Db, endpointId: number, at: UnixMs): CheckRow | undefined {
  return db
    .select()
    .from(checks)
    .where(and(eq(checks.endpointId, endpointId), eq(checks.at, at)))
    .get();
}

/** Deletes at most `limit` rows of one endpoint, oldest first. @returns how many. */
export function pruneChecks(db: Db, endpointId: number, before: UnixMs, limit: number): number {
  const oldest = db
    .select({ at: checks.at })
    .from(checks)
    .where(and(eq(checks.endpointId, endpointId), lt(checks.at, before)))
    .orderBy(checks.at)
    .limit(limit);
  return db
    .delete(checks)
    .where(and(eq(checks.endpointId, endpointId), sql`${checks.at} in ${oldest}`))
    .run().changes;
}
