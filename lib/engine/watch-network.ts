// Looks at each check for what it says of the network, and keeps the account of its losses: begins one, ends it, and makes
// the time in it blind. Only inside the transaction of a check. The host names come from memory; none is stored.
import type { Db } from '@/db/client';
import { callNow } from '@/db/queries/due';
import {
  type ContactRow,
  selectContacts,
  selectWitnesses,
  updateState,
  type WitnessRow,
} from '@/db/queries/endpoint-states';
import { endLoss, insertLoss, selectNewestLoss } from '@/db/queries/network-losses';
import type { EndpointStateRow } from '@/db/schema/endpoint-states';
import type { Endpoint } from '@/lib/core/endpoint';
import type { Failure } from '@/lib/core/failure';
import { settleBlind } from '@/lib/core/history/ledger';
import { type Contact, hostBeyond, isReached, isWide, judgeNetwork } from '@/lib/core/status/network';
import type { UnixMs } from '@/lib/core/time';
import { raise } from '@/lib/engine/alert/raise';
import { fromAccount, toAccount } from '@/lib/engine/ledger/account-row';
import { bookTime } from '@/lib/engine/ledger/book-time';

/** Slugs of the servers beyond this machine, with the host that is called. */
export type Hosts = ReadonlyMap<string, string>;

export const NO_HOSTS: Hosts = new Map();

export function hostsBeyond(endpoints: readonly Endpoint[]): Hosts {
  const named = endpoints.map((endpoint) => [endpoint.slug, hostBeyond(endpoint)] as const);
  return new Map(named.flatMap(([slug, host]) => (host === null ? [] : [[slug, host]])));
}

export interface Sighting {
  /** Null when it says nothing of the network. */
  isReached: boolean | null;
  /** `blind`: nobody can say how the server is. `doubted`: perhaps nobody can; the others are asked first. */
  is: 'clear' | 'doubted' | 'blind';
  /** Start of the loss that hid the time before this check; null when none did. */
  unseenSince: UnixMs | null;
  /** Ids of those whose answer would settle the doubt, the best witness first. */
  ask: number[];
  news: { is: 'lost'; since: UnixMs; serverCount: number } | { is: 'back'; since: UnixMs } | null;
}

interface Seen {
  state: EndpointStateRow;
  endpoint: Endpoint;
  at: UnixMs;
  failure: Failure | null;
}

/** Writes nothing. */
export function lookAtNetwork(db: Db, { state, endpoint, at, failure }: Seen, hosts: Hosts): Sighting {
  const reached = isReached(endpoint.type, failure);
  const plain: Sighting = { isReached: reached, is: 'clear', unseenSince: null, ask: [], news: null };
  if (!hosts.has(endpoint.slug)) return plain;
  const loss = selectNewestLoss(db);
  const isHidden = loss && isBetween(state.bookedUntil, loss.startAt, loss.endAt ?? Number.POSITIVE_INFINITY);
  const seen = { ...plain, unseenSince: isHidden ? loss.startAt : null };
  if (reached === null) return seen;
  if (loss && loss.endAt === null) {
    if (reached) return { ...seen, news: { is: 'back', since: loss.startAt } };
    return { ...seen, is: 'blind', unseenSince: loss.startAt };
  }
  if (reached) return seen;
  const contacts = contactsOf(db, hosts, at);
  const own = contacts.find(({ id }) => id === state.endpointId);
  if (!own) return seen;
  const failing = { ...own, checkedAt: at, failedAt: own.failedAt ?? at };
  const others = contacts.filter(({ id }) => id !== state.endpointId);
  const turn = judgeNetwork(failing, others, { at, intervalMs: endpoint.policy.intervalMs });
  if (turn.is === 'its_own') return seen;
  if (turn.is === 'doubted') return { ...seen, is: 'doubted', ask: turn.ask };
  const since = Math.max(turn.since, loss?.endAt ?? 0);
  return { ...seen, is: 'blind', unseenSince: since, news: { ...turn, since } };
}

/** What a sighting makes of the others; the one that was called is settled by its check. */
export function noteNetwork(
  db: Db,
  { news }: Sighting,
  { endpointId, at }: { endpointId: number; at: UnixMs },
  hosts: Hosts,
) {
  if (news === null) return;
  const { since } = news;
  if (news.is === 'back') {
    bringBack(db, { since, at }, hosts);
    return;
  }
  const { serverCount } = news;
  insertLoss(db, { startAt: since, foundAt: at, endAt: null, serverCount });
  for (const row of selectContacts(db)) {
    if (hosts.has(row.slug) && row.state.endpointId !== endpointId) hide(db, row, { since, now: at });
  }
  raise(db, { event: 'network_lost', since, serverCount }, { endpointId: null, at });
}

/** When too few servers are left to tell whether the network is there, it is no longer called lost. */
export function dropLostNetwork(db: Db, now: UnixMs, hosts: Hosts): void {
  const loss = selectNewestLoss(db);
  if (!loss || loss.endAt !== null || isWide(contactsOf(db, hosts, now))) return;
  bringBack(db, { since: loss.startAt, at: now }, hosts);
}

/** All are called at once: nobody should wait a minute to see how the servers came through. */
function bringBack(db: Db, { since, at }: { since: UnixMs; at: UnixMs }, hosts: Hosts): void {
  endLoss(db, at);
  const ids = selectWitnesses(db).flatMap((row) =>
    hosts.has(row.slug) && mayBeAsked(row, at) ? [row.endpointId] : [],
  );
  callNow(db, ids, at);
  raise(db, { event: 'network_back', since, backAt: at }, { endpointId: null, at });
}

function hide(db: Db, { state, slug, intervalMs }: ContactRow, unseen: { since: UnixMs; now: UnixMs }): void {
  const { account, bookings } = settleBlind(toAccount(state), unseen, intervalMs);
  bookTime(db, { endpointId: state.endpointId, slug, bookings, check: null });
  updateState(db, state.endpointId, { ...fromAccount(account), ...verdictUnseen(state) });
}

/** A newcomer shows what it was last heard to be; what the lost network made of that is nothing. */
export function verdictUnseen({ status }: EndpointStateRow) {
  return status === 'unknown' ? { verdict: null } : {};
}

function contactsOf(db: Db, hosts: Hosts, at: UnixMs): Contact[] {
  return selectWitnesses(db).flatMap((row) => {
    const host = hosts.get(row.slug);
    return host === undefined ? [] : [contact(row, host, at)];
  });
}

function contact(row: WitnessRow, host: string, at: UnixMs): Contact {
  const { endpointId: id, checkedAt, reachedAt, pending, stage, code } = row;
  const failure = stage !== null && code !== null ? { stage, code } : null;
  const isFailed = checkedAt !== null && isReached(row.type, failure) === false;
  const failedAt = isFailed ? (pending?.firstAt ?? checkedAt) : null;
  return { id, host, checkedAt, reachedAt, failedAt, mayBeAsked: mayBeAsked(row, at) };
}

function mayBeAsked({ restUntil }: WitnessRow, at: UnixMs): boolean {
  return restUntil === null || restUntil <= at;
}

function isBetween(at: UnixMs | null, startAt: UnixMs, endAt: UnixMs): boolean {
  return at !== null && at >= startAt && at < endAt;
}
