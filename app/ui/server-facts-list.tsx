// What the server says it is, and how it is called.
import type { ReactNode } from 'react';
import { Foreign } from '@/app/ui/foreign';
import { type Clock, Moment } from '@/app/ui/moment';
import type { EndpointType } from '@/lib/core/endpoint';
import type { ServerView } from '@/lib/core/view';

const TRANSPORTS: Record<EndpointType, string> = {
  http: 'Streamable HTTP',
  sse: 'HTTP with SSE (legacy)',
  stdio: 'stdio',
  health: 'health URL only',
};

export function ServerFactsList({ server, clock }: { server: ServerView; clock: Clock }) {
  const name = [server.serverName, server.serverVersion].filter(Boolean).join(' ');
  const facts: [string, ReactNode][] = [['Transport', TRANSPORTS[server.type]]];
  if (server.protocolVersion)
    facts.push(['Protocol', <Foreign key="p" text={server.protocolVersion} maxLength={40} />]);
  if (name) facts.push(['Calls itself', <Foreign key="n" text={name} maxLength={120} />]);
  facts.push(['Watched since', <Moment key="w" at={server.createdAt} clock={clock} />]);
  return (
    <dl className="text-sm">
      {facts.map(([term, fact]) => (
        <div key={term} className="grid grid-cols-[8rem_1fr] gap-4 border-t border-hair py-2">
          <dt className="text-soft">{term}</dt>
          <dd className="wrap-anywhere">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
