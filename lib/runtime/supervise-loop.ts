// Keeps the loop's worker alive: starts it, starts it again when it dies or hangs, ends it in good order.
import { Worker } from 'node:worker_threads';
import type { Logger } from '@/lib/log/logger';
import { isReport, type LoopNews, type Order } from '@/lib/runtime/messages';

export interface LoopHandle {
  /** Resolves when the worker has cleaned up and is gone, or after `limitMs` when it would not. */
  stop(limitMs: number): Promise<void>;
}

const FIRST_RESPAWN_MS = 1_000;
const LAST_RESPAWN_MS = 30_000;
/** A worker that lived this long died of something new: start counting anew. */
const STABLE_AFTER_MS = 60_000;

/** It says every ten seconds that it lives. So many looks, and not a time, since a process may be frozen and thawed. */
const LOOK_MS = 10_000;
const SILENT_LOOKS = 18;

interface Supervision {
  start?: () => Worker;
  lookMs?: number;
}

export function superviseLoop(
  log: Logger,
  onNews: (news: LoopNews) => void = () => {},
  { start = startLoop, lookMs = LOOK_MS }: Supervision = {},
): LoopHandle {
  let worker: Worker | null = null;
  let respawn: NodeJS.Timeout | null = null;
  let waitMs = FIRST_RESPAWN_MS;
  let isStopping = false;

  function spawn(): void {
    const bornAt = performance.now();
    try {
      worker = watched(start());
    } catch (error) {
      log.error({ err: error }, 'the loop could not be started');
      spawnLater();
      return;
    }
    worker.once('exit', (code) => {
      worker = null;
      if (isStopping) return;
      if (performance.now() - bornAt > STABLE_AFTER_MS) waitMs = FIRST_RESPAWN_MS;
      log.error({ code, waitMs }, 'the loop is gone; starting it again');
      spawnLater();
    });
  }

  function spawnLater(): void {
    respawn = setTimeout(spawn, waitMs);
    waitMs = Math.min(2 * waitMs, LAST_RESPAWN_MS);
  }

  /** Hears it, and ends it when it says nothing any more. */
  function watched(born: Worker): Worker {
    let silentLooks = 0;
    const watch = setInterval(() => {
      if (++silentLooks !== SILENT_LOOKS) return;
      log.error('the loop says nothing any more; ending it');
      void born.terminate();
    }, lookMs);
    born.on('message', (message: unknown) => {
      silentLooks = 0;
      if (isReport(message) && message.type !== 'alive') onNews(message);
    });
    born.on('error', (error) => log.error({ err: error }, 'the loop died'));
    born.once('exit', () => clearInterval(watch));
    return born;
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

/** Written out, because Next finds the worker's file by this very form. */
function startLoop(): Worker {
  return new Worker(new URL('./loop.ts', import.meta.url));
}
