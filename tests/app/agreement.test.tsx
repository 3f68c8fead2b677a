// Whatever is asked of one database says the same: the drawn page and its tab, the server's page, badges and their
// twins, the widget and its frame, both APIs, MCP, Markdown and feeds. Each is read as its readers read it, from its own address.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as getServerEmbed } from '@/app/api/embed-status/[slug]/route';
import { GET as getPageEmbed } from '@/app/api/embed-status/route';
import { GET as getEndpoint } from '@/app/api/v1/endpoints/[slug]/route';
import { GET as getEndpoints } from '@/app/api/v1/endpoints/route';
import { GET as getIncidents } from '@/app/api/v1/incidents/route';
import { GET as getComponents } from '@/app/api/v2/components.json/route';
import { GET as getUnresolved } from '@/app/api/v2/incidents/unresolved.json/route';
import { GET as getStatus } from '@/app/api/v2/status.json/route';
import { GET as getSummary } from '@/app/api/v2/summary.json/route';
import { GET as getMetricBadge } from '@/app/badge/[file]/[metric]/route';
import { GET as getServerBadge } from '@/app/badge/[file]/route';
import { GET as getPageBadge } from '@/app/badge.svg/route';
import { GET as getServerFrame } from '@/app/embed/[slug]/route';
import { GET as getPageFrame } from '@/app/embed/route';
import { GET as getAtom } from '@/app/feed.atom/route';
import { GET as getJsonFeed } from '@/app/feed.json/route';
import { GET as getRss } from '@/app/feed.rss/route';
import { GET as getIcon } from '@/app/icon/[file]/route';
import { GET as getMonthMarkdown } from '@/app/incidents.md/route';
import { GET as getMarkdown } from '@/app/index.md/route';
import { POST as postMcp } from '@/app/mcp/route';
import { generateMetadata } from '@/app/page';
import { GET as getServerMarkdown } from '@/app/servers/[slug]/index.md/route';
import { generateMetadata as generateServerMetadata } from '@/app/servers/[slug]/page';
import { OverviewPage } from '@/app/ui/overview-page';
import { ServerPage } from '@/app/ui/server-page';
import type { ShownStatus } from '@/lib/core/status/status';
import { statusWord } from '@/lib/core/words/sentence';
import { wordsOf } from '@/lib/core/words/words';
import { readIncidents, readServerIncidents } from '@/lib/reads/incidents';
import { readOverview } from '@/lib/reads/overview';
import { readServerPage } from '@/lib/reads/server-page';
import { badgeWish } from '@/lib/render/badge/badge-wish';
import { drawn } from '@/tests/drawn';
import {
  type AnyPage,
  anyPage,
  type Expected,
  type ExpectedServer,
  expectedOf,
  KIND_NAMES,
  TROUBLED,
} from '@/tests/fixtures/any-page';
import { freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { inDatabase, jsonFrom, matterOf, partOf, readAloud, textFrom } from '@/tests/fixtures/readings';
import { NOW } from '@/tests/fixtures/stored-endpoints';

freshDataFolder();
beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const NOTHING = routeContext({});
const COMPONENT_WORDS: Record<ShownStatus, string> = {
  up: 'operational',
  degraded: 'degraded_performance',
  down: 'major_outage',
  locked: 'degraded_performance',
  unknown: 'degraded_performance',
  maintenance: 'under_maintenance',
  paused: 'under_maintenance',
};

function wordOf({ kind, status }: ExpectedServer): string {
  return kind === 'neverCalled' && status === 'unknown' ? 'Not called yet' : statusWord(status);
}

async function expectPage(page: AnyPage, expected: Expected): Promise<void> {
  const html = await drawn(<OverviewPage view={readOverview(NOW)} incidents={readIncidents(NOW)} />);
  // Title and state, as they are read aloud; the titles of these servers are their slugs.
  const headings = [...html.matchAll(/<h3\b[^>]*>(.*?)<\/h3>/gs)].map(([, inside]) => inside ?? '');
  const said = headings
    .filter((inside) => inside.includes('href="/servers/'))
    .map(readAloud)
    .sort();
  expect(said).toEqual(expected.servers.map((server) => `${server.slug} ${wordOf(server)}`).sort());
  expect(readAloud(html).includes(wordsOf('en').page.delayedTitle)).toBe(page.isLate);
  const headline = partOf(html, /<h1[^>]*>(.*?)<\/h1>/s);
  const called = expected.servers.filter(
    ({ kind, heard }) => heard !== 'paused' && heard !== 'maintenance' && kind !== 'neverCalled',
  );
  const answered = called.filter(({ kind, heard }) => heard === 'up' && kind !== 'askedAgain').length;
  const isSpoken = called.some(({ kind }) => kind !== 'notCallable');
  if (isSpoken && called.length > 2 && answered > 0 && answered < called.length)
    expect(headline).toContain(`${answered} of ${called.length} servers`);
  if (expected.servers.length > 0) expect(headline).not.toBe('');
  const line = partOf(html, /<span role="status">(.*?)<\/span>/s);
  const isCalm = expected.status === 'up' && called.every(({ kind }) => kind !== 'askedAgain');
  if (expected.servers.length > 0)
    expect(line === 'Nothing is wrong.').toBe(
      isCalm && !page.isLate && expected.servers.every(({ status }) => status === 'up'),
    );
  const twin = await textFrom(getMarkdown(get('/index.md'), NOTHING));
  expect(readAloud(twin.replaceAll('\\', ''))).toContain(`**${headline}** ${line}`.trim());
}

async function expectTab(page: AnyPage, expected: Expected): Promise<void> {
  const { title, icons } = generateMetadata();
  const count = expected.servers.filter(({ status }) => TROUBLED.includes(status)).length + expected.beyond;
  if (page.isLate) expect(title).toBe('Delayed · Rollcall');
  else expect(title).toBe(count === 0 ? 'Rollcall' : `(${count}) Rollcall`);
  const file = /"\/icon\/([^"]+)"/.exec(JSON.stringify(icons))?.[1] ?? '';
  const svg = await textFrom(getIcon(get(`/icon/${file}`), routeContext({ file })));
  expect(/aria-label="([^"]*)"/.exec(svg)?.[1]).toBe(page.isLate ? 'delayed' : expected.status);
}

