// The deliveries table. A claim is a conditional UPDATE whose changed-row count is read, so two processes never send the
// same delivery twice; what a killed process had claimed is due again when its claim runs out.
import {
  type AnyColumn,
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  max,
  min,
  ne,
  notExists,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db } from '@/db/client';
import { alerts } from '@/db/schema/alerts';
import { type DeliveryRow, deliveries } from '@/db/schema/deliveries';
import type { AlertMessage } from '@/lib/core/alert/alert';
import type { DeliveryReceipt } from '@/lib/core/alert/delivery';
import type { UnixMs } from '@/lib/core/time';

export type NewDelivery = Pick<DeliveryRow, 'alertId' | 'channel' | 'dedupKey' | 'nextAttemptAt' | 'heldUntil'>;

export function insertDelivery(db: Db, delivery: NewDelivery): void {
  db.insert(deliveries)
    .values({ ...delivery, state: 'pending' })
    .run();
}

/** Channels that got what was told under this key, or still may; what quiet hours hold is not told. */
export function selectChannelsTold(db: Db, dedupKey: string, now: UnixMs): string[] {
  return db
    .selectDistinct({ channel: deliveries.channel })
    .from(deliveries)
    .where(
      and(eq(deliveries.dedupKey, dedupKey), notInArray(deliveries.state, ['given_up', 'dropped']), isNotHeld(now)),
    )
    .all()
    .map(({ channel }) => channel);
}

/** By channel, when something of this key was put on its way there last, whatever became of it. */
export function selectToldAt(db: Db, dedupKey: string, now: UnixMs): { channel: string; at: UnixMs }[] {
  return db
    .select({ channel: deliveries.channel, at: max(alerts.createdAt) })
    .from(deliveries)
    .innerJoin(alerts, eq(alerts.id, deliveries.alertId))
    .where(and(eq(deliveries.dedupKey, dedupKey), ne(deliveries.state, 'dropped'), isNotHeld(now)))
    .groupBy(deliveries.channel)
    .all()
    .map(({ channel, at }) => ({ channel, at: at ?? 0 }));
}

function isNotHeld(now: UnixMs) {
  return or(isNull(deliveries.heldUntil), lte(deliveries.heldUntil, now));
}

/** Takes back what quiet hours hold of a key. @returns what that was, and when it would have been sent. */
export function dropHeld(
  db: Db,
  dedupKey: string,
  now: UnixMs,
  channel?: string,
): { alertId: number; channel: string; dueAt: UnixMs }[] {
  return db
    .update(deliveries)
    .set({ state: 'dropped' })
    .where(
      and(
        eq(deliveries.dedupKey, dedupKey),
        isPending(deliveries.state),
        gt(deliveries.heldUntil, now),
        channel === undefined ? undefined : eq(deliveries.channel, channel),
      ),
    )
    .returning({ alertId: deliveries.alertId, channel: deliveries.channel, dueAt: deliveries.nextAttemptAt })
    .all();
}

export interface DueDelivery {
  id: number;
  channel: string;
  message: AlertMessage;
}

/** The oldest due one of each of these channels, so that a long queue of one does not hide another's. */
export function selectDueDeliveries(db: Db, channels: readonly string[], now: UnixMs, limit: number): DueDelivery[] {
  const first = db
    .select({ id: min(deliveries.id) })
    .from(deliveries)
    .where(and(inArray(deliveries.channel, [...channels]), isDue(db, now)))
    .groupBy(deliveries.channel);
  return db
    .select({ id: deliveries.id, channel: deliveries.channel, message: alerts.message })
    .from(deliveries)
    .innerJoin(alerts, eq(alerts.id, deliveries.alertId))
    .where(inArray(deliveries.id, first))
    .orderBy(asc(deliveries.nextAttemptAt), asc(deliveries.id))
    .limit(limit)
    .all();
}

/** @returns the row as it is now; null when another one was faster. */
export function claimDelivery(db: Db, id: number, now: UnixMs, claimedUntil: UnixMs): DeliveryRow | null {
  const claimed = db
    .update(deliveries)
    .set({
      claimedUntil,
      attempts: sql`${deliveries.attempts} + 1`,
      firstAttemptAt: sql`coalesce(${deliveries.firstAttemptAt}, ${now})`,
    })
    .where(and(eq(deliveries.id, id), isDue(db, now), isChannelFree(db, now)))
    .returning()
    .get();
  return claimed ?? null;
}

