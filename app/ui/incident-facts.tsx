// The line under an incident's title: how far it is, how bad, since when, and whom it concerns.
import { type Clock, Moment, Stretch } from '@/app/ui/moment';
import type { IncidentHead } from '@/lib/core/incident-view';
import { durationText, listText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';

const NAMES = 5;

interface IncidentFactsProps {
  incident: IncidentHead;
  clock: Clock;
  /** On the page of a server: if it is about this one alone, it is not named again. */
  isOnServer?: boolean;
}

export function IncidentFacts({ incident, clock, isOnServer = false }: IncidentFactsProps) {
  const { status, impact, isSuspected, startedAt, resolvedAt, servers } = incident;
  const { language } = clock;
  const words = wordsOf(language).incidents;
  const span = durationText((resolvedAt ?? clock.now) - startedAt, language);
  return (
    <p className="text-sm text-soft wrap-anywhere">
      <strong className="font-semibold text-ink">
        {isSuspected && resolvedAt === null ? words.suspected : words.statuses[status]}
      </strong>
      {` · ${words.impacts[impact]} · `}
      {resolvedAt === null ? (
        <Moment at={startedAt} clock={clock} />
      ) : (
        <Stretch from={startedAt} to={resolvedAt} clock={clock} />
      )}
      {` (${resolvedAt === null ? words.lastsSoFar(span) : span})`}
      {servers.length > (isOnServer ? 1 : 0) &&
        ` · ${listText(
          servers.map(({ title }) => title),
          NAMES,
          language,
        )}`}
    </p>
  );
}
