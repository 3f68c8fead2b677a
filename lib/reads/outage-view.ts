// A stored outage into what readers get. Pure.
import type { OutageRow } from '@/db/schema/outages';
import type { OutageView } from '@/lib/core/view';
import { safeText } from '@/lib/core/words/safe-text';

export function outageView(row: OutageRow): OutageView {
  const message = safeText(row.message) || 'no reason was given';
  return {
    id: String(row.id),
    status: row.status,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    reason: { stage: row.stage, code: row.code, message },
  };
}
