// Whether the loop is on time. One judgement for the page's "monitoring delayed", the badges' "stale" and /readyz.
import type { Db } from '@/db/client';
import { countCallable, countOverdue } from '@/db/queries/read-endpoints';
import { SECOND_MS, type UnixMs } from '@/lib/core/time';
import { countText, durationText } from '@/lib/core/words/format';
import type { LoopBeat } from '@/lib/reads/stored-settings';

/** The loop beats every few seconds; a busy machine may miss some. */
const SILENCE_LIMIT_MS = 30 * SECOND_MS;
/** A call may be late by this many of its own intervals. */
const OVERDUE_INTERVALS = 2;

export interface Lateness {
  /** What the page says may be old. False on a new installation that has nothing to call yet. */
  isDelayed: boolean;
  /** Why the loop is not on time, one line each; empty when it is. */
  reasons: string[];
}

export function readLateness(db: Db, beat: LoopBeat | null, now: UnixMs): Lateness {
  const overdue = countOverdue(db, { now, since: beat?.startedAt ?? 0, intervals: OVERDUE_INTERVALS });
  if (!beat) return { isDelayed: countCallable(db) > 0, reasons: ['the loop has not started'] };
  const silentMs = now - beat.at;
  const reasons = [
    ...(silentMs > SILENCE_LIMIT_MS ? [`the loop was last seen ${durationText(silentMs)} ago`] : []),
    ...(overdue > 0 ? [`${countText(overdue, 'server')} should have been called long ago`] : []),
  ];
  return { isDelayed: reasons.length > 0, reasons };
}
