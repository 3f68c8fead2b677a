// The audit log as administrators read it, newest first, page by page.
import { type Db, openDb } from '@/db/client';
import { type AuditFilter, selectAudit } from '@/db/queries/audit-entries';
import type { UnixMs } from '@/lib/core/time';

export type { AuditFilter };

export interface AuditView {
  id: number;
  at: UnixMs;
  actor: string;
  action: string;
  subject: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export interface AuditPage {
  entries: AuditView[];
  /** To be given as `beforeId` for the next page; null on the last one. */
  nextBeforeId: number | null;
}

export function readAudit(filter: AuditFilter, limit: number, db: Db = openDb()): AuditPage {
  const rows = selectAudit(db, filter, limit + 1);
  const entries = rows.slice(0, limit).map(({ id, at, actorName, action, subject, before, after }) => ({
    id,
    at,
    actor: actorName,
    action,
    subject,
    before,
    after,
  }));
  return { entries, nextBeforeId: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}
