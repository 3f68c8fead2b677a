// An administrator says that announced work is done before its time. Only this window ends; those that its plan makes
// later take place.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { selectWindow, updateWindow } from '@/db/queries/maintenance-windows';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/core/access/actor';
import { type EndRefusal, endRefusal } from '@/lib/core/history/maintenance';
import type { UnixMs } from '@/lib/core/time';

/**
 * - `not_found`: there is no such window.
 * - `not_begun`: it can be left out by `except` in the configuration.
 * - `over`: somebody was faster, or its time had run out.
 */
export type EndFailure = 'not_found' | EndRefusal;

export type Ending = { ok: true } | { ok: false; code: EndFailure };

/** From `now` on, time counts as usual again. Reading the configuration anew does not bring the window back. */
export function endMaintenance(db: Db, actor: Actor, windowId: number, now: UnixMs): Ending {
  return inTransaction(db, () => {
    const window = selectWindow(db, windowId);
    if (!window) return { ok: false, code: 'not_found' };
    const refusal = endRefusal(window, now);
    if (refusal !== null) return { ok: false, code: refusal };
    updateWindow(db, windowId, { endAt: now, endedBy: actor.name, changedAt: now });
    const entry = { action: 'maintenance.ended', subject: window.title, before: { endAt: window.endAt } } as const;
    insertAudit(db, actor, entry, now);
    return { ok: true };
  });
}
