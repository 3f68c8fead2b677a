// Makes the store agree with the configuration: new endpoints are added, changed ones updated, those gone archived
// with their history. Knows nothing of files; it gets what they said.
import type { Db } from '@/db/client';
import { insertState, selectState, updateState } from '@/db/queries/endpoint-states';
import { insertEndpoint, type NewEndpointRow, selectEndpoints, updateEndpoint } from '@/db/queries/endpoints';
import type { EndpointRow } from '@/db/schema/endpoints';
import { inTransaction } from '@/db/transaction';
import type { Endpoint } from '@/lib/core/endpoint';
import { type Account, goIdle, openAccount, resume, type Settlement, settleTime } from '@/lib/core/history/ledger';
import { firstTurn } from '@/lib/core/status/schedule';
import type { UnixMs } from '@/lib/core/time';
import { raiseAlerts } from '@/lib/engine/alert/raise-alerts';
import { idleMoment, writeOutage } from '@/lib/engine/check/write-outage';
import { followIncident } from '@/lib/engine/incident/follow-incident';
import { fromAccount, toAccount } from '@/lib/engine/ledger/account-row';
import { bookTime } from '@/lib/engine/ledger/book-time';

export interface Wanted {
  /** In the order of the page. */
  endpoints: readonly Endpoint[];
  /** Files that could not be read: what they named stays, uncalled, until they are mended. */
  brokenFiles: readonly string[];
  /** False when there is no configuration at all: more likely a lost mount than a wish, so nothing is archived. */
  isFound: boolean;
}

/** @returns the id of each wanted endpoint, by slug. */
export function syncEndpoints(db: Db, wanted: Wanted, now: UnixMs): Map<string, number> {
  return inTransaction(db, () => {
    const rows = new Map(selectEndpoints(db).map((row) => [row.slug, row]));
    const ids = new Map<string, number>();
    for (const [position, endpoint] of wanted.endpoints.entries()) {
      const row = rows.get(endpoint.slug);
      ids.set(
        endpoint.slug,
        row ? changeEndpoint(db, row, { endpoint, position, now }) : addEndpoint(db, { endpoint, position, now }),
      );
    }
    for (const row of rows.values()) {
      if (ids.has(row.slug) || row.archivedAt !== null) continue;
      // Rows without a source were made in the panel, which can always be read.
      if (row.source !== null && (!wanted.isFound || wanted.brokenFiles.includes(row.source))) strand(db, row, now);
      else archive(db, row, now);
    }
    return ids;
  });
}

interface Placed {
  endpoint: Endpoint;
  position: number;
  now: UnixMs;
}

function addEndpoint(db: Db, { endpoint, position, now }: Placed): number {
  const id = insertEndpoint(db, {
    ...described(endpoint, position),
    createdAt: now,
    nextCheckAt: firstTurn(endpoint.slug, now),
  });
  const idleAs = idleStatus(endpoint);
  const account: Account = { ...openAccount(now), idle: idleAs ? { since: now, as: idleAs } : null };
  insertState(db, { endpointId: id, ...fromAccount(account) });
  return id;
}

function changeEndpoint(db: Db, row: EndpointRow, { endpoint, position, now }: Placed): number {
  const wasCallable = row.archivedAt === null && !row.isPaused && row.problem === null;
  const idleAs = idleStatus(endpoint);
  const isSooner = endpoint.policy.intervalMs < row.intervalMs;
  const isBroughtForward = (!wasCallable || isSooner) && !isToldToWait(row, now);
  updateEndpoint(db, row.id, {
    ...described(endpoint, position),
    archivedAt: null,
    // A check under way for an endpoint that is no longer called must find its claim gone.
    ...(idleAs ? { claimedUntil: null } : {}),
    ...(isBroughtForward ? { nextCheckAt: Math.min(row.nextCheckAt, firstTurn(endpoint.slug, now)) } : {}),
  });
  if (endpoint.policy.intervalMs !== row.intervalMs) settleOldInterval(db, row, now);
  setIdle(db, row, idleAs, now);
  return row.id;
}

