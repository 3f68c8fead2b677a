// The last lines of a page: when it was made, in which zone, and where machines read the same.
import { type Clock, Moment } from '@/app/ui/moment';

export function Foot({ clock }: { clock: Clock }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-6 gap-y-2">
      <p>
        As of <Moment at={clock.now} clock={clock} />, times in {clock.timezone.replaceAll('_', ' ')}.
      </p>
      <ul className="flex gap-4">
        <li>
          <a href="/api/v2/summary.json">JSON</a>
        </li>
        <li>
          <a href="/badge.svg">Badge</a>
        </li>
        <li>Rollcall</li>
      </ul>
    </div>
  );
}
