// Latency of a day as a drawing that needs no script: percent coordinates outside, so that letters keep their size at
// every width; a stretched box inside for the lines. The same figures follow as a table.
import { Cell, Table } from '@/app/ui/table';
import { type LatencyChart as Drawing, drawLatency } from '@/lib/core/drawing/latency-chart';
import type { LatencyPoint, OutageView } from '@/lib/core/view';
import { clockText, latencyText } from '@/lib/core/words/format';

const HEIGHT = 170;
/** Above the axis. */
const PLOT = 150;

const TABLE_HEADS = [
  ['Hour', 'w-1/3'],
  ['Median', 'w-1/3'],
  ['95th percentile', 'w-1/3'],
] as const;

const BAND_FILLS: Record<OutageView['status'], string> = {
  down: 'fill-down',
  degraded: 'fill-degraded-fill',
  locked: 'fill-locked',
};

interface LatencyChartProps {
  points: LatencyPoint[];
  outages: OutageView[];
  now: number;
  timezone: string;
}

export function LatencyChart({ points, outages, now, timezone }: LatencyChartProps) {
  const chart = drawLatency(points, outages, now);
  const clocks = [chart.fromAt, (chart.fromAt + chart.toAt) / 2, chart.toAt].map((at) => clockText(at, timezone));
  return (
    <>
      <svg
        width="100%"
        height={HEIGHT}
        className="block text-[11px]"
        role="img"
        aria-label={`Latency of the last 24 hours, ${clocks[0]} to ${clocks[2]}; the figures are in the table below`}
      >
        <Scale chart={chart} />
        <svg
          aria-hidden="true"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          width="100%"
          height={PLOT}
          className="fill-none"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path
            d={chart.p95}
            className="stroke-soft"
            strokeWidth="1.4"
            strokeDasharray="2 4"
            vectorEffect="non-scaling-stroke"
          />
          <path d={chart.p50} className="stroke-ink" strokeWidth="1.8" vectorEffect="non-scaling-stroke" />
        </svg>
        <g className="fill-soft">
          {chart.ticks.map(({ y, label }) => (
            // A rim of paper keeps the letters readable where a line runs behind them.
            <text key={label} x="0" y={(y / 100) * PLOT - 5} className="stroke-paper stroke-[4px]" paintOrder="stroke">
              {label}
            </text>
          ))}
          <text x="0" y={HEIGHT - 4}>
            {clocks[0]}
          </text>
          <text x="50%" y={HEIGHT - 4} textAnchor="middle">
            {clocks[1]}
          </text>
          <text x="100%" y={HEIGHT - 4} textAnchor="end">
            {clocks[2]}
          </text>
        </g>
      </svg>
      <details className="mt-2 text-sm text-soft">
        <summary>
          Solid: median. Dotted: 95th percentile. Shaded: outages. <span className="underline">Show the figures</span>
        </summary>
        <div className="mt-2">
          <Table caption="Latency by hour, last 24 hours" heads={TABLE_HEADS}>
            {points.map((point) => (
              <tr key={point.startAt}>
                <Cell isHead>{clockText(point.startAt, timezone)}</Cell>
                <Cell>{point.p50Ms === null ? 'no data' : latencyText(point.p50Ms)}</Cell>
                <Cell>{point.p95Ms === null ? 'no data' : latencyText(point.p95Ms)}</Cell>
              </tr>
            ))}
          </Table>
        </div>
      </details>
    </>
  );
}

/** What lies behind the lines: outages, and the rules of the scale. */
function Scale({ chart }: { chart: Drawing }) {
  const lines = [...chart.ticks.map(({ y }) => (y / 100) * PLOT), PLOT];
  return (
    <>
      {chart.bands.map((band) => (
        <rect
          key={`${band.x} ${band.status}`}
          x={`${band.x}%`}
          width={`${band.width}%`}
          height={PLOT}
          className={BAND_FILLS[band.status]}
          fillOpacity="0.15"
        />
      ))}
      {lines.map((y) => (
        <line key={y} x1="0" x2="100%" y1={y} y2={y} className="stroke-hair" />
      ))}
    </>
  );
}
