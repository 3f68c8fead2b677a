// What the forms in the bars mean.
import { LAYER_PAINT } from '@/app/ui/day-bars';

const SWATCHES = [
  ['Degraded', LAYER_PAINT.degraded],
  ['Down', LAYER_PAINT.down],
  ['Locked', LAYER_PAINT.locked],
  ['Maintenance', LAYER_PAINT.maintenance],
  ['No data', LAYER_PAINT.gap],
  ['Not watched yet', LAYER_PAINT.rest],
] as const;

export function Legend() {
  return (
    <ul className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-[13px] text-soft" aria-label="Legend of the bars">
      <Swatch word="Up" paint={{ className: 'fill-up-bar' }} />
      {SWATCHES.map(([word, paint]) => (
        <Swatch key={word} word={word} paint={paint} />
      ))}
    </ul>
  );
}

function Swatch({ word, paint }: { word: string; paint: { className?: string; fill?: string } }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg viewBox="0 0 8 14" className="h-3.5 w-2" aria-hidden="true">
        <rect width="8" height="14" {...paint} />
      </svg>
      {word}
    </li>
  );
}
