// The loop's own pulse: written while it runs, so that readers see when it is late, and so that a gap in it is known
// for what it is: time in which nobody looked.

import type { Db } from '@/db/client';
import { insertBlindSpan } from '@/db/queries/blind-spans';
import { readSetting, writeSetting } from '@/db/queries/settings';
import { SECOND_MS, type UnixMs } from '@/lib/core/time';

export interface LoopBeat {
  at: UnixMs;
  /** When this process's loop started. */
  startedAt: UnixMs;
  /** The latest there ever was: a clock that starts in 1970 and is set right must not make ages of blindness. */
  latestAt: UnixMs;
}

const BEAT_EVERY_MS = 5 * SECOND_MS;
/** A shorter gap hides no check: a restart of the container takes this long. */
const BLIND_AFTER_MS = 60 * SECOND_MS;

/** `blind`: a span was recorded, since the last beat is too old. `set_back`: the last beat lies ahead of the clock. */
export type Pulse = 'steady' | 'blind' | 'set_back';

/** To be asked at every tick; nearly always false. */
export function isBeatDue(db: Db, now: UnixMs, startedAt: UnixMs): boolean {
  const last = lastBeat(db);
  return !(last && last.startedAt === startedAt && now - last.at < BEAT_EVERY_MS && now >= last.at);
}

/** The last beat may be of an earlier process. */
export function beat(db: Db, now: UnixMs, startedAt: UnixMs): Pulse {
  const last = lastBeat(db);
  const latestAt = Math.max(last?.latestAt ?? now, now);
  writeSetting(db, 'loopBeat', { at: now, startedAt, latestAt } satisfies LoopBeat);
  if (last === null) return 'steady';
  if (now < last.at) return 'set_back';
  if (now - last.latestAt <= BLIND_AFTER_MS) return 'steady';
  insertBlindSpan(db, { startAt: last.latestAt, endAt: now });
  return 'blind';
}

function lastBeat(db: Db): LoopBeat | null {
  const value = readSetting(db, 'loopBeat');
  if (typeof value !== 'object' || value === null || !('at' in value) || !('startedAt' in value)) return null;
  const { at, startedAt } = value;
  if (typeof at !== 'number' || typeof startedAt !== 'number') return null;
  // An older version did not keep it.
  return { at, startedAt, latestAt: 'latestAt' in value && typeof value.latestAt === 'number' ? value.latestAt : at };
}
