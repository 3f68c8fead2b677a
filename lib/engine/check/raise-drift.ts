// Raises that the tools of a server changed so that calls may fail, and that somebody takes the change for good. Always
// inside the transaction that wrote either.
import type { Db } from '@/db/client';
import { selectNewestOfKeys } from '@/db/queries/news';
import type { UnixMs } from '@/lib/core/time';
import { raise } from '@/lib/engine/alert/raise';
import type { JudgedVisit } from '@/lib/engine/check/check-columns';
import type { BreakingDrift } from '@/lib/engine/check/store-catalogue';

/** More of them tell nobody anything, and what is raised is stored. */
const CHANGES_LIMIT = 50;

export function raiseDrift(db: Db, visit: JudgedVisit, { seenAt, changes }: BreakingDrift): void {
  const { endpointId, at, endpoint } = visit;
  const { slug, title, group } = endpoint;
  const breaking = changes.filter(({ kind }) => kind === 'breaking').map(({ sentence }) => sentence);
  raise(
    db,
    { event: 'drift_breaking', server: { slug, title, group }, changes: breaking.slice(0, CHANGES_LIMIT), seenAt },
    { endpointId, at },
  );
}

/** Ends all that was told of an endpoint's changes: approving one approves them all. */
export function raiseApproval(db: Db, endpointId: number, { by, at }: { by: string; at: UnixMs }): void {
  for (const { key, happening } of selectNewestOfKeys(db, endpointId, ['drift_breaking'])) {
    if (happening.event !== 'drift_breaking') continue;
    const { server, seenAt } = happening;
    raise(db, { event: 'drift_approved', server, seenAt, by, approvedAt: at }, { endpointId, at, key });
  }
}
