// Whether it is the network that fails, and not the servers (design rule 10): every server beyond this machine failed at
// reach since the last one answered. Pure; knows addresses only as host names, and tells nobody.
import type { Endpoint, EndpointType } from '@/lib/core/endpoint';
import type { Failure, FailureCode } from '@/lib/core/failure';
import { MINUTE_MS, type UnixMs } from '@/lib/core/time';

/** With fewer servers, or all on one host, a failure of all may well be theirs. */
const LEAST_SERVERS = 3;
const LEAST_HOSTS = 2;
/** Nobody waits longer than this and an interval for the others to be asked. */
const PATIENCE_MS = MINUTE_MS;

/** One server beyond this machine, as its newest check left it. */
export interface Contact {
  id: number;
  host: string;
  /** Null before the first check. */
  checkedAt: UnixMs | null;
  /** The newest check that got an answer from the network, whatever it said; null before the first. */
  reachedAt: UnixMs | null;
  /** First of the failing checks in a row that the newest one ends; null when that one did not fail at reach. */
  failedAt: UnixMs | null;
  /** False when it asked to be left alone for now. */
  mayBeAsked: boolean;
}

export type NetworkTurn =
  /** The failure is the server's own. */
  | { is: 'its_own' }
  /** Nobody knows yet: `ask`, the best witness first. */
  | { is: 'doubted'; ask: number[] }
  | { is: 'lost'; since: UnixMs; serverCount: number };

const ITS_OWN: NetworkTurn = { is: 'its_own' };

/** `failing`: the one whose check has just failed at reach, that check included. */
export function judgeNetwork(
  failing: Contact & { failedAt: UnixMs },
  others: readonly Contact[],
  { at, intervalMs }: { at: UnixMs; intervalMs: number },
): NetworkTurn {
  const reachedAt = Math.max(...[failing, ...others].map((contact) => contact.reachedAt ?? 0));
  const isSilent = ({ failedAt, checkedAt }: Contact) => failedAt !== null && (checkedAt ?? 0) > reachedAt;
  // Whoever may not be asked now can say nothing of it.
  const contacts = [failing, ...others.filter((contact) => contact.mayBeAsked || isSilent(contact))];
  if (!isWide(contacts)) return ITS_OWN;
  if (contacts.every(isSilent)) {
    const since = Math.min(...contacts.map((contact) => firstFailure(contact, reachedAt)));
    return { is: 'lost', since, serverCount: contacts.length };
  }
  const begunAt = firstFailure(failing, failing.reachedAt ?? 0);
  if (others.some((contact) => (contact.reachedAt ?? 0) >= begunAt)) return ITS_OWN;
  if (at - begunAt > PATIENCE_MS + intervalMs) return ITS_OWN;
  const unasked = contacts.filter((contact) => !isSilent(contact));
  return { is: 'doubted', ask: unasked.sort((a, b) => byWorth(failing, a, b)).map(({ id }) => id) };
}

/** Enough servers on enough hosts for a failure of all to be the network's. */
export function isWide(contacts: readonly Pick<Contact, 'host'>[]): boolean {
  return contacts.length >= LEAST_SERVERS && new Set(contacts.map(({ host }) => host)).size >= LEAST_HOSTS;
}

/** A run that began before the last answer of anybody is older than the silence; of it only the newest check counts. */
function firstFailure({ failedAt, checkedAt }: Contact, reachedAt: UnixMs): UnixMs {
  return failedAt !== null && failedAt > reachedAt ? failedAt : (checkedAt ?? 0);
}

/** One on another host, and the one that answered last. */
function byWorth({ host }: Contact, a: Contact, b: Contact): number {
  return Number(a.host === host) - Number(b.host === host) || (b.reachedAt ?? 0) - (a.reachedAt ?? 0);
}

/** What a check says of the network; null when nothing (we did not call, or started a process). */
export function isReached(type: EndpointType, failure: Pick<Failure, 'stage' | 'code'> | null): boolean | null {
  if (type === 'stdio') return null;
  if (failure === null) return true;
  if (failure.code === 'blocked') return null;
  const isAtReach = failure.stage === 'reach' || type === 'health';
  return !(isAtReach && UNREACHED.has(failure.code));
}

const UNREACHED: ReadonlySet<FailureCode> = new Set([
  'dns_not_found',
  'dns_failed',
  'refused',
  'unreachable',
  'reset',
  'connect_timeout',
  'timeout',
]);

/** The host beyond this machine that a check calls; null for processes and for this machine itself. */
export function hostBeyond({ target, health }: Pick<Endpoint, 'target' | 'health'>): string | null {
  const url = target.kind === 'http' ? target.url : target.kind === 'health' ? health?.url : null;
  if (!url || !URL.canParse(url)) return null;
  const host = new URL(url).hostname;
  return LOOPBACK.test(host) ? null : host;
}

const LOOPBACK = /^(?:(?:.+\.)?localhost\.?|127(?:\.\d+){3}|\[::1\]|\[::ffff:7f.*\]|0\.0\.0\.0|\[::\])$/i;
