// The threads table: opened with the first message of a matter, changed by people, ended with its last one.
import { and, asc, eq, inArray, isNotNull, isNull, lt, ne, notInArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { endpointStates } from '@/db/schema/endpoint-states';
import { endpoints } from '@/db/schema/endpoints';
import { news } from '@/db/schema/news';
import { type ThreadRow, threads } from '@/db/schema/threads';
import { ALERT_EVENTS, endsTrouble } from '@/lib/core/alert/alert';
import type { UnixMs } from '@/lib/core/time';

/** The same key comes again when what ended under it goes on: then it is open anew, and nobody has seen it. */
export function openThread(db: Db, row: Pick<ThreadRow, 'key' | 'groupName' | 'openedAt'>): void {
  const anew = {
    ...row,
    followedUpAt: null,
    endedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
    snoozedAt: null,
    snoozedUntil: null,
    snoozedBy: null,
  };
  db.insert(threads).values(anew).onConflictDoUpdate({ target: threads.key, set: anew }).run();
}

export function selectThread(db: Db, key: string): ThreadRow | undefined {
  return db.select().from(threads).where(eq(threads.key, key)).get();
}

/** Oldest first. */
export function selectOpenThreads(db: Db): ThreadRow[] {
  return db.select().from(threads).where(isNull(threads.endedAt)).orderBy(asc(threads.openedAt)).all();
}

export function updateThread(db: Db, key: string, values: Partial<Omit<ThreadRow, 'key'>>): void {
  db.update(threads).set(values).where(eq(threads.key, key)).run();
}

/** Keys of news in open threads, by thread; those that have ended are left out. */
export function selectOpenMembers(db: Db): { threadKey: string | null; key: string }[] {
  const newest = sql`(
    select newest.event from ${news} as newest
    where newest.key = ${news.key} and newest.settled_at is not null
    order by newest.id desc limit 1
  )`;
  return db
    .selectDistinct({ threadKey: news.threadKey, key: news.key })
    .from(news)
    .innerJoin(threads, eq(threads.key, news.threadKey))
    .where(and(isNull(threads.endedAt), notInArray(newest, ENDS), ne(news.event, 'outage_acknowledged')))
    .all();
}

const ENDS = ALERT_EVENTS.filter(endsTrouble);

/** Of these, the groups with a server that was well, or is new, and misses its calls now. */
export function selectFalteringGroups(db: Db, groups: readonly string[]): string[] {
  return db
    .selectDistinct({ group: endpoints.groupName })
    .from(endpoints)
    .innerJoin(endpointStates, eq(endpointStates.endpointId, endpoints.id))
    .where(
      and(
        inArray(endpoints.groupName, [...groups]),
        isNull(endpoints.archivedAt),
        eq(endpoints.isPaused, false),
        inArray(endpointStates.status, ['up', 'unknown']),
        sql`json_extract(${endpointStates.pending}, '$.direction') = 'worse'`,
      ),
    )
    .all()
    .flatMap(({ group }) => group ?? []);
}

export function pruneThreads(db: Db, before: UnixMs): number {
  return db
    .delete(threads)
    .where(and(isNotNull(threads.endedAt), lt(threads.endedAt, before)))
    .run().changes;
}
