// Stretches in which Rollcall itself did not run.
import { desc, gt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { blindSpans } from '@/db/schema/blind-spans';
import type { Span, UnixMs } from '@/lib/core/time';

/** Those that lasted until after `fromAt`, newest first. */
export function selectBlindSpans(db: Db, fromAt: UnixMs): Span[] {
  return db.select().from(blindSpans).where(gt(blindSpans.endAt, fromAt)).orderBy(desc(blindSpans.startAt)).all();
}