async function expectPageBadge(page: AnyPage, expected: Expected): Promise<void> {
  const twin = await jsonFrom(getPageBadge(get('/badge.json'), NOTHING));
  const svg = await textFrom(getPageBadge(get('/badge.svg'), NOTHING));
  expect(/<title>(.*?)<\/title>/.exec(svg)?.[1]).toBe(`Rollcall: ${twin.message}`);
  expect(svg).toContain(`aria-label="Rollcall: ${twin.message}"`);
  expect(svg).toContain(twin.color);
  const isStale = page.isLate && expected.servers.some(({ kind }) => kind !== 'neverCalled' && kind !== 'notCallable');
  expect(twin.message.startsWith('stale ')).toBe(isStale);
  const embed = await jsonFrom(getPageEmbed(get('/api/embed-status'), NOTHING));
  expect(embed.message).toBe(twin.message);
  const frame = await textFrom(getPageFrame(get('/embed'), NOTHING));
  expect(frame).toContain(`<title>Rollcall: ${twin.message}</title>`);
  expect(frame).toContain(`aria-label="${embed.status}"`);
  expect(embed.status).toBe(isStale ? 'unknown' : expected.status);
  expect(twin.isError).toBe(embed.status === 'unknown');
  if (isStale) return;
  const called = expected.servers.filter(
    ({ kind, heard }) => heard !== 'paused' && heard !== 'maintenance' && kind !== 'neverCalled',
  );
  const up = expected.servers.filter(({ status }) => status === 'up').length;
  const servers = called.length === 0 ? expected.status : `${up} of ${called.length} up`;
  const beyond = expected.beyond === 0 ? '' : `, ${expected.beyond} incident${expected.beyond > 1 ? 's' : ''}`;
  expect(twin.message).toBe(`${servers}${beyond}`);
}

