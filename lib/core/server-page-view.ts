// What only a server's own page tells, beside what every reader gets (view.ts): plain values without secrets, bounded.

import type { ToolDetail } from '@/lib/core/catalogue/tool-detail';
import type { StatusMs } from '@/lib/core/history/rollup';
import type { LatencyChoice } from '@/lib/core/history/stage-latency';
import type { MaintenanceView } from '@/lib/core/maintenance-view';
import type { Dialect } from '@/lib/core/outcome';
import type { PageSettings } from '@/lib/core/page-settings';
import type { Span, UnixMs } from '@/lib/core/time';
import type { DayView, DriftView, OutageView, ServerView } from '@/lib/core/view';

export const UPTIME_SPANS = ['24h', '7d', '30d', '90d', '365d'] as const;
export type UptimeSpan = (typeof UPTIME_SPANS)[number];

/** Uptime with the time it is made of. */
export interface SpanView {
  span: UptimeSpan;
  /** Null when nothing was judged. */
  uptime: number | null;
  ms: StatusMs;
}

/** One hour, or one day, of a latency chart. */
export interface LatencyPoint {
  startAt: UnixMs;
  /** Null when nothing was measured. */
  p50Ms: number | null;
  p95Ms: number | null;
}

export interface LatencyView extends LatencyChoice {
  /** What the points cover: from the start of the first one to now. */
  fromAt: UnixMs;
  /** Length of a point: an hour or a day. */
  stepMs: number;
  /** Oldest first. */
  points: LatencyPoint[];
  /** Over all of it; null when nothing was measured. */
  p50Ms: number | null;
  p95Ms: number | null;
  /** Announced work in this time, earliest first. */
  maintenance: Span[];
}

/** The days of one dependency that /health names at present. */
export interface DependencyHistory {
  name: string;
  days: DayView[];
  uptime: number | null;
}

/** The part of the list that was asked for. */
export interface CatalogueView {
  /** In the whole list. */
  total: number;
  /** That fit the search; all of them without one. */
  found: number;
  query: string;
  /** From 1. */
  page: number;
  pages: number;
  /** Sorted by name. */
  tools: ToolDetail[];
}

/**
 * How it stands with our credential: `none` was ever needed, `missing` (asked for and not configured), `untried` so far,
 * `accepted`, `rejected`. Which credential it is, and when it ends, is nobody's business here.
 */
export type CredentialState = 'none' | 'missing' | 'untried' | 'accepted' | 'rejected';

export interface ServerFacts {
  dialect: Dialect | null;
  /** On the first page of each list; null when the server advertises none. */
  resourceCount: number | null;
  promptCount: number | null;
  credential: CredentialState;
  /** The address that the configuration publishes for visitors; null when it does not. */
  publicUrl: string | null;
}

/** One server's own page. */
export interface ServerPageView {
  generatedAt: UnixMs;
  page: PageSettings;
  server: ServerView;
  /** Active now, and coming within 7 days, of this server. */
  maintenance: MaintenanceView[];
  facts: ServerFacts;
  /** What it offers, as far as it was asked for. */
  catalogue: CatalogueView;
  /** Since when the list has been as it is. */
  toolsUnchangedSince: UnixMs | null;
  /** Newest first, last 90 days, at most 50. */
  drifts: DriftView[];
  /** Newest first, last 90 days, at most 50. */
  outages: OutageView[];
  latency: LatencyView;
  /** Shortest first. */
  spans: SpanView[];
  /** By name, of those that the server names at present. */
  dependencyHistory: DependencyHistory[];
  isDelayed: boolean;
}
