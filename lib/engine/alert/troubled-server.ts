// A server in trouble as alerts tell of it, read from what is stored: as it is now, or as it was at its worst.
import type { Db } from '@/db/client';
import { selectDependencies } from '@/db/queries/read-dependencies';
import { selectOutages } from '@/db/queries/read-outages';
import type { EndpointStateRow } from '@/db/schema/endpoint-states';
import type { OutageRow } from '@/db/schema/outages';
import type { TroubledServer } from '@/lib/core/alert/happening';
import type { Endpoint } from '@/lib/core/endpoint';
import { isOutage, type OutageStatus } from '@/lib/core/history/outage';
import type { UnixMs } from '@/lib/core/time';

type Told = Pick<Endpoint, 'slug' | 'title' | 'group' | 'type'>;

/** Null when it is in no trouble. In a good stretch of an unstable outage as it was before. */
export function troubledNow(
  db: Db,
  server: Told,
  { state, outage }: { state: EndpointStateRow; outage: OutageRow | null },
): TroubledServer | null {
  const { status, stage, code, message } = isOutage(state.status)
    ? { status: state.status, stage: state.reasonStage, code: state.reasonCode, message: state.reasonMessage }
    : (outage ?? NO_TROUBLE);
  if (status === null) return null;
  const dependencies = selectDependencies(db, state.endpointId).map(({ name, state: health }) => ({
    name,
    state: health,
  }));
  return {
    ...named(server),
    status,
    reason: message === null ? null : { stage, code, message },
    toolCount: state.toolCount,
    dependencies,
  };
}

const NO_TROUBLE = { status: null, stage: null, code: null, message: null };

export interface Worst {
  state: EndpointStateRow;
  /** The worst one that was told. */
  status: OutageStatus;
  /** Start of the trouble. */
  since: UnixMs;
}

/** One outage may have been stored in several parts; more than this many tell nothing new. */
const PARTS_LIMIT = 100;

export function troubledAtWorst(db: Db, server: Told, { state, status, since }: Worst): TroubledServer {
  const parts = selectOutages(db, state.endpointId, since, PARTS_LIMIT);
  const part = parts.find((outage) => outage.status === status && outage.startedAt >= since);
  return {
    ...named(server),
    status,
    reason: part === undefined ? null : { stage: part.stage, code: part.code, message: part.message },
    toolCount: state.toolCount,
    dependencies: [],
  };
}

function named({ slug, title, group, type }: Told) {
  return { slug, title, group, type };
}
