// The tools one server lists.
import { type Db, openDb } from '@/db/client';
import { selectNewestCatalogue } from '@/db/queries/read-catalogues';
import { selectListedBySlug } from '@/db/queries/read-endpoints';
import type { ToolsView } from '@/lib/core/history-view';
import { inSnapshot } from '@/lib/reads/snapshot';
import { toolViews } from '@/lib/reads/tool-views';

/** Null when no such server is listed. */
export function readTools(slug: string, db: Db = openDb()): ToolsView | null {
  return inSnapshot(db, () => {
    const row = selectListedBySlug(db, slug);
    if (!row) return null;
    const catalogue = selectNewestCatalogue(db, row.endpoint.id);
    return { tools: toolViews(catalogue?.tools ?? []), unchangedSince: catalogue?.firstSeenAt ?? null };
  });
}
