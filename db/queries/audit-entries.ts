// Adds to the audit log and reads it, newest first. Nothing changes or deletes an entry.
import { and, desc, eq, gte, like, lt, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type AuditRow, auditEntries } from '@/db/schema';
import type { Actor } from '@/lib/core/access/actor';
import type { AuditEntry } from '@/lib/core/access/audit';
import type { UnixMs } from '@/lib/core/time';

const SUBJECT_LENGTH = 200;

/** In the transaction of what it tells of. `actor` is null when nobody was signed in. */
export function insertAudit(db: Db, actor: Pick<Actor, 'id' | 'name'> | null, entry: AuditEntry, at: UnixMs): void {
  db.insert(auditEntries)
    .values({
      at,
      actorId: actor?.id ?? null,
      actorName: actor?.name ?? 'nobody',
      action: entry.action,
      subject: entry.subject.slice(0, SUBJECT_LENGTH),
      before: entry.before ?? null,
      after: entry.after ?? null,
    })
    .run();
}

export interface AuditFilter {
  /** "incident" finds all that was done to incidents, "incident.opened" one of it. */
  action?: string;
  actorId?: string;
  /** A part of it. */
  subject?: string;
  from?: UnixMs;
  to?: UnixMs;
  /** Entries older than this one. */
  beforeId?: number;
}

export function selectAudit(db: Db, filter: AuditFilter, limit: number): AuditRow[] {
  const conditions: (SQL | undefined)[] = [
    filter.action ? like(auditEntries.action, `${filter.action.replaceAll('%', '')}%`) : undefined,
    filter.actorId ? eq(auditEntries.actorId, filter.actorId) : undefined,
    filter.subject ? like(auditEntries.subject, `%${filter.subject.replace(/[%_]/g, '')}%`) : undefined,
    filter.from === undefined ? undefined : gte(auditEntries.at, filter.from),
    filter.to === undefined ? undefined : lt(auditEntries.at, filter.to),
    filter.beforeId === undefined ? undefined : lt(auditEntries.id, filter.beforeId),
  ];
  return db
    .select()
    .from(auditEntries)
    .where(and(...conditions))
    .orderBy(desc(auditEntries.id))
    .limit(limit)
    .all();
}
