// Where people open this Rollcall: what is configured, else what the request was sent to.
import { checkedEnvironment } from '@/lib/config/environment/env';
import { publicOrigin } from '@/lib/core/http/public-origin';
import { once } from '@/lib/once/once';

/** ROLLCALL_URL without a trailing slash; null when it is not set. */
export function configuredUrl(): string | null {
  return once('public-url', () => checkedEnvironment().publicUrl);
}

/** Without a trailing slash. */
export function publicUrl({ headers }: { headers: Pick<Headers, 'get'> }): string {
  const configured = configuredUrl();
  if (configured !== null) return configured;
  const { protocol, host } = publicOrigin(headers.get('host'), headers.get('x-forwarded-proto'));
  return `${protocol}://${host}`;
}
