// Incidents of the past by day, quiet days included where the view has them.
import { IncidentEntry } from '@/app/ui/incident-card';
import type { Clock } from '@/app/ui/moment';
import { noonOf } from '@/lib/core/incident/incident-days';
import type { IncidentDayView } from '@/lib/core/incident-view';
import { isoText, longDayText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';

interface IncidentDaysProps {
  days: readonly IncidentDayView[];
  clock: Clock;
  /** The date of today where it is among them. */
  today: string | null;
}

export function IncidentDays({ days, clock, today }: IncidentDaysProps) {
  const words = wordsOf(clock.language).incidents;
  return (
    <ol>
      {days.map(({ date, incidents }) => (
        <li key={date} className="border-t border-hair py-3">
          <h3 className="text-sm text-soft">
            <time dateTime={isoText(noonOf(date)).slice(0, 10)}>
              {longDayText(noonOf(date), 'UTC', clock.language)}
            </time>
          </h3>
          {incidents.length === 0 ? (
            <p className="text-sm text-soft">{date === today ? words.noneToday : words.none}</p>
          ) : (
            incidents.map((incident) => <IncidentEntry key={incident.id} incident={incident} clock={clock} />)
          )}
        </li>
      ))}
    </ol>
  );
}
