// Reads and writes the runs of wrong passwords.
import { eq, lt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { signInFailures } from '@/db/schema';
import type { FailureRun } from '@/lib/core/access/lock-out';
import type { UnixMs } from '@/lib/core/time';

export function selectFailures(db: Db, emailHash: string): FailureRun | null {
  return db.select().from(signInFailures).where(eq(signInFailures.emailHash, emailHash)).get() ?? null;
}

export function writeFailures(db: Db, emailHash: string, run: FailureRun): void {
  db.insert(signInFailures)
    .values({ emailHash, count: run.count, lastAt: run.lastAt })
    .onConflictDoUpdate({ target: signInFailures.emailHash, set: { count: run.count, lastAt: run.lastAt } })
    .run();
}

export function forgetFailures(db: Db, emailHash: string): void {
  db.delete(signInFailures).where(eq(signInFailures.emailHash, emailHash)).run();
}

/** Else whoever tries a million addresses leaves a million rows. */
export function forgetFailuresBefore(db: Db, at: UnixMs): void {
  db.delete(signInFailures).where(lt(signInFailures.lastAt, at)).run();
}
