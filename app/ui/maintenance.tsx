// Planned work: under way now, and coming within a week.
import { type Clock, Stretch } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { listText } from '@/lib/core/format';
import type { MaintenanceView, ServerView } from '@/lib/core/view';

interface MaintenanceProps {
  /** Names the part of the page for those who hear it. */
  label: string;
  windows: MaintenanceView[];
  servers: ServerView[];
  clock: Clock;
}

export function Maintenance({ label, windows, servers, clock }: MaintenanceProps) {
  if (windows.length === 0) return null;
  const titles = new Map(servers.map((server) => [server.slug, server.title]));
  return (
    <section aria-label={label} className="mb-10">
      {windows.map((window) => (
        <Notice key={window.id} status="maintenance" title={window.title}>
          <p className="text-sm text-soft">
            {window.startAt <= clock.now ? 'Under way, ' : 'Planned, '}
            <Stretch from={window.startAt} to={window.endAt} clock={clock} />
          </p>
          <p className="mt-2">
            {window.servers.length === 0
              ? 'Concerns all servers.'
              : `Concerns ${listText(
                  window.servers.map((slug) => titles.get(slug) ?? slug),
                  5,
                )}.`}
          </p>
        </Notice>
      ))}
    </section>
  );
}
