// What administrators do with people: invite, change a role, remove, end sessions. There is always one administrator left.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { deleteInvitation, insertInvitation } from '@/db/queries/invitations';
import {
  countAdministrators,
  deleteSession,
  deleteSessions,
  deleteUser,
  selectUser,
  updateRole,
} from '@/db/queries/users';
import { inTransaction } from '@/db/transaction';
import { hashToken, newToken } from '@/lib/auth/token';
import type { Actor } from '@/lib/core/access/actor';
import type { Role } from '@/lib/core/access/role';
import { DAY_MS, type UnixMs } from '@/lib/core/time';

const INVITATION_LASTS_MS = 7 * DAY_MS;

/** @returns the token of the link, which is told nowhere else. It lasts a week and works once. */
export function invitePerson(
  db: Db,
  actor: Actor & { id: string },
  { role, note }: { role: Role; note: string },
  now: UnixMs,
): string {
  const token = newToken();
  inTransaction(db, () => {
    const row = { tokenHash: hashToken(token), role, note, createdBy: actor.id, createdAt: now };
    insertInvitation(db, { ...row, expiresAt: now + INVITATION_LASTS_MS });
    insertAudit(db, actor, { action: 'person.invited', subject: note, after: { role } }, now);
  });
  return token;
}

/** @returns false when it was used or withdrawn meanwhile. */
export function withdrawInvitation(db: Db, actor: Actor, invitationId: number, now: UnixMs): boolean {
  return inTransaction(db, () => {
    const gone = deleteInvitation(db, invitationId);
    if (gone === null) return false;
    insertAudit(db, actor, { action: 'person.invitation_withdrawn', subject: gone.note ?? 'setup' }, now);
    return true;
  });
}

export type PersonFailure = 'not_found' | 'last_administrator';
export type PersonChange = { ok: true } | { ok: false; code: PersonFailure };

/** Holds from the next request of that person on. */
export function setRole(db: Db, actor: Actor, userId: string, role: Role, now: UnixMs): PersonChange {
  return inTransaction(db, () => {
    const user = selectUser(db, userId);
    if (user === null) return { ok: false, code: 'not_found' };
    if (user.role === role) return { ok: true };
    if (isLastAdministrator(db, user.role)) return { ok: false, code: 'last_administrator' };
    updateRole(db, userId, role);
    const entry = {
      action: 'person.role_changed',
      subject: user.email,
      before: { role: user.role },
      after: { role },
    } as const;
    insertAudit(db, actor, entry, now);
    return { ok: true };
  });
}

export function removePerson(db: Db, actor: Actor, userId: string, now: UnixMs): PersonChange {
  return inTransaction(db, () => {
    const user = selectUser(db, userId);
    if (user === null) return { ok: false, code: 'not_found' };
    if (isLastAdministrator(db, user.role)) return { ok: false, code: 'last_administrator' };
    deleteUser(db, userId);
    insertAudit(db, actor, { action: 'person.removed', subject: user.email, before: { role: user.role } }, now);
    return { ok: true };
  });
}

/** One of them, or all but one; of oneself or, as an administrator, of anybody. @returns how many ended. */
export function endSessions(
  db: Db,
  actor: Actor,
  { userId, only, except }: { userId: string; only?: string; except?: string },
  now: UnixMs,
): number {
  return inTransaction(db, () => {
    const user = selectUser(db, userId);
    if (user === null) return 0;
    const ended = only === undefined ? deleteSessions(db, userId, except) : Number(deleteSession(db, userId, only));
    if (ended > 0) insertAudit(db, actor, { action: 'session.ended', subject: user.email, after: { ended } }, now);
    return ended;
  });
}

function isLastAdministrator(db: Db, role: Role): boolean {
  return role === 'administrator' && countAdministrators(db) === 1;
}
