// An administrator has seen what changed in a list and takes the list as it is now for the good one.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { approveDrifts, selectDrift } from '@/db/queries/drifts';
import { selectState, updateState } from '@/db/queries/endpoint-states';
import { selectEndpointSlug } from '@/db/queries/endpoints';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/core/access/actor';
import type { UnixMs } from '@/lib/core/time';
import { raiseApproval } from '@/lib/engine/check/raise-drift';

/**
 * - `not_found`: there is no such drift.
 * - `already_approved`: somebody was faster.
 * - `superseded`: the list has changed since, so that approving would take in what this person has not seen.
 */
export type ApprovalFailure = 'not_found' | 'already_approved' | 'superseded';

export type Approval = { ok: true; baselineCatalogueId: number } | { ok: false; code: ApprovalFailure };

/** Approves a drift that leads to the list as it is now, and with it all others of the endpoint. */
export function approveDrift(db: Db, actor: Actor, driftId: number, now: UnixMs): Approval {
  return inTransaction(db, () => {
    const drift = selectDrift(db, driftId);
    if (!drift) return { ok: false, code: 'not_found' };
    if (drift.approvedAt !== null) return { ok: false, code: 'already_approved' };
    const { endpointId, toCatalogueId } = drift;
    if (toCatalogueId === null || selectState(db, endpointId)?.catalogueId !== toCatalogueId) {
      return { ok: false, code: 'superseded' };
    }
    approveDrifts(db, endpointId, { approvedAt: now, approvedBy: actor.name });
    updateState(db, endpointId, { baselineCatalogueId: toCatalogueId });
    raiseApproval(db, endpointId, { by: actor.name, at: now });
    const subject = selectEndpointSlug(db, endpointId) ?? String(endpointId);
    insertAudit(db, actor, { action: 'drift.approved', subject, after: { changes: drift.changes.length } }, now);
    return { ok: true, baselineCatalogueId: toCatalogueId };
  });
}
