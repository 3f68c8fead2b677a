// The last lines of a page: when it was made, in which zone, and where machines read the same.
import { type Clock, Moment } from '@/app/ui/moment';
import { zoneText } from '@/lib/core/words/format';

export function Foot({ clock }: { clock: Clock }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6 gap-y-2">
      <p>
        As of <Moment at={clock.now} clock={clock} />, times in {zoneText(clock.timezone)}.
      </p>
      <ul className="flex gap-4">
        <li>
          <a href="/api/v2/summary.json">JSON</a>
        </li>
        <li>
          <a href="/badge.svg">Badge</a>
        </li>
        <li>
          <a href="/maintenance.ics">Maintenance calendar</a>
        </li>
        <li>Rollcall</li>
      </ul>
    </div>
  );
}
