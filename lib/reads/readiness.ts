// For orchestrators: does the database answer, and is the loop on time.
import { type Db, openDb } from '@/db/client';
import type { UnixMs } from '@/lib/core/time';
import { readLateness } from '@/lib/reads/lateness';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';

export interface ReadinessView {
  isReady: boolean;
  /** Why not, one line each; empty when ready. */
  reasons: string[];
}

export function readReadiness(now: UnixMs, db: Db = openDb()): ReadinessView {
  return inSnapshot(db, () => {
    const { reasons } = readLateness(db, readStoredSettings(db).loopBeat, now);
    return { isReady: reasons.length === 0, reasons };
  });
}

/** Throws when the database does not answer. */
export function askDatabase(db: Db = openDb()): void {
  db.$client.prepare('select count(*) from settings').get();
}
