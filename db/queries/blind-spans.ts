// The blind_spans table: when Rollcall itself did not run.
import type { Db } from '@/db/client';
import { blindSpans } from '@/db/schema/blind-spans';
import type { Span } from '@/lib/core/time';

export function insertBlindSpan(db: Db, span: Span): void {
  db.insert(blindSpans)
    .values(span)
    .onConflictDoUpdate({ target: blindSpans.startAt, set: { endAt: span.endAt } })
    .run();
}