async function expectApis(page: AnyPage, expected: Expected): Promise<void> {
  const list = await jsonFrom(getEndpoints(get('/api/v1/endpoints'), NOTHING));
  const statuses = expected.servers.map(({ slug, status }) => ({ slug, status }));
  expect(list).toMatchObject({ status: expected.status, endpoints: statuses });
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'list_servers', arguments: {} } };
  const headers = {
    host: 'rollcall.test',
    accept: 'application/json, text/event-stream',
    'content-type': 'application/json',
  };
  const asked = new Request('http://rollcall.test/mcp', { method: 'POST', headers, body: JSON.stringify(call) });
  const told = await textFrom(postMcp(asked));
  const { result } = JSON.parse(/^data: (\{.*)$/m.exec(told)?.[1] ?? told);
  expect(result.structuredContent).toMatchObject({ status: expected.status, servers: statuses });

  const summary = await jsonFrom(getSummary(get('/api/v2/summary.json'), NOTHING));
  expect(summary.status.indicator).toBe(expected.indicator);
  expect((await jsonFrom(getStatus(get('/api/v2/status.json'), NOTHING))).status).toEqual(summary.status);
  const { components } = await jsonFrom(getComponents(get('/api/v2/components.json'), NOTHING));
  expect(components).toEqual(summary.components);
  const words = new Map(components.map(({ id, status }: { id: string; status: string }) => [id, status]));
  expect(expected.servers.map(({ slug }) => words.get(slug))).toEqual(
    expected.servers.map(({ status }) => COMPONENT_WORDS[status]),
  );
  expect(/Delayed/.test(summary.status.description)).toBe(
    page.isLate && summary.status.description !== 'No Servers Yet',
  );
}

async function expectMarkdown(page: AnyPage, expected: Expected): Promise<void> {
  const twin = await textFrom(getMarkdown(get('/index.md'), NOTHING));
  const counts = Object.fromEntries(
    expected.servers.map(({ status }) => [status, expected.servers.filter((other) => other.status === status).length]),
  );
  const late = page.isLate;
  expect(matterOf(twin)).toMatchObject({
    status: expected.status,
    servers: expected.servers.length,
    monitoring_delayed: late,
    ...counts,
  });
  for (const { slug, status } of expected.servers) expect(twin).toContain(`/servers/${slug}.md): **${status}**`);
}

async function expectIncidents({ incidents }: Expected): Promise<void> {
  const titles = (list: { title?: string; name?: string }[]) =>
    list.map(({ title, name }) => title ?? name ?? '').sort();
  expect(titles((await jsonFrom(getIncidents(get('/api/v1/incidents'), NOTHING))).incidents)).toEqual(incidents);
  expect(titles((await jsonFrom(getUnresolved(get('/api/v2/incidents/unresolved.json'), NOTHING))).incidents)).toEqual(
    incidents,
  );
  expect(titles((await jsonFrom(getSummary(get('/api/v2/summary.json'), NOTHING))).incidents)).toEqual(incidents);
  const { items } = await jsonFrom(getJsonFeed(get('/feed.json'), NOTHING));
  const inFeed = titles(items);
  expect(inFeed.filter((title) => title.startsWith('Trouble'))).toEqual(incidents);
  for (const route of [getAtom, getRss]) {
    const found = [
      ...(await textFrom(route(get('/feed'), NOTHING))).matchAll(
        /<title(?: type="\w+")?>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?<\/title>/g,
      ),
    ];
    expect(
      found
        .map(([, title]) => title ?? '')
        .filter((title) => inFeed.includes(title))
        .sort(),
    ).toEqual(inFeed);
  }
  const html = await drawn(<OverviewPage view={readOverview(NOW)} incidents={readIncidents(NOW)} />);
  const twin = await textFrom(getMarkdown(get('/index.md'), NOTHING));
  const month = await textFrom(getMonthMarkdown(get('/incidents.md'), NOTHING));
  for (const title of incidents) expect(twin).toContain(title);
  for (const title of incidents) expect(month).toContain(title);
  for (const title of incidents) expect(html).toContain(title);
}

