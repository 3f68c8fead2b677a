// Threads for readers.
import { and, asc, gte, inArray, lte } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { news } from '@/db/schema/news';
import { type ThreadRow, threads } from '@/db/schema/threads';
import { ALERT_EVENTS, isServerTrouble } from '@/lib/core/alert/alert';
import type { UnixMs } from '@/lib/core/time';

const TROUBLE = ALERT_EVENTS.filter(isServerTrouble);

interface Told {
  endpointIds: readonly number[];
  fromAt: UnixMs;
  untilAt: UnixMs;
}

/** Those in which trouble of these endpoints was told in that time, oldest first. */
export function selectThreadsOf(db: Db, { endpointIds, fromAt, untilAt }: Told): ThreadRow[] {
  const keys = db
    .select({ key: news.threadKey })
    .from(news)
    .where(
      and(
        inArray(news.endpointId, [...endpointIds]),
        inArray(news.event, TROUBLE),
        gte(news.raisedAt, fromAt),
        lte(news.raisedAt, untilAt),
      ),
    );
  return db
    .select()
    .from(threads)
    .where(inArray(threads.key, keys))
    .orderBy(asc(threads.openedAt), asc(threads.key))
    .all();
}
