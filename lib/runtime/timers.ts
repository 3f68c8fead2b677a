// The single list of everything that happens by the clock.
import { type ScheduledTask, schedule } from 'node-cron';
import type { Logger } from '@/lib/log/logger';

export interface Timer {
  name: string;
  /** Cron expression with seconds. */
  at: string;
  run: () => void | Promise<void>;
}

/** A run that takes longer than its period is not started again beside itself. A failing one is logged and runs again. */
export function startTimers(timers: readonly Timer[], log: Logger): { stop(): void } {
  const tasks: ScheduledTask[] = timers.map(({ name, at, run }) =>
    schedule(at, () => guarded(name, run, log), {
      name,
      noOverlap: true,
      // A late second is seen by the heartbeat; the library's own words go to the log, not to the console.
      suppressMissedWarning: true,
      logger: cronLogger(log),
    }),
  );
  return {
    stop: () => {
      for (const task of tasks) void task.destroy();
    },
  };
}

async function guarded(name: string, run: Timer['run'], log: Logger): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.error({ timer: name, err: error }, 'a timer failed');
  }
}

function cronLogger(log: Logger) {
  return {
    info: (message: string) => log.debug(message),
    warn: (message: string) => log.debug(message),
    error: (message: string | Error, error?: Error) => log.error({ err: error ?? message }, 'node-cron'),
    debug: (message: string | Error) => log.debug(String(message)),
  };
}
