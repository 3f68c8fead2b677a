// Signing in and out. A wrong password, an unknown address and one that is locked for guessing are told alike, so that
// nobody learns who has an account.
import { createHash } from 'node:crypto';
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { forgetFailures, forgetFailuresBefore, selectFailures, writeFailures } from '@/db/queries/sign-in-failures';
import { selectUserByEmail } from '@/db/queries/users';
import { inTransaction } from '@/db/transaction';
import { askAuth, cookieHeader, type NewCookie, type Visitor } from '@/lib/auth/ask-auth';
import type { Auth } from '@/lib/auth/auth';
import { readSession } from '@/lib/auth/read-session';
import { addFailure, isLockedOut, LOCKED_OUT_MS } from '@/lib/core/access/lock-out';
import type { UnixMs } from '@/lib/core/time';

export interface AuthDeps {
  db: Db;
  auth: Auth;
  now: UnixMs;
}

/**
 * - `refused`: not this address with this password, or too many wrong ones for it in the last quarter of an hour.
 * - `too_many`: this network asks too often.
 */
export type SignInFailure = 'refused' | 'too_many';

export type SignIn =
  | { ok: true; cookies: NewCookie[]; needsSecondFactor: boolean }
  | { ok: false; code: SignInFailure };

export async function signIn(
  { db, auth, now }: AuthDeps,
  visitor: Visitor,
  { email, password }: { email: string; password: string },
): Promise<SignIn> {
  const emailHash = hashOf(email);
  const isLocked = isLockedOut(selectFailures(db, emailHash), now);
  const answer = await askAuth(auth, '/sign-in/email', visitor, { email, password });
  if (answer.status === 429) return { ok: false, code: 'too_many' };
  const isRight = answer.status === 200 && !isLocked;
  inTransaction(db, () => {
    const known = selectUserByEmail(db, email);
    if (!isRight) {
      if (!isLocked) writeFailures(db, emailHash, addFailure(selectFailures(db, emailHash), now));
      insertAudit(db, null, { action: 'session.refused', subject: known?.email ?? 'an unknown address' }, now);
      return;
    }
    forgetFailures(db, emailHash);
    forgetFailuresBefore(db, now - LOCKED_OUT_MS);
    if (known) insertAudit(db, known, { action: 'session.signed_in', subject: known.email }, now);
  });
  if (!isRight) {
    // A right password during a lock has made a session: it must not stay.
    if (answer.status === 200) await endNewSession(auth, visitor, answer.cookies);
    return { ok: false, code: 'refused' };
  }
  return { ok: true, cookies: answer.cookies, needsSecondFactor: isAskedForMore(answer.body) };
}

export type SecondFactor = 'totp' | 'backup';

/**
 * - `refused`: not this code.
 * - `too_many`: too many wrong ones; the password has to be given anew, or a quarter of an hour to pass.
 * - `expired`: the password was given too long ago.
 */
export type SecondFactorResult =
  | { ok: true; cookies: NewCookie[] }
  | { ok: false; code: 'refused' | 'too_many' | 'expired'; cookies: NewCookie[] };

export async function giveSecondFactor(
  { auth }: Pick<AuthDeps, 'auth'>,
  visitor: Visitor,
  { kind, code, isTrusted }: { kind: SecondFactor; code: string; isTrusted: boolean },
): Promise<SecondFactorResult> {
  const path = kind === 'totp' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code';
  const answer = await askAuth(auth, path, visitor, { code: code.replace(/\s/g, ''), trustDevice: isTrusted });
  if (answer.status === 200) return { ok: true, cookies: answer.cookies };
  const { cookies } = answer;
  if (answer.code === 'INVALID_TWO_FACTOR_COOKIE') return { ok: false, code: 'expired', cookies };
  const isLocked = answer.status === 429 || answer.code === 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE';
  return { ok: false, code: isLocked ? 'too_many' : 'refused', cookies };
}

/** Ends the session and says how to take its cookies away. */
export async function signOut({ db, auth, now }: AuthDeps, visitor: Visitor): Promise<NewCookie[]> {
  const who = await readSession(auth, visitor.cookie);
  const { cookies } = await askAuth(auth, '/sign-out', visitor, {});
  if (who) insertAudit(db, who, { action: 'session.signed_out', subject: who.email }, now);
  return cookies;
}

async function endNewSession(auth: Auth, visitor: Visitor, cookies: readonly NewCookie[]): Promise<void> {
  await askAuth(auth, '/sign-out', { ...visitor, cookie: cookieHeader(cookies) }, {});
}

function isAskedForMore(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'twoFactorRedirect' in body && body.twoFactorRedirect === true;
}

function hashOf(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
}
