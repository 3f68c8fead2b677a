// The tools one server lists.
import { type Db, openDb } from '@/db/client';
import { selectCatalogueTools } from '@/db/queries/catalogues';
import { selectListedBySlug } from '@/db/queries/read-endpoints';
import type { ToolsView } from '@/lib/core/history-view';
import { inSnapshot } from '@/lib/reads/snapshot';
import { toolViews } from '@/lib/reads/tool-views';

/** Null when no such server is listed. */
export function readTools(slug: string, db: Db = openDb()): ToolsView | null {
  return inSnapshot(db, () => {
    const row = selectListedBySlug(db, slug);
    if (!row) return null;
    const { catalogueId = null, catalogueSince = null } = row.state ?? {};
    const tools = catalogueId === null ? [] : selectCatalogueTools(db, catalogueId);
    return { tools: toolViews(tools), unchangedSince: catalogueSince };
  });
}
