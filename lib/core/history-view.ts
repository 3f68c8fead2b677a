// What readers get of one server's past, beyond what its page shows: plain values without secrets, for /api/v1.

import type { Verdict } from '@/lib/core/status/verdict';
import type { UnixMs } from '@/lib/core/time';
import type { DayView, Reason, ToolView } from '@/lib/core/view';

/** One visit, as it was heard; the status that came of it may differ, since runs of checks decide that. */
export interface CheckView {
  at: UnixMs;
  verdict: Verdict;
  /** Null when up. */
  reason: Reason | null;
  latencyMs: number | null;
  reachMs: number | null;
  handshakeMs: number | null;
  toolsMs: number | null;
  dependenciesMs: number | null;
  /** Null when the list was not obtained. */
  toolCount: number | null;
}

/** A stretch of visits, newest first. */
export interface ChecksView {
  checks: CheckView[];
  /** Instant before which the next, older stretch begins; null when this was the last. */
  olderThan: UnixMs | null;
}

export interface UptimeDaysView {
  /** Over all the days; null when nothing was judged. */
  uptime: number | null;
  /** Oldest first; the last one is today so far. */
  days: DayView[];
}

export interface ToolsView {
  /** Sorted by name. */
  tools: ToolView[];
  /** Since when the list has been as it is; null before the first list. */
  unchangedSince: UnixMs | null;
}
