// How long the event loop was held up, so that a machine busy with other things is not taken for a check that hangs.

const BEAT_MS = 20;

export interface LoopLag {
  /** All that the loop was late so far, in milliseconds. */
  totalMs(): number;
  stop(): void;
}

export function watchLoopLag(): LoopLag {
  let totalMs = 0;
  let lastMs = performance.now();
  const timer = setInterval(() => {
    const nowMs = performance.now();
    totalMs += Math.max(0, nowMs - lastMs - BEAT_MS);
    lastMs = nowMs;
  }, BEAT_MS);
  return {
    totalMs: () => totalMs + Math.max(0, performance.now() - lastMs - BEAT_MS),
    stop: () => clearInterval(timer),
  };
}
