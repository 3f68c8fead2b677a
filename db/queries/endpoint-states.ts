// The endpoint_states table: what is known of an endpoint now.
import { eq, getTableColumns, isNotNull, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '@/db/client';
import { prepared } from '@/db/prepared';
import { isCallable } from '@/db/queries/due';
import { type EndpointStateRow, endpointStates } from '@/db/schema/endpoint-states';
import { endpoints } from '@/db/schema/endpoints';
import type { EndpointType } from '@/lib/core/endpoint';

export type NewEndpointStateRow = typeof endpointStates.$inferInsert;

const ofEndpoint = prepared((db) =>
  db
    .select()
    .from(endpointStates)
    .where(eq(endpointStates.endpointId, sql.placeholder('endpointId')))
    .prepare(),
);

export function selectState(db: Db, endpointId: number): EndpointStateRow | undefined {
  return ofEndpoint(db).get({ endpointId });
}

export function selectIdleStates(db: Db): EndpointStateRow[] {
  return db.select().from(endpointStates).where(isNotNull(endpointStates.idleSince)).all();
}

export interface ContactRow {
  slug: string;
  type: EndpointType;
  intervalMs: number;
  state: EndpointStateRow;
}

/** Of all that are called. */
export function selectContacts(db: Db): ContactRow[] {
  const { slug, type, intervalMs } = endpoints;
  return db
    .select({ slug, type, intervalMs, state: endpointStates })
    .from(endpointStates)
    .innerJoin(endpoints, eq(endpoints.id, endpointStates.endpointId))
    .where(isCallable())
    .all();
}

/** What the network is judged by: asked at each failing check, so it is a few columns of each row. */
export interface WitnessRow
  extends Pick<
    EndpointStateRow,
    'endpointId' | 'checkedAt' | 'reachedAt' | 'restUntil' | 'pending' | 'stage' | 'code'
  > {
  slug: string;
  type: EndpointType;
}

const witnesses = prepared((db) =>
  db
    .select({
      slug: endpoints.slug,
      type: endpoints.type,
      endpointId: endpointStates.endpointId,
      checkedAt: endpointStates.checkedAt,
      reachedAt: endpointStates.reachedAt,
      restUntil: endpointStates.restUntil,
      pending: endpointStates.pending,
      stage: endpointStates.stage,
      code: endpointStates.code,
    })
    .from(endpointStates)
    .innerJoin(endpoints, eq(endpoints.id, endpointStates.endpointId))
    .where(isCallable())
    .prepare(),
);

/** Of all that are called. */
export function selectWitnesses(db: Db): WitnessRow[] {
  return witnesses(db).all();
}

export function insertState(db: Db, row: NewEndpointStateRow): void {
  db.insert(endpointStates).values(row).run();
}

const COLUMNS: Readonly<Record<string, SQLiteColumn>> = getTableColumns(endpointStates);

/** A check writes some forty columns, and not the same ones each time: one statement for each set of them. */
const updates = prepared((db) => {
  const built = new Map<string, ReturnType<typeof updateOf>>();
  return (names: readonly string[]) => {
    const key = names.join();
    const update = built.get(key) ?? updateOf(db, names);
    built.set(key, update);
    return update;
  };
});

function updateOf(db: Db, names: readonly string[]) {
  return db
    .update(endpointStates)
    .set(Object.fromEntries(names.map((name) => [name, sql`${sql.placeholder(name)}`])))
    .where(eq(endpointStates.endpointId, sql.placeholder('ofEndpoint')))
    .prepare();
}

export function updateState(db: Db, endpointId: number, values: Partial<NewEndpointStateRow>): void {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const written = given.map(([name, value]) => [name, value === null ? null : COLUMNS[name]?.mapToDriverValue(value)]);
  updates(db)(given.map(([name]) => name)).run({ ...Object.fromEntries(written), ofEndpoint: endpointId });
}
