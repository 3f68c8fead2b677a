// Who this is and how it is: the first screen of a server's page.
import { Countdown } from '@/app/ui/client/countdown';
import { Foreign } from '@/app/ui/foreign';
import { Mark } from '@/app/ui/mark';
import { type Clock, Moment } from '@/app/ui/moment';
import { TimedText } from '@/app/ui/timed-text';
import type { ServerView } from '@/lib/core/view';
import { effectText, noteText, refusalText, sinceText } from '@/lib/core/words/explain';
import { latencyText } from '@/lib/core/words/format';
import { isWaiting, statusWord } from '@/lib/core/words/sentence';
import { wordsOf } from '@/lib/core/words/words';

interface ServerHeadProps {
  server: ServerView;
  clock: Clock;
  /** Then nobody knows when the next call is. */
  isDelayed: boolean;
}

export function ServerHead({ server, clock, isDelayed }: ServerHeadProps) {
  const { now, timezone, language } = clock;
  const words = wordsOf(language);
  const note = noteText(server, language);
  const state = sinceText(server, now, timezone, language) ?? statusWord(server.status, language);
  return (
    <div className="pt-8 sm:pt-10">
      <nav aria-label={words.server.breadcrumb} className="text-sm text-soft wrap-anywhere">
        <a href="/" className="inline-block py-1">
          {words.page.allServers}
        </a>
        {server.group !== null && ` / ${server.group}`}
      </nav>
      <h1 className="mt-1.5 mb-2 flex gap-3 text-[clamp(26px,4.6vw,34px)] leading-tight font-semibold tracking-[-0.02em]">
        <span className="pt-[0.18em]" data-old={isDelayed ? '' : undefined}>
          <Mark status={server.status} className="size-6" />
        </span>
        <span className="min-w-0 wrap-anywhere">{server.title}</span>
      </h1>
      {server.description && <p className="mb-2 text-soft wrap-anywhere">{server.description}</p>}
      <p className="text-[17px]" role="status">
        <strong className="font-semibold">
          {isWaiting(server) ? (
            words.server.notCalledYet
          ) : (
            <TimedText text={`${state}.`} at={server.since} clock={clock} />
          )}
        </strong>{' '}
        {note && <Foreign text={note} maxLength={400} />} {refusalText(server, now, timezone, language)}{' '}
        {effectText(server, language)}
      </p>
      <p className="mt-1 text-soft">
        {server.checkedAt !== null && (
          <>
            {words.server.lastCalled}
            <Moment at={server.checkedAt} clock={clock} />
            {server.latencyMs !== null && words.server.answeredIn(latencyText(server.latencyMs, language))}.{' '}
          </>
        )}
        {server.status !== 'paused' && !isDelayed && (
          <Countdown nextAt={server.nextCheckAt} generatedAt={now} language={language} />
        )}
      </p>
    </div>
  );
}
