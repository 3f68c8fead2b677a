// The status page as a picture of one view: what is wrong first, then everyone on the roll.
import { AboutUptime, BlindSpans } from '@/app/ui/about-uptime';
import { BarPatterns } from '@/app/ui/bar-patterns';
import { EmptyRoll } from '@/app/ui/empty-roll';
import { Foot } from '@/app/ui/foot';
import { Hero } from '@/app/ui/hero';
import { Legend } from '@/app/ui/legend';
import { Maintenance } from '@/app/ui/maintenance';
import type { Clock } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { PageFrame } from '@/app/ui/page-frame';
import { groupsOf, ServerGroup } from '@/app/ui/server-group';
import { Trouble } from '@/app/ui/trouble';
import type { OverviewView } from '@/lib/core/view';
import { delayText } from '@/lib/core/words/sentence';

export function OverviewPage({ view }: { view: OverviewView }) {
  const clock: Clock = { now: view.generatedAt, timezone: view.page.timezone };
  const underWay = view.maintenance.filter((window) => window.startAt <= clock.now);
  const coming = view.maintenance.filter((window) => window.startAt > clock.now);
  return (
    <PageFrame title={view.page.title} foot={<Foot clock={clock} />}>
      <Hero view={view} />
      {view.isDelayed && (
        <Notice status="unknown" title="Monitoring is delayed">
          <p className="mt-1">{delayText(view)} What this page says may no longer be true.</p>
        </Notice>
      )}
      {view.hasConfigErrors && (
        <p className="mb-8 text-sm text-soft">
          The configuration has an error; the last good state keeps running. See the log.
        </p>
      )}
      {view.servers.length === 0 ? (
        <EmptyRoll />
      ) : (
        <>
          <Trouble servers={view.servers} clock={clock} />
          <Maintenance label="Maintenance under way" windows={underWay} servers={view.servers} clock={clock} />
          <BarPatterns />
          {groupsOf(view.servers).map((group, index) => (
            <ServerGroup key={index} group={group} clock={clock} />
          ))}
          <Legend />
          <div className="mt-10">
            <Maintenance label="Planned maintenance" windows={coming} servers={view.servers} clock={clock} />
            <AboutUptime />
            <BlindSpans spans={view.blindSpans} clock={clock} />
          </div>
        </>
      )}
    </PageFrame>
  );
}
