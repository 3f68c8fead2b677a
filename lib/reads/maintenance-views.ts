// Announced work in public words: which servers it covers, as far as visitors know them. Pure.
import type { MaintenanceWindowRow } from '@/db/schema/maintenance-windows';
import type { MaintenanceView } from '@/lib/core/maintenance-view';
import type { UnixMs } from '@/lib/core/time';

/** Of the windows given, those that cover this endpoint at this instant. */
export function windowsUnderWay(windows: readonly MaintenanceWindowRow[], slug: string, now: UnixMs) {
  return windows.filter((window) => window.startAt <= now && now < window.endAt && covers(window, slug));
}

/** Earliest first. Hidden servers are not named, and work on nothing but hidden servers is not mentioned. */
export function maintenanceViews(
  windows: readonly MaintenanceWindowRow[],
  listedSlugs: ReadonlySet<string>,
): MaintenanceView[] {
  return windows
    .map(({ id, servers, endedBy, ...window }) => {
      const listed = servers.filter((slug) => listedSlugs.has(slug));
      const isOfNobody = servers.length > 0 && listed.length === 0;
      // Ended at the instant of its beginning: it never was.
      const isEmpty = window.endAt <= window.startAt;
      return isOfNobody || isEmpty ? null : { ...window, id: String(id), servers: listed };
    })
    .filter((view) => view !== null)
    .sort((a, b) => a.startAt - b.startAt);
}

/** Those on one server's own page, which names no other. */
export function maintenanceOf(windows: readonly MaintenanceWindowRow[], slug: string): MaintenanceView[] {
  return maintenanceViews(
    windows.filter((window) => covers(window, slug)),
    new Set([slug]),
  );
}

function covers(window: MaintenanceWindowRow, slug: string): boolean {
  return window.servers.length === 0 || window.servers.includes(slug);
}