export type DeliveryResult = Partial<
  Pick<
    DeliveryRow,
    'state' | 'attempts' | 'firstAttemptAt' | 'nextAttemptAt' | 'lastCode' | 'lastAnswer' | 'receipt' | 'deliveredAt'
  >
>;

/** Ends a claim. @returns false when it had run out and belongs to somebody else; then nothing is written. */
export function endDeliveryClaim(
  db: Db,
  { id, claimedUntil }: Pick<DeliveryRow, 'id' | 'claimedUntil'>,
  result: DeliveryResult,
): boolean {
  if (claimedUntil === null) return false;
  const written = db
    .update(deliveries)
    .set({ ...result, claimedUntil: null })
    .where(and(eq(deliveries.id, id), eq(deliveries.claimedUntil, claimedUntil), isPending(deliveries.state)))
    .run();
  return written.changes === 1;
}

/** What has waited since before `before` for a channel that is not among these. @returns how many were given up. */
export function giveUpWaiting(db: Db, channels: readonly string[], before: UnixMs, lastAnswer: string): number {
  return db
    .update(deliveries)
    .set({ state: 'given_up', lastCode: 'misconfigured', lastAnswer })
    .where(
      and(
        isPending(deliveries.state),
        lt(deliveries.nextAttemptAt, before),
        notInArray(deliveries.channel, [...channels]),
      ),
    )
    .run().changes;
}

/** Of the newest message of this key on this channel that left one. */
export function selectReceipt(db: Db, channel: string, dedupKey: string): DeliveryReceipt | null {
  const newest = db
    .select({ receipt: deliveries.receipt })
    .from(deliveries)
    .where(and(eq(deliveries.channel, channel), eq(deliveries.dedupKey, dedupKey), isNotNull(deliveries.receipt)))
    .orderBy(desc(deliveries.id))
    .limit(1)
    .get();
  return newest?.receipt ?? null;
}

/** Nothing older of its key waits on its channel. */
function isDue(db: Db, now: UnixMs) {
  const older = alias(deliveries, 'older');
  const olderOfItsKey = db
    .select({ id: older.id })
    .from(older)
    .where(
      and(
        eq(older.channel, deliveries.channel),
        eq(older.dedupKey, deliveries.dedupKey),
        lt(older.id, deliveries.id),
        isPending(older.state),
      ),
    );
  return and(
    isPending(deliveries.state),
    lte(deliveries.nextAttemptAt, now),
    or(isNull(deliveries.claimedUntil), lte(deliveries.claimedUntil, now)),
    notExists(olderOfItsKey),
  );
}

/** One message at a time on a channel, also where two processes send. */
function isChannelFree(db: Db, now: UnixMs) {
  const busy = alias(deliveries, 'busy');
  return notExists(
    db
      .select({ id: busy.id })
      .from(busy)
      .where(and(eq(busy.channel, deliveries.channel), isPending(busy.state), gt(busy.claimedUntil, now))),
  );
}

/** Written out, since SQLite sees no use for the partial index where the word is a parameter. */
function isPending(state: AnyColumn) {
  return sql`${state} = 'pending'`;
}

/** Whatever waits is due at `at`, but for what quiet hours hold; claims that reach beyond `claimedUntil` are dropped. */
export function sendNoLater(db: Db, at: UnixMs, claimedUntil: UnixMs): void {
  const isWaiting = and(isPending(deliveries.state), gt(deliveries.nextAttemptAt, at), isNotHeld(at));
  db.update(deliveries).set({ nextAttemptAt: at }).where(isWaiting).run();
  const isStale = and(isPending(deliveries.state), gt(deliveries.claimedUntil, claimedUntil));
  db.update(deliveries).set({ claimedUntil: null }).where(isStale).run();
}

/** Tries once more what was given up, as if it were new. @returns false when it was not. */
export function reviveDelivery(db: Db, id: number, now: UnixMs): boolean {
  const fresh = { state: 'pending', attempts: 0, firstAttemptAt: null, nextAttemptAt: now, heldUntil: null } as const;
  return (
    db
      .update(deliveries)
      .set(fresh)
      .where(and(eq(deliveries.id, id), eq(deliveries.state, 'given_up')))
      .run().changes === 1
  );
}

export function selectDelivery(db: Db, id: number): DeliveryRow | undefined {
  return db.select().from(deliveries).where(eq(deliveries.id, id)).get();
}
