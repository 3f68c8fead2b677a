// One server in the list: sign, name, what it is, uptime, what is wrong, its days.
import { DayBars } from '@/app/ui/day-bars';
import { Foreign } from '@/app/ui/foreign';
import { Mark } from '@/app/ui/mark';
import type { Clock } from '@/app/ui/moment';
import { StageLine } from '@/app/ui/stage-line';
import { TONES } from '@/app/ui/tone';
import type { ServerView } from '@/lib/core/view';
import { noteText, serverFacts } from '@/lib/core/words/explain';
import { uptimeText } from '@/lib/core/words/format';
import { isWaiting, statusWord } from '@/lib/core/words/sentence';
import { wordsOf } from '@/lib/core/words/words';

interface ServerRowProps {
  server: ServerView;
  clock: Clock;
}

export function ServerRow({ server, clock }: ServerRowProps) {
  const { language } = clock;
  const words = wordsOf(language);
  const { status, days, createdAt } = server;
  const uptime = server.uptime['90d'];
  const isBroken =
    status === 'down' || status === 'degraded' || status === 'locked' || server.isBeingAskedAgain || server.isUnstable;
  const note = noteText(server, language);
  return (
    <li className="border-t border-hair pt-4 pb-4">
      <div className="grid grid-cols-[1rem_1fr_auto] gap-x-2.5 gap-y-1.5">
        <Mark status={status} className="mt-1 size-4" />
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
          <h3 className="font-semibold wrap-anywhere">
            <a href={`/servers/${server.slug}`} className="mr-1">
              {server.title}
            </a>{' '}
            <span className={status === 'up' ? 'sr-only' : `text-sm whitespace-nowrap ${TONES[status].text}`}>
              {isWaiting(server) ? words.sentence.notCalledYet : statusWord(status, language)}
            </span>
          </h3>
          <p className="w-full text-sm text-soft sm:w-auto">{serverFacts(server, language)}</p>
        </div>
        <p className="pt-0.5 text-sm">
          <span className="sr-only">{words.bars.aloud}</span>
          {uptime === null ? <span className="text-soft">{words.bars.noData}</span> : uptimeText(uptime, language)}
        </p>
        {(isBroken || note) && (
          <div className="col-start-2 col-end-4 space-y-1 text-sm">
            {isBroken && <StageLine stages={server.stages} status={status} language={language} />}
            {note && (
              <p>
                <Foreign text={note} maxLength={400} />
              </p>
            )}
          </div>
        )}
      </div>
      <div className="mt-3">
        <DayBars server={server} bars={{ days, now: clock.now, createdAt }} uptime={uptime} language={language} />
      </div>
    </li>
  );
}
