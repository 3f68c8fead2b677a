// What readers get of one month: each day as it was, of one server or of all together.
import type { DaysView } from '@/lib/core/day-view';
import type { StatusMs } from '@/lib/core/history/rollup';
import type { PageSettings } from '@/lib/core/page-settings';
import type { UnixMs } from '@/lib/core/time';
import type { DayView } from '@/lib/core/view';

/** A server that was not well on a day. */
export interface TroubledServer {
  slug: string;
  title: string;
  ms: Pick<StatusMs, 'down' | 'degraded' | 'locked'>;
}

export interface CalendarDay extends DayView {
  /** In the order of the page. */
  troubled: TroubledServer[];
}

export interface CalendarView {
  generatedAt: UnixMs;
  page: PageSettings;
  /** `2026-11`. */
  month: string;
  /** Null where the history or the present ends. */
  previous: string | null;
  next: string | null;
  /** All that can be chosen. */
  servers: { slug: string; title: string }[];
  /** The one that was chosen, with what happened on its days; null for all servers together. */
  chosen: DaysView | null;
  /** All days of the month, those to come too; the time of all servers is added up. */
  days: CalendarDay[];
  /** Over the month; null when nothing was judged. */
  uptime: number | null;
  /** When the first server was known. */
  knownSince: UnixMs;
}
