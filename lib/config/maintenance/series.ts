// When a repeated window begins. The rule runs over what the clocks on the wall show, where every day has 24 hours; only
// what it names is then turned into instants. So a day on which the clocks change is no special case of the rule.
import { RRuleTemporal } from 'rrule-temporal';
import { DAY_MS, type Span, type UnixMs } from '@/lib/core/time';
import { instantOf, type WallMs, wallClockAt } from '@/lib/core/wall-clock';
import type { Recurrence } from './recurrence';

export interface Series {
  /** From here on the rule counts; itself a beginning only if the rule names it. */
  startWallMs: WallMs;
  /** IANA name. */
  timezone: string;
  recurrence: Recurrence;
  /** Days on which it does not begin, `2026-12-24`. */
  except: ReadonlySet<string>;
}

export interface Occurrence {
  /** As the rule names it. */
  wallMs: WallMs;
  /** The same, or later where the clocks skip it (instantOf). */
  startAt: UnixMs;
}

/** No zone shows more than 14 hours more or less than UTC, and no change of the clocks that counts skips a day. */
const ZONE_MARGIN_MS = 2 * DAY_MS;
/** More days than lie between 1970 and 2199, so a rule within our limits never meets it. */
const STEP_LIMIT = 100_000;

/** All that begin in the span, in order of time. */
export function occurrencesIn(series: Series, { startAt, endAt }: Span): Occurrence[] {
  const fromMs = Math.max(series.startWallMs, startAt - ZONE_MARGIN_MS);
  return wallClocks(series, fromMs, endAt + ZONE_MARGIN_MS)
    .map((wallMs) => ({ wallMs, startAt: instantOf(wallMs, series.timezone) }))
    .filter((occurrence) => isReal(occurrence, series) && isIncluded(occurrence, series))
    .filter((occurrence) => occurrence.startAt >= startAt && occurrence.startAt < endAt);
}

function wallClocks({ startWallMs, recurrence }: Series, fromMs: WallMs, toMs: WallMs): WallMs[] {
  if (toMs < startWallMs) return [];
  const rule = new RRuleTemporal({
    rruleString: `DTSTART:${utcText(anchor(startWallMs, recurrence, fromMs))}\nRRULE:${recurrence.rule}`,
    maxIterations: STEP_LIMIT,
    cache: false,
  });
  return rule.between(new Date(fromMs), new Date(toMs), true).map(({ epochMilliseconds }) => epochMilliseconds);
}

/**
 * The library walks day by day from the beginning when a rule has filters: half a second for a thousand rules of twenty
 * years. Whole periods can be skipped, unless the rule counts. Months and years are few enough.
 */
function anchor(startWallMs: WallMs, { frequency, interval, isCounted }: Recurrence, fromMs: WallMs): WallMs {
  if (isCounted || frequency === 'MONTHLY' || frequency === 'YEARLY') return startWallMs;
  const periodMs = interval * (frequency === 'WEEKLY' ? 7 : 1) * DAY_MS;
  // One period less: the week in which the anchor lies is complete then.
  const periods = Math.floor((fromMs - startWallMs) / periodMs) - 1;
  return startWallMs + Math.max(0, periods) * periodMs;
}

/** Samoa had no 30 December 2011: a day that does not exist at all cannot be moved, it is left out. */
function isReal({ wallMs, startAt }: Occurrence, { timezone }: Series): boolean {
  return wallClockAt(startAt, timezone) - wallMs < DAY_MS;
}

function isIncluded({ wallMs, startAt }: Occurrence, { recurrence: { until }, except }: Series): boolean {
  if (except.has(new Date(wallMs).toISOString().slice(0, 10))) return false;
  if (until === null) return true;
  return until.kind === 'wall' ? wallMs <= until.wallMs : startAt <= until.at;
}

/** `20261201T220000Z` */
function utcText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}
