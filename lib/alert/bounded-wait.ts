// One attempt's end: its own deadline or our shutdown, whichever comes first. Leaves no timer and no listener behind.

/** The reason when the time was up, to be told from a shutdown. */
export class DeadlinePassed extends Error {
  constructor(readonly deadlineMs: number) {
    super(`no answer within ${deadlineMs / 1_000} s`);
    this.name = 'DeadlinePassed';
  }
}

export interface BoundedWait {
  /** Aborted with a DeadlinePassed, or with the reason of the shutdown. */
  signal: AbortSignal;
  /** Rejects with the signal's reason as soon as it is aborted; libraries look at signals when it suits them. */
  until<T>(work: Promise<T>): Promise<T>;
  /** To be called in any case. */
  end(): void;
}

export function startBoundedWait(shutdown: AbortSignal, deadlineMs: number): BoundedWait {
  const ending = new AbortController();
  const onShutdown = (): void => ending.abort(shutdown.reason);
  shutdown.addEventListener('abort', onShutdown, { once: true });
  const timer = setTimeout(() => ending.abort(new DeadlinePassed(deadlineMs)), deadlineMs);
  const aborted = Promise.withResolvers<never>();
  // Nobody may be waiting when it rejects.
  aborted.promise.catch(() => {});
  ending.signal.addEventListener('abort', () => aborted.reject(ending.signal.reason), { once: true });
  return {
    signal: ending.signal,
    until: (work) => {
      work.catch(() => {});
      return Promise.race([work, aborted.promise]);
    },
    end: () => {
      clearTimeout(timer);
      shutdown.removeEventListener('abort', onShutdown);
    },
  };
}
