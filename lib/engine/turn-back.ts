// After the clock was set back: what was planned by the old one lies too far ahead, and nobody would be called or told until
// the new one has caught up. What was stored stays as it is. Always inside the caller's transaction.
import type { Db } from '@/db/client';
import { sendNoLater } from '@/db/queries/deliveries';
import { dropClaimsBeyond, planNoLater } from '@/db/queries/due';
import { selectContacts } from '@/db/queries/endpoint-states';
import { nextTurn, RETRY_AFTER_LIMIT_MS } from '@/lib/core/status/schedule';
import type { UnixMs } from '@/lib/core/time';
import { CLAIM_MS } from '@/lib/engine/alert/deliver-alerts';
import { CLAIM_GRACE_MS } from '@/lib/engine/claim-grace';

export function turnBack(db: Db, now: UnixMs): void {
  sendNoLater(db, now, now + CLAIM_MS);
  dropClaimsBeyond(db, now + CLAIM_GRACE_MS);
  for (const { slug, intervalMs, state } of selectContacts(db)) {
    const { endpointId, restUntil } = state;
    // A wait that it asked for is kept as far as one may reach.
    const isResting = restUntil !== null && restUntil <= now + RETRY_AFTER_LIMIT_MS;
    const regularAt = nextTurn(slug, intervalMs, now);
    planNoLater(db, endpointId, isResting ? Math.max(regularAt, restUntil) : regularAt);
  }
}
