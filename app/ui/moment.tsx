// An instant in the page's time zone, with the exact one for machines and on hover.
import { isoText, whenText } from '@/lib/core/format';
import type { UnixMs } from '@/lib/core/time';

/** The one instant and the zone a whole page is drawn for. */
export interface Clock {
  now: UnixMs;
  timezone: string;
}

export function Moment({ at, clock }: { at: UnixMs; clock: Clock }) {
  const iso = isoText(at);
  return (
    <time dateTime={iso} title={iso}>
      {whenText(at, clock.now, clock.timezone)}
    </time>
  );
}
