// One server as a picture of one view: how it is, how it was, what it offers, how to show and reach it.
import { AboutUptime } from '@/app/ui/about-uptime';
import { BadgeMaker } from '@/app/ui/badge-maker';
import { BarPatterns } from '@/app/ui/bar-patterns';
import { BarsAxis } from '@/app/ui/bars-axis';
import { ChangeList } from '@/app/ui/change-list';
import { Connect } from '@/app/ui/connect';
import { DayBars } from '@/app/ui/day-bars';
import { DependencyList } from '@/app/ui/dependency-list';
import { fold } from '@/app/ui/fold';
import { Foot } from '@/app/ui/foot';
import { IncidentCard, IncidentLine } from '@/app/ui/incident-card';
import { LatencyChart } from '@/app/ui/latency-chart';
import { LatencyChoices } from '@/app/ui/latency-choices';
import { Legend } from '@/app/ui/legend';
import { Maintenance } from '@/app/ui/maintenance';
import { type Clock, clockOf } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { OutageList } from '@/app/ui/outage-list';
import { PageFrame } from '@/app/ui/page-frame';
import { Section } from '@/app/ui/section';
import { ServerFactsList } from '@/app/ui/server-facts-list';
import { ServerHead } from '@/app/ui/server-head';
import { StageTiles } from '@/app/ui/stage-tiles';
import { ToolList } from '@/app/ui/tool-list';
import { UptimeTiles } from '@/app/ui/uptime-tiles';
import type { IncidentView } from '@/lib/core/incident-view';
import type { ServerPageView } from '@/lib/core/server-page-view';
import { DAY_MS } from '@/lib/core/time';
import { countText, durationText, latencyText } from '@/lib/core/words/format';
import { wordsOf } from '@/lib/core/words/words';
import type { BadgeWish } from '@/lib/render/badge/badge-snippets';

interface ServerPageProps {
  view: ServerPageView;
  /** Public address of this Rollcall without a trailing slash, for the badge lines. */
  publicUrl: string;
  /** What the badge generator was asked for. */
  badge: BadgeWish;
  /** Of this server, newest first. */
  incidents: IncidentView[];
}

export function ServerPage({ view, publicUrl, badge, incidents }: ServerPageProps) {
  const { server, facts } = view;
  const clock = clockOf(view);
  const { language } = clock;
  const words = wordsOf(language);
  return (
    <PageFrame page={view.page} foot={<Foot clock={clock} />}>
      <ServerHead server={server} clock={clock} isDelayed={view.isDelayed} />
      {view.isDelayed && (
        <div className="mt-6">
          <Notice status="unknown" title={words.page.delayedTitle}>
            <p className="mt-1">{words.page.mayBeOld}</p>
          </Notice>
        </div>
      )}
      <div className="my-6 empty:hidden">
        {incidents
          .filter(({ resolvedAt }) => resolvedAt === null)
          .map((incident) => (
            <IncidentCard key={incident.id} incident={incident} clock={clock} isOnServer />
          ))}
        <Maintenance label={words.server.maintenance} windows={view.maintenance} servers={null} clock={clock} />
      </div>
      <StageTiles server={server} clock={clock} />
      <Uptime view={view} clock={clock} />
      <Latency view={view} clock={clock} />
      {server.dependencies.length > 0 && (
        <Section title={words.server.dependencies} fact={words.server.dependenciesFact}>
          <DependencyList dependencies={server.dependencies} history={view.dependencyHistory} clock={clock} />
        </Section>
      )}
      <Tools view={view} clock={clock} />
      <Section title={words.server.outages}>
        <OutageList outages={view.outages} clock={clock} />
      </Section>
      <PastIncidents incidents={incidents.filter(({ resolvedAt }) => resolvedAt !== null)} clock={clock} />
      <Section title={words.server.about}>
        <ServerFactsList server={server} facts={facts} clock={clock} />
      </Section>
      {server.type !== 'health' && (
        <Section title={words.snippets.connect} fact={words.snippets.connectFact} isForScreens>
          <Connect server={server} facts={facts} language={language} />
        </Section>
      )}
      <Section id="badge" title={words.snippets.badge} fact={words.snippets.badgeFact} isForScreens>
        <BadgeMaker
          target={{ slug: server.slug, title: server.title, publicUrl }}
          wish={badge}
          isMcp={server.type !== 'health'}
          language={language}
        />
      </Section>
    </PageFrame>
  );
}

