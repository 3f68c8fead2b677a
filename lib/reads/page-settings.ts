// What the settings say of the pages themselves, for pages that show no reading.
import { z } from 'zod';
import { type Db, openDb } from '@/db/client';
import { selectLogo } from '@/db/queries/read-settings';
import { LOGO_TYPES, type PageLogo, type PageSettings } from '@/lib/core/page-settings';
import { readStoredSettings } from '@/lib/reads/stored-settings';

export function readPageSettings(db: Db = openDb()): PageSettings {
  return readStoredSettings(db).page;
}

const logo = z
  .object({ type: z.enum(LOGO_TYPES), base64: z.base64() })
  .nullable()
  .catch(null);

/** Null when the team has none. */
export function readPageLogo(db: Db = openDb()): PageLogo | null {
  return logo.parse(selectLogo(db) ?? null);
}
