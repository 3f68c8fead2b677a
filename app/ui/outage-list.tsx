// When the server was not well in the last 90 days, newest first.
import { Dot } from '@/app/ui/dot';
import { Foreign } from '@/app/ui/foreign';
import { type Clock, Moment } from '@/app/ui/moment';
import { TONES } from '@/app/ui/tone';
import { durationText } from '@/lib/core/format';
import { STATUS_WORDS } from '@/lib/core/sentence';
import type { OutageView } from '@/lib/core/view';

export function OutageList({ outages, clock }: { outages: OutageView[]; clock: Clock }) {
  if (outages.length === 0)
    return <p className="border-t border-hair pt-2 text-sm text-soft">None in the last 90 days.</p>;
  return (
    <ol className="text-sm">
      {outages.map((outage) => (
        <li key={outage.id} className="grid gap-x-4 border-t border-hair py-2.5 sm:grid-cols-[13rem_1fr]">
          <p className={`flex items-center gap-2 self-start font-semibold ${TONES[outage.status].text}`}>
            <Dot status={outage.status} />
            {STATUS_WORDS[outage.status]}
            {outage.reason.stage && <span className="font-normal text-soft">{outage.reason.stage}</span>}
          </p>
          <div>
            <p>
              <Foreign text={outage.reason.message} />
            </p>
            <p className="text-soft">
              {outage.endedAt === null && 'since '}
              <Moment at={outage.startedAt} clock={clock} />
              {outage.endedAt !== null && (
                <>
                  {' to '}
                  <Moment at={outage.endedAt} clock={clock} />
                </>
              )}
              {`, ${durationText((outage.endedAt ?? clock.now) - outage.startedAt)}`}
              {outage.endedAt === null && ' so far'}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
