// Latency as a drawing that needs no script: percent coordinates outside, so that letters keep their size at every width; a
// stretched box inside for bands and lines. The same figures follow as a table; a crosshair reads them where there is script.
import { LatencyCrosshair } from '@/app/ui/client/latency-crosshair';
import { CHART_HEIGHT, PLOT_HEIGHT } from '@/app/ui/latency-chart-size';
import type { Clock } from '@/app/ui/moment';
import { Cell, Table } from '@/app/ui/table';
import { type ChartBand, type LatencyChart as Drawing, drawLatency } from '@/lib/core/drawing/latency-chart';
import type { LatencyPoint, LatencyView } from '@/lib/core/server-page-view';
import { HOUR_MS, type UnixMs } from '@/lib/core/time';
import type { OutageView } from '@/lib/core/view';
import { clockText, dayText, latencyText, zoneText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';

const BAND_FILLS: Record<ChartBand['status'], string> = {
  down: 'fill-down',
  degraded: 'fill-degraded-fill',
  locked: 'fill-locked',
  maintenance: 'fill-maintenance',
};

/** The worst is drawn last. */
const BAND_ORDER = ['maintenance', 'locked', 'degraded', 'down'] as const satisfies ChartBand['status'][];

interface LatencyChartProps {
  latency: LatencyView;
  outages: OutageView[];
  clock: Clock;
}

export function LatencyChart({ latency, outages, clock }: LatencyChartProps) {
  const drawing = drawLatency(latency, outages, clock.now);
  const words = wordsOf(clock.language).chart;
  const when = (at: UnixMs) => timeText(at, latency, clock);
  const heading = words.heading(words.parts[latency.part], words.ranges[latency.range]);
  return (
    <>
      {/* The scale stands left of the plot, where no line runs through it. */}
      <div className="relative ml-12">
        <svg
          width="100%"
          height={CHART_HEIGHT}
          className="block overflow-visible text-[11px]"
          role="img"
          aria-labelledby="latency-title latency-desc"
        >
          <title id="latency-title">{heading}</title>
          <desc id="latency-desc">
            {words.description(when(drawing.fromAt), when(drawing.toAt), drawing.outageCount)}
          </desc>
          <Axes drawing={drawing} latency={latency} clock={clock} />
          <Plot drawing={drawing} />
        </svg>
        <LatencyCrosshair
          label={words.crosshair}
          rest={latency.stepMs === HOUR_MS ? `${words.lines} ${words.hoursIn(zoneText(clock.timezone))}` : words.lines}
          spots={drawing.spots.map(({ point, x, p50, p95 }) => ({
            x,
            p50,
            p95,
            text: readingText(point, { latency, clock }),
          }))}
        />
      </div>
      <Figures latency={latency} clock={clock} />
    </>
  );
}

/** Outages and maintenance behind, the lines before them. */
function Plot({ drawing }: { drawing: Drawing }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      width="100%"
      height={PLOT_HEIGHT}
      className="fill-none"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {BAND_ORDER.filter((status) => drawing.bands.some((band) => band.status === status)).map((status) => (
        // One path a status, so that what is drawn wider than it was does not darken its neighbour.
        <path key={status} d={bandPath(drawing, status)} className={BAND_FILLS[status]} fillOpacity="0.15" />
      ))}
      <path
        d={drawing.p95}
        className="stroke-soft"
        strokeWidth="1.4"
        strokeDasharray="2 4"
        vectorEffect="non-scaling-stroke"
      />
      <path d={drawing.p50} className="stroke-ink" strokeWidth="1.8" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function bandPath({ bands }: Drawing, wanted: ChartBand['status']): string {
  const own = bands.filter(({ status }) => status === wanted);
  return own.map(({ x, width }) => `M${x} 0h${width}v100h-${width}z`).join('');
}

/** The scale and its rules, and the times below. */
function Axes({ drawing, latency, clock }: { drawing: Drawing; latency: LatencyView; clock: Clock }) {
  return (
    <g className="fill-soft">
      {[...drawing.ticks, { y: 100, ms: 0 }].map(({ y, ms }) => (
        <g key={ms}>
          <line x1="0" x2="100%" y1={heightOf(y)} y2={heightOf(y)} className="stroke-hair" />
          <text x="-8" y={heightOf(y) + 4} textAnchor="end">
            {ms === 0 ? '0' : latencyText(ms, clock.language)}
          </text>
        </g>
      ))}
      {drawing.times.map(({ at, x }, index) => (
        <text key={at} x={`${x}%`} y={CHART_HEIGHT - 4} textAnchor={index === 0 ? 'start' : 'middle'}>
          {timeText(at, latency, clock)}
        </text>
      ))}
    </g>
  );
}

/** `y`: percent from the top. */
function heightOf(y: number): number {
  return (y / 100) * PLOT_HEIGHT;
}

function Figures({ latency, clock }: { latency: LatencyView; clock: Clock }) {
  const words = wordsOf(clock.language).chart;
  const first = latency.stepMs === HOUR_MS ? words.heads.hour : words.heads.day;
  const heads = [
    [first, 'w-1/3'],
    [words.heads.p50, 'w-1/3'],
    [words.heads.p95, 'w-1/3'],
  ] as const;
  const figure = (ms: number | null) => (ms === null ? words.noData : latencyText(ms, clock.language));
  return (
    <details className="mt-1 text-sm text-soft">
      <summary className="underline">{words.figures}</summary>
      <div className="mt-2">
        <Table caption={words.caption(words.parts[latency.part], latency.range)} heads={heads}>
          {latency.points.map((point) => (
            <tr key={point.startAt}>
              <Cell isHead>{timeText(point.startAt, latency, clock)}</Cell>
              <Cell>{figure(point.p50Ms)}</Cell>
              <Cell>{figure(point.p95Ms)}</Cell>
            </tr>
          ))}
        </Table>
      </div>
    </details>
  );
}

function readingText({ startAt, p50Ms, p95Ms }: LatencyPoint, { latency, clock }: Omit<LatencyChartProps, 'outages'>) {
  const words = wordsOf(clock.language).chart;
  const when = timeText(startAt, latency, clock);
  if (p50Ms === null || p95Ms === null) return words.noReading(when);
  return words.reading(when, latencyText(p50Ms, clock.language), latencyText(p95Ms, clock.language));
}

/** Hours in the zone of the page. Days are UTC days, as everywhere. */
function timeText(at: UnixMs, { stepMs }: LatencyView, { timezone, language }: Clock): string {
  return stepMs === HOUR_MS ? clockText(at, timezone) : dayText(at, 'UTC', language);
}
