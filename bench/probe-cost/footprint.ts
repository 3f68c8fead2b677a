// What a process holds on to: heap after garbage collection, handles, listeners, file descriptors.
import { getEventListeners } from 'node:events';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Footprint {
  heapBytes: number;
  rssBytes: number;
  /** Timers, sockets, pipes, requests to the kernel. */
  handles: number;
  /** On the signal that all checks share, and on the process. */
  listeners: number;
  /** Linux only; 0 elsewhere. */
  descriptors: number;
}

setFlagsFromString('--expose_gc');
/** Collects all garbage, now. Node hands the function out only to who starts it with a flag. */
export const collectGarbage: () => void = runInNewContext('gc');

/** Sockets say farewell for a turn or two of the event loop after a check is over. */
const SETTLE_MS = 200;

export async function footprint(shared: AbortSignal): Promise<Footprint> {
  await sleep(SETTLE_MS);
  collectGarbage();
  await sleep(SETTLE_MS);
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  const processListeners = process.eventNames().map((name) => process.listenerCount(name));
  return {
    heapBytes: heapUsed,
    rssBytes: rss,
    handles: process.getActiveResourcesInfo().length,
    listeners: processListeners.reduce((sum, count) => sum + count, getEventListeners(shared, 'abort').length),
    descriptors: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
  };
}

/** A heap wanders by this much from one look to the next, whatever is done between them. */
const HEAP_SLACK_BYTES = 1024 * 1024;

/** What has grown from the first look to the last; empty when nothing has. */
export function growth(looks: readonly Footprint[]): string[] {
  const [first, last] = [looks[0], looks.at(-1)];
  if (first === undefined || last === undefined) return ['nothing was measured'];
  const grown: string[] = [];
  if (last.heapBytes > first.heapBytes + HEAP_SLACK_BYTES) {
    grown.push(`the heap grew by ${((last.heapBytes - first.heapBytes) / 1024).toFixed(0)} KiB`);
  }
  for (const name of ['handles', 'listeners', 'descriptors'] as const) {
    if (last[name] > first[name]) grown.push(`${name} grew from ${first[name]} to ${last[name]}`);
  }
  return grown;
}
