// Calls the roll: claims what is due, probes it, records what was heard. Gets prober, clock and database handed in,
// so it runs against real servers and a database in memory alike.
import type { Db } from '@/db/client';
import { claim, type Due, type Queue, releaseClaim, selectDue } from '@/db/queries/due';
import { updateEndpoint } from '@/db/queries/endpoints';
import { inTransaction } from '@/db/transaction';
import type { Endpoint } from '@/lib/core/endpoint';
import type { Probe } from '@/lib/core/outcome';
import { firstTurn, nextTurn } from '@/lib/core/status/schedule';
import type { UnixMs } from '@/lib/core/time';
import { raiseBlindAlerts } from '@/lib/engine/alert/raise-blind-alerts';
import { createCapacity, DEFAULT_LIMITS, type Limits } from '@/lib/engine/capacity';
import { type Recorded, recordCheck } from '@/lib/engine/check/record-check';
import { CLAIM_GRACE_MS } from '@/lib/engine/claim-grace';
import { beat, isBeatDue } from '@/lib/engine/heartbeat';
import { syncEndpoints, type Wanted } from '@/lib/engine/sync-endpoints';
import { turnBack } from '@/lib/engine/turn-back';
import { dropLostNetwork, type Hosts, hostsBeyond, NO_HOSTS } from '@/lib/engine/watch-network';
import type { Logger } from '@/lib/log/logger';

export interface EngineDeps {
  db: Db;
  probe: Probe<Endpoint>;
  now: () => UnixMs;
  log: Logger;
  /** A check was stored; `isStatus`: and changed the status. */
  onChange: (slug: string, isStatus: boolean) => void;
  limits?: Limits;
}

export interface Engine {
  /** Takes over a configuration: what is to be called, and how. */
  adopt(wanted: Wanted): void;
  /** One turn of the loop: starts what is due and has room. Returns at once; checks go on by themselves. */
  tick(): void;
  /** Aborts all probes and waits until they have cleaned up. Nothing is started afterwards. */
  stop(): Promise<void>;
  /** Checks under way. */
  running(): number;
}

export function createEngine(deps: EngineDeps): Engine {
  const { db, now, log } = deps;
  const startedAt = now();
  const capacity = createCapacity(deps.limits ?? DEFAULT_LIMITS);
  const abort = new AbortController();
  const checks = new Set<Promise<void>>();
  /** More were due than there was room for. */
  const isBacklogged: Record<Queue, boolean> = { network: false, stdio: false };
  let endpoints = new Map<string, Endpoint>();
  let hosts: Hosts = NO_HOSTS;

  function adopt(wanted: Wanted): void {
    const ids = syncEndpoints(db, wanted, now());
    for (const endpoint of wanted.endpoints) {
      const before = endpoints.get(endpoint.slug);
      const id = ids.get(endpoint.slug);
      // A new address is called at once: nobody should wait a minute to see whether the mend was right.
      if (before && id !== undefined && isRetargeted(before, endpoint)) {
        updateEndpoint(db, id, { nextCheckAt: firstTurn(endpoint.slug, now()) });
      }
    }
    endpoints = new Map(wanted.endpoints.map((endpoint) => [endpoint.slug, endpoint]));
    hosts = hostsBeyond(wanted.endpoints);
    inTransaction(db, () => dropLostNetwork(db, now(), hosts));
  }

  function tick(): void {
    if (abort.signal.aborted) return;
    if (isBeatDue(db, now(), startedAt)) inTransaction(db, () => followPulse(now()));
    capacity.adjust();
    for (const queue of ['network', 'stdio'] as const) startDue(queue);
  }

  /** In one transaction: a beat that is written down has had its consequences. */
  function followPulse(at: UnixMs): void {
    const pulse = beat(db, at, startedAt);
    if (pulse === 'blind') raiseBlindAlerts(db, at);
    if (pulse === 'set_back') turnBack(db, at);
  }

  function startDue(queue: Queue): void {
    const room = capacity.free(queue);
    if (room === 0 || abort.signal.aborted) return;
    const dueNow = selectDue(db, queue, now(), room);
    isBacklogged[queue] = dueNow.length === room;
    for (const due of dueNow) {
      const endpoint = endpoints.get(due.slug);
      if (endpoint) start(queue, due, endpoint);
    }
  }

  function start(queue: Queue, due: Due, endpoint: Endpoint): void {
    const claimedAt = now();
    const claimedUntil = claimedAt + endpoint.policy.timeoutMs + CLAIM_GRACE_MS;
    if (!claim(db, due.id, claimedAt, claimedUntil)) return;
    capacity.take(queue);
    const check = visit(due, endpoint, claimedUntil)
      .catch((error: unknown) => pushForward({ due, endpoint, claimedUntil }, error))
      // The database fails: the claim runs out by itself, and the next tick tries again.
      .catch((error: unknown) => log.error({ slug: due.slug, err: error }, 'a check could not be brought to its end'))
      .finally(() => {
        capacity.give(queue);
        checks.delete(check);
        if (isBacklogged[queue]) fillPlace(queue);
      });
    checks.add(check);
  }

  /** Whoever waits for a place need not wait for the next second too. */
  function fillPlace(queue: Queue): void {
    try {
      startDue(queue);
    } catch (error) {
      log.error({ err: error }, 'the free place could not be filled before the next tick');
    }
  }

  async function visit(due: Due, endpoint: Endpoint, claimedUntil: UnixMs): Promise<void> {
    const visitedAt = now();
    const outcome = await deps.probe(endpoint, abort.signal);
    const visit = { endpointId: due.id, endpoint, claimedUntil, startedAt: visitedAt, endedAt: now(), outcome };
    const recorded = recordCheck(db, visit, hosts);
    if (!recorded) return;
    logCheck(log, { slug: due.slug, lateMs: visitedAt - due.dueAt, recorded });
    deps.onChange(due.slug, recorded.change !== null);
  }

  /** Our own shutdown is no failure: the claim is given back. Anything else is a bug: logged, and tried again in its turn. */
  function pushForward({ due, endpoint, claimedUntil }: Claimed, error: unknown): void {
    if (abort.signal.aborted) {
      releaseClaim(db, due.id, claimedUntil, due.dueAt);
      return;
    }
    log.error({ slug: due.slug, err: error }, 'a check ended in a bug');
    releaseClaim(db, due.id, claimedUntil, nextTurn(due.slug, endpoint.policy.intervalMs, now()));
  }

  async function stop(): Promise<void> {
    abort.abort(new Error('Rollcall is stopping'));
    await Promise.allSettled(checks);
    capacity.close();
  }

  return { adopt, tick, stop, running: () => checks.size };
}

interface Claimed {
  due: Due;
  endpoint: Endpoint;
  claimedUntil: UnixMs;
}

function isRetargeted(before: Endpoint, after: Endpoint): boolean {
  const called = ({ target, health, auth, tls, canary }: Endpoint) =>
    JSON.stringify([target, health, auth, tls, canary]);
  return called(before) !== called(after);
}

function logCheck(log: Logger, { slug, lateMs, recorded }: { slug: string; lateMs: number; recorded: Recorded }): void {
  const { judgement, change } = recorded;
  const { failure } = judgement;
  log.debug({ slug, verdict: judgement.verdict, code: failure?.code, lateMs }, 'checked');
  if (!change) return;
  const said = { slug, from: change.from, to: change.to, stage: failure?.stage, code: failure?.code };
  log[change.to === 'up' ? 'info' : 'warn'](said, failure?.message ?? `${slug} is ${change.to}`);
}
