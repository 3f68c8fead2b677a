// Carries out what lib/core/history/follow-outage.ts decides: opens, continues and closes the outage of an endpoint. Always
// inside the caller's transaction. Knows no alerts.
import type { Db } from '@/db/client';
import { closeOutage, insertStep, openOutage, selectOpenOutage, updateOpenOutage } from '@/db/queries/outages';
import type { EndpointStateRow } from '@/db/schema/endpoint-states';
import type { OutageRow } from '@/db/schema/outages';
import { followOutage, type Moment } from '@/lib/core/history/follow-outage';
import { isOutage, type OutageEffect, type OutageStep, worseOf } from '@/lib/core/history/outage';
import type { UnixMs } from '@/lib/core/time';

/** `before`: the state as it was. @returns what is to be remembered in it. */
export function writeOutage(
  db: Db,
  before: EndpointStateRow,
  moment: Moment,
): Pick<EndpointStateRow, 'recentChanges' | 'reasonRun'> {
  const { endpointId, status, since, recentChanges, reasonRun } = before;
  const open = selectOpenOutage(db, endpointId) ?? null;
  const followed = followOutage({ open, status, since, recentChanges, reasonRun }, moment);
  for (const effect of followed.effects) carryOut(db, endpointId, effect);
  return { recentChanges: [...followed.recentChanges], reasonRun: followed.reasonRun };
}

function carryOut(db: Db, endpointId: number, effect: OutageEffect): void {
  switch (effect.does) {
    case 'close':
      closeOutage(db, endpointId, effect.endedAt);
      return;
    case 'open':
      open(db, endpointId, effect);
      return;
    case 'step':
      step(db, endpointId, effect.step);
      return;
    case 'mark':
      updateOpenOutage(db, endpointId, { isUnstable: effect.isUnstable });
      return;
    default:
      effect satisfies never;
  }
}

function open(db: Db, endpointId: number, effect: Extract<OutageEffect, { does: 'open' }>): void {
  const { confirmedAt, isUnstable, status, step: first } = effect;
  const outageId = openOutage(db, {
    endpointId,
    ...{ status, worst: status, isUnstable, confirmedAt },
    startedAt: first.at,
    changedAt: first.at,
    ...columnsOf(first),
  });
  insertStep(db, stepRow(outageId, first));
}

function step(db: Db, endpointId: number, next: OutageStep): void {
  const outage = selectOpenOutage(db, endpointId);
  if (!outage) throw new Error(`endpoint ${endpointId} has no open outage to go on with`);
  updateOpenOutage(db, endpointId, { ...troubleColumns(outage, next), changedAt: next.at });
  insertStep(db, stepRow(outage.id, next));
}

/** The good stretches of an unstable outage leave its last trouble in place. */
function troubleColumns({ worst }: OutageRow, next: OutageStep): Partial<OutageRow> {
  if (!isOutage(next.status)) return {};
  return { status: next.status, worst: worseOf(worst, next.status), ...columnsOf(next) };
}

function columnsOf({ reason }: OutageStep) {
  return {
    stage: reason?.stage ?? null,
    code: reason?.code ?? null,
    message: reason?.message ?? 'no reason was given',
    facts: reason?.facts ?? null,
  };
}

function stepRow(outageId: number, { at, status, reason }: OutageStep) {
  const { stage, code, message, facts = null } = reason ?? { stage: null, code: null, message: null };
  return { outageId, at, status, stage, code, message, facts };
}

/** A moment without a check: a pause, a problem, the end of either. */
export function idleMoment(at: UnixMs, rest: Pick<Moment, 'change' | 'isWatched'>): Moment {
  return { at, isSettled: false, reason: null, confirm: 1, ...rest };
}
