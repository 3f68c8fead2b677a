// Changes one document of the panel, with its line in the audit log. The loop notices within two seconds.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { selectPanelDocument, writePanelDocument } from '@/db/queries/panel-documents';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/core/access/actor';
import type { AuditEntry } from '@/lib/core/access/audit';
import type { PanelDocumentKind } from '@/lib/core/access/panel-document';
import type { UnixMs } from '@/lib/core/time';

export interface DocumentChange {
  kind: PanelDocumentKind;
  /** Gets the document as it is, null when there is none yet, and gives it as it shall be. */
  change: (document: unknown) => unknown;
  entry: AuditEntry;
}

/** `change` and its audit line are one transaction; several documents at once change together inside `inTransaction`. */
export function changeDocument(db: Db, actor: Actor, { kind, change, entry }: DocumentChange, now: UnixMs): void {
  inTransaction(db, () => {
    writePanelDocument(db, kind, change(selectPanelDocument(db, kind)?.document ?? null), now);
    insertAudit(db, actor, entry, now);
  });
}
