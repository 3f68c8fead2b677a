// Where people open this Rollcall: what is configured, else what the request was sent to.
import { readEnvironment } from '@/lib/config/environment/env';
import { once } from '@/lib/once/once';

/** A host name or address with an optional port. A Host header is the caller's word: anything else is not repeated. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** ROLLCALL_URL without a trailing slash; null when it is not set. */
export function configuredUrl(): string | null {
  return once('public-url', () => {
    const result = readEnvironment(process.env);
    return result.ok ? result.environment.publicUrl : null;
  });
}

/** Without a trailing slash. */
export function publicUrl({ headers }: { headers: Pick<Headers, 'get'> }): string {
  const configured = configuredUrl();
  if (configured !== null) return configured;
  const host = headers.get('host') ?? '';
  const protocol = headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https' ? 'https' : 'http';
  return `${protocol}://${HOST.test(host) ? host : 'localhost'}`;
}
