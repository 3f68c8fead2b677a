// The log of deliveries, as administrators read it.
import { and, desc, eq, inArray, isNotNull, lt, max } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type AlertRow, alerts } from '@/db/schema/alerts';
import { type DeliveryRow, deliveries } from '@/db/schema/deliveries';

export interface LoggedDelivery {
  delivery: DeliveryRow;
  alert: Pick<AlertRow, 'event' | 'severity' | 'message' | 'createdAt'>;
}

export interface DeliveryFilter {
  channel?: string;
  beforeId?: number;
}

/** Newest first. */
export function selectDeliveries(db: Db, { channel, beforeId }: DeliveryFilter, limit: number): LoggedDelivery[] {
  return selectLogged(db)
    .where(
      and(
        channel === undefined ? undefined : eq(deliveries.channel, channel),
        beforeId === undefined ? undefined : lt(deliveries.id, beforeId),
      ),
    )
    .orderBy(desc(deliveries.id))
    .limit(limit)
    .all();
}

/** Of each channel the newest that was answered, or failed. */
export function selectLastAnswered(db: Db): LoggedDelivery[] {
  const newest = db
    .select({ id: max(deliveries.id) })
    .from(deliveries)
    .where(isNotNull(deliveries.lastAnswer))
    .groupBy(deliveries.channel);
  return selectLogged(db).where(inArray(deliveries.id, newest)).orderBy(deliveries.channel).all();
}

function selectLogged(db: Db) {
  const { event, severity, message, createdAt } = alerts;
  return db
    .select({ delivery: deliveries, alert: { event, severity, message, createdAt } })
    .from(deliveries)
    .innerJoin(alerts, eq(alerts.id, deliveries.alertId));
}
