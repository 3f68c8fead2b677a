// An incident in short: title, facts, the newest words, and the way to the rest. Drawn large while it goes on.
import { IncidentFacts } from '@/app/ui/incident-facts';
import { toneOf } from '@/app/ui/incident-tone';
import { UpdateWords } from '@/app/ui/incident-update';
import { Mark } from '@/app/ui/mark';
import { type Clock, Moment } from '@/app/ui/moment';
import { TONES } from '@/app/ui/tone';
import type { IncidentUpdateView, IncidentView } from '@/lib/core/incident-view';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { wordsOf } from '@/lib/core/words/words';

interface IncidentProps {
  incident: IncidentView;
  clock: Clock;
}

interface IncidentCardProps extends IncidentProps {
  /** On the page of its server: what the machine saw stands above already. */
  isOnServer?: boolean;
}

/** One that goes on, above the list of servers. */
export function IncidentCard({ incident, clock, isOnServer = false }: IncidentCardProps) {
  const words = wordsOf(clock.language).incidents;
  const tone = toneOf(incident);
  return (
    <article
      className={`mb-4 flex gap-2.5 rounded-md border border-transparent px-4 py-3.5 sm:px-5 sm:py-4 ${TONES[tone].wash}`}
    >
      <span className="mt-1">
        <Mark status={tone} />
      </span>
      <div className="min-w-0 flex-1 wrap-anywhere">
        <h2 className="text-[17px] font-semibold">
          <IncidentLink incident={incident} clock={clock} />
        </h2>
        <IncidentFacts incident={incident} clock={clock} />
        {!(isOnServer && isToldByMachine(incident)) && <Latest incident={incident} clock={clock} />}
        {incident.allAnswerSince !== null && (
          <p className="mt-2">
            {words.allAnswer}
            <Moment at={incident.allAnswerSince} clock={clock} />.
          </p>
        )}
        {incident.isSuspected && <p className="mt-2 text-sm text-soft">{words.suspectedMeaning}</p>}
      </div>
    </article>
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
export function IncidentLine({ incident, clock }: IncidentProps) {
  return (
    <div className="mt-2 text-[15px]">
      <IncidentLink incident={incident} clock={clock} />
      <IncidentFacts incident={incident} clock={clock} />
    </div>
  );
}

function IncidentLink({ incident, clock }: IncidentProps) {
  return (
    <a href={`/incidents/${incident.id}`} className="underline decoration-hair decoration-2 underline-offset-4">
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
