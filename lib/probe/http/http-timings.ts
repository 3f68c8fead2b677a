// Reads the stage timings of a walk off the wire, so that they are the server's time and not our own queue's.

import type { Exchange } from '@/lib/probe/fetch/exchange';
import type { McpReading } from '@/lib/probe/probe-context';
import type { Call } from '@/lib/probe/wire/awaited-answers';

/**
 * reach: from the start of the first request to the first byte of its answer (name, TCP, TLS, HTTP).
 * handshake: from there to the end of the handshake, without the time between requests.
 * tools: the sum of all pages. Latency is the sum of the three, and null as long as the walk has not come through.
 */
export function readHttpTimings(reading: McpReading, exchanges: readonly Exchange[], calls: readonly Call[]): void {
  const { timings } = reading;
  const [first] = exchanges;
  if (first === undefined || first.answeredMs === null) return;
  timings.reach = round(first.answeredMs - first.startedMs);

  // After a fallback `server/discover` was only a question; `initialize` is the handshake then.
  const handshake = calls.findLast(({ method }) => method === 'initialize' || method === 'server/discover');
  if (handshake === undefined || handshake.repliedMs === null) return;
  const begunMs = Math.max(handshake.startedMs, first.answeredMs);
  const startedMs = first.method === 'GET' ? first.answeredMs : begunMs;
  const initialized = exchanges.filter(({ rpcMethod }) => rpcMethod === 'notifications/initialized');
  timings.handshake = round(handshake.repliedMs - startedMs + sum(initialized.map(durationOf)));

  const lists = calls.filter(({ method }) => method === 'tools/list');
  if (lists.length > 0)
    timings.tools = round(sum(lists.map((call) => (call.repliedMs ?? call.startedMs) - call.startedMs)));
}

/** Null unless the handshake came through. */
export function latencyOf({ timings }: McpReading): number | null {
  if (timings.reach === null || timings.handshake === null) return null;
  return timings.reach + timings.handshake + (timings.tools ?? 0);
}

function durationOf({ startedMs, answeredMs }: Exchange): number {
  return answeredMs === null ? 0 : answeredMs - startedMs;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function round(ms: number): number {
  return Math.max(0, Math.round(ms));
}
