// Who this is and how it is: the first screen of a server's page.
import { Countdown } from '@/app/ui/client/countdown';
import { Foreign } from '@/app/ui/foreign';
import { Mark } from '@/app/ui/mark';
import { type Clock, Moment } from '@/app/ui/moment';
import type { ServerView } from '@/lib/core/view';
import { effectText, noteText, refusalText, sinceText } from '@/lib/core/words/explain';
import { latencyText } from '@/lib/core/words/format';
import { isWaiting, statusWord } from '@/lib/core/words/sentence';

interface ServerHeadProps {
  server: ServerView;
  clock: Clock;
  /** Then nobody knows when the next call is. */
  isDelayed: boolean;
}

export function ServerHead({ server, clock, isDelayed }: ServerHeadProps) {
  const note = noteText(server);
  return (
    <div className="pt-10">
      <nav aria-label="Breadcrumb" className="text-sm text-soft wrap-anywhere">
        <a href="/">All servers</a>
        {server.group !== null && ` / ${server.group}`}
      </nav>
      <h1 className="mt-2.5 mb-2 flex gap-3 text-[clamp(26px,4.6vw,34px)] leading-tight font-semibold tracking-[-0.02em]">
        <span className="pt-[0.18em]">
          <Mark status={server.status} size="size-6" />
        </span>
        <span className="wrap-anywhere">{server.title}</span>
      </h1>
      {server.description && <p className="mb-2 text-soft wrap-anywhere">{server.description}</p>}
      <p className="text-[17px]" role="status">
        {isWaiting(server)
          ? 'Not called yet.'
          : `${sinceText(server, clock.now, clock.timezone) ?? statusWord(server.status)}.`}{' '}
        {note && <Foreign text={note} maxLength={400} />} {refusalText(server, clock.now, clock.timezone)}{' '}
        {effectText(server)}
      </p>
      <p className="mt-1 text-soft">
        {server.checkedAt !== null && (
          <>
            Last called <Moment at={server.checkedAt} clock={clock} />
            {server.latencyMs !== null && `, answered in ${latencyText(server.latencyMs)}`}.{' '}
          </>
        )}
        {server.status !== 'paused' && !isDelayed && (
          <Countdown nextAt={server.nextCheckAt} generatedAt={clock.now} language={clock.language} />
        )}
      </p>
    </div>
  );
}
