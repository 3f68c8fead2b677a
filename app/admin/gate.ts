// The one door of the panel: every page and every action asks here who is there and what they may do.

import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { readVisitor } from '@/app/admin/visitor';
import { panelAuth } from '@/lib/auth/panel-auth';
import { readSession, type SignedIn } from '@/lib/auth/read-session';
import { mayActAs, type Role } from '@/lib/core/access/role';

/** Null when nobody is signed in. Read once a request. */
export const whoIsThere = cache(async (): Promise<SignedIn | null> => {
  const visitor = await readVisitor();
  return readSession(panelAuth(visitor.isSecure), visitor.cookie);
});

/** For pages: whoever is not signed in goes to the sign-in and comes back; whoever may not see it gets a 403. */
export async function requireRole(needed: Role, path: string): Promise<SignedIn> {
  await headers();
  const who = await whoIsThere();
  if (who === null) redirect(`/admin/sign-in?next=${encodeURIComponent(path)}`);
  if (!mayActAs(who.role, needed)) forbidden();
  return who;
}

/** Where to go after signing in; anything that is no page of the panel is not followed. */
export function safeNext(next: unknown): string {
  if (typeof next !== 'string') return '/admin';
  return /^\/admin(?:[/?][\w\-./?=&%]*)?$/.test(next) && !next.includes('//') ? next : '/admin';
}
