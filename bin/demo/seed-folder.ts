// Makes a data folder of the demo: configuration, database with its past, and a marker by which it knows its own work
// again. A database that somebody else made is never replaced unasked.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { migrateDb, openFile } from '@/db/client';
import { writeSetting } from '@/db/queries/settings';
import { loadConfig } from '@/lib/config/load-config';
import { DAY_MS, startOfDay, type UnixMs } from '@/lib/core/time';
import { replay } from './replay';
import { writeDemoConfig } from './write-config';

export interface SeedOptions {
  /** Of the database; `config` beside it holds the files. */
  folder: string;
  /** End of the history, a full minute. */
  now: UnixMs;
  /** Full days before the day of `now`, 10 at least: younger histories lack half of the story. */
  days: number;
  /** Of the live demo servers. */
  port: number;
  /** Replace a database that was not made here. */
  isForced: boolean;
}

export type Seeded = { ok: true; calls: number; servers: number } | { ok: false; message: string };

const marker = z.object({ now: z.number(), days: z.number(), port: z.number() });
export type SeedMarker = z.infer<typeof marker>;

/** Equal options give equal content. */
export function seedFolder(options: SeedOptions): Seeded {
  const { folder, now, days, port, isForced } = options;
  const file = path.join(folder, 'rollcall.db');
  if (existsSync(file) && !readMarker(folder) && !isForced) {
    const remedy = 'Name another folder with --data, or add --force to replace it.';
    return { ok: false, message: `${file} was not made by this command, so it is left alone. ${remedy}` };
  }
  mkdirSync(folder, { recursive: true });
  const endpoints = configure(folder, { port, now });
  const fresh = path.join(folder, 'rollcall.seeding.db');
  removeDatabase(fresh);
  const calls = fill(fresh, endpoints, { startAt: startOfDay(now) - days * DAY_MS, endAt: now });
  // Before the database: whoever interrupts this finds a folder that the next run recognises.
  writeFileSync(path.join(folder, MARKER), `${JSON.stringify({ now, days, port } satisfies SeedMarker)}\n`);
  removeDatabase(file);
  renameSync(fresh, file);
  return { ok: true, calls, servers: endpoints.endpoints.length };
}

const MARKER = 'seed.json';

/** What was seeded here; null when nothing was. */
export function readMarker(folder: string): SeedMarker | null {
  const file = path.join(folder, MARKER);
  if (!existsSync(file)) return null;
  try {
    return marker.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Writes the files and reads them back as Rollcall will. */
export function configure(folder: string, { port, now }: Pick<SeedOptions, 'port' | 'now'>) {
  const configFolder = path.join(folder, 'config');
  writeDemoConfig(configFolder, { port, now });
  // Without the environment of this machine: what is unset in the story stays unset.
  return loadConfig({ path: configFolder, env: {}, allowStdio: 'config', previous: null });
}

function fill(
  file: string,
  loaded: ReturnType<typeof loadConfig>,
  history: { startAt: UnixMs; endAt: UnixMs },
): number {
  const db = openFile(file);
  try {
    // Nothing to lose here yet, and the file is complete before it gets its name.
    db.$client.pragma('synchronous = OFF');
    migrateDb(db);
    const calls = replay(db, loaded.endpoints, history);
    writeSetting(db, 'page', loaded.page);
    writeSetting(db, 'configProblems', loaded.problems);
    return calls;
  } finally {
    db.$client.close();
  }
}

function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}
