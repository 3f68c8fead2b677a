// Somebody puts a trouble off: no reminder, no escalation and no worse news of it until then. Its end is told all the same.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { updateThread } from '@/db/queries/threads';
import { inTransaction } from '@/db/transaction';
import { LINK_HOLDER, type TroubleRefusal, troubleInHand } from '@/lib/admin/alert/trouble-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import { LONGEST_SNOOZE_MS } from '@/lib/core/alert/snooze';
import { MINUTE_MS, type UnixMs } from '@/lib/core/time';

/** `bad_duration`: less than a minute, or more than a week. */
export type Snoozing = { ok: true; until: UnixMs } | { ok: false; code: TroubleRefusal | 'bad_duration' };

export interface Snooze {
  threadKey: string;
  durationMs: number;
}

/** `actor`: null for whoever holds the link of a message. A later snooze replaces an earlier one. */
export function snoozeAlert(db: Db, actor: Actor | null, { threadKey, durationMs }: Snooze, now: UnixMs): Snoozing {
  if (!(durationMs >= MINUTE_MS && durationMs <= LONGEST_SNOOZE_MS)) return { ok: false, code: 'bad_duration' };
  return inTransaction(db, () => {
    const inHand = troubleInHand(db, threadKey);
    if (!inHand.ok) return inHand;
    const until = now + durationMs;
    updateThread(db, threadKey, { snoozedAt: now, snoozedUntil: until, snoozedBy: actor?.name ?? null });
    insertAudit(db, actor ?? LINK_HOLDER, { action: 'alert.snoozed', subject: threadKey, after: { until } }, now);
    return { ok: true, until };
  });
}
