// How somebody becomes a user: by an invitation, or as the first administrator at the first start.
import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import {
  deleteSetupInvitations,
  insertInvitation,
  markInvitationUsed,
  selectOpenInvitation,
} from '@/db/queries/invitations';
import { countUsers, insertUser, selectUserByEmail } from '@/db/queries/users';
import { inTransaction } from '@/db/transaction';
import type { Auth } from '@/lib/auth/auth';
import { hashToken, newToken } from '@/lib/auth/token';
import { passwordProblem } from '@/lib/core/access/password';
import type { Role } from '@/lib/core/access/role';
import { HOUR_MS, type UnixMs } from '@/lib/core/time';

export interface Person {
  name: string;
  email: string;
  password: string;
}

/**
 * - `no_invitation`: never given, used, withdrawn, or run out.
 * - `email_taken`: somebody has that address; told only to who holds an invitation.
 * - `weak_password`: `problem` says what to do.
 */
export type Joining =
  | { ok: true; role: Role }
  | { ok: false; code: 'no_invitation' | 'email_taken' }
  | { ok: false; code: 'weak_password'; problem: string };

/** What the holder of this link would become; null when it leads nowhere. */
export function readInvitation(db: Db, token: string, now: UnixMs): { role: Role; isSetup: boolean } | null {
  const invitation = selectOpenInvitation(db, hashToken(token), now);
  return invitation && { role: invitation.role, isSetup: invitation.createdBy === null };
}

/** Of two that use one link at once, one becomes a user. */
export async function acceptInvitation(
  { db, auth, now }: { db: Db; auth: Auth; now: UnixMs },
  token: string,
  person: Person,
): Promise<Joining> {
  const problem = passwordProblem(person.password, [person.name, person.email]);
  if (problem !== null) return { ok: false, code: 'weak_password', problem };
  if (readInvitation(db, token, now) === null) return { ok: false, code: 'no_invitation' };
  const passwordHash = await hashPassword(auth, person.password);
  return inTransaction(db, () => {
    const invitation = selectOpenInvitation(db, hashToken(token), now);
    if (invitation === null) return { ok: false, code: 'no_invitation' };
    if (selectUserByEmail(db, person.email) !== null) return { ok: false, code: 'email_taken' };
    markInvitationUsed(db, invitation.id, now);
    addUser(db, { ...person, role: invitation.role, passwordHash }, now);
    return { ok: true, role: invitation.role };
  });
}

const SETUP_LASTS_MS = 24 * HOUR_MS;

/**
 * At each start: while nobody can sign in, either makes the administrator that the environment names, or a link with which
 * somebody becomes it. Links of earlier starts end.
 * @returns the token of the link; null when there is none to give.
 */
export async function prepareFirstAdministrator(
  { db, auth, now }: { db: Db; auth: Auth; now: UnixMs },
  configured: { email: string; password: string } | null,
): Promise<string | null> {
  const passwordHash = configured && countUsers(db) === 0 ? await hashPassword(auth, configured.password) : null;
  return inTransaction(db, () => {
    deleteSetupInvitations(db);
    if (countUsers(db) > 0) return null;
    if (configured && passwordHash !== null) {
      addUser(db, { name: 'Administrator', email: configured.email, role: 'administrator', passwordHash }, now);
      return null;
    }
    const token = newToken();
    insertInvitation(db, {
      tokenHash: hashToken(token),
      role: 'administrator',
      note: null,
      createdBy: null,
      createdAt: now,
      expiresAt: now + SETUP_LASTS_MS,
    });
    return token;
  });
}

interface NewPerson extends Omit<Person, 'password'> {
  role: Role;
  passwordHash: string;
}

function addUser(db: Db, person: NewPerson, now: UnixMs): void {
  const [id, accountId] = [randomUUID(), randomUUID()];
  insertUser(db, { id, accountId, ...person }, new Date(now));
  const after = { role: person.role };
  insertAudit(db, { id, name: person.name }, { action: 'person.joined', subject: person.email, after }, now);
}

async function hashPassword(auth: Auth, password: string): Promise<string> {
  const context = await auth.$context;
  return context.password.hash(password);
}
