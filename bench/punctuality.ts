// Whether everybody was called in their turn, and how late: read from the stored checks alone, so that the loop is not
// asked how punctual it was. Pure.
import { firstTurn, nextTurn } from '@/lib/core/status/schedule';
import type { UnixMs } from '@/lib/core/time';

export interface Roll {
  intervalMs: number;
  /** When the endpoints were adopted, all at once. */
  adoptedAt: UnixMs;
  /** Turns after this instant are not judged: their checks may be under way. */
  judgedUntil: UnixMs;
}

export interface Punctuality {
  /** Turns that were due. */
  turns: number;
  /** Turns in which no check began before the next one was due. */
  missed: number;
  /** Of each turn that was kept, ascending. */
  latenessMs: number[];
}

/** `checks`: when each check of a server began, by slug, ascending. */
export function punctuality(checks: ReadonlyMap<string, readonly UnixMs[]>, roll: Roll): Punctuality {
  const kept: number[] = [];
  let turns = 0;
  for (const [slug, begun] of checks) {
    for (const { at, nextAt } of turnsOf(slug, begun[0], roll)) {
      turns += 1;
      const first = begun.find((instant) => instant >= at);
      if (first !== undefined && first < nextAt) kept.push(first - at);
    }
  }
  return { turns, missed: turns - kept.length, latenessMs: kept.sort((a, b) => a - b) };
}

/** The newcomer's turn, then one an interval at the server's own place. */
function turnsOf(slug: string, firstCheckAt: UnixMs | undefined, { intervalMs, adoptedAt, judgedUntil }: Roll) {
  const newcomerAt = firstTurn(slug, adoptedAt);
  // A check rests for a second: a turn that comes sooner after the newcomer's is not taken.
  const regularAt = nextTurn(slug, intervalMs, (firstCheckAt ?? newcomerAt) + 2_000);
  const turns = [{ at: newcomerAt, nextAt: regularAt }];
  for (let at = regularAt; at < judgedUntil; at += intervalMs) turns.push({ at, nextAt: at + intervalMs });
  return turns.filter(({ at }) => at < judgedUntil);
}

/** Of ascending values; 0 when there are none. */
export function percentile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? 0;
}
