// Whatever is asked of one database says the same: page, tab, badge, widget, both APIs, MCP, Markdown and feed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Db } from '@/db/client';
import { insertIncident, putIncidentServer } from '@/db/queries/incidents';
import { type ShownStatus, worstOf } from '@/lib/core/status/status';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { incidentTitle } from '@/lib/core/words/incident-text';
import { countRoll, documentTitle, headline, serverTitle, statusWord, troubleLine } from '@/lib/core/words/sentence';
import { readIncidents, readNewestIncidents } from '@/lib/reads/incidents';
import { readMaintenance } from '@/lib/reads/maintenance';
import { readPageMark, readServerMark } from '@/lib/reads/marks';
import { readMetricMark } from '@/lib/reads/metric-marks';
import { readOverview } from '@/lib/reads/overview';
import { readServerPage } from '@/lib/reads/server-page';
import { endpointDetail, endpointList } from '@/lib/render/api-v1/api-v1';
import { incidentList } from '@/lib/render/api-v1/api-v1-incident';
import { pageBadge, serverBadge } from '@/lib/render/badge/badge-words';
import { metricBadge } from '@/lib/render/badge/metric-words';
import { embedStatus } from '@/lib/render/embed-status';
import { faviconState } from '@/lib/render/favicon';
import { buildFeed } from '@/lib/render/feed/build-feed';
import { feedPlace } from '@/lib/render/feed/feed-place';
import { incidentCall } from '@/lib/render/incident-call';
import { escapeMarkdown } from '@/lib/render/markdown-twin/escape-markdown';
import { pageMarkdown } from '@/lib/render/markdown-twin/page-markdown';
import { serverMarkdown } from '@/lib/render/markdown-twin/server-markdown';
import { rollCall } from '@/lib/render/roll-call';
import { statuspageSummary } from '@/lib/render/statuspage/statuspage';
import { componentStatus } from '@/lib/render/statuspage/statuspage-words';
import { memoryDb } from '@/tests/database';
import { brokenState, NEVER_CHECKED, NOW, storeBeat, storeEndpoint } from '@/tests/fixtures/stored-endpoints';
import { storeWindow } from '@/tests/fixtures/stored-windows';

const URL = 'https://status.example.com';
const REASON = { stage: 'handshake', code: 'rpc_error', message: 'error -32603' } as const;

/** How a server may be stored, and what everybody must say of it. */
const KINDS = {
  up: { says: 'up', stored: {} },
  degraded: { says: 'degraded', stored: { state: brokenState('degraded', REASON) } },
  down: { says: 'down', stored: { state: brokenState('down', REASON) } },
  locked: { says: 'locked', stored: { state: brokenState('locked', REASON) } },
  neverCalled: { says: 'unknown', stored: { state: NEVER_CHECKED } },
  notCallable: { says: 'unknown', stored: { problem: 'X is not set', state: NEVER_CHECKED } },
  paused: { says: 'paused', stored: { isPaused: true, state: brokenState('down', REASON) } },
  inMaintenance: { says: 'maintenance', stored: { state: brokenState('down', REASON) } },
} as const satisfies Record<string, { says: ShownStatus; stored: object }>;
type Kind = keyof typeof KINDS;

interface Stored {
  kinds: Kind[];
  /** The loop was last seen long ago. */
  isLate: boolean;
}

function store(db: Db, { kinds, isLate }: Stored): void {
  storeBeat(db, isLate ? NOW - HOUR_MS : NOW);
  for (const [index, kind] of kinds.entries()) {
    const slug = `s${index}`;
    const endpointId = storeEndpoint(db, {
      slug,
      position: index,
      groupName: index % 2 ? 'G' : null,
      ...KINDS[kind].stored,
    });
    if (kind === 'inMaintenance')
      storeWindow(db, { title: slug, startAt: NOW - MINUTE_MS, endAt: NOW + HOUR_MS, servers: [slug] });
    if (kind !== 'down') continue;
    const told = { title: `Trouble in ${slug}`, origin: 'person', impact: 'major', status: 'identified' } as const;
    const id = insertIncident(db, { ...told, startedAt: NOW - index, createdAt: NOW, changedAt: NOW });
    putIncidentServer(db, id, endpointId, 'down');
  }
}

/** The front matter of a Markdown twin. */
function matterOf(markdown: string): Record<string, unknown> {
  return parse(/^---\n(.*?)\n---\n/s.exec(markdown)?.[1] ?? '');
}

