// Takes servers of the panel off the roll, puts them back, and deletes for good what is off it.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { deleteEndpoint, deleteOldestChecks, selectEndpointBySlug } from '@/db/queries/endpoints';
import { selectPanelDocument, writePanelDocument } from '@/db/queries/panel-documents';
import { inTransaction } from '@/db/transaction';
import { asRecord, type ServerDraft, serverOf, withoutServer, withServer } from '@/lib/admin/panel/server-documents';
import type { Actor } from '@/lib/core/access/actor';
import type { UnixMs } from '@/lib/core/time';

/**
 * - `not_found`: the panel has none of that name; one of a file is taken off by taking it out of the file.
 * - `name_taken`: another one took the name meanwhile.
 */
export type Retiring = { ok: true } | { ok: false; code: 'not_found' | 'name_taken' };

/** It leaves the page; its history stays, and it can be put back as it was. */
export function archiveServer(db: Db, actor: Actor, name: string, now: UnixMs): Retiring {
  return inTransaction(db, () => {
    const documents = readDocuments(db);
    const draft = serverOf(documents, name);
    if (draft === null) return { ok: false, code: 'not_found' };
    writeDocuments(db, withoutServer(documents, name), now);
    const archived = asRecord(selectPanelDocument(db, 'archived')?.document);
    writePanelDocument(db, 'archived', { ...archived, [name]: { entry: draft.entry, settings: draft.settings } }, now);
    insertAudit(db, actor, { action: 'endpoint.archived', subject: name }, now);
    return { ok: true };
  });
}

/** Those of the panel among them. @returns how many. */
export function archiveServers(db: Db, actor: Actor, slugs: readonly string[], now: UnixMs): number {
  return inTransaction(db, () => {
    const rows = slugs.flatMap((slug) => selectEndpointBySlug(db, slug) ?? []);
    return rows.filter(({ source, name }) => source === null && archiveServer(db, actor, name, now).ok).length;
  });
}

export function restoreServer(db: Db, actor: Actor, name: string, now: UnixMs): Retiring {
  return inTransaction(db, () => {
    const { [name]: kept, ...archived } = asRecord(selectPanelDocument(db, 'archived')?.document);
    if (kept === undefined) return { ok: false, code: 'not_found' };
    const documents = readDocuments(db);
    if (serverOf(documents, name) !== null) return { ok: false, code: 'name_taken' };
    writeDocuments(db, withServer(documents, archivedDraft(name, kept)), now);
    writePanelDocument(db, 'archived', archived, now);
    insertAudit(db, actor, { action: 'endpoint.restored', subject: name }, now);
    return { ok: true };
  });
}

/**
 * - `not_found`: there is none of that slug.
 * - `not_archived`: it is still being called.
 */
export type Deleting = { ok: true } | { ok: false; code: 'not_found' | 'not_archived' };

/** With all its history, for good. In slices, so that no check waits for it. */
export function deleteServer(db: Db, actor: Actor, slug: string, now: UnixMs): Deleting {
  const row = selectEndpointBySlug(db, slug);
  if (!row) return { ok: false, code: 'not_found' };
  if (row.archivedAt === null) return { ok: false, code: 'not_archived' };
  while (deleteOldestChecks(db, row.id, SLICE) === SLICE);
  inTransaction(db, () => {
    deleteEndpoint(db, row.id);
    const { [row.name]: _gone, ...archived } = asRecord(selectPanelDocument(db, 'archived')?.document);
    writePanelDocument(db, 'archived', archived, now);
    insertAudit(db, actor, { action: 'endpoint.deleted', subject: slug, before: { title: row.title } }, now);
  });
  return { ok: true };
}

const SLICE = 5_000;

function readDocuments(db: Db) {
  return {
    mcp: selectPanelDocument(db, 'mcp')?.document ?? null,
    rollcall: selectPanelDocument(db, 'rollcall')?.document ?? null,
  };
}

function writeDocuments(db: Db, { mcp, rollcall }: { mcp: unknown; rollcall: unknown }, now: UnixMs): void {
  writePanelDocument(db, 'mcp', mcp, now);
  writePanelDocument(db, 'rollcall', rollcall, now);
}

function archivedDraft(name: string, kept: unknown): ServerDraft {
  const { entry, settings } = asRecord(kept);
  return { name, entry: entry === null ? null : asRecord(entry), settings: asRecord(settings) };
}
