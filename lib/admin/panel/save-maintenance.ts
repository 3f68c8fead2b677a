// Plans work in the panel, changes a plan, takes it back. The loop makes windows of it within two seconds; what has begun
// stays in the history.
import { insertAudit } from '@/db/queries/audit-entries';
import { selectPanelDocument, writePanelDocument } from '@/db/queries/panel-documents';
import { inTransaction } from '@/db/transaction';
import { checkMaintenance } from '@/lib/admin/panel/check-maintenance';
import type { Desk } from '@/lib/admin/panel/desk';
import { difference } from '@/lib/admin/panel/difference';
import type { DraftProblem } from '@/lib/admin/panel/load-draft';
import {
  keyOf,
  type MaintenanceDraft,
  maintenanceOf,
  withMaintenance,
  withoutMaintenance,
} from '@/lib/admin/panel/maintenance-documents';
import type { Actor } from '@/lib/core/access/actor';
import type { UnixMs } from '@/lib/core/time';

export interface MaintenanceRequest {
  /** Null for a new one. */
  key: string | null;
  entry: MaintenanceDraft;
}

/**
 * - `not_found`: it was changed or taken back meanwhile.
 * - `unfit`: `problems` say what is wrong, by the paths of a file.
 */
export type MaintenanceSaving =
  | { ok: true; key: string }
  | { ok: false; code: 'not_found' }
  | { ok: false; code: 'unfit'; problems: DraftProblem[] };

/** The same once more, such as by a double click, is saved once. */
export function saveMaintenance(
  desk: Desk,
  actor: Actor,
  { key, entry }: MaintenanceRequest,
  now: UnixMs,
): MaintenanceSaving {
  const checked = checkMaintenance(desk, entry, now);
  if (!checked.ok) return { ok: false, code: 'unfit', problems: checked.problems };
  const saved: MaintenanceSaving = { ok: true, key: keyOf(entry) };
  return inTransaction(desk.db, () => {
    const document = selectPanelDocument(desk.db, 'rollcall')?.document ?? null;
    const known = maintenanceOf(document);
    if (known.some((one) => one.key === saved.key)) return saved;
    const before = known.find((one) => one.key === key)?.entry ?? null;
    if (key !== null && before === null) return { ok: false, code: 'not_found' };
    writePanelDocument(desk.db, 'rollcall', withMaintenance(document, key, entry), now);
    const action = before === null ? 'maintenance.created' : 'maintenance.changed';
    insertAudit(desk.db, actor, { action, subject: String(entry.title), ...difference(before, entry) }, now);
    return saved;
  });
}

/** @returns false when it was changed or taken back meanwhile. What is under way ends now. */
export function deleteMaintenance({ db }: Desk, actor: Actor, key: string, now: UnixMs): boolean {
  return inTransaction(db, () => {
    const document = selectPanelDocument(db, 'rollcall')?.document ?? null;
    const before = maintenanceOf(document).find((one) => one.key === key)?.entry;
    if (before === undefined) return false;
    writePanelDocument(db, 'rollcall', withoutMaintenance(document, key), now);
    insertAudit(db, actor, { action: 'maintenance.deleted', subject: String(before.title), before }, now);
    return true;
  });
}
