// What the settings say of the pages themselves, for pages that show no reading.
import { type Db, openDb } from '@/db/client';
import type { PageSettings } from '@/lib/core/view';
import { readStoredSettings } from '@/lib/reads/stored-settings';

export function readPageSettings(db: Db = openDb()): PageSettings {
  return readStoredSettings(db).page;
}
