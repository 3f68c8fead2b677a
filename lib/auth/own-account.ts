// What people change of their own account: password and second factor. Each asks for the password again, so that an
// open screen is not enough.
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { deleteSessions } from '@/db/queries/users';
import { askAuth, cookieHeader, fieldOf, type NewCookie, type Visitor } from '@/lib/auth/ask-auth';
import type { Auth } from '@/lib/auth/auth';
import { readSession, type SignedIn } from '@/lib/auth/read-session';
import type { AuditAction } from '@/lib/core/access/audit';
import { passwordProblem } from '@/lib/core/access/password';
import type { UnixMs } from '@/lib/core/time';

export interface OwnAccount {
  db: Db;
  auth: Auth;
  who: SignedIn;
  visitor: Visitor;
  now: UnixMs;
}

/** `too_many`: tried too often; wait a minute. */
export type AccountFailure = 'wrong_password' | 'too_many';

export type PasswordChange =
  | { ok: true; cookies: NewCookie[] }
  | { ok: false; code: AccountFailure }
  | { ok: false; code: 'weak_password'; problem: string };

/** Ends all other sessions of this person. */
export async function changePassword(account: OwnAccount, present: string, wanted: string): Promise<PasswordChange> {
  const { auth, who, visitor } = account;
  const problem = passwordProblem(wanted, [who.name, who.email]);
  if (problem !== null) return { ok: false, code: 'weak_password', problem };
  const body = { currentPassword: present, newPassword: wanted, revokeOtherSessions: true };
  const answer = await askAuth(auth, '/change-password', visitor, body);
  if (answer.status !== 200) return { ok: false, code: failureOf(answer.status) };
  tell(account, 'account.password_changed');
  return { ok: true, cookies: answer.cookies };
}

export type TwoFactorStart =
  /** `uri` is for the authenticator app; the codes are shown this once. */
  { ok: true; uri: string; backupCodes: string[]; cookies: NewCookie[] } | { ok: false; code: AccountFailure };

/** It holds from the first right code on. */
export async function startTwoFactor({ auth, visitor }: OwnAccount, password: string): Promise<TwoFactorStart> {
  const { status, body, cookies } = await askAuth(auth, '/two-factor/enable', visitor, { password });
  const uri = fieldOf(body, 'totpURI');
  if (status !== 200 || uri === null) return { ok: false, code: failureOf(status) };
  return { ok: true, uri, backupCodes: textsOf(body, 'backupCodes'), cookies };
}

export async function confirmTwoFactor(
  account: OwnAccount,
  code: string,
): Promise<{ ok: true; cookies: NewCookie[] } | { ok: false; code: 'wrong_code' | 'too_many' }> {
  const body = { code: code.replace(/\s/g, '') };
  const { status, cookies } = await askAuth(account.auth, '/two-factor/verify-totp', account.visitor, body);
  if (status !== 200) return { ok: false, code: status === 429 ? 'too_many' : 'wrong_code' };
  // Sessions that were opened with the password alone; the one that asks goes on under a new cookie.
  const kept = await readSession(account.auth, cookieHeader(cookies));
  deleteSessions(account.db, account.who.id, kept?.sessionId ?? account.who.sessionId);
  tell(account, 'account.two_factor_enabled');
  return { ok: true, cookies };
}

export async function stopTwoFactor(
  account: OwnAccount,
  password: string,
): Promise<{ ok: true; cookies: NewCookie[] } | { ok: false; code: AccountFailure }> {
  const { status, cookies } = await askAuth(account.auth, '/two-factor/disable', account.visitor, { password });
  if (status !== 200) return { ok: false, code: failureOf(status) };
  tell(account, 'account.two_factor_disabled');
  return { ok: true, cookies };
}

function failureOf(status: number): AccountFailure {
  return status === 429 ? 'too_many' : 'wrong_password';
}

function tell({ db, who, now }: OwnAccount, action: AuditAction): void {
  insertAudit(db, who, { action, subject: who.email }, now);
}

function textsOf(body: unknown, name: string): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const value: unknown = Reflect.get(body, name);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
