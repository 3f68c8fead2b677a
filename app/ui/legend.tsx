// What the forms in the bars mean.
import { LAYER_PAINT } from '@/app/ui/day-bars';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

const SWATCHES = ['degraded', 'down', 'locked', 'maintenance', 'gap', 'rest'] as const;

export function Legend({ language }: { language: Language }) {
  const { legend, layers } = wordsOf(language).bars;
  return (
    <ul className="mt-4 flex flex-wrap gap-x-4 gap-y-1 text-[13px] text-soft" aria-label={legend}>
      <Swatch word={layers.up} paint={{ className: 'fill-up-bar' }} />
      {SWATCHES.map((layer) => (
        <Swatch key={layer} word={layers[layer]} paint={LAYER_PAINT[layer]} />
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
