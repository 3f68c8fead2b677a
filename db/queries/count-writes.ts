// How much this thread's handle has written: grows with each change of a row, never falls.
import type { Db } from '@/db/client';

/** Returns a question that costs a microsecond, so it can be asked at each request. */
export function writeCounter(db: Db): () => number {
  const statement = db.$client.prepare<[], number>('select total_changes()').pluck();
  return () => statement.get() ?? 0;
}
