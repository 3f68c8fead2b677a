// What the main thread and the loop's worker say to each other.

/** From the main thread. */
export type Order = { type: 'stop' };

/** From the worker. */
export type Report =
  /** The loop runs; the first checks start within seconds. */
  | { type: 'started' }
  /** Every ten seconds. */
  | { type: 'alive' }
  /** A server was called; `isStatus`: and its status is another now. */
  | { type: 'changed'; slug: string; isStatus: boolean }
  /** Changed files were applied. */
  | { type: 'configured' }
  /** All probes are aborted, all children ended, its database handle closed. */
  | { type: 'stopped' };

/** What there is to do something about. */
export type LoopNews = Exclude<Report, { type: 'alive' }>;

/** Messages cross threads as plain values; one that is not ours is a bug, so it is not guessed at. */
export function isOrder(value: unknown): value is Order {
  return typeOf(value) === 'stop';
}

export function isReport(value: unknown): value is Report {
  const type = typeOf(value);
  return type === 'started' || type === 'alive' || type === 'changed' || type === 'configured' || type === 'stopped';
}

function typeOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'type' in value ? value.type : null;
}
