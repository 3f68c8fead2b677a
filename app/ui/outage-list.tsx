// When the server was not well in the last 90 days, newest first; the older ones fold away.
import { Dot } from '@/app/ui/dot';
import { fold } from '@/app/ui/fold';
import { Foreign } from '@/app/ui/foreign';
import { type Clock, Moment, Stretch } from '@/app/ui/moment';
import { TONES } from '@/app/ui/tone';
import type { UnixMs } from '@/lib/core/time';
import type { OutageStepView, OutageView } from '@/lib/core/view';
import { causeText } from '@/lib/core/words/cause-text';
import { durationText } from '@/lib/core/words/format';
import { statusWord } from '@/lib/core/words/sentence';
import { wordsOf } from '@/lib/core/words/words';

/** A flapping server would push everything below out of sight. */
const UNFOLDED = 8;

export function OutageList({ outages, clock }: { outages: OutageView[]; clock: Clock }) {
  const words = wordsOf(clock.language).server;
  if (outages.length === 0) {
    return <p className="border-t border-hair pt-2 text-sm text-soft">{words.noOutages}</p>;
  }
  const { shown, rest } = fold(outages, UNFOLDED);
  return (
    <>
      <Rows outages={shown} clock={clock} />
      {rest.length > 0 && (
        <details className="border-t border-hair pt-2 text-sm">
          <summary className="mb-2 text-soft">{words.olderOutages(rest.length)}</summary>
          <Rows outages={rest} clock={clock} />
        </details>
      )}
    </>
  );
}

function Rows({ outages, clock }: { outages: readonly OutageView[]; clock: Clock }) {
  const { server: words, stages } = wordsOf(clock.language);
  return (
    <ol className="text-sm">
      {outages.map(({ id, worst: status, isUnstable, reason, startedAt, endedAt, steps }) => (
        <li key={id} className="grid gap-x-4 border-t border-hair py-2.5 sm:grid-cols-[13rem_1fr]">
          <p className={`flex flex-wrap items-center gap-x-2 self-start font-semibold ${TONES[status].text}`}>
            <Dot status={status} />
            {isUnstable ? wordsOf(clock.language).outages.unstable : statusWord(status, clock.language)}
            {reason.stage && <span className="font-normal text-soft">{stages.steps[reason.stage]}</span>}
          </p>
          <div>
            <p>
              <Foreign text={causeText(reason, clock.language)} />
            </p>
            <p className="text-soft">
              {endedAt === null ? (
                <>
                  {words.since}
                  <Moment at={startedAt} clock={clock} />
                </>
              ) : (
                <Stretch from={startedAt} to={endedAt} clock={clock} />
              )}
              {`, ${lastedText(startedAt, endedAt, clock)}`}
            </p>
            {steps.length > 1 && <Course steps={steps} since={startedAt} clock={clock} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

function lastedText(startedAt: UnixMs, endedAt: UnixMs | null, { now, language }: Clock): string {
  const lasted = durationText((endedAt ?? now) - startedAt, language);
  return endedAt === null ? wordsOf(language).incidents.lastsSoFar(lasted) : lasted;
}

/** What became of one outage while it lasted. A long course folds away. */
function Course({ steps, since, clock }: { steps: OutageStepView[]; since: UnixMs; clock: Clock }) {
  const list = (
    <ol className="mt-1.5 border-l border-hair pl-3">
      {steps.map(({ at, status, reason }) => (
        <li key={at} className="flex flex-wrap items-baseline gap-x-2 text-soft">
          <Moment at={at} clock={{ ...clock, now: since }} />
          <span className={`font-semibold ${TONES[status].text}`}>{statusWord(status, clock.language)}</span>
          {reason && (
            <span>
              {reason.stage && `${wordsOf(clock.language).stages.steps[reason.stage]}, `}
              <Foreign text={causeText(reason, clock.language)} />
            </span>
          )}
        </li>
      ))}
    </ol>
  );
  if (steps.length <= UNFOLDED) return list;
  return (
    <details className="mt-1">
      <summary className="text-soft">{wordsOf(clock.language).outages.course(steps.length)}</summary>
      {list}
    </details>
  );
}
