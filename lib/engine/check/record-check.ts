// Stores one visit: check, rollups, status step, outage, catalogue, drift, dependencies, transcript, events, alerts and the
// next turn, in one synchronous transaction. Either all of it happened or nothing.
import type { Db } from '@/db/client';
import { insertCheck, selectCheck } from '@/db/queries/checks';
import { doubtDependencies, replaceDependencies } from '@/db/queries/dependencies';
import { callGroup, callNow, releaseClaim } from '@/db/queries/due';
import { selectState, updateState } from '@/db/queries/endpoint-states';
import { inTransaction } from '@/db/transaction';
import type { Endpoint } from '@/lib/core/endpoint';
import type { Failure } from '@/lib/core/failure';
import type { Settlement } from '@/lib/core/history/ledger';
import type { StepReason } from '@/lib/core/history/reason-run';
import type { HealthReading, Outcome } from '@/lib/core/outcome';
import type { StatusChange } from '@/lib/core/status/hysteresis';
import { nextCheckAt, restUntilOf } from '@/lib/core/status/schedule';
import { type Judgement, judge } from '@/lib/core/status/verdict';
import type { UnixMs } from '@/lib/core/time';
import { raiseAlerts } from '@/lib/engine/alert/raise-alerts';
import {
  heardColumns,
  type JudgedVisit,
  reasonColumns,
  seenColumns,
  trustColumns,
} from '@/lib/engine/check/check-columns';
import { raiseDrift } from '@/lib/engine/check/raise-drift';
import { settleVisit } from '@/lib/engine/check/settle-visit';
import { compareList, type NewList, storeList } from '@/lib/engine/check/store-catalogue';
import { storeServerHistory } from '@/lib/engine/check/store-server-history';
import { storeTranscript } from '@/lib/engine/check/store-transcript';
import { tellEvents } from '@/lib/engine/check/tell-events';
import { writeOutage } from '@/lib/engine/check/write-outage';
import { followIncident } from '@/lib/engine/incident/follow-incident';
import { fromAccount, toAccount } from '@/lib/engine/ledger/account-row';
import { bookTime } from '@/lib/engine/ledger/book-time';
import { type Hosts, lookAtNetwork, NO_HOSTS, noteNetwork, verdictUnseen } from '@/lib/engine/watch-network';

export interface Visit {
  endpointId: number;
  endpoint: Endpoint;
  /** The claim under which it was made. */
  claimedUntil: UnixMs;
  startedAt: UnixMs;
  endedAt: UnixMs;
  outcome: Outcome;
}

export interface Recorded {
  judgement: Judgement;
  change: StatusChange | null;
  nextCheckAt: UnixMs;
}

/** @returns null when the claim had run out or the endpoint is gone: the visit is somebody else's, nothing is stored. */
export function recordCheck(db: Db, visit: Visit, hosts: Hosts = NO_HOSTS): Recorded | null {
  const newList = compareList(db, visit.endpointId, visit.outcome, visit.startedAt);
  return inTransaction(db, () => storeVisit(db, visit, { newList, hosts }));
}

interface Circumstances {
  newList: NewList | null;
  hosts: Hosts;
}