async function expectServer(page: AnyPage, server: ExpectedServer): Promise<void> {
  const { slug, status, kind } = server;
  const params = routeContext({ slug });
  const view = readServerPage(slug, NOW);
  if (!view) throw new Error(`${slug} is not listed`);
  const incidents = readServerIncidents(slug, NOW);
  const html = await drawn(
    <ServerPage
      view={view}
      publicUrl="http://rollcall.test"
      badge={badgeWish(new URLSearchParams())}
      incidents={incidents}
    />,
  );
  expect(partOf(html, /<p[^>]*role="status">(.*?)<\/p>/s)).toMatch(new RegExp(`^${wordOf(server)}`));
  const { title } = await generateServerMetadata({ ...params, searchParams: Promise.resolve({}) });
  expect(String(title).startsWith(wordOf(server) === 'Not called yet' ? 'New' : statusWord(status))).toBe(true);
  expect((await jsonFrom(getEndpoint(get(`/api/v1/endpoints/${slug}`), params))).status).toBe(status);
  expect(matterOf(await textFrom(getServerMarkdown(get(`/servers/${slug}.md`), params))).status).toBe(status);

  const twin = await jsonFrom(getServerBadge(get(`/badge/${slug}.json`), routeContext({ file: `${slug}.json` })));
  const svg = await textFrom(getServerBadge(get(`/badge/${slug}.svg`), routeContext({ file: `${slug}.svg` })));
  expect(svg).toContain(`<title>${slug}: ${twin.message}</title>`);
  const same = routeContext({ file: slug, metric: 'status.svg' });
  expect(await textFrom(getMetricBadge(get(`/badge/${slug}/status.svg`), same))).toBe(svg);
  const embed = await jsonFrom(getServerEmbed(get(`/api/embed-status/${slug}`), params));
  expect(embed.message).toBe(twin.message);
  expect(await textFrom(getServerFrame(get(`/embed/${slug}`), params))).toContain(
    `<title>${slug}: ${twin.message}</title>`,
  );
  const isStale = kind === 'tooOld' || twin.message.startsWith('stale ');
  expect(twin.message).toMatch(isStale ? /^stale / : new RegExp(`^${status}$`));
  expect(embed.status).toBe(isStale ? 'unknown' : status);
  // Only a loop that does not come makes a young reading old.
  if (isStale && kind !== 'tooOld') expect(page.isLate).toBe(true);
}

/** Unknown and hidden ones look alike at every address. */
async function expectNothingOf(slug: string, listed: string[]): Promise<void> {
  const params = routeContext({ slug });
  expect((await getEndpoint(get('/'), params)).status).toBe(404);
  expect((await getServerEmbed(get('/'), params)).status).toBe(404);
  expect((await getServerMarkdown(get('/'), params)).status).toBe(404);
  expect((await getServerFrame(get('/'), params)).status).toBe(404);
  const badge = await jsonFrom(getServerBadge(get(`/badge/${slug}.json`), routeContext({ file: `${slug}.json` })));
  expect(badge).toMatchObject({ label: 'server', message: 'unknown', isError: true });
  for (const text of listed) expect(text).not.toMatch(new RegExp(`\\b${slug}\\b`));
}

describe('all readings of one database', () => {
  it('agree for any combination of states', async () => {
    const everyKind = KIND_NAMES.map((kind) => ({ kind, group: null, isHidden: false, told: null }));
    const wellButTold = { kind: 'up', group: 'Data', isHidden: false, told: 'degraded' } as const;
    const examples: [AnyPage][] = [
      [{ servers: everyKind, impact: null, isLate: false }],
      [{ servers: [{ ...wellButTold, told: null }], impact: 'major', isLate: false }],
      [{ servers: [wellButTold, { ...wellButTold, told: 'suspected' }], impact: null, isLate: false }],
      [{ servers: [], impact: 'minor', isLate: false }],
      [{ servers: [{ ...wellButTold, isHidden: true }], impact: null, isLate: true }],
    ];
    const agree = fc.asyncProperty(anyPage, async (page) => {
      inDatabase(page);
      const expected = expectedOf(page);
      await expectPage(page, expected);
      await expectTab(page, expected);
      await expectPageBadge(page, expected);
      await expectApis(page, expected);
      await expectMarkdown(page, expected);
      await expectIncidents(expected);
      for (const server of expected.servers) await expectServer(page, server);
      const listed = [getEndpoints, getSummary, getIncidents, getMarkdown, getAtom, getJsonFeed];
      const texts = await Promise.all(listed.map((route) => textFrom(route(get('/'), NOTHING))));
      const hidden = page.servers.flatMap(({ isHidden }, index) => (isHidden ? [`s${index}`] : []));
      for (const slug of hidden) await expectNothingOf(slug, texts);
    });
    await fc.assert(agree, { numRuns: 40, examples });
  }, 120_000);
});
