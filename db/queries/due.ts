// Who is due, and who takes the call. A claim is a conditional UPDATE whose changed-row count is read, so two
// processes never check the same endpoint twice.
import { and, asc, eq, exists, gt, inArray, isNull, lte, ne, or, type Placeholder, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { endpointStates } from '@/db/schema/endpoint-states';
import { endpoints } from '@/db/schema/endpoints';
import type { UnixMs } from '@/lib/core/time';

export interface Due {
  id: number;
  slug: string;
  /** Since when it has been due. */
  dueAt: UnixMs;
}

/** stdio servers cost a process each and have a queue of their own. */
export type Queue = 'network' | 'stdio';

/** Longest overdue first. */
export function selectDue(db: Db, queue: Queue, now: UnixMs, limit: number): Due[] {
  const ofQueue = queue === 'stdio' ? eq(endpoints.type, 'stdio') : ne(endpoints.type, 'stdio');
  return db
    .select({ id: endpoints.id, slug: endpoints.slug, dueAt: endpoints.nextCheckAt })
    .from(endpoints)
    .where(and(isCallable(), ofQueue, lte(endpoints.nextCheckAt, now), isUnclaimed(now)))
    .orderBy(asc(endpoints.nextCheckAt))
    .limit(limit)
    .all();
}

const take = prepared((db) =>
  db
    .update(endpoints)
    .set({ claimedUntil: sql`${sql.placeholder('claimedUntil')}` })
    .where(
      and(
        eq(endpoints.id, sql.placeholder('id')),
        isCallable(),
        lte(endpoints.nextCheckAt, sql.placeholder('now')),
        isUnclaimed(sql.placeholder('now')),
      ),
    )
    .prepare(),
);

/** @returns whether this process has it now; false when another one was faster. */
export function claim(db: Db, id: number, now: UnixMs, claimedUntil: UnixMs): boolean {
  return take(db).run({ id, now, claimedUntil }).changes === 1;
}

const release = prepared((db) =>
  db
    .update(endpoints)
    .set({ claimedUntil: null, nextCheckAt: sql`${sql.placeholder('nextCheckAt')}` })
    .where(and(eq(endpoints.id, sql.placeholder('id')), eq(endpoints.claimedUntil, sql.placeholder('claimedUntil'))))
    .prepare(),
);

/** Gives a claim back. @returns false when it had run out and belongs to somebody else. */
export function releaseClaim(db: Db, id: number, claimedUntil: UnixMs, nextCheckAt: UnixMs): boolean {
  return release(db).run({ id, claimedUntil, nextCheckAt }).changes === 1;
}

/** Brings forward the calls of those of a group that are thought well. */
export function callGroup(db: Db, group: string, now: UnixMs): void {
  const isWell = exists(
    db
      .select({ id: endpointStates.endpointId })
      .from(endpointStates)
      .where(
        and(
          eq(endpointStates.endpointId, endpoints.id),
          inArray(endpointStates.status, ['up', 'unknown']),
          isNull(endpointStates.pending),
          // Whoever asked to be left alone is.
          or(isNull(endpointStates.restUntil), lte(endpointStates.restUntil, now)),
        ),
      ),
  );
  db.update(endpoints)
    .set({ nextCheckAt: now })
    .where(and(eq(endpoints.groupName, group), gt(endpoints.nextCheckAt, now), isCallable(), isWell))
    .run();
}

/** Brings forward the calls of these, as far as they may be called. */
export function callNow(db: Db, ids: readonly number[], now: UnixMs): void {
  if (ids.length === 0) return;
  db.update(endpoints)
    .set({ nextCheckAt: now })
    .where(and(inArray(endpoints.id, [...ids]), gt(endpoints.nextCheckAt, now), isCallable()))
    .run();
}

export function planNoLater(db: Db, id: number, at: UnixMs): void {
  db.update(endpoints)
    .set({ nextCheckAt: at })
    .where(and(eq(endpoints.id, id), gt(endpoints.nextCheckAt, at)))
    .run();
}

/** Claims that reach further than the time for their check from `at` on: none that is made now does. */
export function dropClaimsBeyond(db: Db, at: UnixMs): void {
  db.update(endpoints)
    .set({ claimedUntil: null })
    .where(gt(endpoints.claimedUntil, sql`${at} + ${endpoints.timeoutMs}`))
    .run();
}

/** Brings its next call forward, also over what it asked for. @returns false when it is not being called at all. */
export function callServerNow(db: Db, slug: string, now: UnixMs): boolean {
  const called = db
    .update(endpoints)
    .set({ nextCheckAt: now })
    .where(and(eq(endpoints.slug, slug), isCallable()))
    .run();
  return called.changes === 1;
}

export function isCallable() {
  return and(isNull(endpoints.archivedAt), eq(endpoints.isPaused, false), isNull(endpoints.problem));
}

function isUnclaimed(now: UnixMs | Placeholder) {
  return or(isNull(endpoints.claimedUntil), lte(endpoints.claimedUntil, now));
}
