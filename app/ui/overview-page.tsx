// The status page as a picture of one view: what is wrong first, then everyone on the roll.
import { AboutUptime, BlindSpans } from '@/app/ui/about-uptime';
import { Announcement } from '@/app/ui/announcement';
import { BarPatterns } from '@/app/ui/bar-patterns';
import { EmptyRoll } from '@/app/ui/empty-roll';
import { Foot } from '@/app/ui/foot';
import { Hero } from '@/app/ui/hero';
import { InTurn } from '@/app/ui/in-turn';
import { CurrentIncidents, PastIncidents, untoldServers } from '@/app/ui/incidents-on-page';
import { Legend } from '@/app/ui/legend';
import { Maintenance } from '@/app/ui/maintenance';
import { clockOf, Moment } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { PageFrame } from '@/app/ui/page-frame';
import { groupsOf, ServerGroup } from '@/app/ui/server-group';
import { TimedText } from '@/app/ui/timed-text';
import { Trouble } from '@/app/ui/trouble';
import type { IncidentsView } from '@/lib/core/incident-view';
import type { OverviewView } from '@/lib/core/view';
import { delayText } from '@/lib/core/words/sentence';
import { wordsOf } from '@/lib/core/words/words';

/** So many servers fit on a few screens; above, groups that are well are closed at first. */
const SHORT_ROLL = 24;

interface OverviewProps {
  view: OverviewView;
  /** Null draws the page without them. */
  incidents?: IncidentsView | null;
}

export function OverviewPage({ view, incidents = null }: OverviewProps) {
  const clock = clockOf(view);
  const { language } = clock;
  const words = wordsOf(language);
  const underWay = view.maintenance.filter((window) => window.startAt <= clock.now);
  const coming = view.maintenance.filter((window) => window.startAt > clock.now);
  const groups = groupsOf(view.servers, language);
  const isLong = view.servers.length > SHORT_ROLL;
  return (
    <PageFrame page={view.page} foot={<Foot clock={clock} />}>
      <Announcement announcement={view.page.brand?.announcement ?? null} language={language} />
      <Hero view={view} />
      {view.isDelayed && (
        <Notice status="unknown" title={words.page.delayedTitle}>
          <p className="mt-1">
            <TimedText text={delayText(view, language)} at={view.calledAt} clock={clock} isClock />{' '}
            {words.page.mayBeOld}
          </p>
        </Notice>
      )}
      {view.networkLostSince !== null && (
        <Notice status="unknown" title={words.outages.networkLost}>
          <p className="mt-1">
            {words.outages.networkLostSince}
            <Moment at={view.networkLostSince} clock={clock} />. {words.outages.networkLostMeans}
          </p>
        </Notice>
      )}
      {view.hasConfigErrors && <p className="mb-8 text-sm text-soft">{words.page.configBroken}</p>}
      {view.servers.length === 0 ? (
        <>
          {incidents && <CurrentIncidents view={incidents} />}
          <EmptyRoll language={language} />
        </>
      ) : (
        <>
          <div className="mb-10 empty:hidden">
            {incidents && <CurrentIncidents view={incidents} />}
            <Trouble servers={untoldServers(view.servers, incidents)} clock={clock} />
            <Maintenance
              label={words.maintenance.underWayLabel}
              windows={underWay}
              servers={view.servers}
              clock={clock}
            />
          </div>
          <BarPatterns />
          <div data-old={view.isDelayed ? '' : undefined}>
            {groups.map((group) => (
              <InTurn key={group.name}>
                <ServerGroup group={group} clock={clock} isLong={isLong} />
              </InTurn>
            ))}
          </div>
          <Legend language={language} />
          <div className="mt-10">
            <Maintenance label={words.maintenance.plannedLabel} windows={coming} servers={view.servers} clock={clock} />
            {incidents && <PastIncidents view={incidents} />}
            <AboutUptime language={language} />
            <BlindSpans spans={view.blindSpans} clock={clock} />
          </div>
        </>
      )}
    </PageFrame>
  );
}
