// Whom a server's certificate is believed from, as far as administrators must know it: read from the configuration, since
// nothing of how a server is called is stored.
import type { Desk } from '@/lib/admin/panel/desk';
import { loadDraft } from '@/lib/admin/panel/load-draft';

/** Anybody on the way could answer for it, and read our credential. */
export function acceptsAnyCertificate(desk: Desk, slug: string): boolean {
  return loadDraft(desk, {}).endpoints.some((endpoint) => endpoint.slug === slug && endpoint.tls.insecure);
}
