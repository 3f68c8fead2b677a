// Planned work: under way now, and coming within a week.
import { type Clock, Moment, Stretch } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import type { MaintenanceView } from '@/lib/core/maintenance-view';
import type { UnixMs } from '@/lib/core/time';
import type { ServerView } from '@/lib/core/view';
import { listText, zoneText } from '@/lib/core/words/format';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

interface MaintenanceProps {
  /** Names the part of the page for those who hear it. */
  label: string;
  windows: MaintenanceView[];
  /** Those whose names may be shown; null on a server's own page, where it is clear whom it concerns. */
  servers: readonly ServerView[] | null;
  clock: Clock;
}

export function Maintenance({ label, windows, servers, clock }: MaintenanceProps) {
  if (windows.length === 0) return null;
  const words = wordsOf(clock.language).maintenance;
  return (
    <section aria-label={label}>
      {repetitions(windows, clock.now).map(({ next, later }) => (
        <Notice key={next.id} status="maintenance" title={next.title}>
          <p className="text-sm text-soft">
            {next.startAt <= clock.now ? words.underWay : words.planned}
            <Stretch from={next.startAt} to={next.endAt} clock={clock} />
            <PlannedZone window={next} clock={clock} />
            <Later windows={later} clock={clock} />
          </p>
          {servers && <p className="mt-2">{concernText(next, servers, clock.language)}</p>}
        </Notice>
      ))}
    </section>
  );
}

/** Both zones are named where they differ: who planned it and who reads it may each think the other's is their own. */
function PlannedZone({ window, clock }: { window: MaintenanceView; clock: Clock }) {
  if (window.timezone === clock.timezone) return null;
  const { inZone, plannedAs } = wordsOf(clock.language).maintenance;
  return (
    <>
      {inZone}
      <span data-zone="">{zoneText(clock.timezone)}</span>
      {plannedAs}
      <Stretch from={window.startAt} to={window.endAt} clock={{ ...clock, timezone: window.timezone, isFixed: true }} />
      {inZone}
      {zoneText(window.timezone)}
    </>
  );
}

function Later({ windows, clock }: { windows: readonly MaintenanceView[]; clock: Clock }) {
  const last = windows.at(-1);
  if (!last) return null;
  return (
    <>
      {wordsOf(clock.language).maintenance.laterUntil(windows.length)}
      <Moment at={last.endAt} clock={clock} />
    </>
  );
}

interface Repetition {
  next: MaintenanceView;
  later: MaintenanceView[];
}

/** A window of each day would fill the page with a week of the same words. What is under way stands by itself. */
function repetitions(windows: readonly MaintenanceView[], now: UnixMs): Repetition[] {
  const groups = new Map<string, Repetition>();
  for (const window of windows) {
    const { id, title, timezone, servers, startAt } = window;
    const key = startAt <= now ? id : JSON.stringify([title, timezone, servers]);
    const group = groups.get(key);
    if (group) group.later.push(window);
    else groups.set(key, { next: window, later: [] });
  }
  return [...groups.values()];
}

function concernText(window: MaintenanceView, servers: readonly ServerView[], language: Language): string {
  const { concernsAll, concerns } = wordsOf(language).maintenance;
  if (window.servers.length === 0) return concernsAll;
  const titles = new Map(servers.map((server) => [server.slug, server.title]));
  const names = window.servers.map((slug) => titles.get(slug) ?? slug);
  return concerns(listText(names, 5, language));
}
