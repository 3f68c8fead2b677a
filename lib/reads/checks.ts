// The visits of one server, newest first, a stretch at a time.
import { type Db, openDb } from '@/db/client';
import { type Stretch, selectChecks } from '@/db/queries/read-checks';
import { selectListedBySlug } from '@/db/queries/read-endpoints';
import type { CheckRow } from '@/db/schema/checks';
import type { ChecksView, CheckView } from '@/lib/core/history-view';
import { inSnapshot } from '@/lib/reads/snapshot';
import { storedReason } from '@/lib/reads/stored-reason';

export interface ChecksQuestion extends Stretch {
  limit: number;
}

/** Null when no such server is listed. */
export function readChecks(slug: string, { limit, ...stretch }: ChecksQuestion, db: Db = openDb()): ChecksView | null {
  return inSnapshot(db, () => {
    const row = selectListedBySlug(db, slug);
    if (!row) return null;
    // One more than is shown tells whether there are more.
    const rows = selectChecks(db, row.endpoint.id, stretch, limit + 1);
    const shown = rows.slice(0, limit);
    const hasMore = rows.length > limit;
    return { checks: shown.map(checkView), olderThan: hasMore ? (shown.at(-1)?.at ?? null) : null };
  });
}

function checkView(row: CheckRow): CheckView {
  const { at, verdict, latencyMs, reachMs, handshakeMs, toolsMs, dependenciesMs, toolCount } = row;
  const reason = verdict === 'up' ? null : storedReason({ ...row, facts: null });
  return { at, verdict, reason, latencyMs, reachMs, handshakeMs, toolsMs, dependenciesMs, toolCount };
}
