// The checks table: raw visits, kept for days.
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { type CheckRow, checks } from '@/db/schema/checks';
import type { UnixMs } from '@/lib/core/time';

const add = prepared((db) =>
  db
    .insert(checks)
    .values({
      endpointId: sql.placeholder('endpointId'),
      at: sql.placeholder('at'),
      verdict: sql.placeholder('verdict'),
      stage: sql.placeholder('stage'),
      code: sql.placeholder('code'),
      message: sql.placeholder('message'),
      latencyMs: sql.placeholder('latencyMs'),
      reachMs: sql.placeholder('reachMs'),
      handshakeMs: sql.placeholder('handshakeMs'),
      toolsMs: sql.placeholder('toolsMs'),
      dependenciesMs: sql.placeholder('dependenciesMs'),
      toolCount: sql.placeholder('toolCount'),
    })
    .prepare(),
);

export function insertCheck(db: Db, row: CheckRow): void {
  add(db).run({ ...row });
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
