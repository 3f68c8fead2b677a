// Ends a wait with the signal that ends the check. Libraries look at signals when it suits them.
import { DeadlinePassed } from '@/lib/probe/fault/probe-fault';

/** Rejects with the reason of the signal as soon as it is aborted; what `work` comes to then is nobody's concern. */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => {});
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** A check that our own shutdown has ended has no outcome; one that ran out of time has. */
export function throwIfShutDown(signal: AbortSignal): void {
  if (signal.aborted && !(signal.reason instanceof DeadlinePassed)) throw signal.reason;
}
