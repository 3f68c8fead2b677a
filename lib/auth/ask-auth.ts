// One question to better-auth, through its whole pipeline: limits, lock-outs and cookies apply as they would to a
// request from outside (its server-side `auth.api` would skip the limits).
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';
import { AUTH_PATH, type Auth, authOrigin } from '@/lib/auth/auth';

/** Whoever sent the form. */
export interface Visitor {
  /** Of the Cookie header; empty when there is none. */
  cookie: string;
  userAgent: string;
  /** As the proxy or Next says it; empty when unknown. */
  address: string;
  isSecure: boolean;
}

/** To be set in the answer. */
export interface NewCookie {
  name: string;
  value: string;
  options: ReturnType<typeof toCookieOptions>;
}

export interface AuthAnswer {
  status: number;
  /** better-auth's `code` of what went wrong; null when nothing did. */
  code: string | null;
  /** Its JSON; null when it sent none. */
  body: unknown;
  cookies: NewCookie[];
}

export async function askAuth(auth: Auth, path: string, visitor: Visitor, body: object): Promise<AuthAnswer> {
  const origin = authOrigin(visitor.isSecure);
  const headers = new Headers({ 'content-type': 'application/json', origin, 'user-agent': visitor.userAgent });
  if (visitor.cookie !== '') headers.set('cookie', visitor.cookie);
  if (visitor.address !== '') headers.set('x-forwarded-for', visitor.address);
  const request = new Request(`${origin}${AUTH_PATH}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const response = await auth.handler(request);
  const answer: unknown = await response.json().catch(() => null);
  return { status: response.status, code: fieldOf(answer, 'code'), body: answer, cookies: cookiesOf(response) };
}

/** As the browser would send them from now on. */
export function cookieHeader(cookies: readonly NewCookie[]): string {
  return cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

/** A text field of an answer; null when there is none. */
export function fieldOf(answer: unknown, name: string): string | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const value: unknown = Reflect.get(answer, name);
  return typeof value === 'string' ? value : null;
}

function cookiesOf(response: Response): NewCookie[] {
  return response.headers
    .getSetCookie()
    .flatMap((line) => [...parseSetCookieHeader(line)])
    .map(([name, attributes]) => ({ name, value: attributes.value, options: toCookieOptions(attributes) }));
}
