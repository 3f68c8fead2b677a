// What the server says it is, how it is called, and how long what it shows us is good for.
import type { ReactNode } from 'react';
import { Foreign } from '@/app/ui/foreign';
import { type Clock, Moment } from '@/app/ui/moment';
import type { ServerFacts } from '@/lib/core/server-page-view';
import type { ServerView } from '@/lib/core/view';
import { countText, durationText, listText } from '@/lib/core/words/format';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

interface ServerFactsListProps {
  server: ServerView;
  facts: ServerFacts;
  clock: Clock;
}

export function ServerFactsList({ server, facts, clock }: ServerFactsListProps) {
  const words = wordsOf(clock.language).server;
  const name = [server.serverName, server.serverVersion].filter(Boolean).join(' ');
  const offers = offersText(server, facts, clock.language);
  const rows: [string, ReactNode][] = [[words.transport, transportText({ server, facts, clock })]];
  if (server.protocolVersion)
    rows.push([words.protocol, <Foreign key="p" text={server.protocolVersion} maxLength={40} />]);
  if (name) rows.push([words.callsItself, <Foreign key="n" text={name} maxLength={120} />]);
  if (offers) rows.push([words.offers, offers]);
  if (server.certificateExpiresAt !== null)
    rows.push([words.certificate, <CertificateEnd key="c" at={server.certificateExpiresAt} clock={clock} />]);
  if (server.type !== 'health') rows.push([words.credential, words.credentials[facts.credential]]);
  rows.push([words.watchedSince, <Moment key="w" at={server.createdAt} clock={clock} />]);
  rows.push([wordsOf(clock.language).subscribe.tab, <Feeds key="f" slug={server.slug} />]);
  return (
    <dl className="text-sm">
      {rows.map(([term, fact]) => (
        <div key={term} className="grid grid-cols-[8rem_1fr] sm:grid-cols-[13rem_1fr] gap-4 border-t border-hair py-2">
          <dt className="text-soft wrap-anywhere">{term}</dt>
          <dd className="wrap-anywhere">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

const FEEDS = [
  ['Atom', 'feed.atom'],
  ['RSS', 'feed.rss'],
  ['JSON Feed', 'feed.json'],
] as const;

/** Its incidents and its maintenance alone. */
function Feeds({ slug }: { slug: string }) {
  return (
    <span className="flex flex-wrap gap-x-4">
      {FEEDS.map(([name, file]) => (
        <a key={file} href={`/servers/${slug}/${file}`} className="underline underline-offset-3">
          {name}
        </a>
      ))}
    </span>
  );
}

function CertificateEnd({ at, clock }: { at: number; clock: Clock }) {
  const words = wordsOf(clock.language).server;
  const isOver = at <= clock.now;
  return (
    <span className={isOver ? 'text-down' : ''}>
      {isOver ? words.certificateExpired : words.certificateExpires}
      <Moment at={at} clock={clock} />
      {!isOver && ` (${durationText(at - clock.now, clock.language)})`}
    </span>
  );
}

function transportText({ server, facts, clock }: ServerFactsListProps): string {
  const { transports, dialects } = wordsOf(clock.language).server;
  const transport = transports[server.type];
  return facts.dialect === null || server.type === 'health' ? transport : `${transport}, ${dialects[facts.dialect]}`;
}

/** "26 tools, 4 resources and no prompts"; what the server does not advertise is left out. */
function offersText(server: ServerView, facts: ServerFacts, language: Language): string {
  const { offered } = wordsOf(language).server;
  const counts = [
    [server.toolCount, offered.tools],
    [facts.resourceCount, offered.resources],
    [facts.promptCount, offered.prompts],
  ] as const;
  const texts = counts.flatMap(([count, { one, many }]) =>
    count === null ? [] : [countText(count, one, many, language)],
  );
  return listText(texts, 3, language);
}