/** Further away than its own interval: only a Retry-After puts a call there, and no change of ours outweighs that. */
function isToldToWait({ nextCheckAt, intervalMs }: EndpointRow, now: UnixMs): boolean {
  return nextCheckAt > now + intervalMs;
}

function settleOldInterval(db: Db, row: EndpointRow, now: UnixMs): void {
  const state = selectState(db, row.id);
  if (!state) return;
  const { account, bookings } = settleTime(toAccount(state), now, row.intervalMs);
  bookTime(db, { endpointId: row.id, slug: row.slug, bookings, check: null });
  updateState(db, row.id, fromAccount(account));
}

/** Its file is broken and its last good state was lost with the process: it cannot be called, but it is not gone. */
function strand(db: Db, row: EndpointRow, now: UnixMs): void {
  updateEndpoint(db, row.id, { problem: `${row.source} cannot be read`, unsetVariables: null, claimedUntil: null });
  setIdle(db, row, row.isPaused ? 'paused' : 'unknown', now);
}

function archive(db: Db, row: EndpointRow, now: UnixMs): void {
  setIdle(db, row, 'unknown', now);
  updateEndpoint(db, row.id, { archivedAt: now, claimedUntil: null });
}

function idleStatus(endpoint: Endpoint): 'paused' | 'unknown' | null {
  if (endpoint.paused) return 'paused';
  return endpoint.problem === null ? null : 'unknown';
}

function setIdle(db: Db, row: EndpointRow, as: 'paused' | 'unknown' | null, now: UnixMs): void {
  const state = selectState(db, row.id);
  if (!state) return;
  const before = toAccount(state);
  if ((before.idle?.as ?? null) === as) return;
  const settlement: Settlement = as === null ? resume(before, now) : goIdle(before, as, now, row.intervalMs);
  bookTime(db, { endpointId: row.id, slug: row.slug, bookings: settlement.bookings, check: null });
  const { change } = settlement;
  const course = writeOutage(db, state, idleMoment(now, { change, isWatched: as === null }));
  const lostStatus = settlement.account.status === 'unknown';
  updateState(db, row.id, {
    ...fromAccount(settlement.account),
    ...course,
    // What the last check said before it became unfit says nothing about it now.
    ...(lostStatus
      ? {
          verdict: null,
          stage: null,
          code: null,
          message: null,
          facts: null,
          reasonStage: null,
          reasonCode: null,
          reasonMessage: null,
          reasonFacts: null,
        }
      : {}),
  });
  const server = { slug: row.slug, title: row.title, group: row.groupName, type: row.type, hidden: row.isHidden };
  if (as !== null) followIncident(db, { endpointId: row.id, server, at: now, isCalled: false });
  // Whoever is not called is in no trouble that is known, whatever its status was.
  const status = as === null ? settlement.account.status : 'unknown';
  if (change || as !== null) raiseAlerts(db, { endpointId: row.id, server, at: now, status, change });
}

function described(endpoint: Endpoint, position: number): Omit<NewEndpointRow, 'createdAt' | 'nextCheckAt'> {
  const { policy } = endpoint;
  return {
    slug: endpoint.slug,
    name: endpoint.name,
    title: endpoint.title,
    description: endpoint.description,
    groupName: endpoint.group,
    publicUrl: endpoint.publicUrl,
    position,
    type: endpoint.type,
    source: endpoint.source,
    intervalMs: policy.intervalMs,
    timeoutMs: policy.timeoutMs,
    confirm: policy.confirm,
    recover: policy.recover,
    slowAfterMs: policy.slowAfterMs,
    hasHealth: endpoint.health !== null,
    isHealthPublic: endpoint.health?.public ?? false,
    isHidden: endpoint.hidden,
    isPaused: endpoint.paused,
    problem: endpoint.problem,
    unsetVariables: endpoint.unsetVariables ?? null,
  };
}
