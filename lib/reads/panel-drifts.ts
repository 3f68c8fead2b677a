// What changed in the lists of tools and waits for an administrator, server by server, hidden ones too.
import { type Db, openDb } from '@/db/client';
import { selectUnapprovedDrifts } from '@/db/queries/read-drifts';
import type { PageSettings } from '@/lib/core/page-settings';
import type { UnixMs } from '@/lib/core/time';
import type { DriftView } from '@/lib/core/view';
import { driftView } from '@/lib/reads/drift';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';

export interface ServerDrifts {
  slug: string;
  title: string;
  /** The one that leads to the list as it is now: what approving takes. Null when none does any more. */
  presentId: number | null;
  /** Newest first. */
  drifts: DriftView[];
}

export interface PanelDriftsView {
  generatedAt: UnixMs;
  page: PageSettings;
  /** In the order of the page. */
  servers: ServerDrifts[];
}

const LIMIT = 500;

export function readPanelDrifts(now: UnixMs, db: Db = openDb()): PanelDriftsView {
  return inSnapshot(db, () => {
    const bySlug = Map.groupBy(selectUnapprovedDrifts(db, LIMIT), ({ slug }) => slug);
    return {
      generatedAt: now,
      page: readStoredSettings(db).page,
      servers: [...bySlug].map(([slug, rows]) => ({
        slug,
        title: rows[0]?.title ?? slug,
        presentId: rows.find(({ drift, catalogueId }) => drift.toCatalogueId === catalogueId)?.drift.id ?? null,
        drifts: rows.map(({ drift }) => driftView(drift)),
      })),
    };
  });
}
