// The list of servers in the panel: a box to choose each, its mark, where it comes from, when it is called next.
import { Mark } from '@/app/ui/mark';
import { whenText } from '@/lib/core/words/format';
import { statusWord } from '@/lib/core/words/sentence';
import type { PanelServerView } from '@/lib/reads/panel-servers';

interface ServerRollProps {
  servers: readonly PanelServerView[];
  now: number;
  timezone: string;
  isChoosable: boolean;
}

export function ServerRoll({ servers, now, timezone, isChoosable }: ServerRollProps) {
  if (servers.length === 0) return <p className="text-soft">No server is like that.</p>;
  return (
    <ul>
      {servers.map((server) => (
        <li key={server.slug} className="flex items-start gap-3 border-t border-hair py-2.5 text-sm">
          {isChoosable && server.archivedAt === null && (
            <input
              type="checkbox"
              name="slug"
              value={server.slug}
              aria-label={`Choose ${server.title}`}
              className="mt-1 size-4 flex-none"
            />
          )}
          <span className="mt-0.5 flex-none">
            <Mark status={server.status} />
          </span>
          <span className="min-w-0 flex-1 wrap-anywhere">
            <a href={`/admin/endpoints/${server.slug}`} className="font-semibold">
              {server.title}
            </a>{' '}
            <span className="text-soft">{[server.type, server.group].filter(Boolean).join(', ')}</span>
            <Trouble server={server} />
          </span>
          <span className="hidden flex-none text-right text-soft sm:block">
            {server.source ?? 'panel'}
            <span className="block">{turnText(server, now, timezone)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Trouble({ server: { status, reason, problem, isHidden } }: { server: PanelServerView }) {
  const text = problem ?? (status === 'up' ? null : [statusWord(status), reason?.message].filter(Boolean).join(': '));
  return (
    <>
      {text && <span className="block">{text}</span>}
      {isHidden && <span className="block text-soft">not shown to visitors</span>}
    </>
  );
}

function turnText(
  { archivedAt, isPaused, problem, nextCheckAt }: PanelServerView,
  now: number,
  timezone: string,
): string {
  if (archivedAt !== null) return `archived ${whenText(archivedAt, now, timezone)}`;
  if (isPaused) return 'paused';
  if (problem !== null) return 'never called';
  const seconds = Math.round((nextCheckAt - now) / 1_000);
  if (seconds <= 0) return 'being called';
  return seconds < 120 ? `next call in ${seconds} s` : `next call ${whenText(nextCheckAt, now, timezone)}`;
}
