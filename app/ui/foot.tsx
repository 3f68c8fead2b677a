// The last sentence of a page: when it was made and in which zone its times are, which is the visitor's own where there is
// script.
import { LocalTimes } from '@/app/ui/client/local-times';
import { type Clock, Moment } from '@/app/ui/moment';
import { zoneText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';

export function Foot({ clock }: { clock: Clock }) {
  const { now, timezone, language } = clock;
  const words = wordsOf(language).page;
  return (
    <p>
      {words.asOf}
      <Moment at={now} clock={clock} />
      {words.timesIn}
      <span data-zone="">{zoneText(timezone)}</span>.
      <LocalTimes now={now} timezone={timezone} language={language} />
    </p>
  );
}
