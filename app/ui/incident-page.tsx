// One incident as a picture of one view: where it stands, what was said, what the machine saw.
import { Foot } from '@/app/ui/foot';
import { IncidentSeen } from '@/app/ui/incident-seen';
import { toneOf } from '@/app/ui/incident-tone';
import { IncidentUpdate } from '@/app/ui/incident-update';
import { Mark } from '@/app/ui/mark';
import { type Clock, clockOf, Moment, Stretch } from '@/app/ui/moment';
import { PageFrame } from '@/app/ui/page-frame';
import { Section } from '@/app/ui/section';
import type { AffectedServerView, IncidentPageView, IncidentView } from '@/lib/core/incident-view';
import { durationText } from '@/lib/core/words/format';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { wordsOf } from '@/lib/core/words/words';

export function IncidentPage({ view }: { view: IncidentPageView }) {
  const { incident, page } = view;
  const clock = clockOf(view);
  const words = wordsOf(clock.language).incidents;
  return (
    <PageFrame page={page} at="incidents" foot={<Foot clock={clock} />}>
      <div className="flex gap-3 pt-8 pb-5 sm:pt-10">
        <span className="mt-2">
          <Mark status={toneOf(incident)} className="size-6" />
        </span>
        <div className="min-w-0">
          <h1 className="text-[clamp(24px,4.2vw,32px)] leading-tight font-semibold tracking-[-0.02em] text-balance wrap-anywhere">
            <bdi>{incidentTitle(incident, clock.language)}</bdi>
          </h1>
          <p className="mt-1 font-semibold">
            {incident.isSuspected && incident.resolvedAt === null ? words.suspected : words.statuses[incident.status]}
          </p>
          {incident.isSuspected && incident.resolvedAt === null && (
            <p className="text-sm text-soft">{words.suspectedMeaning}</p>
          )}
          {incident.allAnswerSince !== null && (
            <p className="mt-1">
              {words.allAnswer}
              <Moment at={incident.allAnswerSince} clock={clock} />.
            </p>
          )}
        </div>
      </div>
      <Facts incident={incident} clock={clock} />
      <Section title={words.updates}>
        <Timeline incident={incident} clock={clock} />
      </Section>
      {incident.seen.length > 0 && (
        <Section title={words.seenTitle}>
          <p className="mb-2 text-sm text-soft">{words.seenNote}</p>
          <IncidentSeen seen={incident.seen} clock={clock} />
        </Section>
      )}
      <p className="mt-10 text-sm print:hidden">
        <a href="/incidents" className="font-semibold underline underline-offset-3">
          {words.all}
        </a>
      </p>
    </PageFrame>
  );
}

interface PartProps {
  incident: IncidentView;
  clock: Clock;
}

function Facts({ incident: { startedAt, resolvedAt, impact, servers }, clock }: PartProps) {
  const words = wordsOf(clock.language).incidents;
  const span = durationText((resolvedAt ?? clock.now) - startedAt, clock.language);
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5 border-t border-hair pt-3 text-[15px]">
      <dt className="text-soft">{words.when}</dt>
      <dd>
        {resolvedAt === null ? (
          <>
            {wordsOf(clock.language).server.since}
            <Moment at={startedAt} clock={clock} />
          </>
        ) : (
          <Stretch from={startedAt} to={resolvedAt} clock={clock} />
        )}
      </dd>
      <dt className="text-soft">{words.lasted}</dt>
      <dd>{resolvedAt === null ? words.lastsSoFar(span) : span}</dd>
      <dt className="text-soft">{words.impact}</dt>
      <dd>{words.impactDegrees[impact]}</dd>
      <dt className="text-soft">{words.affected}</dt>
      <dd>{servers.length === 0 ? words.noServers : <Servers servers={servers} clock={clock} />}</dd>
    </dl>
  );
}

function Servers({ servers, clock }: { servers: readonly AffectedServerView[]; clock: Clock }) {
  const words = wordsOf(clock.language).incidents;
  return (
    <ul>
      {servers.map(({ slug, title, state, isListed }) => (
        <li key={slug} className="wrap-anywhere">
          {isListed ? (
            <a href={`/servers/${slug}`} className="underline underline-offset-3">
              {title}
            </a>
          ) : (
            title
          )}
          <span className="text-soft">{`: ${words.states[state]}`}</span>
        </li>
      ))}
    </ul>
  );
}

/** Newest first, on a rail. */
function Timeline({ incident: { updates }, clock }: PartProps) {
  return (
    <ol className="ml-1 border-l-2 border-hair">
      {updates.map((update, index) => {
        const before = updates[index + 1];
        return (
          <li key={update.id} className="relative pb-6 pl-5 last:pb-0">
            <span aria-hidden="true" className="absolute top-1.5 -left-[6px] size-2.5 rounded-full bg-gap" />
            <IncidentUpdate update={update} clock={clock} afterMs={before ? update.at - before.at : null} />
          </li>
        );
      })}
    </ol>
  );
}
