// Writes down what a check showed of tokens, certificates and credentials, each happening once, and raises what is worth
// telling. Always inside the caller's transaction, so that no event is ever seen without its check, nor lost with it.
import type { Db } from '@/db/client';
import { insertEvent, selectNewestEvent } from '@/db/queries/events';
import { selectNewestOfKeys } from '@/db/queries/news';
import type { AlertServer } from '@/lib/core/alert/alert';
import { refusalKind } from '@/lib/core/status/credential';
import type { CredentialRecord } from '@/lib/core/status/credential-record';
import { type ExpiringThing, expiryEvent } from '@/lib/core/status/event';
import type { StatusChange } from '@/lib/core/status/hysteresis';
import type { UnixMs } from '@/lib/core/time';
import { raise } from '@/lib/engine/alert/raise';
import type { JudgedVisit, TrustColumns } from '@/lib/engine/check/check-columns';

type Telling = Pick<JudgedVisit, 'endpointId' | 'at' | 'endpoint'>;

export interface Shown extends TrustColumns {
  /** A status that this check confirmed. */
  change: StatusChange | null;
  /** The ends as they were known before. */
  before: Pick<TrustColumns, 'credentialExpiresAt' | 'certificateExpiresAt'>;
}

export function tellEvents(db: Db, telling: Telling, shown: Shown): void {
  const { before, credentialExpiresAt, certificateExpiresAt } = shown;
  tellExpiry(db, telling, 'token', { expiresAt: credentialExpiresAt, before: before.credentialExpiresAt });
  tellExpiry(db, telling, 'certificate', { expiresAt: certificateExpiresAt, before: before.certificateExpiresAt });
  // At the confirmed status, not at the first refusal: one lost answer is no revoked token.
  if (shown.change?.to === 'locked') tellRejected(db, telling, shown);
  if (shown.change?.to === 'up' || shown.change?.to === 'degraded') tellAccepted(db, telling);
}

interface Ends {
  expiresAt: UnixMs | null;
  before: UnixMs | null;
}

function tellExpiry(db: Db, telling: Telling, thing: ExpiringThing, { expiresAt, before }: Ends): void {
  const { endpointId, at: now } = telling;
  const isNearItsEnd = expiresAt !== null && expiryEvent(thing, { expiresAt, now, told: null }) !== null;
  // Nearly always nothing is near its end: then no query is made.
  if (!isNearItsEnd) {
    if (expiresAt !== before) raiseRenewal(db, telling, thing, expiresAt);
    return;
  }
  const told = selectNewestEvent(db, endpointId, [`${thing}_expiring`, `${thing}_expired`]);
  const event = expiryEvent(thing, { expiresAt, now, told });
  if (!event || !insertEvent(db, telling, event)) return;
  raise(db, { event: `${thing}_expiring`, server: serverOf(telling), expiresAt }, { endpointId, at: now });
}

/** Ends what was told of the one that ran out. */
function raiseRenewal(db: Db, telling: Telling, thing: ExpiringThing, nextExpiresAt: UnixMs | null): void {
  const { endpointId, at } = telling;
  for (const { key, happening } of selectNewestOfKeys(db, endpointId, [`${thing}_expiring`])) {
    if (happening.event !== 'token_expiring' && happening.event !== 'certificate_expiring') continue;
    const { expiresAt } = happening;
    raise(
      db,
      { event: `${thing}_renewed`, server: serverOf(telling), expiresAt, nextExpiresAt },
      { endpointId, at, key },
    );
  }
}

/** Only this: an endpoint holds secrets, and what is raised is stored. */
function serverOf({ endpoint: { slug, title, group } }: Telling): AlertServer {
  return { slug, title, group };
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
