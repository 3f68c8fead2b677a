// The single list of everything that happens by the clock. node-cron reads the expressions; the clock is our own, since its own
// stands still until a clock that was set back has caught up, and walks through each second of a sleep or a leap forward
// (ten days kept the thread for two minutes).
import { createTask, type ScheduledTask } from 'node-cron';
import { SECOND_MS, type UnixMs } from '@/lib/core/time';
import type { Logger } from '@/lib/log/logger';

export interface Timer {
  name: string;
  /** Cron expression with seconds. */
  at: string;
  run: () => void | Promise<void>;
}

interface Entry {
  timer: Timer;
  /** Never started: it only knows when it is due. */
  task: ScheduledTask;
  dueAt: UnixMs;
  isRunning: boolean;
}

/**
 * A run that takes longer than its period is not started again beside itself. A failing one is logged and runs again. What
 * fell due while the machine slept runs once.
 */
export function startTimers(timers: readonly Timer[], log: Logger): { stop(): void } {
  const entries = timers.map((timer): Entry => {
    const task = createTask(timer.at, () => {}, { name: timer.name });
    return { timer, task, dueAt: nextDue(task), isRunning: false };
  });
  let lookedAt = Date.now();
  let beat = setTimeout(look, untilNextSecond());

  function look(): void {
    const now = Date.now();
    // By more than the correction of a clock that runs a little fast.
    const isSetBack = now < lookedAt - SECOND_MS;
    lookedAt = now;
    for (const entry of entries) {
      if (isSetBack) entry.dueAt = nextDue(entry.task);
      if (now < entry.dueAt) continue;
      entry.dueAt = nextDue(entry.task);
      if (!entry.isRunning) void run(entry, log);
    }
    beat = setTimeout(look, untilNextSecond());
  }

  return {
    stop: () => {
      clearTimeout(beat);
      for (const { task } of entries) void task.destroy();
    },
  };
}

async function run(entry: Entry, log: Logger): Promise<void> {
  entry.isRunning = true;
  try {
    await entry.timer.run();
  } catch (error) {
    log.error({ timer: entry.timer.name, err: error }, 'a timer failed');
  } finally {
    entry.isRunning = false;
  }
}

function nextDue(task: ScheduledTask): UnixMs {
  return task.getNextRuns(1)[0]?.getTime() ?? Number.POSITIVE_INFINITY;
}

/** From now on: a timer may fire a little before its time, and then only looks again. */
function untilNextSecond(): number {
  return SECOND_MS - (Date.now() % SECOND_MS);
}
