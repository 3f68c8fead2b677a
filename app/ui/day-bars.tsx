// Ninety days as a few paths; a narrow page shows the last sixty or thirty of the same drawing. Needs <BarPatterns/>
// once on the page.
import { Drawing } from '@/app/ui/drawing';
import { BAR, BARS_WIDTH, type BarPath, type BarsInput, barsLabel, drawBars } from '@/lib/core/drawing/bars';
import type { BarLayer } from '@/lib/core/drawing/day-shares';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

/** How each layer is painted. Down is solid, degraded is striped, no data is hatched: readable without colour. */
export const LAYER_PAINT: Record<Exclude<BarLayer, 'up'>, { className?: string; fill?: string }> = {
  rest: { className: 'fill-rest' },
  gap: { fill: 'url(#bar-gap)' },
  maintenance: { className: 'fill-maintenance' },
  locked: { className: 'fill-locked' },
  degraded: { fill: 'url(#bar-degraded)' },
  down: { className: 'fill-down' },
};

/** What lies over "up" carries a rim of paper, so that red never touches green. */
const RIM = 'stroke-paper stroke-3 [paint-order:stroke]';
const RUN = `class="stroke-up-bar" stroke-width="${BAR.height}" stroke-dasharray="${BAR.width} ${BAR.pitch - BAR.width}"`;

/**
 * Widths that put the last 30, 60 or 90 columns exactly into the frame: n columns are 8n - 2 units wide, so 718 / 238,
 * 718 / 478 and 1; the margin is what hangs out to the left.
 */
const CROP = 'w-[301.6807%] -ml-[201.6807%] sm:w-[150.2092%] sm:-ml-[50.2092%] md:w-full md:ml-0';

interface DayBarsProps {
  server: { slug: string; title: string };
  bars: BarsInput;
  uptime: number | null;
  language: Language;
}

/** Links to the calendar, which says the same as a table; the day explorer makes single days of it reachable. */
export function DayBars({ server, bars, uptime, language }: DayBarsProps) {
  const { toolbar } = wordsOf(language).day;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form, so no fieldset.
    <div data-bars={server.slug} role="group" aria-label={toolbar(server.title)} className="relative">
      <a
        href={`/uptime?server=${server.slug}`}
        aria-label={barsLabel(bars, uptime, language)}
        className="block overflow-hidden"
      >
        <BarDrawing bars={bars} />
      </a>
      <span data-bars-slot="" />
    </div>
  );
}

export function BarDrawing({ bars }: { bars: BarsInput }) {
  return (
    <Drawing
      viewBox={`0 0 ${BARS_WIDTH} ${BAR.height}`}
      preserveAspectRatio="none"
      className={`block h-8.5 max-w-none ${CROP}`}
      markup={drawBars(bars).map(pathMarkup).join('')}
    />
  );
}

function pathMarkup({ layer, d }: BarPath): string {
  if (layer === 'up') return `<path ${RUN} d="${d}"/>`;
  const { className = '', fill } = LAYER_PAINT[layer];
  return `<path class="${RIM} ${className}"${fill ? ` fill="${fill}"` : ''} d="${d}"/>`;
}
