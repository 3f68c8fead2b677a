// Reads and writes sealed secrets.
import { asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { secrets } from '@/db/schema';
import type { UnixMs } from '@/lib/core/time';

export function selectSealed(db: Db): { name: string; sealed: string }[] {
  return db.select({ name: secrets.name, sealed: secrets.sealed }).from(secrets).all();
}

export function selectSecretNames(db: Db): { name: string; changedAt: UnixMs; changedBy: string }[] {
  const { name, changedAt, changedBy } = secrets;
  return db.select({ name, changedAt, changedBy }).from(secrets).orderBy(asc(name)).all();
}

export function writeSecret(db: Db, name: string, row: { sealed: string; changedAt: UnixMs; changedBy: string }): void {
  db.insert(secrets)
    .values({ name, ...row })
    .onConflictDoUpdate({ target: secrets.name, set: row })
    .run();
}

export function deleteSecret(db: Db, name: string): boolean {
  return db.delete(secrets).where(eq(secrets.name, name)).run().changes === 1;
}
