// Incidents for every public reading: those going on, the last days, a month, one by its address, those of a server.
import { type Db, openDb } from '@/db/client';
import {
  selectFirstIncidentAt,
  selectIncident,
  selectIncidentsBegun,
  selectServerIncidents,
  selectUnresolvedIncidents,
} from '@/db/queries/read-incidents';
import { aroundMonth, dateOf, lastDates, nextMonth } from '@/lib/core/incident/incident-days';
import type {
  IncidentDayView,
  IncidentMonthView,
  IncidentPageView,
  IncidentsView,
  IncidentView,
} from '@/lib/core/incident-view';
import { DAY_MS, type UnixMs } from '@/lib/core/time';
import { incidentViews } from '@/lib/reads/incident-views';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';

const DAYS_ON_PAGE = 14;
/** As many as any reading shows; a page with more going on at once has lost its readers anyway. */
const CURRENT_LIMIT = 50;
const MONTH_LIMIT = 500;
const HISTORY_DAYS = 90;
const SERVER_LIMIT = 50;

export function readIncidents(now: UnixMs, db: Db = openDb()): IncidentsView {
  return inSnapshot(db, () => {
    const { page } = readStoredSettings(db);
    const dates = lastDates(now, page.timezone, DAYS_ON_PAGE);
    // A day more than shown, for zones ahead of UTC.
    const span = { startAt: now - (DAYS_ON_PAGE + 1) * DAY_MS, endAt: now + 1 };
    const begun = incidentViews(db, selectIncidentsBegun(db, span, MONTH_LIMIT));
    const byDate = Map.groupBy(begun, ({ startedAt }) => dateOf(startedAt, page.timezone));
    return {
      generatedAt: now,
      page,
      current: incidentViews(db, selectUnresolvedIncidents(db, CURRENT_LIMIT)),
      days: dates.map((date) => ({ date, incidents: byDate.get(date) ?? [] })),
    };
  });
}

/** The newest `limit`, also those going on; for feeds and Statuspage's list. */
export function readNewestIncidents(now: UnixMs, limit: number, db: Db = openDb()): IncidentView[] {
  return inSnapshot(db, () => incidentViews(db, selectIncidentsBegun(db, { startAt: 0, endAt: now + 1 }, limit)));
}

/** `month`: `2026-11`. Null for a month before the history or after the present one. */
export function readIncidentMonth(month: string | null, now: UnixMs, db: Db = openDb()): IncidentMonthView | null {
  return inSnapshot(db, () => {
    const { page } = readStoredSettings(db);
    const present = dateOf(now, page.timezone).slice(0, 7);
    const shown = month ?? present;
    const firstAt = selectFirstIncidentAt(db);
    const first = firstAt === null ? present : dateOf(firstAt, page.timezone).slice(0, 7);
    if (shown > present || (shown < first && shown !== present)) return null;
    const rows = selectIncidentsBegun(db, aroundMonth(shown), MONTH_LIMIT);
    const within = rows.filter(({ startedAt }) => dateOf(startedAt, page.timezone).startsWith(shown));
    return {
      generatedAt: now,
      page,
      month: shown,
      days: byDay(incidentViews(db, within), page.timezone),
      previous: shown > first ? nextMonth(shown, -1) : null,
      next: shown < present ? nextMonth(shown, 1) : null,
    };
  });
}

export type FoundIncident = { isMerged: false; view: IncidentPageView } | { isMerged: true; intoId: string };

/** Null for an unknown or hidden one, and for one of nothing but hidden servers. */
export function readIncident(id: string, now: UnixMs, db: Db = openDb()): FoundIncident | null {
  return inSnapshot(db, () => {
    const row = /^[1-9]\d{0,14}$/.test(id) ? selectIncident(db, Number(id)) : undefined;
    if (!row || row.isHidden) return null;
    if (row.mergedIntoId !== null) return { isMerged: true, intoId: String(row.mergedIntoId) };
    const [incident] = incidentViews(db, [row]);
    if (!incident) return null;
    return { isMerged: false, view: { generatedAt: now, page: readStoredSettings(db).page, incident } };
  });
}

/** Of one server: those of the last 90 days, newest first, at most 50. */
export function readServerIncidents(slug: string, now: UnixMs, db: Db = openDb()): IncidentView[] {
  return inSnapshot(db, () =>
    incidentViews(db, selectServerIncidents(db, slug, now - HISTORY_DAYS * DAY_MS, SERVER_LIMIT)),
  );
}

function byDay(newestFirst: readonly IncidentView[], timezone: string): IncidentDayView[] {
  const days = Map.groupBy(newestFirst, ({ startedAt }) => dateOf(startedAt, timezone));
  return [...days].map(([date, incidents]) => ({ date, incidents }));
}
