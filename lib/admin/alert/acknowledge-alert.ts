// Somebody takes a trouble on: reminders and escalation stop, and whoever was told of it hears who has it.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { selectEndpointBySlug } from '@/db/queries/endpoints';
import { insertNews, selectNewsOfThread } from '@/db/queries/news';
import { updateThread } from '@/db/queries/threads';
import { inTransaction } from '@/db/transaction';
import { LINK_HOLDER, type TroubleRefusal, troubleInHand } from '@/lib/admin/alert/trouble-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import type { Happening, OutageFacts, OutageHappening } from '@/lib/core/alert/happening';
import { isOutageHappening } from '@/lib/core/alert/happening';
import { jointFacts, openTroubles } from '@/lib/core/alert/joint-happening';
import type { UnixMs } from '@/lib/core/time';

export type Acknowledging = { ok: true } | { ok: false; code: TroubleRefusal };

/** `actor`: null for whoever holds the link of a message, which names nobody. */
export function acknowledgeAlert(db: Db, actor: Actor | null, threadKey: string, now: UnixMs): Acknowledging {
  return inTransaction(db, () => {
    const inHand = troubleInHand(db, threadKey);
    if (!inHand.ok) return inHand;
    const by = actor?.name ?? null;
    updateThread(db, threadKey, { acknowledgedAt: now, acknowledgedBy: by });
    insertAudit(db, actor ?? LINK_HOLDER, { action: 'alert.acknowledged', subject: threadKey }, now);
    const facts = factsOf(db, threadKey);
    if (facts !== null) {
      const happening: Happening = { event: 'outage_acknowledged', ...facts, by, acknowledgedAt: now };
      insertNews(db, { key: threadKey, event: happening.event, endpointId: null, happening, raisedAt: now, threadKey });
    }
    return { ok: true };
  });
}

function factsOf(db: Db, threadKey: string): OutageFacts | null {
  const troubles = openTroubles(selectNewsOfThread(db, threadKey));
  return jointFacts(troubles.flatMap((happening) => asOutage(db, happening) ?? []));
}

/** A refused credential is acknowledged like an outage. Null for what is no server's trouble. */
function asOutage(db: Db, happening: Happening): OutageHappening | null {
  if (isOutageHappening(happening)) return happening;
  if (happening.event !== 'credential_rejected') return null;
  const { server, refused } = happening;
  const type = selectEndpointBySlug(db, server.slug)?.type ?? 'http';
  const troubled = { ...server, type, status: 'locked', reason: null, toolCount: null, dependencies: [] } as const;
  const since = refused.rejectedSince;
  return { event: 'outage_opened', servers: [troubled], isUnstable: false, since, confirmedAt: since };
}
