// Opens the database: one handle a thread, the same pragmas on each. Knows files and pragmas, no tables.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import * as schema from '@/db/schema';
import { forget, once } from '@/lib/once/once';

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };

const HANDLE = 'db';

/** The handle of this thread, opened at first use. Throws while Next builds: a page must never be baked with data. */
export function openDb(): Db {
  if (process.env.NEXT_PHASE === 'phase-production-build') {
    throw new Error(
      'The database is not read during the build; the page needs `export const dynamic = "force-dynamic"`.',
    );
  }
  return once(HANDLE, () => openFile(databasePath()));
}

/** Also folds the write-ahead log into the file. */
export function closeDb(): void {
  once<Db | null>(HANDLE, () => null)?.$client.close();
  forget(HANDLE);
}

/** `:memory:` gives a database of its own, for tests. */
export function openFile(file: string): Db {
  requireNodeApi10();
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
  const client = new Database(file);
  client.pragma('journal_mode = WAL');
  // The log is synced at checkpoints only: a power cut may lose the last seconds, never consistency.
  client.pragma('synchronous = NORMAL');
  client.pragma('busy_timeout = 5000');
  client.pragma('foreign_keys = ON');
  return drizzle({ client, schema });
}

/** Brings the file to the newest schema. Once a process, in the main thread, before anything reads. */
export function migrateDb(db: Db): void {
  migrate(db, { migrationsFolder: path.join(process.cwd(), 'db', 'migrations') });
}

function databasePath(): string {
  return path.join(process.env.ROLLCALL_DATA ?? 'data', 'rollcall.db');
}

/** better-sqlite3 13 ends an older Node with a segmentation fault and no message (WiseLibs/better-sqlite3#1514). */
function requireNodeApi10(): void {
  if (Number(process.versions.napi ?? 0) >= 10) return;
  throw new Error(`Rollcall needs Node 22.15 or newer, this is ${process.version}. Start it with "npm start".`);
}
