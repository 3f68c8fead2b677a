// What was configured in the panel, for the loop that applies it and the verbs that change it. Holds secrets: never for a page.
import { z } from 'zod';
import type { Db } from '@/db/client';
import { selectPanelDocument, selectPanelVersion } from '@/db/queries/panel-documents';
import { selectSealed } from '@/db/queries/secrets';
import type { PanelConfig } from '@/lib/config/panel/panel-config';
import type { Sealer } from '@/lib/config/secrets/seal';

export interface StoredPanel {
  panel: PanelConfig;
  /** Opened, by name. */
  secrets: Map<string, string>;
  /** Names of those that were sealed under another ROLLCALL_SECRET. */
  unreadable: string[];
  /** Another number after each change. */
  version: number;
}

const slugs = z.array(z.string()).catch([]);

export function readStoredPanel(db: Db, sealer: Sealer): StoredPanel {
  const documentOf = (kind: Parameters<typeof selectPanelDocument>[1]) =>
    selectPanelDocument(db, kind)?.document ?? null;
  const opened = selectSealed(db).map(({ name, sealed }) => ({ name, value: sealer.open(name, sealed) }));
  return {
    panel: {
      mcp: documentOf('mcp'),
      rollcall: documentOf('rollcall'),
      order: slugs.parse(documentOf('order')),
      paused: slugs.parse(documentOf('paused')),
    },
    secrets: new Map(opened.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const]))),
    unreadable: opened.flatMap(({ name, value }) => (value === null ? [name] : [])),
    version: readPanelVersion(db),
  };
}

/** Secrets count too: their change is a change of the documents that name them. */
export function readPanelVersion(db: Db): number {
  return selectPanelVersion(db);
}
