// Spans of time as people write them: "500ms", "30s", "2m", "1h", "1d", or a number of seconds. Pure.
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';

const UNIT_MS: Record<string, number> = { ms: 1, s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS };

export const DURATION_PATTERN = /^\d+(\.\d+)?(ms|s|m|h|d)$/;

/** Milliseconds, whole; null for anything that is no such span ("-5s", "soon", a text without a unit). */
export function parseDuration(value: string | number): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? Math.round(value * SECOND_MS) : null;
  const text = value.trim();
  if (!DURATION_PATTERN.test(text)) return null;
  const unit = text.replace(/^[\d.]+/, '');
  return Math.round(Number.parseFloat(text) * (UNIT_MS[unit] ?? Number.NaN));
}

/** The shortest exact form: 60 000 is "1m", 1 500 is "1500ms". */
export function formatDuration(ms: number): string {
  const unit = ['d', 'h', 'm', 's'].find((name) => ms % (UNIT_MS[name] ?? 1) === 0 && ms > 0) ?? 'ms';
  return `${ms / (UNIT_MS[unit] ?? 1)}${unit}`;
}
