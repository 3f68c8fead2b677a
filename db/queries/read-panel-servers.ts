// Every endpoint there is, hidden and archived ones too, with what is known of each now: for the panel alone.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { ListedEndpoint } from '@/db/queries/read-endpoints';
import { endpointStates } from '@/db/schema/endpoint-states';
import { endpoints } from '@/db/schema/endpoints';
import { outages } from '@/db/schema/outages';

/** In the order of the page; archived ones behind. */
export function selectPanelServers(db: Db): ListedEndpoint[] {
  return withState(db).orderBy(asc(endpoints.archivedAt), asc(endpoints.position), asc(endpoints.id)).all();
}

export function selectPanelServer(db: Db, slug: string): ListedEndpoint | null {
  return withState(db).where(eq(endpoints.slug, slug)).get() ?? null;
}

function withState(db: Db) {
  return db
    .select({ endpoint: endpoints, state: endpointStates, outage: outages })
    .from(endpoints)
    .leftJoin(endpointStates, eq(endpointStates.endpointId, endpoints.id))
    .leftJoin(outages, and(eq(outages.endpointId, endpoints.id), isNull(outages.endedAt)));
}
