// The two places of incidents on the status page: those going on, above the list; the last days, under it.
import { IncidentCard, IncidentLine } from '@/app/ui/incident-card';
import { IncidentDays } from '@/app/ui/incident-days';
import { clockOf } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { Section } from '@/app/ui/section';
import { INCIDENT_IMPACTS } from '@/lib/core/incident/incident';
import type { IncidentsView, IncidentView } from '@/lib/core/incident-view';
import type { ServerView } from '@/lib/core/view';
import { wordsOf } from '@/lib/core/words/words';

/** The list below stays in reach. */
const MOST_CARDS = 4;
const MOST_LINES = 5;

export function CurrentIncidents({ view }: { view: IncidentsView }) {
  const current = view.current.toSorted(worstFirst);
  if (current.length === 0) return null;
  const clock = clockOf(view);
  const words = wordsOf(clock.language).incidents;
  const carded = current.length > MOST_CARDS ? current.slice(0, MOST_CARDS - 1) : current;
  const rest = current.slice(carded.length);
  return (
    <section aria-label={words.current}>
      {carded.map((incident) => (
        <IncidentCard key={incident.id} incident={incident} clock={clock} />
      ))}
      {rest.length > 0 && (
        <Notice status="unknown" title={words.moreGoingOn(rest.length)}>
          {rest.slice(0, MOST_LINES).map((incident) => (
            <IncidentLine key={incident.id} incident={incident} clock={clock} />
          ))}
          {rest.length > MOST_LINES && (
            <p className="mt-2 text-sm">
              <a href="/incidents" className="underline underline-offset-3">
                {words.all}
              </a>
            </p>
          )}
        </Notice>
      )}
    </section>
  );
}

export function PastIncidents({ view }: { view: IncidentsView }) {
  const clock = clockOf(view);
  const words = wordsOf(clock.language).incidents;
  // Those that go on stand above the list; a day that had no others is not called quiet.
  const days = view.days
    .map((day) => ({ ...day, isQuiet: day.incidents.length === 0, incidents: day.incidents.filter(isOver) }))
    .filter(({ isQuiet, incidents }) => isQuiet || incidents.length > 0);
  return (
    <Section
      title={words.past}
      fact={
        <a href="/incidents" className="underline underline-offset-3">
          {words.all}
        </a>
      }
    >
      <IncidentDays days={days} clock={clock} today={view.days[0]?.date ?? null} level={3} />
    </Section>
  );
}

/** Equal ones stay newest first. */
function worstFirst(a: IncidentView, b: IncidentView): number {
  return INCIDENT_IMPACTS.indexOf(b.impact) - INCIDENT_IMPACTS.indexOf(a.impact);
}

function isOver({ resolvedAt }: IncidentView): boolean {
  return resolvedAt !== null;
}

/** Those whose trouble no incident card tells already. */
export function untoldServers(servers: readonly ServerView[], view: IncidentsView | null): ServerView[] {
  const told = new Set(
    view?.current.flatMap(({ seen }) =>
      seen.filter(({ endedAt }) => endedAt === null).map(({ server: { slug } }) => slug),
    ),
  );
  return servers.filter(({ slug, heard }) => !told.has(slug) && heard === undefined);
}
