// Raw visits of one endpoint. Only the list of checks reads them; everything else reads rollups.
import { and, desc, eq, gte, lt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type CheckRow, checks } from '@/db/schema/checks';
import type { UnixMs } from '@/lib/core/time';

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
