// All settings at once: they are few, and a page needs most of them; all but the logo, which has an address of its own.
import { eq, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { settings } from '@/db/schema/settings';

/** Values as stored, unchecked, by name. */
export function selectSettings(db: Db): Map<string, unknown> {
  return new Map(
    db
      .select()
      .from(settings)
      .where(ne(settings.name, 'pageLogo'))
      .all()
      .map(({ name, value }) => [name, value]),
  );
}

/** As stored, unchecked; undefined when no configuration was ever applied. */
export function selectLogo(db: Db): unknown {
  return db.select({ value: settings.value }).from(settings).where(eq(settings.name, 'pageLogo')).get()?.value;
}
