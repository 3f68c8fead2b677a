// Puts a worded alert into the outbox: one delivery a channel, now or after quiet hours, or a line of its next digest.
// Always inside the caller's transaction.
import type { Db } from '@/db/client';
import { insertAlert } from '@/db/queries/alerts';
import { dropHeld, insertDelivery, selectChannelsTold } from '@/db/queries/deliveries';
import { insertDigestEntry, selectDigested } from '@/db/queries/digest-entries';
import { type AlertMessage, partOf } from '@/lib/core/alert/alert';
import { type Alerting, routeAlert, type Way } from '@/lib/core/alert/alert-route';
import type { UnixMs } from '@/lib/core/time';

export interface Enqueued {
  /** Null when it is about Rollcall itself, or about several servers. */
  endpointId: number | null;
  at: UnixMs;
  alerting: Alerting;
}

/** Whoever heard of the trouble hears how it goes on; of its end, and of who took it, nobody else does. */
export function enqueue(db: Db, message: AlertMessage, { endpointId, at, alerting }: Enqueued): void {
  const { dedupKey, event } = message;
  const isEnd = partOf(event) === 'ends';
  const routed = routeAlert(message, alerting, at);
  const told = selectChannelsTold(db, dedupKey, at);
  const digested = new Map(selectDigested(db, dedupKey).map(({ channel, dueAt }) => [channel, dueAt]));
  const alertId = store(db, message, { endpointId, at });
  if (isEnd) {
    // What quiet hours held is over before anybody was told: it is a line in the morning.
    for (const held of dropHeld(db, dedupKey, at)) {
      if (told.includes(held.channel)) continue;
      insertDigestEntry(db, { ...held, dedupKey });
      digested.set(held.channel, held.dueAt);
    }
  }
  const known = told.map(
    (channel): Way => routed.find((way) => way.channel === channel) ?? { channel, how: 'now', at },
  );
  const news = isEnd || event === 'outage_acknowledged' ? [] : routed.filter(({ channel }) => !told.includes(channel));
  for (const way of [...known, ...news]) put(db, { alertId, dedupKey, way, at });
  for (const [channel, dueAt] of isEnd ? digested : []) {
    if (told.includes(channel)) continue;
    const way = routed.find((found) => found.channel === channel && found.how === 'digest');
    insertDigestEntry(db, { alertId, channel, dedupKey, dueAt: dueAt > at ? dueAt : (way?.at ?? at) });
  }
}

/** To these channels and nobody else, whatever the routes say. */
export function enqueueFor(db: Db, channels: readonly string[], message: AlertMessage, at: UnixMs): void {
  const alertId = store(db, message, { endpointId: null, at });
  for (const channel of channels)
    put(db, { alertId, dedupKey: message.dedupKey, way: { channel, how: 'now', at }, at });
}

function store(db: Db, message: AlertMessage, { endpointId, at }: Pick<Enqueued, 'endpointId' | 'at'>): number {
  const { dedupKey, event, severity } = message;
  return insertAlert(db, { dedupKey, event, severity, endpointId, message, createdAt: at });
}

interface Put {
  alertId: number;
  dedupKey: string;
  way: Way;
  at: UnixMs;
}

function put(db: Db, { alertId, dedupKey, way, at }: Put): void {
  const { channel } = way;
  if (way.how === 'digest') {
    insertDigestEntry(db, { alertId, channel, dedupKey, dueAt: way.at });
    return;
  }
  // What says more takes the place of what was held.
  dropHeld(db, dedupKey, at, channel);
  const heldUntil = way.how === 'held' ? way.at : null;
  insertDelivery(db, { alertId, channel, dedupKey, nextAttemptAt: way.at, heldUntil });
}
