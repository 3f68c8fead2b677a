// All settings at once: they are few, and a page needs most of them.
import type { Db } from '@/db/client';
import { settings } from '@/db/schema/settings';

/** Values as stored, unchecked, by name. */
export function selectSettings(db: Db): Map<string, unknown> {
  return new Map(
    db
      .select()
      .from(settings)
      .all()
      .map(({ name, value }) => [name, value]),
  );
}
