// Ends the process in good order on SIGTERM and SIGINT. Next must leave signals to us for that
// (NEXT_MANUAL_SIG_HANDLE in the real environment, set by `npm start` and the image): its own handler exits within
// 10 ms, before any probe could be aborted.
import { closeDb } from '@/db/client';
import type { Logger } from '@/lib/log/logger';
import type { LoopHandle } from '@/lib/runtime/supervise-loop';

/** Docker kills after 10 s, most supervisors after 5: probes need 1 s, process groups 2 s. */
const LOOP_LIMIT_MS = 4_000;

export function stopOnSignals(loop: LoopHandle, log: Logger): void {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C means now.
      if (isStopping && signal === 'SIGINT') process.exit(130);
      if (isStopping) return;
      isStopping = true;
      void leave(signal, loop, log);
    });
  }
}

async function leave(signal: string, loop: LoopHandle, log: Logger): Promise<void> {
  log.info({ signal }, 'stopping');
  await loop.stop(LOOP_LIMIT_MS);
  closeDb();
  log.info('stopped');
  process.exit(0);
}