function storeVisit(db: Db, visit: Visit, { newList, hosts }: Circumstances): Recorded | null {
  const { endpointId, endpoint, outcome } = visit;
  const state = selectState(db, endpointId);
  if (!state) return null;
  // The key is (endpoint, time): a clock set back must not make two checks of one instant, nor one before its own status.
  const at = Math.max(visit.startedAt, (state.checkedAt ?? 0) + 1, state.since);
  const judgement = judge(outcome, endpoint);
  // By the clock as it is now: what comes next is not put off by one that was set back.
  const { endedAt } = visit;
  const restUntil = restUntilOf(endedAt, stayAwayMs(outcome, judgement));
  const { verdict } = judgement;
  const sighting = lookAtNetwork(db, { state, endpoint, at, failure: failureOf(outcome, endpoint) }, hosts);
  const settlement = settleVisit(toAccount(state), { at, verdict, restUntil, policy: endpoint.policy }, sighting);
  const next = nextCheckAt({
    slug: endpoint.slug,
    intervalMs: endpoint.policy.intervalMs,
    endedAt,
    pending: settlement.account.pending,
    isDoubted: sighting.is === 'doubted',
    restUntil,
  });
  if (!releaseClaim(db, endpointId, visit.claimedUntil, next)) return null;

  noteNetwork(db, sighting, { endpointId, at }, hosts);
  const judged: JudgedVisit = { endpointId, endpoint, at, outcome, judgement };
  const seen = { at, ...seenColumns(outcome, judgement) };
  const trust = trustColumns(state, judged);
  insertCheck(db, { endpointId, ...seen, toolCount: outcome.catalogue?.tools.length ?? null });
  bookTime(db, {
    endpointId,
    slug: endpoint.slug,
    bookings: settlement.bookings,
    check: { at, verdict, latencyMs: outcome.latencyMs },
  });
  const reason = reasonOf(db, judged, settlement);
  const course = writeOutage(db, state, {
    at,
    change: settlement.change,
    isSettled: settlement.account.pending === null,
    isWatched: true,
    reason,
    confirm: endpoint.policy.confirm,
  });
  const { at: checkedAt, ...lastCheck } = seen;
  updateState(db, endpointId, {
    ...fromAccount(settlement.account),
    ...course,
    ...lastCheck,
    checkedAt,
    ...reasonColumns(settlement.account.status, reason),
    ...heardColumns(outcome),
    ...trust,
    ...(sighting.isReached && { reachedAt: at }),
    ...(sighting.is === 'blind' && verdictUnseen(state)),
  });
  const broken = newList && storeList(db, endpointId, newList, at);
  if (broken) raiseDrift(db, judged, broken);
  storeServerHistory(db, judged, state);
  if (outcome.health) storeDependencies(db, endpointId, { reading: outcome.health, at });
  storeTranscript(db, judged);
  tellEvents(db, judged, { change: settlement.change, before: state, ...trust });
  followIncident(db, { endpointId, server: endpoint, at, isCalled: true });
  raiseAlerts(db, {
    endpointId,
    server: endpoint,
    at,
    status: settlement.account.status,
    change: settlement.change,
    challenge: outcome.challenge,
  });
  if (isNearlyConfirmed(settlement.account, endpoint)) {
    if (endpoint.group !== null) callGroup(db, endpoint.group, at);
    // One that answers settles the doubt before the next check would have to be held back.
    callNow(db, sighting.ask.slice(0, 1), at);
  } else if (isHeldBack(settlement.account, endpoint)) {
    callNow(db, sighting.ask, at);
  }
  return { judgement, change: settlement.change, nextCheckAt: next };
}

/** Servers of a group often fail together: asked now, they are known when the first is confirmed, and told of with it. */
function isNearlyConfirmed({ pending }: Settlement['account'], { policy }: Endpoint): boolean {
  return pending?.direction === 'worse' && pending.count === policy.confirm - 1;
}

function isHeldBack({ pending }: Settlement['account'], { policy }: Endpoint): boolean {
  return pending?.direction === 'worse' && pending.count >= policy.confirm;
}

/** What stood in the way of the call, whatever it means for the verdict. */
function failureOf(outcome: Outcome, { type }: Endpoint): Failure | null {
  return outcome.failure ?? (type === 'health' ? (outcome.health?.failure ?? null) : null);
}

/** Why the status is not up, by the newest check that gave it; null when it is up, or when this check gave another one. */
function reasonOf(
  db: Db,
  { endpointId, at, judgement }: JudgedVisit,
  { account, change }: Settlement,
): StepReason | null {
  if (account.status === 'up') return null;
  if (change === null || change.seenAt === at) return judgement.verdict === account.status ? judgement.failure : null;
  // A run that an older version began does not say.
  const { stage, code, message } = selectCheck(db, endpointId, change.seenAt ?? change.at) ?? {};
  return message ? { stage: stage ?? null, code: code ?? null, message } : judgement.failure;
}

/** A server that throttles and names no time is spared the quick calls all the same: it waits for its own turn. */
function stayAwayMs({ retryAfterMs }: Outcome, { failure }: Judgement): number | null {
  return retryAfterMs ?? (failure?.code === 'throttled' ? 0 : null);
}

/** A /health that failed without naming anything says nothing of the dependencies it named before. */
function storeDependencies(db: Db, endpointId: number, { reading, at }: { reading: HealthReading; at: UnixMs }): void {
  const isSilent = reading.failure !== null && reading.dependencies.length === 0;
  if (isSilent) doubtDependencies(db, endpointId, at);
  else replaceDependencies(db, endpointId, reading.dependencies, at);
}
