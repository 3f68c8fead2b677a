'use server';
// Becoming a user by an invitation, or the first administrator by the setup link.
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { openAction } from '@/app/admin/action';
import { putCookies } from '@/app/admin/visitor';
import { acceptInvitation } from '@/lib/auth/join';
import { openDoor } from '@/lib/auth/panel-auth';
import { signIn } from '@/lib/auth/sign-in';

const person = z
  .object({
    token: z.string().max(100),
    name: z.string().trim().min(1, 'Write your name, as others know you.').max(80),
    email: z.email('Write an e-mail address.').max(254),
    password: z.string(),
    passwordAgain: z.string(),
  })
  .refine(({ password, passwordAgain }) => password === passwordAgain, {
    path: ['passwordAgain'],
    message: 'This is not the same password.',
  });

export const joinAction = openAction(person, async ({ token, name, email, password }, visitor) => {
  const door = openDoor(visitor.isSecure);
  const joined = await acceptInvitation(door, token, { name, email, password });
  if (!joined.ok) {
    if (joined.code === 'weak_password') return { ok: false, problems: { password: joined.problem } };
    if (joined.code === 'email_taken') return { ok: false, problems: { email: 'Somebody has this address.' } };
    return { ok: false, message: 'This link was used, withdrawn or has run out. Ask for a new one.' };
  }
  const signedIn = await signIn(door, visitor, { email, password });
  if (signedIn.ok) await putCookies(signedIn.cookies);
  redirect('/admin');
});
