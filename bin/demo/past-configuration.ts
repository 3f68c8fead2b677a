// How the configuration stood at an instant of the made-up past: who was on the roll, and how often it was called.
import type { Endpoint } from '@/lib/core/endpoint';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Span, type UnixMs } from '@/lib/core/time';
import type { Wanted } from '@/lib/engine/sync-endpoints';
import { blindSpan, CAST } from './cast';
import type { DemoServer } from './demo-server';

/**
 * The further back, the fewer calls: a year of one-minute calls would take minutes to replay, and day bars look the
 * same. The replay calls in addition whenever something changes (player.ts), so outages keep their exact edges.
 */
const ERAS = [
  { agoMs: HOUR_MS, intervalMs: MINUTE_MS },
  { agoMs: DAY_MS, intervalMs: 10 * MINUTE_MS },
  { agoMs: 14 * DAY_MS, intervalMs: HOUR_MS },
];
const OLDEST_INTERVAL_MS = 2 * HOUR_MS;
/** Called by the minute right before and after Rollcall is blind, because a status is believed for two intervals. */
const AROUND_BLIND_MS = 3 * MINUTE_MS;

/** Instants at which the configuration changed, the first one at the start of the history; in order. */
export function configurationChanges({ startAt, endAt }: Span): UnixMs[] {
  const blind = blindSpan(endAt);
  const agos = [...ERAS, ...CAST.flatMap(turningPoints)].map(({ agoMs }) => endAt - agoMs);
  const changes = [startAt, blind.startAt - AROUND_BLIND_MS, blind.endAt + AROUND_BLIND_MS, ...agos];
  return [...new Set(changes)].filter((at) => at >= startAt).sort((a, b) => a - b);
}

/** `endpoints`: as they are configured at `now`, the end of the history. */
export function wantedAt(endpoints: readonly Endpoint[], at: UnixMs, now: UnixMs): Wanted {
  const forms = endpoints.flatMap((endpoint) => {
    const server = demoServerOf(endpoint);
    return isKnown(server, now - at) ? [formAt({ endpoint, server, at, now })] : [];
  });
  return { endpoints: forms, brokenFiles: [], isFound: true };
}

export function demoServerOf({ name }: Endpoint): DemoServer {
  const server = CAST.find((candidate) => candidate.name === name);
  if (!server) throw new Error(`the demo configuration names ${name}, which is not in the cast`);
  return server;
}

function formAt({ endpoint, server, at, now }: { endpoint: Endpoint; server: DemoServer; at: UnixMs; now: UnixMs }) {
  const isResting = server.restsAgoMs !== null && now - at <= server.restsAgoMs;
  const rest = isResting ? {} : { paused: false, problem: null };
  return { ...endpoint, ...rest, policy: { ...endpoint.policy, intervalMs: intervalAt(at, now) } };
}

function intervalAt(at: UnixMs, now: UnixMs): number {
  const blind = blindSpan(now);
  if (at >= blind.startAt - AROUND_BLIND_MS && at < blind.endAt + AROUND_BLIND_MS) return MINUTE_MS;
  return ERAS.find(({ agoMs }) => now - at <= agoMs)?.intervalMs ?? OLDEST_INTERVAL_MS;
}

function isKnown({ joinedAgoMs }: DemoServer, agoMs: number): boolean {
  return joinedAgoMs === null || agoMs <= joinedAgoMs;
}

function turningPoints({ joinedAgoMs, restsAgoMs }: DemoServer): { agoMs: number }[] {
  return [joinedAgoMs, restsAgoMs].filter((agoMs) => agoMs !== null).map((agoMs) => ({ agoMs }));
}
