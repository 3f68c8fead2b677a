// Who is asking: the person of a valid session cookie.
import type { Auth } from '@/lib/auth/auth';
import type { Actor } from '@/lib/core/access/actor';
import { isRole } from '@/lib/core/access/role';

export interface SignedIn extends Actor {
  id: string;
  email: string;
  hasTwoFactor: boolean;
  sessionId: string;
}

/** Null when there is no session, it ran out, or it was ended. Read from the database each time: an end holds at once. */
export async function readSession(auth: Auth, cookie: string): Promise<SignedIn | null> {
  if (cookie === '') return null;
  const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
  if (found === null || !isRole(found.user.role)) return null;
  const { id, name, email, role, twoFactorEnabled } = found.user;
  return { id, name, email, role, hasTwoFactor: twoFactorEnabled === true, sessionId: found.session.id };
}
