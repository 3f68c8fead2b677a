// Somebody takes a snooze back: what it held is told now.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { updateThread } from '@/db/queries/threads';
import { inTransaction } from '@/db/transaction';
import { type TroubleRefusal, troubleInHand } from '@/lib/admin/alert/trouble-in-hand';
import type { Actor } from '@/lib/core/access/actor';
import type { UnixMs } from '@/lib/core/time';

/** `not_snoozed`: its time had run out, or somebody was faster. */
export type Unsnoozing = { ok: true } | { ok: false; code: TroubleRefusal | 'not_snoozed' };

export function unsnoozeAlert(db: Db, actor: Actor, threadKey: string, now: UnixMs): Unsnoozing {
  return inTransaction(db, () => {
    const inHand = troubleInHand(db, threadKey);
    if (!inHand.ok) return inHand;
    if ((inHand.thread.snoozedUntil ?? 0) <= now) return { ok: false, code: 'not_snoozed' };
    updateThread(db, threadKey, { snoozedAt: null, snoozedUntil: null, snoozedBy: null });
    insertAudit(db, actor, { action: 'alert.unsnoozed', subject: threadKey }, now);
    return { ok: true };
  });
}
