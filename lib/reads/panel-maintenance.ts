// Windows of announced work as the panel lists them, those of hidden servers too.
import { type Db, openDb } from '@/db/client';
import { selectComingWindows, selectPastWindows } from '@/db/queries/read-maintenance-windows';
import { selectPanelServers } from '@/db/queries/read-panel-servers';
import type { MaintenanceWindowRow } from '@/db/schema/maintenance-windows';
import { type MaintenancePhase, phaseOf } from '@/lib/core/history/maintenance';
import { DAY_MS, type Span, type UnixMs } from '@/lib/core/time';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';

export interface PanelWindowView extends Span {
  id: number;
  uid: string;
  title: string;
  /** IANA name: the zone in which it was planned. */
  timezone: string;
  phase: MaintenancePhase;
  /** Titles; empty means all servers. */
  servers: string[];
  /** Null when it ran as planned. */
  endedBy: string | null;
}

export interface PanelMaintenanceView {
  generatedAt: UnixMs;
  /** Of the page. */
  timezone: string;
  running: PanelWindowView[];
  /** Soonest first, at most 100. */
  coming: PanelWindowView[];
  /** Newest first, of the last 90 days, at most 50. */
  past: PanelWindowView[];
}

export const PAST_MS = 90 * DAY_MS;
const COMING_LIMIT = 100;
const PAST_LIMIT = 50;

export function readPanelMaintenance(now: UnixMs, db: Db = openDb()): PanelMaintenanceView {
  return inSnapshot(db, () => {
    const titles = new Map(selectPanelServers(db).map(({ endpoint }) => [endpoint.slug, endpoint.title]));
    const view = (row: MaintenanceWindowRow) => windowView(row, titles, now);
    const notOver = selectComingWindows(db, now, COMING_LIMIT).map(view);
    return {
      generatedAt: now,
      timezone: readStoredSettings(db).page.timezone,
      running: notOver.filter(({ phase }) => phase === 'in_progress'),
      coming: notOver.filter(({ phase }) => phase === 'scheduled'),
      past: selectPastWindows(db, { since: now - PAST_MS, at: now, limit: PAST_LIMIT })
        // Ended at the instant of its beginning: it never was.
        .filter(({ startAt, endAt }) => endAt > startAt)
        .map(view),
    };
  });
}

function windowView(row: MaintenanceWindowRow, titles: ReadonlyMap<string, string>, now: UnixMs): PanelWindowView {
  const { id, uid, title, startAt, endAt, timezone, servers, endedBy } = row;
  const phase = phaseOf(row, now);
  return {
    id,
    uid,
    title,
    startAt,
    endAt,
    timezone,
    phase,
    servers: servers.map((slug) => titles.get(slug) ?? slug),
    endedBy,
  };
}
