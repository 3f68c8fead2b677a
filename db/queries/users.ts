// Reads people and sessions, and changes what better-auth leaves to its host: roles, and ending somebody else's sessions.
import { and, asc, count, desc, eq, gt, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { accounts, type SessionRow, sessions, type UserRow, users } from '@/db/schema';
import type { Role } from '@/lib/core/access/role';

export function countUsers(db: Db): number {
  return db.select({ count: count() }).from(users).get()?.count ?? 0;
}

export function countAdministrators(db: Db): number {
  return db.select({ count: count() }).from(users).where(eq(users.role, 'administrator')).get()?.count ?? 0;
}

export function selectUsers(db: Db): UserRow[] {
  return db.select().from(users).orderBy(asc(users.name), asc(users.email)).all();
}

export function selectUser(db: Db, id: string): UserRow | null {
  return db.select().from(users).where(eq(users.id, id)).get() ?? null;
}

export function selectUserByEmail(db: Db, email: string): UserRow | null {
  return db.select().from(users).where(eq(users.email, email.toLowerCase())).get() ?? null;
}

export interface NewUser {
  id: string;
  accountId: string;
  name: string;
  email: string;
  role: Role;
  passwordHash: string;
}

/** A user and the password to sign in with, as better-auth stores them itself. */
export function insertUser(db: Db, { id, accountId, name, email, role, passwordHash }: NewUser, at: Date): void {
  const stamps = { createdAt: at, updatedAt: at };
  db.insert(users)
    .values({ id, name, email: email.toLowerCase(), emailVerified: true, role, ...stamps })
    .run();
  db.insert(accounts)
    .values({ id: accountId, accountId: id, providerId: 'credential', userId: id, password: passwordHash, ...stamps })
    .run();
}

export function updateRole(db: Db, id: string, role: Role): void {
  db.update(users).set({ role }).where(eq(users.id, id)).run();
}

/** Sessions, accounts and second factors go with it. */
export function deleteUser(db: Db, id: string): void {
  db.delete(users).where(eq(users.id, id)).run();
}

/** Newest first; those that ran out are left out. */
export function selectSessions(db: Db, userId: string, now: Date): SessionRow[] {
  const isOpen = and(eq(sessions.userId, userId), gt(sessions.expiresAt, now));
  return db.select().from(sessions).where(isOpen).orderBy(desc(sessions.updatedAt)).all();
}

export function deleteSession(db: Db, userId: string, sessionId: string): boolean {
  const isIt = and(eq(sessions.userId, userId), eq(sessions.id, sessionId));
  return db.delete(sessions).where(isIt).run().changes === 1;
}

/** @returns how many ended. */
export function deleteSessions(db: Db, userId: string, exceptId: string | null = null): number {
  const isIt = eq(sessions.userId, userId);
  return db
    .delete(sessions)
    .where(exceptId === null ? isIt : and(isIt, ne(sessions.id, exceptId)))
    .run().changes;
}
