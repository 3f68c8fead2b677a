// Stored outages into what readers get, with what became of each while it lasted.
import type { Db } from '@/db/client';
import { selectOutageSteps } from '@/db/queries/read-outages';
import type { OutageStepRow } from '@/db/schema/outage-steps';
import type { OutageRow } from '@/db/schema/outages';
import type { OutageStepView, OutageView } from '@/lib/core/view';
import { storedReason } from '@/lib/reads/stored-reason';

/** Of all of them together; an unstable one has up to some hundred a day. */
const STEPS_LIMIT = 500;

/** In the order of the rows. */
export function outageViews(db: Db, rows: readonly OutageRow[]): OutageView[] {
  const ids = rows.map(({ id }) => id);
  const steps = selectOutageSteps(db, ids, STEPS_LIMIT).toReversed();
  return rows.map((row) =>
    outageView(
      row,
      steps.filter(({ outageId }) => outageId === row.id),
    ),
  );
}

function outageView(row: OutageRow, steps: readonly OutageStepRow[]): OutageView {
  const { status, worst, isUnstable, startedAt, confirmedAt, endedAt } = row;
  return {
    id: String(row.id),
    ...{ status, worst, isUnstable, startedAt, confirmedAt, endedAt },
    reason: storedReason(row),
    steps: steps.map(stepView),
  };
}

function stepView(step: OutageStepRow): OutageStepView {
  const { at, status } = step;
  return { at, status, reason: status === 'up' ? null : storedReason(step) };
}
