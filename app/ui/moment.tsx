// An instant in the page's time zone, with the exact one for machines and on hover.

import type { PageSettings } from '@/lib/core/page-settings';
import type { UnixMs } from '@/lib/core/time';
import { isoText, whenText } from '@/lib/core/words/format';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

/** The one instant, the zone and the language a whole page is drawn for. */
export interface Clock {
  now: UnixMs;
  timezone: string;
  language: Language;
  /** These instants are told in just this zone, whatever the visitor's own is. */
  isFixed?: boolean;
}

export function clockOf({ generatedAt, page }: { generatedAt: UnixMs; page: PageSettings }): Clock {
  return { now: generatedAt, timezone: page.timezone, language: page.language };
}

/** "21 Nov, 22:36 to 22:47": the second instant only says what the first did not. */
export function Stretch({ from, to, clock }: { from: UnixMs; to: UnixMs; clock: Clock }) {
  return (
    <>
      <Moment at={from} clock={clock} />
      {wordsOf(clock.language).page.to}
      <Moment at={to} clock={{ ...clock, now: from }} isNear />
    </>
  );
}

interface MomentProps {
  at: UnixMs;
  clock: Clock;
  /** It is said in the light of another instant than the page's own: only what differs from `clock.now`. */
  isNear?: boolean;
}

/** In the zone of the page; LocalTimes turns it into the visitor's own. */
export function Moment({ at, clock, isNear = false }: MomentProps) {
  const iso = isoText(at);
  return (
    <time
      dateTime={iso}
      title={iso}
      data-moment={clock.isFixed ? undefined : ''}
      data-near={isNear ? clock.now : undefined}
    >
      {whenText(at, clock.now, clock.timezone, clock.language)}
    </time>
  );
}
