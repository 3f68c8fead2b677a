// Who is calling, for the logs of the servers we visit.
import packageJson from '@/package.json';

/** `Rollcall/0.1.0 (+https://status.example.com)`; the address helps a server's owner to find out who we are. */
export function userAgent(publicUrl: string | null): string {
  return `Rollcall/${packageJson.version}${publicUrl ? ` (+${publicUrl})` : ''}`;
}
