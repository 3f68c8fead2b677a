'use client';
// Reads the latency chart under the pointer, or by the arrow keys; without script the chart stands for itself. It gets its
// texts ready made and knows neither instants nor words.
import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react';
import { CHART_HEIGHT, PLOT_HEIGHT } from '@/app/ui/latency-chart-size';

export interface Spot {
  /** Percent from the left and from the top. */
  x: number;
  p50: number | null;
  p95: number | null;
  text: string;
}

interface LatencyCrosshairProps {
  label: string;
  /** What stands below while nothing is pointed at. */
  rest: string;
  spots: Spot[];
}

export function LatencyCrosshair({ label, rest, spots }: LatencyCrosshairProps) {
  // Without script there would be something to focus that answers nothing.
  const [isLive, setLive] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => setLive(true), []);
  const spot = at === null ? undefined : spots[at];
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt(nearest(spots, ((event.clientX - box.left) / box.width) * 100));
  };
  const press = (event: KeyboardEvent) => {
    const next = afterKey(event.key, at ?? spots.length, spots.length);
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  return (
    <>
      {isLive && (
        <div
          className="absolute inset-x-0 top-0 touch-pan-y"
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={spots.length - 1}
          aria-valuenow={at ?? spots.length - 1}
          aria-valuetext={(spot ?? spots.at(-1))?.text}
          onPointerDown={point}
          onPointerMove={point}
          onPointerLeave={() => setAt(null)}
          onKeyDown={press}
          onBlur={() => setAt(null)}
        >
          <svg width="100%" height={CHART_HEIGHT} className="block" aria-hidden="true">
            {spot && <Cross spot={spot} />}
          </svg>
        </div>
      )}
      {/* Both in one cell, so that nothing below moves. */}
      <p className="mt-1 -ml-12 grid text-[13px] text-soft *:[grid-area:1/1]" aria-hidden={spot !== undefined}>
        <span className={spot && 'invisible'}>{rest}</span>
        {spot && <span>{spot.text}</span>}
      </p>
    </>
  );
}

function Cross({ spot }: { spot: Spot }) {
  const y = (percent: number) => (percent / 100) * PLOT_HEIGHT;
  return (
    <g className="pointer-events-none">
      <line x1={`${spot.x}%`} x2={`${spot.x}%`} y1={0} y2={PLOT_HEIGHT} className="stroke-soft" />
      {spot.p95 !== null && <circle cx={`${spot.x}%`} cy={y(spot.p95)} r={3.5} className="fill-paper stroke-soft" />}
      {spot.p50 !== null && <circle cx={`${spot.x}%`} cy={y(spot.p50)} r={3.5} className="fill-ink" />}
    </g>
  );
}

function nearest(spots: readonly Spot[], x: number): number {
  let best = 0;
  for (const [index, spot] of spots.entries()) {
    if (Math.abs(spot.x - x) < Math.abs((spots[best]?.x ?? 0) - x)) best = index;
  }
  return best;
}

/** Undefined for a key that means nothing here, null where the crosshair goes away. */
function afterKey(key: string, at: number, count: number): number | null | undefined {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, at - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count - 1, at + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}
