// What waits for an administrator, besides servers in trouble: deliveries that were given up, and changed lists nobody approved.
import { and, count, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { alerts } from '@/db/schema/alerts';
import { deliveries } from '@/db/schema/deliveries';
import { drifts } from '@/db/schema/drifts';
import { endpoints } from '@/db/schema/endpoints';
import type { UnixMs } from '@/lib/core/time';

/** One a channel, with what the other side said of the newest. */
export function selectGivenUp(db: Db, since: UnixMs) {
  const { channel, lastCode, lastAnswer } = deliveries;
  const isGivenUp = and(eq(deliveries.state, 'given_up'), gt(alerts.createdAt, since));
  const rows = db
    .select({ channel, lastCode, lastAnswer, at: alerts.createdAt })
    .from(deliveries)
    .innerJoin(alerts, eq(alerts.id, deliveries.alertId))
    .where(isGivenUp)
    .orderBy(desc(deliveries.id))
    .limit(500)
    .all();
  const byChannel = new Map<string, (typeof rows)[number] & { failed: number }>();
  for (const row of rows) {
    const known = byChannel.get(row.channel);
    if (known) known.failed += 1;
    else byChannel.set(row.channel, { ...row, failed: 1 });
  }
  return [...byChannel.values()];
}

/** Servers whose list changed so that calls may fail, and how many such changes wait. */
export function selectBreakingDrifts(db: Db) {
  const { slug, title } = endpoints;
  return db
    .select({ slug, title, waiting: count() })
    .from(drifts)
    .innerJoin(endpoints, eq(endpoints.id, drifts.endpointId))
    .where(and(eq(drifts.kind, 'breaking'), isNull(drifts.approvedAt), isNull(endpoints.archivedAt)))
    .groupBy(endpoints.id)
    .all();
}
