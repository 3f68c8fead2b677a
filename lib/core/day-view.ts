// What readers get of single days of one server: the facts, and the words a card shows of them.
import type { BarLayer } from '@/lib/core/drawing/day-shares';
import type { IncidentHead } from '@/lib/core/incident-view';
import type { MaintenanceView } from '@/lib/core/maintenance-view';
import type { PageSettings } from '@/lib/core/page-settings';
import type { UnixMs } from '@/lib/core/time';
import type { DayView, OutageView } from '@/lib/core/view';

/** The days of one server with all that happened on them. */
export interface DaysView {
  generatedAt: UnixMs;
  page: PageSettings;
  server: { slug: string; title: string; createdAt: UnixMs };
  /** Oldest first, without holes. */
  days: DayView[];
  /** Of those days, newest first. */
  outages: OutageView[];
  /** Windows of this server that touch those days. */
  maintenance: MaintenanceView[];
  /** Incidents of this server that touch those days. */
  incidents: IncidentHead[];
}

export interface DayCardPart {
  layer: BarLayer;
  /** "Down 12 minutes (0.8%)". */
  text: string;
}

export interface DayCardOutage {
  status: OutageView['status'];
  /** "13:54 to 14:06, 12 minutes". */
  when: string;
  /** "handshake: 401 on initialize". */
  what: string;
}

/** One day in words of the page's language, ready to be shown as text; instants in it are UTC, as the day is. */
export interface DayCard {
  /** `2026-08-12`. */
  date: string;
  /** To be heard: "12 August 2026: 99.167 percent up, 12 minutes down, 1 outage". */
  label: string;
  /** "12 August 2026, UTC". */
  title: string;
  /** "99.167% up"; null when nothing was judged. */
  uptime: string | null;
  /** Empty for a day that was simply up. */
  parts: DayCardPart[];
  /** Newest first, at most eight. */
  outages: DayCardOutage[];
  /** "and 3 more"; null when all are shown. */
  more: string | null;
  /** Incidents and maintenance; `href` leads to the incident. */
  notes: { text: string; href: string | null }[];
  /** "No downtime recorded on this day."; null when there is more to say. */
  remark: string | null;
}
