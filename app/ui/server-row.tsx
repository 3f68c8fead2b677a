// One server in the list: sign, name, what it is, uptime, what is wrong, its days.
import { DayBars } from '@/app/ui/day-bars';
import { Foreign } from '@/app/ui/foreign';
import { Mark } from '@/app/ui/mark';
import type { Clock } from '@/app/ui/moment';
import { StageLine } from '@/app/ui/stage-line';
import { TONES } from '@/app/ui/tone';
import { formatUptime } from '@/lib/core/history/uptime';
import type { ServerView } from '@/lib/core/view';
import { noteText, serverFacts } from '@/lib/core/words/explain';
import { isWaiting, STATUS_WORDS } from '@/lib/core/words/sentence';

interface ServerRowProps {
  server: ServerView;
  clock: Clock;
}

export function ServerRow({ server, clock }: ServerRowProps) {
  const { status, days, createdAt } = server;
  const uptime = server.uptime['90d'];
  const isBroken = status === 'down' || status === 'degraded' || status === 'locked' || server.isBeingAskedAgain;
  const note = noteText(server);
  return (
    <li className="border-t border-hair pt-4 pb-4">
      <div className="grid grid-cols-[1rem_1fr_auto] gap-x-2.5 gap-y-1.5">
        <span className="pt-1">
          <Mark status={status} />
        </span>
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
          <h3 className="font-semibold wrap-anywhere">
            <a href={`/servers/${server.slug}`}>{server.title}</a>{' '}
            <span className={status === 'up' ? 'sr-only' : `ml-1 text-sm ${TONES[status].text}`}>
              {isWaiting(server) ? 'Not called yet' : STATUS_WORDS[status]}
            </span>
          </h3>
          <p className="w-full text-sm text-soft sm:w-auto">{serverFacts(server)}</p>
        </div>
        <p className="pt-0.5 text-sm">
          <span className="sr-only">Uptime over 90 days: </span>
          {uptime === null ? <span className="text-soft">no data</span> : formatUptime(uptime)}
        </p>
        {(isBroken || note) && (
          <div className="col-start-2 col-end-4 space-y-1 text-sm">
            {isBroken && <StageLine stages={server.stages} status={status} />}
            {note && (
              <p>
                <Foreign text={note} maxLength={400} />
              </p>
            )}
          </div>
        )}
      </div>
      <div className="mt-3">
        <DayBars bars={{ days, now: clock.now, createdAt }} uptime={uptime} />
      </div>
    </li>
  );
}
