// Reads and writes invitations. A used or expired one stays as a trace.
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type InvitationRow, invitations } from '@/db/schema';
import type { UnixMs } from '@/lib/core/time';

export function insertInvitation(db: Db, row: Omit<InvitationRow, 'id' | 'usedAt'>): number {
  return db.insert(invitations).values(row).returning({ id: invitations.id }).get().id;
}

/** Neither used nor run out. */
export function selectOpenInvitation(db: Db, tokenHash: string, now: UnixMs): InvitationRow | null {
  const isOpen = and(eq(invitations.tokenHash, tokenHash), isNull(invitations.usedAt), gt(invitations.expiresAt, now));
  return db.select().from(invitations).where(isOpen).get() ?? null;
}

/** Newest first. */
export function selectOpenInvitations(db: Db, now: UnixMs): InvitationRow[] {
  const isOpen = and(isNull(invitations.usedAt), gt(invitations.expiresAt, now));
  return db.select().from(invitations).where(isOpen).orderBy(desc(invitations.id)).all();
}

/** @returns false when somebody was faster. */
export function markInvitationUsed(db: Db, id: number, usedAt: UnixMs): boolean {
  const isUnused = and(eq(invitations.id, id), isNull(invitations.usedAt));
  return db.update(invitations).set({ usedAt }).where(isUnused).run().changes === 1;
}

export function deleteInvitation(db: Db, id: number): InvitationRow | null {
  return (
    db
      .delete(invitations)
      .where(and(eq(invitations.id, id), isNull(invitations.usedAt)))
      .returning()
      .get() ?? null
  );
}

/** The links that Rollcall made for its first administrator. */
export function deleteSetupInvitations(db: Db): void {
  db.delete(invitations)
    .where(and(isNull(invitations.createdBy), isNull(invitations.usedAt)))
    .run();
}
