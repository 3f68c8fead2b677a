'use server';
// What people change of their own account.
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { type ActionContext, adminAction } from '@/app/admin/action';
import { putCookies } from '@/app/admin/visitor';
import { endSessions } from '@/lib/admin/people';
import {
  changePassword,
  confirmTwoFactor,
  type OwnAccount,
  startTwoFactor,
  stopTwoFactor,
} from '@/lib/auth/own-account';
import { openDoor } from '@/lib/auth/panel-auth';

function ownAccount({ who, visitor }: ActionContext): OwnAccount {
  return { ...openDoor(visitor.isSecure), who, visitor };
}

const WRONG_PASSWORD = { ok: false, problems: { password: 'This is not your password.' } } as const;
const TOO_MANY = { ok: false, message: 'Too many attempts. Wait a minute.' } as const;

const passwords = z
  .object({
    password: z.string().min(1, 'Write your password.'),
    newPassword: z.string(),
    newPasswordAgain: z.string(),
  })
  .refine(({ newPassword, newPasswordAgain }) => newPassword === newPasswordAgain, {
    path: ['newPasswordAgain'],
    message: 'This is not the same password.',
  });

export const changePasswordAction = adminAction('viewer', passwords, async ({ password, newPassword }, context) => {
  const changed = await changePassword(ownAccount(context), password, newPassword);
  if (!changed.ok) {
    if (changed.code === 'weak_password') return { ok: false, problems: { newPassword: changed.problem } };
    return changed.code === 'too_many' ? TOO_MANY : WRONG_PASSWORD;
  }
  await putCookies(changed.cookies);
  return { ok: true, message: 'Your password is changed; all your other sessions have ended.' };
});

const onlyPassword = z.object({ password: z.string().min(1, 'Write your password.') });

/** Shown once, right after the password. */
interface TwoFactorSetup {
  uri: string;
  /** The QR code of the address, as SVG. */
  picture: string;
  backupCodes: string[];
}

export const startTwoFactorAction = adminAction('viewer', onlyPassword, async ({ password }, context) => {
  const started = await startTwoFactor(ownAccount(context), password);
  if (!started.ok) return started.code === 'too_many' ? TOO_MANY : WRONG_PASSWORD;
  await putCookies(started.cookies);
  const { uri, backupCodes } = started;
  return { ok: true, result: { uri, picture: renderSVG(uri), backupCodes } satisfies TwoFactorSetup };
});

const onlyCode = z.object({ code: z.string().trim().min(6, 'Write the six digits of the app.').max(12) });

export const confirmTwoFactorAction = adminAction('viewer', onlyCode, async ({ code }, context) => {
  const confirmed = await confirmTwoFactor(ownAccount(context), code);
  if (!confirmed.ok) {
    return confirmed.code === 'too_many' ? TOO_MANY : { ok: false, problems: { code: 'This is not the code.' } };
  }
  await putCookies(confirmed.cookies);
  return { ok: true, message: 'From now on you are asked for a code when you sign in.' };
});

export const stopTwoFactorAction = adminAction('viewer', onlyPassword, async ({ password }, context) => {
  const stopped = await stopTwoFactor(ownAccount(context), password);
  if (!stopped.ok) return stopped.code === 'too_many' ? TOO_MANY : WRONG_PASSWORD;
  await putCookies(stopped.cookies);
  return { ok: true, message: 'The second factor is off.' };
});

export const endOwnSessionAction = adminAction(
  'viewer',
  z.object({ session: z.string().max(100) }),
  ({ session }, context) => {
    const { who, visitor } = context;
    const { db, now } = openDoor(visitor.isSecure);
    const target = session === 'others' ? { userId: who.id, except: who.sessionId } : { userId: who.id, only: session };
    const ended = endSessions(db, who, target, now);
    return { ok: true, message: ended === 1 ? 'One session has ended.' : `${ended} sessions have ended.` };
  },
);
