// Incidents of the past by day, quiet days included where the view has them.
import { fold } from '@/app/ui/fold';
import { IncidentEntry } from '@/app/ui/incident-card';
import type { Clock } from '@/app/ui/moment';
import { noonOf } from '@/lib/core/incident/incident-days';
import type { IncidentDayView, IncidentView } from '@/lib/core/incident-view';
import { isoText, longDayText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';

interface IncidentDaysProps {
  days: readonly IncidentDayView[];
  clock: Clock;
  /** The date of today where it is among them. */
  today: string | null;
  /** Of the headings of the days: they follow that of the page, or of its part. */
  level: 2 | 3;
}

export function IncidentDays({ days, clock, today, level }: IncidentDaysProps) {
  const Day = level === 2 ? 'h2' : 'h3';
  const words = wordsOf(clock.language).incidents;
  return (
    <ol>
      {days.map(({ date, incidents }) => (
        <li key={date} className="border-t border-hair py-3">
          <Day className="text-sm font-semibold text-soft">
            <time dateTime={isoText(noonOf(date)).slice(0, 10)}>
              {longDayText(noonOf(date), 'UTC', clock.language)}
            </time>
          </Day>
          {incidents.length === 0 ? (
            <p className="text-sm text-soft">{date === today ? words.noneToday : words.none}</p>
          ) : (
            <Entries incidents={incidents} clock={clock} level={level} />
          )}
        </li>
      ))}
    </ol>
  );
}

/** A flapping server would push the other days out of sight. */
const UNFOLDED = 4;

interface EntriesProps extends Pick<IncidentDaysProps, 'clock' | 'level'> {
  incidents: readonly IncidentView[];
}

function Entries({ incidents, clock, level }: EntriesProps) {
  const entry = (incident: IncidentView) => (
    <IncidentEntry key={incident.id} incident={incident} clock={clock} level={level === 2 ? 3 : 4} />
  );
  const { shown, rest } = fold(incidents, UNFOLDED);
  return (
    <>
      {shown.map(entry)}
      {rest.length > 0 && (
        <details className="mt-2">
          <summary className="text-sm text-soft">{wordsOf(clock.language).incidents.moreThatDay(rest.length)}</summary>
          {rest.map(entry)}
        </details>
      )}
    </>
  );
}
