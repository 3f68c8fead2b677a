// What readers get of announced work.

import type { PageSettings } from '@/lib/core/page-settings';
import type { Span, UnixMs } from '@/lib/core/time';

export interface MaintenanceView extends Span {
  id: string;
  /** The same as long as the window is, also after the database was lost: for calendars. */
  uid: string;
  title: string;
  /** IANA name: the zone in which it was planned. */
  timezone: string;
  /** Slugs; empty means all servers. */
  servers: string[];
  announcedAt: UnixMs;
  /** Last time that anything of it changed. */
  changedAt: UnixMs;
}

/** Past, present and coming work on the listed servers, by its beginning. */
export interface MaintenanceListView {
  generatedAt: UnixMs;
  page: PageSettings;
  windows: MaintenanceView[];
  /** Titles of the listed servers by slug. */
  titles: ReadonlyMap<string, string>;
}
