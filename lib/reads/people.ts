// Who may enter the panel, from where they are signed in, and which invitations are open: for administrators, and for
// each of themselves. No hash, no token.
import { type Db, openDb } from '@/db/client';
import { selectOpenInvitations } from '@/db/queries/invitations';
import { selectSessions, selectUsers } from '@/db/queries/users';
import type { Role } from '@/lib/core/access/role';
import type { UnixMs } from '@/lib/core/time';

export interface PersonView {
  id: string;
  name: string;
  email: string;
  role: Role;
  hasTwoFactor: boolean;
  createdAt: UnixMs;
}

export interface SessionView {
  id: string;
  /** Null when no proxy and no connection told it. */
  address: string | null;
  /** As the browser calls itself, cut. */
  userAgent: string;
  createdAt: UnixMs;
  /** Last renewed; once a day at most. */
  seenAt: UnixMs;
  expiresAt: UnixMs;
}

export interface InvitationView {
  id: number;
  role: Role;
  note: string;
  createdAt: UnixMs;
  expiresAt: UnixMs;
}

export function readPeople(db: Db = openDb()): PersonView[] {
  return selectUsers(db).map(({ id, name, email, role, twoFactorEnabled, createdAt }) => ({
    id,
    name,
    email,
    role,
    hasTwoFactor: twoFactorEnabled,
    createdAt: createdAt.getTime(),
  }));
}

const USER_AGENT_LENGTH = 160;

export function readSessions(userId: string, now: UnixMs, db: Db = openDb()): SessionView[] {
  return selectSessions(db, userId, new Date(now)).map((row) => ({
    id: row.id,
    address: row.ipAddress === '' ? null : row.ipAddress,
    userAgent: (row.userAgent ?? '').slice(0, USER_AGENT_LENGTH),
    createdAt: row.createdAt.getTime(),
    seenAt: row.updatedAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
  }));
}

/** Without the links: only their hashes are kept. The setup link is left out. */
export function readInvitations(now: UnixMs, db: Db = openDb()): InvitationView[] {
  return selectOpenInvitations(db, now)
    .filter(({ createdBy }) => createdBy !== null)
    .map(({ id, role, note, createdAt, expiresAt }) => ({ id, role, note: note ?? '', createdAt, expiresAt }));
}
