// Uptime over five spans, side by side.
import { formatUptime } from '@/lib/core/history/uptime';
import type { UptimeView } from '@/lib/core/view';

export function UptimeTiles({ uptime, year }: { uptime: UptimeView; year: number | null }) {
  const tiles = [
    ['24 hours', uptime['24h']],
    ['7 days', uptime['7d']],
    ['30 days', uptime['30d']],
    ['90 days', uptime['90d']],
    ['1 year', year],
  ] as const;
  return (
    <dl className="flex flex-wrap overflow-hidden rounded-md border border-hair">
      {tiles.map(([span, ratio]) => (
        <div
          key={span}
          className="-mt-px -ml-px flex flex-1 basis-22 flex-col-reverse border-t border-l border-hair px-3 py-3 sm:px-3.5"
        >
          <dt className="text-[13px] text-soft">{span}</dt>
          <dd className="text-lg font-semibold sm:text-xl tracking-[-0.01em]">
            {ratio === null ? <NoFigure /> : formatUptime(ratio)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A dash for the eye; aloud a dash is nothing at all. */
function NoFigure() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">no data</span>
    </>
  );
}
