// Keeps the loop's worker alive: starts it, starts it again when it dies, ends it in good order.
import { Worker } from 'node:worker_threads';
import type { Logger } from '@/lib/log/logger';
import { isReport, type Order, type Report } from '@/lib/runtime/messages';

export interface LoopHandle {
  /** Resolves when the worker has cleaned up and is gone, or after `limitMs` when it would not. */
  stop(limitMs: number): Promise<void>;
}

const FIRST_RESPAWN_MS = 1_000;
const LAST_RESPAWN_MS = 30_000;
/** A worker that lived this long died of something new: start counting anew. */
const STABLE_AFTER_MS = 60_000;

export function superviseLoop(log: Logger, onReport: (report: Report) => void = () => {}): LoopHandle {
  let worker: Worker | null = null;
  let respawn: NodeJS.Timeout | null = null;
  let waitMs = FIRST_RESPAWN_MS;
  let isStopping = false;

  function spawn(): void {
    const bornAt = performance.now();
    const born = new Worker(new URL('./loop.ts', import.meta.url));
    worker = born;
    born.on('message', (message: unknown) => {
      if (isReport(message)) onReport(message);
    });
    born.on('error', (error) => log.error({ err: error }, 'the loop died'));
    born.once('exit', (code) => {
      worker = null;
      if (isStopping) return;
      if (performance.now() - bornAt > STABLE_AFTER_MS) waitMs = FIRST_RESPAWN_MS;
      log.error({ code, waitMs }, 'the loop is gone; starting it again');
      respawn = setTimeout(spawn, waitMs);
      waitMs = Math.min(2 * waitMs, LAST_RESPAWN_MS);
    });
  }

  async function stop(limitMs: number): Promise<void> {
    isStopping = true;
    if (respawn) clearTimeout(respawn);
    const leaving = worker;
    if (!leaving) return;
    const isGone = new Promise<void>((resolve) => leaving.once('exit', () => resolve()));
    leaving.postMessage({ type: 'stop' } satisfies Order);
    const limit = setTimeout(() => void leaving.terminate(), limitMs);
    await isGone;
    clearTimeout(limit);
  }

  spawn();
  return { stop };
}
