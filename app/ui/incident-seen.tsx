// What the machine saw while an incident lasted: its outages, oldest first.
import { Dot } from '@/app/ui/dot';
import { Foreign } from '@/app/ui/foreign';
import { type Clock, Moment, Stretch } from '@/app/ui/moment';
import { TONES } from '@/app/ui/tone';
import type { SeenOutageView } from '@/lib/core/incident-view';
import { causeText } from '@/lib/core/words/cause-text';
import { durationText } from '@/lib/core/words/format';
import { statusWord } from '@/lib/core/words/sentence';
import { wordsOf } from '@/lib/core/words/words';

export function IncidentSeen({ seen, clock }: { seen: readonly SeenOutageView[]; clock: Clock }) {
  const words = wordsOf(clock.language).incidents;
  return (
    <ol className="text-sm">
      {seen.map(({ id, server, status, reason, startedAt, endedAt }) => (
        <li key={id} className="grid gap-x-4 border-t border-hair py-2.5 sm:grid-cols-[13rem_1fr]">
          <p className="flex flex-wrap items-center gap-x-2 self-start wrap-anywhere">
            <Dot status={status} />
            <span className={`font-semibold ${TONES[status].text}`}>{statusWord(status, clock.language)}</span>
            {server.title}
          </p>
          <div>
            <p>
              <Foreign text={causeText(reason, clock.language)} />
            </p>
            <p className="text-soft">
              {endedAt === null ? (
                <>
                  <Moment at={startedAt} clock={clock} />
                  {`, ${words.lasting}`}
                </>
              ) : (
                <>
                  <Stretch from={startedAt} to={endedAt} clock={clock} />
                  {`, ${durationText(endedAt - startedAt, clock.language)}`}
                </>
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
