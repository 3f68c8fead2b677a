// An incident in short: title, facts, the newest words, and the way to the rest. Drawn large while it goes on.
import { IncidentFacts } from '@/app/ui/incident-facts';
import { toneOf } from '@/app/ui/incident-tone';
import { UpdateWords } from '@/app/ui/incident-update';
import { type Clock, Moment } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import type { IncidentUpdateView, IncidentView } from '@/lib/core/incident-view';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { wordsOf } from '@/lib/core/words/words';

interface IncidentProps {
  incident: IncidentView;
  clock: Clock;
}

interface PlacedIncidentProps extends IncidentProps {
  /** On the page of its server: what the machine saw stands above already, and whom it is about is clear. */
  isOnServer?: boolean;
}

/** One that goes on, above the list of servers. */
export function IncidentCard({ incident, clock, isOnServer = false }: PlacedIncidentProps) {
  const words = wordsOf(clock.language).incidents;
  return (
    <Notice status={toneOf(incident)} title={<IncidentLink incident={incident} clock={clock} />}>
      <IncidentFacts incident={incident} clock={clock} isOnServer={isOnServer} />
      {!(isOnServer && isToldByMachine(incident)) && <Latest incident={incident} clock={clock} />}
      {incident.allAnswerSince !== null && (
        <p className="mt-2">
          {words.allAnswer}
          <Moment at={incident.allAnswerSince} clock={clock} />.
        </p>
      )}
      {incident.isSuspected && <p className="mt-2 text-sm text-soft">{words.suspectedMeaning}</p>}
    </Notice>
  );
}

/** One of the past, in a list of its day. Of one that goes on its card tells; what the machine saw, its title. */
export function IncidentEntry({ incident, clock, level }: IncidentProps & { level: 3 | 4 }) {
  const Title = level === 3 ? 'h3' : 'h4';
  return (
    <article className="mt-2">
      <Title className="font-semibold wrap-anywhere">
        <IncidentLink incident={incident} clock={clock} />
      </Title>
      <IncidentFacts incident={incident} clock={clock} />
      {incident.resolvedAt !== null && !isToldByMachine(incident) && (
        <div className="text-[15px]">
          <Latest incident={incident} clock={clock} />
        </div>
      )}
    </article>
  );
}

/** One of many that go on. */
export function IncidentLine({ incident, clock, isOnServer = false }: PlacedIncidentProps) {
  return (
    <div className="mt-2 text-[15px]">
      <IncidentLink incident={incident} clock={clock} />
      <IncidentFacts incident={incident} clock={clock} isOnServer={isOnServer} />
    </div>
  );
}

function IncidentLink({ incident, clock }: IncidentProps) {
  return (
    <a href={`/incidents/${incident.id}`} className="underline decoration-ink/25 underline-offset-4">
      <bdi>{incidentTitle(incident, clock.language)}</bdi>
    </a>
  );
}

function Latest({ incident, clock }: IncidentProps) {
  const shown = latestOf(incident);
  return shown && <UpdateWords update={shown} clock={clock} isBelowTitle={incident.writtenTitle === null} />;
}

/** Of a long post-mortem the page of the incident tells the whole. */
function latestOf({ updates }: IncidentView): IncidentUpdateView | null {
  const [latest = null] = updates;
  return latest?.status === 'postmortem' ? (updates.find(isNoPostMortem) ?? latest) : latest;
}

/** Neither its title nor its newest words are a person's. */
function isToldByMachine(incident: IncidentView): boolean {
  return incident.writtenTitle === null && (latestOf(incident)?.note ?? null) !== null;
}

function isNoPostMortem({ status }: IncidentUpdateView): boolean {
  return status !== 'postmortem';
}
