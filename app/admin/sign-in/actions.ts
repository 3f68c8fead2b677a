'use server';
// Signing in and out.
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { openAction } from '@/app/admin/action';
import { safeNext } from '@/app/admin/gate';
import { putCookies, readVisitor } from '@/app/admin/visitor';
import { openDoor } from '@/lib/auth/panel-auth';
import { giveSecondFactor, signIn, signOut } from '@/lib/auth/sign-in';
import { PASSWORD_LENGTH_MAX } from '@/lib/core/access/password';

const credentials = z.object({
  email: z.email('Write an e-mail address.').max(254),
  password: z.string().min(1, 'Write your password.').max(PASSWORD_LENGTH_MAX, 'No password is that long.'),
  next: z.string().optional(),
});

const SIGN_IN_WORDS = {
  refused: 'That did not let you in. Check address and password; after ten wrong ones an address rests for 15 minutes.',
  too_many: 'Too many attempts from your network. Wait a minute.',
};

export const signInAction = openAction(credentials, async ({ next, ...given }, visitor) => {
  const result = await signIn(openDoor(visitor.isSecure), visitor, given);
  if (!result.ok) return { ok: false, message: SIGN_IN_WORDS[result.code] };
  await putCookies(result.cookies);
  const target = safeNext(next);
  redirect(result.needsSecondFactor ? `/admin/second-factor?next=${encodeURIComponent(target)}` : target);
});

const secondFactor = z.object({
  code: z.string().trim().min(6, 'Write the six digits, or a backup code.').max(40),
  kind: z.enum(['totp', 'backup']),
  trust: z.string().optional(),
  next: z.string().optional(),
});

const SECOND_FACTOR_WORDS = {
  refused: 'That is not the code. A code lasts 30 seconds; a backup code works once.',
  too_many: 'Too many wrong codes. Wait 15 minutes, then sign in anew.',
  expired: 'It took too long. Sign in anew.',
};

export const secondFactorAction = openAction(secondFactor, async ({ code, kind, trust, next }, visitor) => {
  const given = { code, kind, isTrusted: trust === 'yes' };
  const result = await giveSecondFactor(openDoor(visitor.isSecure), visitor, given);
  await putCookies(result.cookies);
  if (!result.ok) return { ok: false, message: SECOND_FACTOR_WORDS[result.code] };
  redirect(safeNext(next));
});

export async function signOutAction(): Promise<void> {
  const visitor = await readVisitor();
  await putCookies(await signOut(openDoor(visitor.isSecure), visitor));
  redirect('/admin/sign-in');
}
