// The news table: added with what came to pass, settled when it is told, forgotten after a while.
import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { endpoints } from '@/db/schema/endpoints';
import { type NewsRow, news } from '@/db/schema/news';
import type { WaitingNews } from '@/lib/core/alert/gather';
import type { UnixMs } from '@/lib/core/time';

/** `threadKey`: where it belongs, when that is known beforehand. */
export type NewNews = Pick<NewsRow, 'key' | 'event' | 'endpointId' | 'happening' | 'raisedAt'> &
  Partial<Pick<NewsRow, 'threadKey'>>;

export function insertNews(db: Db, row: NewNews): void {
  db.insert(news).values(row).run();
}

export function hasNews(db: Db, key: string): boolean {
  return db.select({ id: news.id }).from(news).where(eq(news.key, key)).limit(1).get() !== undefined;
}

const TROUBLE = ['outage_opened', 'outage_worsened', 'outage_resolved', 'credential_rejected'] as const;

const newestTrouble = prepared((db) =>
  db
    .select({ event: news.event, key: news.key })
    .from(news)
    .where(and(eq(news.endpointId, sql.placeholder('endpointId')), inArray(news.event, TROUBLE)))
    .orderBy(desc(news.id))
    .limit(1)
    .prepare(),
);

/** What came to pass in an endpoint's trouble and is not over, oldest first; empty when nothing is. */
export function selectOpenNews(db: Db, endpointId: number): NewsRow[] {
  const newest = newestTrouble(db).get({ endpointId });
  if (!newest || newest.event === 'outage_resolved') return [];
  return selectNewsOfKey(db, newest.key);
}

/** Oldest first. */
function selectNewsOfKey(db: Db, key: string): NewsRow[] {
  return db.select().from(news).where(eq(news.key, key)).orderBy(asc(news.id)).all();
}

/** Of one endpoint, the newest of each key whose newest is one of these events. */
export function selectNewestOfKeys(db: Db, endpointId: number, events: readonly NewsRow['event'][]): NewsRow[] {
  const later = alias(news, 'later');
  const isFollowed = exists(
    db
      .select({ id: later.id })
      .from(later)
      .where(and(eq(later.key, news.key), sql`${later.id} > ${news.id}`)),
  );
  return db
    .select()
    .from(news)
    .where(and(eq(news.endpointId, endpointId), inArray(news.event, [...events]), sql`not ${isFollowed}`))
    .orderBy(asc(news.id))
    .all();
}

/** Oldest first. */
export function selectNewsOfThread(db: Db, threadKey: string): NewsRow[] {
  return db.select().from(news).where(eq(news.threadKey, threadKey)).orderBy(asc(news.id)).all();
}

export function selectNewestNews(db: Db, events: readonly NewsRow['event'][]): NewsRow | undefined {
  return db
    .select()
    .from(news)
    .where(inArray(news.event, [...events]))
    .orderBy(desc(news.id))
    .limit(1)
    .get();
}

const anyWaiting = prepared((db) => db.select({ id: news.id }).from(news).where(isWaiting()).limit(1).prepare());

export function hasWaitingNews(db: Db): boolean {
  return anyWaiting(db).get() !== undefined;
}

/** In the order in which it was raised. */
export function selectWaitingNews(db: Db): WaitingNews[] {
  const told = alias(news, 'told');
  const threadKey = sql<string | null>`(
    select ${told.threadKey} from ${news} as told
    where ${told.key} = ${news.key} and ${told.threadKey} is not null
    order by ${told.id} desc limit 1
  )`;
  return db
    .select({
      id: news.id,
      key: news.key,
      event: news.event,
      group: endpoints.groupName,
      raisedAt: news.raisedAt,
      threadKey,
    })
    .from(news)
    .leftJoin(endpoints, eq(endpoints.id, news.endpointId))
    .where(isWaiting())
    .orderBy(asc(news.id))
    .all();
}

export function selectNews(db: Db, ids: readonly number[]): NewsRow[] {
  return db
    .select()
    .from(news)
    .where(inArray(news.id, [...ids]))
    .orderBy(asc(news.id))
    .all();
}

export function settleNews(
  db: Db,
  ids: readonly number[],
  { threadKey, settledAt }: Pick<NewsRow, 'threadKey' | 'settledAt'>,
): void {
  db.update(news)
    .set({ threadKey, settledAt })
    .where(inArray(news.id, [...ids]))
    .run();
}

/** What is told of an outage stays until its end was told: else it would be told again. */
export function pruneNews(db: Db, before: UnixMs, limit: number): number {
  const ending = alias(news, 'ending');
  const isEnded = exists(
    db
      .select({ id: ending.id })
      .from(ending)
      .where(and(eq(ending.key, news.key), eq(ending.event, 'outage_resolved'))),
  );
  const isOfOutage = inArray(news.event, ['outage_opened', 'outage_worsened', 'credential_rejected']);
  const old = db
    .select({ id: news.id })
    .from(news)
    .where(and(lt(news.raisedAt, before), isNotNull(news.settledAt), or(sql`not ${isOfOutage}`, isEnded)))
    .orderBy(asc(news.raisedAt))
    .limit(limit);
  return db.delete(news).where(inArray(news.id, old)).run().changes;
}

function isWaiting() {
  // Written out, since SQLite sees no use for the partial index otherwise.
  return isNull(news.settledAt);
}
