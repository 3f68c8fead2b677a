// The servers of one group under its name, and what the ends of their bars mean.
import { BarsAxis } from '@/app/ui/bars-axis';
import type { Clock } from '@/app/ui/moment';
import { ServerRow } from '@/app/ui/server-row';
import type { ServerView } from '@/lib/core/view';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

export interface Group {
  name: string;
  servers: ServerView[];
}

export function ServerGroup({ group, clock }: { group: Group; clock: Clock }) {
  return (
    <section className="mt-9">
      <div className="flex justify-between gap-4 pb-1 text-[13px] font-semibold text-soft">
        <h2 className="wrap-anywhere">{group.name}</h2>
        <p aria-hidden="true" className="shrink-0">
          {wordsOf(clock.language).bars.heading}
        </p>
      </div>
      <ul>
        {group.servers.map((server) => (
          <ServerRow key={server.slug} server={server} clock={clock} />
        ))}
      </ul>
      <BarsAxis clock={clock} />
    </section>
  );
}

/** Groups in the order in which the configuration first names them; servers without one stand together at the end. */
export function groupsOf(servers: ServerView[], language: Language): Group[] {
  const named = new Map<string, ServerView[]>();
  for (const server of servers) {
    if (server.group === null) continue;
    named.set(server.group, [...(named.get(server.group) ?? []), server]);
  }
  const groups = [...named].map(([name, members]) => ({ name, servers: members }));
  const others = servers.filter((server) => server.group === null);
  const words = wordsOf(language).page;
  if (others.length > 0)
    groups.push({ name: groups.length === 0 ? words.servers : words.otherServers, servers: others });
  return groups;
}
