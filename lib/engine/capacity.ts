// How many checks may run at once. When our own event loop is late the cap shrinks, so that a measured latency stays
// the server's and does not become our own queue's.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Queue } from '@/db/queries/due';

export type Limits = Record<Queue, number>;

export const DEFAULT_LIMITS: Limits = { network: 32, stdio: 2 };

/** Resolution of the delay histogram; what it reports beyond this is lateness. */
const RESOLUTION_MS = 20;
/** Lateness at which half of the cap is given up, and at which all but a few of it is. */
const LATE_MS = 40;
const VERY_LATE_MS = 150;
const LEAST = 4;

export interface Capacity {
  free(queue: Queue): number;
  take(queue: Queue): void;
  give(queue: Queue): void;
  /** Looks at the lateness since the last call. */
  adjust(): void;
  close(): void;
}

export function createCapacity(limits: Limits): Capacity {
  const running: Limits = { network: 0, stdio: 0 };
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  let share = 1;
  return {
    free: (queue) => Math.max(0, capOf(limits[queue], share) - running[queue]),
    take: (queue) => {
      running[queue] += 1;
    },
    give: (queue) => {
      running[queue] -= 1;
    },
    adjust: () => {
      share = shareFor(latenessMs(delay));
      delay.reset();
    },
    close: () => delay.disable(),
  };
}

/** Share of the cap that may be used at a given lateness. */
function shareFor(lateMs: number): number {
  if (lateMs > VERY_LATE_MS) return 0;
  return lateMs > LATE_MS ? 0.5 : 1;
}

function capOf(limit: number, share: number): number {
  return Math.max(Math.min(limit, LEAST), Math.floor(limit * share));
}

function latenessMs(delay: ReturnType<typeof monitorEventLoopDelay>): number {
  // 99th percentile over one second is a single late turn of the loop; the 90th says that it is late as a rule.
  const p90Ms = delay.percentile(90) / 1e6;
  return Number.isFinite(p90Ms) ? Math.max(0, p90Ms - RESOLUTION_MS) : 0;
}
