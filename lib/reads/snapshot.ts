// One read transaction, so that all queries of a view see the same instant while the worker goes on writing.
import type { Db } from '@/db/client';

/** Takes no lock: in WAL mode readers and the writer do not wait for each other. `db` itself is used inside. */
export function inSnapshot<T>(db: Db, read: () => T): T {
  return db.$client.transaction(read).deferred();
}
