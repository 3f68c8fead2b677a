// The one better-auth of this process for people who come over https, and the one for those who do not: their cookies differ.
import { openDb } from '@/db/client';
import { type Auth, createAuth } from '@/lib/auth/auth';
import type { AuthDeps } from '@/lib/auth/sign-in';
import { checkedEnvironment } from '@/lib/config/environment/env';
import { readSecret } from '@/lib/config/environment/secret';
import { once } from '@/lib/once/once';

export function panelAuth(isSecure: boolean): Auth {
  return once(`auth-${isSecure}`, () => {
    const secret = readSecret(checkedEnvironment());
    return createAuth({ db: openDb(), secret, isSecure });
  });
}

/** What lib/auth works with, at this instant. */
export function openDoor(isSecure: boolean): AuthDeps {
  return { db: openDb(), auth: panelAuth(isSecure), now: Date.now() };
}
