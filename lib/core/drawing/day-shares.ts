// How one day of a server was spent, as shares of it: what its column is made of, and what its card tells.
import { DAY_MS, MINUTE_MS, type UnixMs } from '@/lib/core/time';
import type { DayView } from '@/lib/core/view';
import { clamp } from './clamp';

/** Painted in this order over one another. `rest`: what is still to come today, and days before the server was known. */
export const BAR_LAYERS = ['up', 'rest', 'gap', 'maintenance', 'locked', 'degraded', 'down'] as const;
export type BarLayer = (typeof BAR_LAYERS)[number];

/** Shares of one whole UTC day, 0 to 1; they sum to 1. */
export type DayShares = Record<BarLayer, number>;

export interface BarLife {
  now: UnixMs;
  /** Days before it are not "no data": nobody knew the server. */
  createdAt: UnixMs;
}

/** A stretch without data that is shorter is not drawn. */
const GAP_FLOOR_MS = 30 * MINUTE_MS;

/** How a day was spent. Time that nobody booked is `gap` in the past and `rest` where it is yet to come. */
export function sharesOf(day: DayView | undefined, startAt: UnixMs, life: BarLife): DayShares {
  const { up = 0, degraded = 0, down = 0, locked = 0, maintenance = 0 } = day?.ms ?? {};
  const judged = up + degraded + down + locked + maintenance;
  const unborn = clamp(life.createdAt - startAt, 0, DAY_MS);
  const toCome = clamp(startAt + DAY_MS - life.now, 0, DAY_MS);
  const rest = clamp(unborn + toCome, 0, Math.max(0, DAY_MS - judged));
  const gap = Math.max(0, DAY_MS - judged - rest);
  const parts = { up, degraded, down, locked, maintenance, rest, gap: 0 };
  // A small gap is no blindness: the newest minutes are booked when the next check has decided them.
  parts[gap >= GAP_FLOOR_MS ? 'gap' : up > 0 ? 'up' : 'rest'] += gap;
  const total = judged + rest + gap;
  for (const layer of BAR_LAYERS) parts[layer] /= total;
  return parts;
}
