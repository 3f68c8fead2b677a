// What may be done with any server, also with those of files: pause it, call it again, call it now.

import { z } from 'zod';
import type { Db } from '@/db/client';
import { insertAudit } from '@/db/queries/audit-entries';
import { callServerNow } from '@/db/queries/due';
import { selectEndpointBySlug } from '@/db/queries/endpoints';
import { selectPanelDocument, writePanelDocument } from '@/db/queries/panel-documents';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/core/access/actor';
import type { AuditAction } from '@/lib/core/access/audit';
import type { UnixMs } from '@/lib/core/time';

const slugList = z.array(z.string()).catch([]);

/** The loop rests within two seconds; a check under way comes to nothing. @returns how many were not paused yet. */
export function pauseServers(db: Db, actor: Actor, slugs: readonly string[], now: UnixMs): number {
  return changePaused(db, actor, { slugs, action: 'endpoint.paused', now }, (paused, slug) => paused.add(slug));
}

/** What a file says to pause stays paused. @returns how many were paused here. */
export function resumeServers(db: Db, actor: Actor, slugs: readonly string[], now: UnixMs): number {
  return changePaused(db, actor, { slugs, action: 'endpoint.resumed', now }, (paused, slug) => paused.delete(slug));
}

/** Within a second, whatever its interval or a Retry-After say. @returns how many could be called at all. */
export function checkNow(db: Db, actor: Actor, slugs: readonly string[], now: UnixMs): number {
  return inTransaction(db, () => {
    const called = slugs.filter((slug) => callServerNow(db, slug, now));
    for (const subject of called) insertAudit(db, actor, { action: 'endpoint.checked', subject }, now);
    return called.length;
  });
}

interface PauseChange {
  slugs: readonly string[];
  action: AuditAction;
  now: UnixMs;
}

function changePaused(
  db: Db,
  actor: Actor,
  { slugs, action, now }: PauseChange,
  change: (paused: Set<string>, slug: string) => void,
): number {
  return inTransaction(db, () => {
    const paused = new Set(slugList.parse(selectPanelDocument(db, 'paused')?.document ?? []));
    const changed = slugs.filter((slug) => {
      if (!selectEndpointBySlug(db, slug)) return false;
      const before = paused.size;
      change(paused, slug);
      return paused.size !== before;
    });
    if (changed.length === 0) return 0;
    writePanelDocument(db, 'paused', [...paused], now);
    for (const subject of changed) insertAudit(db, actor, { action, subject }, now);
    return changed.length;
  });
}
