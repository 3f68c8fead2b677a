// The settings table: single values by name. What is stored is checked by whoever reads it.
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { settings } from '@/db/schema/settings';

export type SettingName = 'page' | 'pageLogo' | 'configProblems' | 'loopBeat';

export function readSetting(db: Db, name: SettingName): unknown {
  return db.select({ value: settings.value }).from(settings).where(eq(settings.name, name)).get()?.value ?? null;
}

export function writeSetting(db: Db, name: SettingName, value: unknown): void {
  db.insert(settings).values({ name, value }).onConflictDoUpdate({ target: settings.name, set: { value } }).run();
}
