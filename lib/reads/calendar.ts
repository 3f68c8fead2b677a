// One month of uptime, of one server or of all, in a fixed number of queries.
import { type Db, openDb } from '@/db/client';
import { selectWindows } from '@/db/queries/maintenance-windows';
import { selectListed } from '@/db/queries/read-endpoints';
import { selectOutagesWithin } from '@/db/queries/read-outages';
import { type DayRow, selectListedDaysWithin } from '@/db/queries/read-rollups';
import type { CalendarDay, CalendarView } from '@/lib/core/calendar-view';
import type { DaysView } from '@/lib/core/day-view';
import { addMs } from '@/lib/core/history/rollup';
import { uptimeOf } from '@/lib/core/history/uptime';
import { dateOf, nextMonth } from '@/lib/core/incident/incident-days';
import { DAY_MS, type Span, type UnixMs } from '@/lib/core/time';
import { readServerIncidents } from '@/lib/reads/incidents';
import { maintenanceOf } from '@/lib/reads/maintenance-views';
import { outageViews } from '@/lib/reads/outage-view';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';

const OUTAGES_LIMIT = 2_000;

interface Asked {
  /** `2026-11`; null for the present one. */
  month: string | null;
  /** Null for all servers. */
  slug: string | null;
}

/** Months are those of UTC, as days are. Null for an unknown server and for a month that nobody was there to see. */
export function readCalendar(asked: Asked, now: UnixMs, db: Db = openDb()): CalendarView | null {
  return inSnapshot(db, () => {
    const listed = selectListed(db).map(({ endpoint }) => endpoint);
    const chosen = listed.find(({ slug }) => slug === asked.slug) ?? null;
    if (asked.slug !== null && chosen === null) return null;
    const knownSince = Math.min(now, ...listed.map(({ createdAt }) => createdAt));
    const [first, present] = [dateOf(knownSince, 'UTC').slice(0, 7), dateOf(now, 'UTC').slice(0, 7)];
    const month = asked.month ?? present;
    if (month < first || month > present) return null;
    const span = { startAt: Date.parse(`${month}-01T00:00Z`), endAt: Date.parse(`${nextMonth(month, 1)}-01T00:00Z`) };
    const rows = selectListedDaysWithin(db, span, chosen?.id ?? null);
    const titles = new Map(listed.map(({ id, slug, title }) => [id, { slug, title }]));
    const days = calendarDays(rows, span, titles);
    const { page } = readStoredSettings(db);
    return {
      generatedAt: now,
      page,
      month,
      previous: month > first ? nextMonth(month, -1) : null,
      next: month < present ? nextMonth(month, 1) : null,
      servers: listed.map(({ slug, title }) => ({ slug, title })),
      chosen: chosen && readChosen(db, { endpoint: chosen, days, span, page, now }),
      days,
      uptime: uptimeOf(addMs(rows.map(({ ms }) => ms))),
      knownSince: chosen?.createdAt ?? knownSince,
    };
  });
}

interface Chosen {
  endpoint: { id: number; slug: string; title: string; createdAt: UnixMs };
  days: CalendarDay[];
  span: Span;
  page: DaysView['page'];
  now: UnixMs;
}

function readChosen(db: Db, { endpoint, days, span, page, now }: Chosen): DaysView {
  const { id, slug, title, createdAt } = endpoint;
  return {
    generatedAt: now,
    page,
    server: { slug, title, createdAt },
    days: days.filter(({ startAt }) => startAt <= now),
    outages: outageViews(db, selectOutagesWithin(db, { endpointId: id, span, limit: OUTAGES_LIMIT })),
    maintenance: maintenanceOf(selectWindows(db, span), slug),
    incidents: readServerIncidents(slug, now, db),
  };
}

function calendarDays(
  rows: readonly DayRow[],
  span: Span,
  titles: ReadonlyMap<number, { slug: string; title: string }>,
): CalendarDay[] {
  const byDay = Map.groupBy(rows, ({ bucketAt }) => bucketAt);
  const count = Math.round((span.endAt - span.startAt) / DAY_MS);
  return Array.from({ length: count }, (_, index) => {
    const startAt = span.startAt + index * DAY_MS;
    const ofDay = byDay.get(startAt) ?? [];
    const ms = addMs(ofDay.map((row) => row.ms));
    return {
      startAt,
      ms,
      uptime: uptimeOf(ms),
      troubled: ofDay
        .filter((row) => row.ms.down + row.ms.degraded + row.ms.locked > 0)
        .flatMap((row) => {
          const named = titles.get(row.endpointId);
          const { down, degraded, locked } = row.ms;
          return named ? [{ ...named, ms: { down, degraded, locked } }] : [];
        }),
    };
  });
}
