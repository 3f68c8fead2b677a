// The bars of a server: one column a day, oldest first, as a handful of SVG paths (an element a day would make the
// page five times as heavy). It decides shapes and words; it knows no colours.
//
//   full day up      2 h down, rest up     no data        today at 14:00    not known yet
//      ████              ▀▀▀▀                ////              ....              ....
//      ████              ████                ////              ████              ....

import { DAY_MS, startOfDay } from '@/lib/core/time';
import type { DayView } from '@/lib/core/view';
import { dayText, uptimeFigure } from '@/lib/core/words/format';
import { DEFAULT_LANGUAGE, type Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';
import { clamp } from './clamp';
import { BAR_LAYERS, type BarLayer, type BarLife, type DayShares, sharesOf } from './day-shares';

export const BAR_DAYS = 90;
/** In units of the view box; at the page's full width a unit is a pixel, so that columns are sharp. */
export const BAR = { width: 6, pitch: 8, height: 34 } as const;
export const BARS_WIDTH = BAR_DAYS * BAR.pitch - (BAR.pitch - BAR.width);

export interface BarPath {
  layer: BarLayer;
  /** `up` is a line to be stroked `BAR.height` wide and dashed into columns; every other layer is filled. */
  d: string;
}

/** From the top of a column to its foot, so that trouble hangs from one line and the eye finds it. */
const TOP_DOWN = ['rest', 'down', 'degraded', 'locked', 'maintenance', 'gap'] as const satisfies BarLayer[];
/** An outage of a minute must be seen: the least height of a stretch that is not up, 9 % of a column. */
const FLOOR = 3;
/** A day known only in part (today, the day of birth) is at least this high, even a minute after midnight. */
const PART_FLOOR = 8;
/** Less would be rounded to a block of no height. */
const LEAST = 0.5;
/** What is left of green under trouble when part of the day was up. */
const UP_FLOOR = 2;
export interface BarsInput extends BarLife {
  days: readonly DayView[];
}

export function drawBars({ days, now, createdAt }: BarsInput): BarPath[] {
  const today = startOfDay(now);
  const byStart = new Map(days.map((day) => [day.startAt, day]));
  const paths: Record<BarLayer, string> = {
    up: '',
    rest: '',
    gap: '',
    maintenance: '',
    locked: '',
    degraded: '',
    down: '',
  };
  let runStart: number | null = null;
  for (let index = 0; index < BAR_DAYS; index++) {
    const startAt = today - (BAR_DAYS - 1 - index) * DAY_MS;
    const shares = sharesOf(byStart.get(startAt), startAt, { now, createdAt });
    for (const { layer, top, height } of stack(shares)) paths[layer] += column(index, top, height);
    if (shares.up > 0) runStart ??= index;
    if (runStart !== null && (shares.up === 0 || index === BAR_DAYS - 1)) {
      paths.up += run(runStart, shares.up === 0 ? index - 1 : index);
      runStart = null;
    }
  }
  return BAR_LAYERS.flatMap((layer) => (paths[layer] === '' ? [] : [{ layer, d: paths[layer] }]));
}

/** What the bars say aloud: "90 days: 99.93 percent uptime, 3 days with downtime, worst 12 Aug". Days are UTC days. */
export function barsLabel(
  { days, now, createdAt }: BarsInput,
  uptime: number | null,
  language: Language = DEFAULT_LANGUAGE,
): string {
  const words = wordsOf(language).bars;
  const known = days.filter((day) => day.startAt + DAY_MS > createdAt && day.startAt <= now);
  const span = known.length > 1 ? words.days(known.length) : words.today;
  if (uptime === null) return words.noUptimeYet(span);
  const facts = [words.percentUptime(uptimeFigure(uptime, language)), downtimeFact(known, language)];
  const gaps = known.filter((day) => sharesOf(day, day.startAt, { now, createdAt }).gap > 0).length;
  if (gaps > 0) facts.push(words.gapDays(gaps));
  return `${span}: ${facts.join(', ')}`;
}

function downtimeFact(days: readonly DayView[], language: Language): string {
  const { noDowntime, downDays } = wordsOf(language).bars;
  const bad = days.filter((day) => day.ms.down > 0);
  const [first] = bad;
  if (!first) return noDowntime;
  const worst = bad.reduce((most, day) => (day.ms.down > most.ms.down ? day : most), first);
  return downDays(bad.length, dayText(worst.startAt, 'UTC', language));
}

interface Block {
  layer: (typeof TOP_DOWN)[number];
  top: number;
  height: number;
}

/** The blocks that lie over the column of a day; what they leave free is up. */
function stack(shares: DayShares): Block[] {
  const blocks: Block[] = [];
  const foot = BAR.height - (shares.up > 0 ? UP_FLOOR : 0);
  let top = 0;
  for (const layer of TOP_DOWN) {
    const ideal = shares[layer] * BAR.height;
    const isTrouble = layer !== 'rest' && layer !== 'gap';
    if (ideal === 0 || (!isTrouble && ideal < LEAST)) continue;
    const most = layer === 'rest' && ideal < BAR.height ? foot - PART_FLOOR : foot - top;
    const height = clamp(isTrouble ? Math.max(ideal, FLOOR) : ideal, 0, most);
    if (height < LEAST) continue;
    blocks.push({ layer, top, height });
    top += height;
  }
  // Nothing of the day was up: the lowest block reaches the ground, and no sliver of ground shows through.
  const lowest = blocks.at(-1);
  if (lowest && shares.up === 0) lowest.height = BAR.height - lowest.top;
  return blocks;
}

function column(index: number, top: number, height: number): string {
  return `M${index * BAR.pitch} ${short(top)}h${BAR.width}v${short(height)}h-${BAR.width}z`;
}

/** A stroke along the middle; its dashes, one a day, begin anew with each run. */
function run(first: number, last: number): string {
  return `M${first * BAR.pitch} ${BAR.height / 2}H${last * BAR.pitch + BAR.width}`;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
