// The last lines of a page: when it was made, in which zone, and where machines read the same.
import { type Clock, Moment } from '@/app/ui/moment';
import { zoneText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';

export function Foot({ clock }: { clock: Clock }) {
  const words = wordsOf(clock.language).page;
  return (
    <div className="flex flex-wrap justify-between gap-x-6 gap-y-2">
      <p>
        {words.asOf}
        <Moment at={clock.now} clock={clock} />
        {words.timesIn}
        <span data-zone="">{zoneText(clock.timezone)}</span>.
      </p>
      <ul className="flex gap-4">
        <li>
          <a href="/api/v2/summary.json">JSON</a>
        </li>
        <li>
          <a href="/badge.svg">{words.badge}</a>
        </li>
        <li>
          <a href="/maintenance.ics">{words.calendar}</a>
        </li>
        <li>Rollcall</li>
      </ul>
    </div>
  );
}
