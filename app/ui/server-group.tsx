// The servers of one group under its name. It can be closed and then shows its worst sign and one bar for all; what is
// not well opens by itself.
import { BarsAxis } from '@/app/ui/bars-axis';
import { BarDrawing } from '@/app/ui/day-bars';
import { InTurn } from '@/app/ui/in-turn';
import { Mark } from '@/app/ui/mark';
import type { Clock } from '@/app/ui/moment';
import { ServerRow } from '@/app/ui/server-row';
import { mergedDays } from '@/lib/core/drawing/merged-days';
import { type OverallStatus, worstOf } from '@/lib/core/status/status';
import type { ServerView } from '@/lib/core/view';
import { countText, uptimeText } from '@/lib/core/words/format';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

export interface Group {
  name: string;
  servers: ServerView[];
}

interface ServerGroupProps {
  group: Group;
  clock: Clock;
  /** On a long page groups in which all is well begin closed. */
  isLong: boolean;
}

/** Some two milliseconds of drawing. */
const ROWS_A_TURN = 5;
const TROUBLED: readonly OverallStatus[] = ['down', 'degraded', 'locked'];

export function ServerGroup({ group, clock, isLong }: ServerGroupProps) {
  const status = worstOf(group.servers.map((server) => server.status));
  const isTroubled = TROUBLED.includes(status) || group.servers.some(({ isBeingAskedAgain }) => isBeingAskedAgain);
  return (
    <details
      open={isTroubled || !isLong}
      data-group={group.name}
      data-troubled={isTroubled ? '' : undefined}
      className="group mt-9"
    >
      <GroupHead group={group} status={status} clock={clock} />
      <ul>
        {turnsOf(group.servers).map((part) => (
          <InTurn key={part[0]?.slug}>
            {part.map((server) => (
              <ServerRow key={server.slug} server={server} clock={clock} />
            ))}
          </InTurn>
        ))}
      </ul>
      <BarsAxis clock={clock} />
    </details>
  );
}

/** Closed, it speaks for its servers. */
function GroupHead({ group, status, clock }: { group: Group; status: OverallStatus; clock: Clock }) {
  const { language } = clock;
  const words = wordsOf(language);
  const { uptime, ...bars } = mergedDays(group.servers);
  return (
    <summary className="block pb-1 text-[13px] font-semibold text-soft">
      <span className="flex items-baseline justify-between gap-4">
        <span className="flex min-w-0 items-center gap-2">
          <span className="group-open:hidden">
            <Mark status={status} />
          </span>
          <h2 className="wrap-anywhere">{group.name}</h2>
          <span className="font-normal group-open:hidden">
            {countText(group.servers.length, words.page.server, words.page.servers, language)}
            <span className="sr-only">, {words.sentence.statuses[status]}</span>
          </span>
          <svg
            viewBox="0 0 10 10"
            className="size-2.5 -rotate-90 fill-none stroke-current group-open:rotate-0"
            aria-hidden="true"
          >
            <path d="M1.5 3l3.5 4 3.5-4" strokeWidth="1.6" />
          </svg>
        </span>
        <span aria-hidden="true" className="shrink-0">
          <span className="hidden group-open:inline">{words.bars.heading}</span>
          <span className="group-open:hidden">{uptimeText(uptime, language)}</span>
        </span>
      </span>
      <span className="mt-2 block overflow-hidden group-open:hidden">
        <BarDrawing bars={{ ...bars, now: clock.now }} />
      </span>
    </summary>
  );
}

function turnsOf(servers: readonly ServerView[]): ServerView[][] {
  const count = Math.ceil(servers.length / ROWS_A_TURN);
  return Array.from({ length: count }, (_, turn) => servers.slice(turn * ROWS_A_TURN, (turn + 1) * ROWS_A_TURN));
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
    groups.push({ name: groups.length === 0 ? words.serversTitle : words.otherServers, servers: others });
  return groups;
}
