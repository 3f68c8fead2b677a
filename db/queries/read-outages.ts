// Outages of one endpoint, and how they went.
import { and, desc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type OutageStepRow, outageSteps } from '@/db/schema/outage-steps';
import { type OutageRow, outages } from '@/db/schema/outages';
import type { Span, UnixMs } from '@/lib/core/time';

/** Those that lasted until after `fromAt` or still last, newest first. */
export function selectOutages(db: Db, endpointId: number, fromAt: UnixMs, limit: number): OutageRow[] {
  return db
    .select()
    .from(outages)
    .where(and(eq(outages.endpointId, endpointId), or(isNull(outages.endedAt), gt(outages.endedAt, fromAt))))
    .orderBy(desc(outages.startedAt), desc(outages.id))
    .limit(limit)
    .all();
}

interface Within {
  endpointId: number;
  span: Span;
  limit: number;
}

/** Those that touch a span, newest first. */
export function selectOutagesWithin(db: Db, { endpointId, span, limit }: Within): OutageRow[] {
  const isNotOver = or(isNull(outages.endedAt), gt(outages.endedAt, span.startAt));
  return db
    .select()
    .from(outages)
    .where(and(eq(outages.endpointId, endpointId), isNotOver, lt(outages.startedAt, span.endAt)))
    .orderBy(desc(outages.startedAt), desc(outages.id))
    .limit(limit)
    .all();
}

/** Newest first: of very many those that matter least are left off. */
export function selectOutageSteps(db: Db, outageIds: readonly number[], limit: number): OutageStepRow[] {
  return db
    .select()
    .from(outageSteps)
    .where(inArray(outageSteps.outageId, [...outageIds]))
    .orderBy(desc(outageSteps.at))
    .limit(limit)
    .all();
}
