// The announced work that covers one server.
import type { Db } from '@/db/client';
import { selectWindows } from '@/db/queries/maintenance-windows';
import type { MaintenanceWindowRow } from '@/db/schema/maintenance-windows';
import type { Span } from '@/lib/core/time';

export function serverWindows(db: Db, slug: string, span: Span): MaintenanceWindowRow[] {
  return selectWindows(db, span).filter(({ servers }) => servers.length === 0 || servers.includes(slug));
}
