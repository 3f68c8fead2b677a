// The order of the page, for servers of files too.
import type { Db } from '@/db/client';
import { changeDocument } from '@/lib/admin/panel/change-document';
import type { Actor } from '@/lib/core/access/actor';
import type { UnixMs } from '@/lib/core/time';

/** Slugs from the top; those left out follow in the order of their files. */
export function orderServers(db: Db, actor: Actor, slugs: readonly string[], now: UnixMs): void {
  const order = [...new Set(slugs)];
  const entry = { action: 'endpoint.ordered', subject: 'the page', after: { order: order.slice(0, 50) } } as const;
  changeDocument(db, actor, { kind: 'order', change: () => order, entry }, now);
}
