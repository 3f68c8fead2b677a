// Names of stored secrets, for administrators. Values never come out.
import { type Db, openDb } from '@/db/client';
import { selectSecretNames } from '@/db/queries/secrets';
import type { UnixMs } from '@/lib/core/time';

export interface SecretView {
  name: string;
  changedAt: UnixMs;
  /** Name of a person. */
  changedBy: string;
}

export function readSecretNames(db: Db = openDb()): SecretView[] {
  return selectSecretNames(db);
}
