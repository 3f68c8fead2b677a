// One server as a picture of one view: how it is, how it was, what it offers.
import { AboutUptime } from '@/app/ui/about-uptime';
import { BarPatterns } from '@/app/ui/bar-patterns';
import { BarsAxis } from '@/app/ui/bars-axis';
import { ChangeList } from '@/app/ui/change-list';
import { CodeBlock } from '@/app/ui/code-block';
import { DayBars } from '@/app/ui/day-bars';
import { DependencyTable } from '@/app/ui/dependency-table';
import { Foot } from '@/app/ui/foot';
import { LatencyChart } from '@/app/ui/latency-chart';
import { Legend } from '@/app/ui/legend';
import { Maintenance } from '@/app/ui/maintenance';
import { clockOf } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { OutageList } from '@/app/ui/outage-list';
import { PageFrame } from '@/app/ui/page-frame';
import { Section } from '@/app/ui/section';
import { ServerFactsList } from '@/app/ui/server-facts-list';
import { ServerHead } from '@/app/ui/server-head';
import { StageTiles } from '@/app/ui/stage-tiles';
import { ToolTable } from '@/app/ui/tool-table';
import { UptimeTiles } from '@/app/ui/uptime-tiles';
import { DAY_MS } from '@/lib/core/time';
import type { ServerPageView } from '@/lib/core/view';
import { countText, durationText, latencyText } from '@/lib/core/words/format';

interface ServerPageProps {
  view: ServerPageView;
  /** Public address of this Rollcall without a trailing slash, for the badge line. */
  publicUrl: string;
}

export function ServerPage({ view, publicUrl }: ServerPageProps) {
  const { server, page, generatedAt } = view;
  const clock = clockOf(view);
  const { language } = clock;
  return (
    <PageFrame page={page} foot={<Foot clock={clock} />}>
      <ServerHead server={server} clock={clock} isDelayed={view.isDelayed} />
      {view.isDelayed && (
        <div className="mt-6">
          <Notice status="unknown" title="Monitoring is delayed">
            <p className="mt-1">What this page says may no longer be true.</p>
          </Notice>
        </div>
      )}
      <Maintenance label="Maintenance" windows={view.maintenance} servers={null} clock={clock} />
      <StageTiles server={server} now={generatedAt} />
      <Section title="Uptime" fact={watchedFact(view)}>
        <BarPatterns />
        <UptimeTiles uptime={server.uptime} year={view.uptimeYear} />
        <div className="mt-5 space-y-3">
          <DayBars
            server={server}
            bars={{ days: server.days, now: generatedAt, createdAt: server.createdAt }}
            uptime={server.uptime['90d']}
            language={language}
          />
          <BarsAxis clock={clock} />
        </div>
        <Legend language={language} />
        <AboutUptime language={language} />
      </Section>
      {/* Latency is that of MCP: a health URL alone has none. */}
      {server.type !== 'health' && (
        <Section title="Latency" fact={latencyFact(view)}>
          {view.latency.some((point) => point.p50Ms !== null) ? (
            <LatencyChart points={view.latency} outages={view.outages} now={generatedAt} timezone={page.timezone} />
          ) : (
            <p className="border-t border-hair pt-2 text-sm text-soft">Nothing measured in the last 24 hours.</p>
          )}
        </Section>
      )}
      {server.dependencies.length > 0 && (
        <Section title="Dependencies" fact="as its health URL names them">
          <DependencyTable dependencies={server.dependencies} clock={clock} />
        </Section>
      )}
      {view.tools.length > 0 && (
        <Section title="Tools" fact={toolsFact(view)}>
          <ToolTable tools={view.tools} />
        </Section>
      )}
      {(view.toolsUnchangedSince !== null || view.drifts.length > 0) && (
        <Section title="What changed">
          <ChangeList drifts={view.drifts} clock={clock} />
        </Section>
      )}
      <Section title="Outages">
        <OutageList outages={view.outages} clock={clock} />
      </Section>
      <Section title="About this server">
        <ServerFactsList server={server} clock={clock} />
      </Section>
      <Section title="Badge" fact="for a README">
        <CodeBlock label="Markdown of the badge" code={badgeLine(server.slug, server.title, publicUrl)} />
      </Section>
    </PageFrame>
  );
}

/** A figure for a year is that of the days there were. */
function watchedFact({ server, generatedAt }: ServerPageView): string {
  const watchedMs = generatedAt - server.createdAt;
  return watchedMs < 365 * DAY_MS ? `watched for ${durationText(watchedMs)}` : '';
}

function latencyFact({ server: { p50Ms, p95Ms } }: ServerPageView): string {
  if (p50Ms === null || p95Ms === null) return '';
  return `median ${latencyText(p50Ms)}, p95 ${latencyText(p95Ms)}, last 24 hours`;
}

function toolsFact({ tools, toolsUnchangedSince, generatedAt }: ServerPageView): string {
  const unchanged =
    toolsUnchangedSince === null ? '' : `, unchanged for ${durationText(generatedAt - toolsUnchangedSince)}`;
  return `${countText(tools.length, 'tool')}${unchanged}`;
}

/** Markdown that shows the badge and leads here; brackets in a title would end its text early. */
function badgeLine(slug: string, title: string, publicUrl: string): string {
  const alt = title.replace(/[[\]\\]/gu, '\\$&');
  return `[![${alt}](${publicUrl}/badge/${slug}.svg)](${publicUrl}/servers/${slug})`;
}
