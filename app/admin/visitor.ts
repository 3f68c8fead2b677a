// The request as lib/auth wants it, and its cookies put into the answer.
import { cookies, headers } from 'next/headers';
import { configuredUrl } from '@/app/public-url';
import type { NewCookie, Visitor } from '@/lib/auth/ask-auth';

const HEADER_LENGTH = 400;

export async function readVisitor(): Promise<Visitor> {
  const sent = await headers();
  return {
    cookie: sent.get('cookie') ?? '',
    userAgent: (sent.get('user-agent') ?? '').slice(0, HEADER_LENGTH),
    address: (sent.get('x-forwarded-for') ?? '').slice(0, HEADER_LENGTH),
    isSecure: isSecure(sent.get('x-forwarded-proto')),
  };
}

/** Only where an answer is being made: in actions and route handlers. */
export async function putCookies(newCookies: readonly NewCookie[]): Promise<void> {
  const jar = await cookies();
  for (const { name, value, options } of newCookies) jar.set(name, value, options);
}

/** ROLLCALL_URL decides where it is set; else the proxy's word, which can only hurt who sends a false one. */
function isSecure(forwarded: string | null): boolean {
  const configured = configuredUrl();
  if (configured !== null) return configured.startsWith('https:');
  return forwarded?.split(',')[0]?.trim() === 'https';
}
