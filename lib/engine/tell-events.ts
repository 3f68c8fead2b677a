// Writes down what a check showed of tokens, certificates and credentials, each happening once. Always inside the
// caller's transaction, so that no event is ever seen without its check, nor lost with it.
import type { Db } from '@/db/client';
import { insertEvent, selectNewestEvent } from '@/db/queries/events';
import { refusalKind } from '@/lib/core/status/credential';
import type { CredentialRecord } from '@/lib/core/status/credential-record';
import { type ExpiringThing, expiryEvent } from '@/lib/core/status/event';
import type { StatusChange } from '@/lib/core/status/hysteresis';
import type { UnixMs } from '@/lib/core/time';
import type { JudgedVisit, TrustColumns } from '@/lib/engine/check-columns';

type Telling = Pick<JudgedVisit, 'endpointId' | 'at'>;

export interface Shown extends TrustColumns {
  /** A status that this check confirmed. */
  change: StatusChange | null;
}

export function tellEvents(db: Db, telling: Telling, shown: Shown): void {
  tellExpiry(db, telling, 'token', shown.credentialExpiresAt);
  tellExpiry(db, telling, 'certificate', shown.certificateExpiresAt);
  // At the confirmed status, not at the first refusal: one lost answer is no revoked token.
  if (shown.change?.to === 'locked') tellRejected(db, telling, shown);
  if (shown.change?.to === 'up' || shown.change?.to === 'degraded') tellAccepted(db, telling);
}

function tellExpiry(db: Db, telling: Telling, thing: ExpiringThing, expiresAt: UnixMs | null): void {
  if (expiresAt === null) return;
  const now = telling.at;
  // Nearly always nothing is near its end: then no query is made.
  if (expiryEvent(thing, { expiresAt, now, told: null }) === null) return;
  const told = selectNewestEvent(db, telling.endpointId, [`${thing}_expiring`, `${thing}_expired`]);
  const event = expiryEvent(thing, { expiresAt, now, told });
  if (event) insertEvent(db, telling, event);
}

function tellRejected(db: Db, telling: Telling, record: CredentialRecord): void {
  const { hasCredential, lastAcceptedAt, rejectedSince } = record;
  if (rejectedSince === null || lastAcceptedAt === null) return;
  const kind = refusalKind({ hasCredential, lastAcceptedAt, rejectedSince, challenge: null });
  if (kind === 'rejected') insertEvent(db, telling, { kind: 'credential_rejected', lastAcceptedAt, rejectedSince });
}

function tellAccepted(db: Db, telling: Telling): void {
  const told = selectNewestEvent(db, telling.endpointId, ['credential_rejected', 'credential_accepted']);
  if (told?.kind !== 'credential_rejected') return;
  insertEvent(db, telling, { kind: 'credential_accepted', rejectedSince: told.rejectedSince });
}