/** A flapping server would push everything below out of sight. */
const UNFOLDED = 8;

interface PastIncidentsProps {
  incidents: readonly IncidentView[];
  clock: Clock;
}

function PastIncidents({ incidents, clock }: PastIncidentsProps) {
  if (incidents.length === 0) return null;
  const words = wordsOf(clock.language).server;
  const { shown, rest } = fold(incidents, UNFOLDED);
  return (
    <Section title={words.incidents}>
      <IncidentLines incidents={shown} clock={clock} />
      {rest.length > 0 && (
        <details className="border-t border-hair pt-2 text-sm">
          <summary className="mb-2 text-soft">{words.olderOutages(rest.length)}</summary>
          <IncidentLines incidents={rest} clock={clock} />
        </details>
      )}
    </Section>
  );
}

function IncidentLines({ incidents, clock }: PastIncidentsProps) {
  return (
    <ul>
      {incidents.map((incident) => (
        <li key={incident.id} className="border-t border-hair pb-2.5">
          <IncidentLine incident={incident} clock={clock} isOnServer />
        </li>
      ))}
    </ul>
  );
}

interface PartProps {
  view: ServerPageView;
  clock: Clock;
}

function Uptime({ view: { server, spans }, clock }: PartProps) {
  const { language, now } = clock;
  const words = wordsOf(language).server;
  // A figure for a year is that of the days there were.
  const watchedMs = now - server.createdAt;
  const fact = watchedMs < 365 * DAY_MS ? words.watchedFor(durationText(watchedMs, language)) : '';
  return (
    <Section title={words.uptime} fact={fact}>
      <BarPatterns />
      <UptimeTiles spans={spans} language={language} />
      <div className="mt-5 space-y-3">
        <DayBars
          server={server}
          bars={{ days: server.days, now, createdAt: server.createdAt }}
          uptime={server.uptime['90d']}
          language={language}
        />
        <BarsAxis clock={clock} />
      </div>
      <Legend language={language} />
      <AboutUptime language={language} />
    </Section>
  );
}

/** Latency is that of MCP: a health URL alone has none. */
function Latency({ view: { server, latency, outages }, clock }: PartProps) {
  if (server.type === 'health') return null;
  const { p50Ms, p95Ms, part, range } = latency;
  const { language } = clock;
  const words = wordsOf(language).chart;
  const isMeasured = p50Ms !== null && p95Ms !== null;
  const fact = isMeasured
    ? words.fact(latencyText(p50Ms, language), latencyText(p95Ms, language), words.ranges[range])
    : '';
  return (
    <Section id="latency" title={words.title} fact={fact}>
      <LatencyChoices part={part} range={range} language={language} />
      {isMeasured ? (
        <LatencyChart latency={latency} outages={outages} clock={clock} />
      ) : (
        <p className="border-t border-hair pt-2 text-sm text-soft">{words.nothing(words.ranges[range])}</p>
      )}
    </Section>
  );
}

/** The list and what changed in it. Before the first list there is nothing to say of either. */
function Tools({ view, clock }: PartProps) {
  const { catalogue, toolsUnchangedSince, drifts } = view;
  const { language, now } = clock;
  const words = wordsOf(language).tools;
  if (toolsUnchangedSince === null && drifts.length === 0) return null;
  const unchanged =
    toolsUnchangedSince === null ? '' : words.unchangedFor(durationText(now - toolsUnchangedSince, language));
  const count = countText(catalogue.total, words.count.one, words.count.many, language);
  return (
    <>
      <Section id="tools" title={words.title} fact={`${count}${unchanged}`}>
        {catalogue.total === 0 ? (
          <p className="border-t border-hair pt-2 text-sm text-soft">{words.none}</p>
        ) : (
          <ToolList catalogue={catalogue} clock={clock} />
        )}
      </Section>
      <Section title={words.changes}>
        <ChangeList drifts={drifts} clock={clock} />
      </Section>
    </>
  );
}
