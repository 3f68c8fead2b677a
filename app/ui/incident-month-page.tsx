// One month of incidents as a picture of one view, with the ways to its neighbours.
import { Foot } from '@/app/ui/foot';
import { IncidentDays } from '@/app/ui/incident-days';
import { clockOf } from '@/app/ui/moment';
import { PageFrame } from '@/app/ui/page-frame';
import { PageTitle } from '@/app/ui/page-title';
import { noonOfMonth } from '@/lib/core/incident/incident-days';
import type { IncidentMonthView } from '@/lib/core/incident-view';
import { monthText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';

export function IncidentMonthPage({ view }: { view: IncidentMonthView }) {
  const { page, month, days, previous, next } = view;
  const clock = clockOf(view);
  const words = wordsOf(clock.language).incidents;
  const name = (text: string) => monthText(noonOfMonth(text), 'UTC', clock.language);
  return (
    <PageFrame page={page} at="incidents" foot={<Foot clock={clock} />}>
      <PageTitle>{words.incidentsOf(name(month))}</PageTitle>
      {days.length === 0 ? (
        <p className="border-t border-hair py-3 text-soft">{words.noneInMonth}</p>
      ) : (
        <IncidentDays days={days} clock={clock} today={null} level={2} />
      )}
      <nav aria-label={words.months} className="mt-6 flex justify-between gap-4 text-sm print:hidden">
        <span>
          {previous && (
            <a href={`/incidents?month=${previous}`} rel="prev" className="underline underline-offset-3">
              {`← ${name(previous)}`}
            </a>
          )}
        </span>
        <span>
          {next && (
            <a href={`/incidents?month=${next}`} rel="next" className="underline underline-offset-3">
              {`${name(next)} →`}
            </a>
          )}
        </span>
      </nav>
    </PageFrame>
  );
}