function expectAgreementOnPage(db: Db, { kinds, isLate }: Stored): void {
  const said: ShownStatus[] = kinds.map((kind) => KINDS[kind].says);
  const worst = worstOf(said);
  const view = readOverview(NOW, db);
  expect(view.status).toBe(worst);
  expect(view.isDelayed).toBe(isLate);
  expect(faviconState(view)).toBe(isLate ? 'delayed' : worst);
  expect(endpointList(view)).toMatchObject({ status: worst, endpoints: said.map((status) => ({ status })) });
  expect(rollCall(view, {})).toMatchObject({ status: worst, servers: said.map((status) => ({ status })) });

  const badge = pageBadge(readPageMark(NOW, db));
  const { called, answered } = countRoll(view.servers);
  if (badge.isUncertain) expect(badge.tone).toBe('unknown');
  else expect(badge).toMatchObject({ tone: worst, message: called === 0 ? worst : `${answered} of ${called} up` });
  expect(badge.message.startsWith('stale')).toBe(isLate && view.calledAt !== null);
  expect(embedStatus(badge, URL).status).toBe(badge.tone);

  const { status, components } = statuspageSummary(view, URL, readIncidents(NOW, db).current);
  const isAllWell = said.includes('up') && said.every((each) => each === 'up' || each === 'paused');
  expect(status.indicator === 'none').toBe(said.length === 0 || (isAllWell && !isLate));
  expect(status.indicator === 'major' || status.indicator === 'critical').toBe(worst === 'down');
  const bySlug = new Map(components.map((component) => [component.id, component.status]));
  expect(view.servers.map(({ slug }) => bySlug.get(slug))).toEqual(said.map(componentStatus));

  const twin = pageMarkdown({ view, incidents: readIncidents(NOW, db).current, url: URL });
  const counts = Object.fromEntries(
    [...new Set(said)].map((each) => [each, said.filter((one) => one === each).length]),
  );
  expect(matterOf(twin)).toMatchObject({
    status: worst,
    servers: said.length,
    monitoring_delayed: view.isDelayed,
    ...counts,
  });
  expect(twin).toContain(escapeMarkdown(headline(view), 2_000));
  expect(twin).toContain(escapeMarkdown(troubleLine(view), 4_000));
  const troubled = said.filter((each) => each === 'down' || each === 'degraded' || each === 'locked').length;
  if (!isLate) expect(documentTitle(view)).toBe(troubled === 0 ? 'Rollcall' : `(${troubled}) Rollcall`);
}

function expectAgreementOnServer(db: Db, slug: string, status: ShownStatus): void {
  const view = readServerPage(slug, NOW, db);
  const mark = readServerMark(slug, NOW, db);
  const metric = readMetricMark({ slug, period: '30d', now: NOW }, db);
  if (!view || !mark || !metric) throw new Error(`${slug} is not listed`);
  expect(view.server.status).toBe(status);
  expect(mark.status).toBe(status);
  expect(metricBadge('status', metric)).toEqual(serverBadge(mark));
  if (mark.staleMs === null) expect(serverBadge(mark)).toMatchObject({ message: status, tone: status });
  else expect(embedStatus(serverBadge(mark), URL).status).toBe('unknown');
  expect(endpointDetail(view).status).toBe(status);
  const isNew = status === 'unknown' && view.server.checkedAt === null && view.server.reason === null;
  expect(serverTitle(view).startsWith(isNew ? 'New' : statusWord(status))).toBe(true);
  expect(matterOf(serverMarkdown({ view, incidents: [], url: URL })).status).toBe(status);
}

function expectAgreementOnIncidents(db: Db, kinds: Kind[]): void {
  const expected = kinds.flatMap((kind, index) => (kind === 'down' ? [`Trouble in s${index}`] : [])).sort();
  const { current } = readIncidents(NOW, db);
  const newest = readNewestIncidents(NOW, 50, db);
  const readings = { server: null, incidents: newest, maintenance: readMaintenance(NOW, db) };
  const summary = statuspageSummary(readOverview(NOW, db), URL, current);
  expect(summary.incidents.map(({ name }) => name).sort()).toEqual(expected);
  const listed = incidentList(newest, NOW).incidents;
  expect(listed.map(({ title }) => title).sort()).toEqual(expected);
  const feed = buildFeed(readings, feedPlace(URL, URL)).entries.map(({ title }) => title);
  expect(current.map((incident) => incidentTitle(incident)).sort()).toEqual(expected);
  expect(
    incidentCall(current)
      .incidents.map(({ title }) => title)
      .sort(),
  ).toEqual(expected);
  expect(feed.filter((title) => !title.startsWith('Maintenance: ')).sort()).toEqual(expected);
  expect(feed.length - expected.length).toBe(kinds.filter((kind) => kind === 'inMaintenance').length);
  const twin = pageMarkdown({ view: readOverview(NOW, db), incidents: current, url: URL });
  for (const title of expected) expect(twin).toContain(title);
}

describe('all readings of one database', () => {
  it('agree for any combination of states', () => {
    const names = Object.keys(KINDS) as Kind[];
    const stored = fc.record({ kinds: fc.array(fc.constantFrom(...names), { maxLength: 7 }), isLate: fc.boolean() });
    fc.assert(
      fc.property(stored, (given) => {
        const db = memoryDb();
        store(db, given);
        expectAgreementOnPage(db, given);
        for (const [index, kind] of given.kinds.entries()) expectAgreementOnServer(db, `s${index}`, KINDS[kind].says);
        expectAgreementOnIncidents(db, given.kinds);
        db.$client.close();
      }),
      { numRuns: 40, examples: [[{ kinds: names.slice(0, 7), isLate: false }], [{ kinds: ['up'], isLate: true }]] },
    );
  }, 60_000);
});
