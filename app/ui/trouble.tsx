// What is wrong now, before the list: a card a server, worst first. Many at once are named in one card instead, so that
// the list below stays in reach.
import { Foreign } from '@/app/ui/foreign';
import type { Clock } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { TimedText } from '@/app/ui/timed-text';
import type { ServerView } from '@/lib/core/view';
import { effectText, reasonText, sinceText, troubleTitle } from '@/lib/core/words/explain';
import { listText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';

const CARDED = ['down', 'degraded', 'locked'];
const MOST_CARDS = 4;
/** More are named only; their rows say what is wrong. */
const MOST_TITLES = 6;
const MOST_NAMES = 8;

export function Trouble({ servers, clock }: { servers: ServerView[]; clock: Clock }) {
  const bad = servers
    .filter((server) => CARDED.includes(server.status))
    .sort((a, b) => CARDED.indexOf(a.status) - CARDED.indexOf(b.status));
  if (bad.length === 0) return null;
  const carded = bad.length > MOST_CARDS ? bad.slice(0, MOST_CARDS - 1) : bad;
  const rest = bad.slice(carded.length);
  const [worstOfRest] = rest;
  const words = wordsOf(clock.language).page;
  return (
    <section aria-label={words.wrongNow}>
      {carded.map((server) => (
        <TroubleCard key={server.slug} server={server} clock={clock} />
      ))}
      {worstOfRest && (
        <Notice status={worstOfRest.status} title={words.moreTroubled(rest.length)}>
          {rest.length > MOST_TITLES ? (
            <p className="mt-1 text-[15px]">
              {listText(
                rest.map(({ title }) => title),
                MOST_NAMES,
                clock.language,
              )}
            </p>
          ) : (
            <ul className="mt-1 text-[15px]">
              {rest.map((server) => (
                <li key={server.slug} className="py-0.5">
                  <TroubleLink server={server} clock={clock} />
                </li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </section>
  );
}

function TroubleLink({ server, clock }: { server: ServerView; clock: Clock }) {
  return (
    <a href={`/servers/${server.slug}`} className="underline decoration-ink/25 underline-offset-4">
      {troubleTitle(server, clock.language)}
    </a>
  );
}

function TroubleCard({ server, clock }: { server: ServerView; clock: Clock }) {
  const reason = reasonText(server, clock.language);
  return (
    <Notice status={server.status} title={<TroubleLink server={server} clock={clock} />}>
      <p className="text-sm text-soft">
        <TimedText
          text={sinceText(server, clock.now, clock.timezone, clock.language) ?? ''}
          at={server.since}
          clock={clock}
        />
        {!server.isConfirmed && wordsOf(clock.language).page.notConfirmed}
      </p>
      <p className="mt-2">
        {reason && (
          <>
            <Foreign text={reason} maxLength={400} />.{' '}
          </>
        )}
        {effectText(server, clock.language)}
      </p>
    </Notice>
  );
}
