// The order of the page, for servers of files too, and the groups of those of the panel.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { selectEndpointBySlug } from '@/db/queries/endpoints';
import { selectPanelDocument, writePanelDocument } from '@/db/queries/panel-documents';
import { inTransaction } from '@/db/transaction';
import { changeDocument } from '@/lib/admin/panel/change-document';
import { serverOf, withServer } from '@/lib/admin/panel/server-documents';
import type { Actor } from '@/lib/core/access/actor';
import type { UnixMs } from '@/lib/core/time';

export interface Place {
  slug: string;
  /** Empty: it stands in no group. Of a server of a file it is the file's word that counts. */
  group: string;
}

/** From the top; servers left out follow in the order of their files. */
export function orderServers(db: Db, actor: Actor, places: readonly Place[], now: UnixMs): void {
  const order = [...new Set(places.map(({ slug }) => slug))];
  const entry = { action: 'endpoint.ordered', subject: 'the page', after: { order: order.slice(0, 50) } } as const;
  inTransaction(db, () => {
    changeDocument(db, actor, { kind: 'order', change: () => order, entry }, now);
    for (const place of places) regroup(db, actor, place, now);
  });
}

function regroup(db: Db, actor: Actor, { slug, group }: Place, now: UnixMs): void {
  const row = selectEndpointBySlug(db, slug);
  if (!row || row.source !== null) return;
  const documents = {
    mcp: selectPanelDocument(db, 'mcp')?.document ?? null,
    rollcall: selectPanelDocument(db, 'rollcall')?.document ?? null,
  };
  const draft = serverOf(documents, row.name);
  if (draft === null) return;
  const { group: before = '', ...rest } = draft.settings;
  if (before === group) return;
  const settings = group === '' ? rest : { ...rest, group };
  const { mcp, rollcall } = withServer(documents, { ...draft, settings });
  writePanelDocument(db, 'mcp', mcp, now);
  writePanelDocument(db, 'rollcall', rollcall, now);
  insertAudit(
    db,
    actor,
    { action: 'endpoint.changed', subject: row.name, before: { group: before }, after: { group } },
    now,
  );
}
