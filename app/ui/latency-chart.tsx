// Latency as a drawing that needs no script: percent coordinates outside, so that letters keep their size at every width; a
// stretched box inside for the lines. The same figures follow as a table; a crosshair reads them where there is script.
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

interface LatencyChartProps {
  latency: LatencyView;
  outages: OutageView[];
  clock: Clock;
}

export function LatencyChart({ latency, outages, clock }: LatencyChartProps) {
  const drawing = drawLatency(latency, outages, clock.now);
  const words = wordsOf(clock.language).chart;
  const when = (at: UnixMs) => timeText(at, latency, clock);
  const outageCount = drawing.bands.filter(({ status }) => status !== 'maintenance').length;
  const heading = words.heading(words.parts[latency.part], words.ranges[latency.range]);
  return (
    <>
      <div className="relative">
        <svg
          width="100%"
          height={CHART_HEIGHT}
          className="block text-[11px]"
          role="img"
          aria-labelledby="latency-title latency-desc"
        >
          <title id="latency-title">{heading}</title>
          <desc id="latency-desc">{words.description(when(drawing.fromAt), when(drawing.toAt), outageCount)}</desc>
          <Scale drawing={drawing} />
          <Lines drawing={drawing} />
          <Axes drawing={drawing} latency={latency} clock={clock} />
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

/** What lies behind the lines: outages and maintenance, and the rules of the scale. */
function Scale({ drawing }: { drawing: Drawing }) {
  const rules = [...drawing.ticks.map(({ y }) => (y / 100) * PLOT_HEIGHT), PLOT_HEIGHT];
  return (
    <>
      {drawing.bands.map((band) => (
        <rect
          key={`${band.x} ${band.width} ${band.status}`}
          x={`${band.x}%`}
          width={`${band.width}%`}
          height={PLOT_HEIGHT}
          className={BAND_FILLS[band.status]}
          fillOpacity="0.15"
        />
      ))}
      {rules.map((y) => (
        <line key={y} x1="0" x2="100%" y1={y} y2={y} className="stroke-hair" />
      ))}
    </>
  );
}

function Lines({ drawing }: { drawing: Drawing }) {
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

function Axes({ drawing, latency, clock }: { drawing: Drawing; latency: LatencyView; clock: Clock }) {
  return (
    <g className="fill-soft">
      {drawing.ticks.map(({ y, ms }) => (
        // A rim of paper keeps the letters readable where a line runs behind them.
        <text key={ms} x="0" y={(y / 100) * PLOT_HEIGHT - 5} className="stroke-paper stroke-[4px]" paintOrder="stroke">
          {latencyText(ms, clock.language)}
        </text>
      ))}
      {drawing.times.map(({ at, x }, index) => (
        <text key={at} x={`${x}%`} y={CHART_HEIGHT - 4} textAnchor={index === 0 ? 'start' : 'middle'}>
          {timeText(at, latency, clock)}
        </text>
      ))}
    </g>
  );
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
