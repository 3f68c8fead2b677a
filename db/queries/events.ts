// The events table: adding what was not told yet, and what was told last.
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { events } from '@/db/schema/events';
import { type EndpointEvent, type EventKind, eventKey } from '@/lib/core/status/event';
import type { UnixMs } from '@/lib/core/time';

/** @returns whether it is new; false when it was told before. */
export function insertEvent(db: Db, { endpointId, at }: { endpointId: number; at: UnixMs }, event: EndpointEvent) {
  const row = { endpointId, at, kind: event.kind, dedupKey: eventKey(endpointId, event), details: event };
  return db.insert(events).values(row).onConflictDoNothing({ target: events.dedupKey }).run().changes === 1;
}

/** The newest of these kinds; null when there was none. */
export function selectNewestEvent<Kind extends EventKind>(
  db: Db,
  endpointId: number,
  kinds: readonly Kind[],
): Extract<EndpointEvent, { kind: Kind }> | null {
  const newest = db
    .select({ details: events.details })
    .from(events)
    .where(and(eq(events.endpointId, endpointId), inArray(events.kind, [...kinds])))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1)
    .get();
  return newest && isOneOf(newest.details, kinds) ? newest.details : null;
}

function isOneOf<Kind extends EventKind>(
  event: EndpointEvent,
  kinds: readonly Kind[],
): event is Extract<EndpointEvent, { kind: Kind }> {
  return kinds.some((kind) => kind === event.kind);
}
