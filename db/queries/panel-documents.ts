// Reads and writes the documents of the panel.
import { eq, sum } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { panelDocuments } from '@/db/schema';
import type { PanelDocumentKind } from '@/lib/core/access/panel-document';
import type { UnixMs } from '@/lib/core/time';

/** Null when nothing was ever written. */
export function selectPanelDocument(db: Db, kind: PanelDocumentKind): { document: unknown; version: number } | null {
  const { document, version } = panelDocuments;
  return db.select({ document, version }).from(panelDocuments).where(eq(panelDocuments.kind, kind)).get() ?? null;
}

export function writePanelDocument(db: Db, kind: PanelDocumentKind, document: unknown, changedAt: UnixMs): void {
  const version = (selectPanelDocument(db, kind)?.version ?? 0) + 1;
  db.insert(panelDocuments)
    .values({ kind, document, version, changedAt })
    .onConflictDoUpdate({ target: panelDocuments.kind, set: { document, version, changedAt } })
    .run();
}

/** Another number after each change of any document. */
export function selectPanelVersion(db: Db): number {
  const row = db
    .select({ version: sum(panelDocuments.version) })
    .from(panelDocuments)
    .get();
  return Number(row?.version ?? 0);
}
