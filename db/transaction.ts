// One way to open a transaction, for the outermost function only.
import type { Db } from '@/db/client';

/**
 * Runs `work` in a synchronous write transaction: the lock is taken at the start, so two processes wait for each
 * other (busy_timeout) instead of failing half-way. Inside, `db` itself is used: better-sqlite3 has one connection
 * a handle, so every statement of this thread is part of the transaction.
 */
export function inTransaction<T>(db: Db, work: () => T): T {
  return db.$client.transaction(work).immediate();
}
