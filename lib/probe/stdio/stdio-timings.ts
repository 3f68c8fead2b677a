// Reads the stage timings of a walk with a stdio server off its calls.

import type { McpReading } from '@/lib/probe/probe-context';
import type { Call } from '@/lib/probe/wire/awaited-answers';

/**
 * reach: until the process ran. handshake: all its calls, so also the start of the server's own program, which reads
 * nothing before. tools: the sum of all pages. Latency is the sum of the three, and null without a handshake.
 */
export function readStdioTimings(reading: McpReading, startMs: number, calls: readonly Call[]): void {
  const { timings } = reading;
  timings.reach = Math.round(startMs);
  const handshakes = calls.filter(({ method }) => method === 'initialize' || method === 'server/discover');
  if (handshakes.at(-1)?.repliedMs == null) return;
  timings.handshake = totalMs(handshakes);
  const lists = calls.filter(({ method, repliedMs }) => method === 'tools/list' && repliedMs !== null);
  if (lists.length > 0) timings.tools = totalMs(lists);
}

function totalMs(calls: readonly Call[]): number {
  const spent = calls.map(({ startedMs, repliedMs }) => (repliedMs ?? startedMs) - startedMs);
  return Math.round(spent.reduce((total, ms) => total + ms, 0));
}
