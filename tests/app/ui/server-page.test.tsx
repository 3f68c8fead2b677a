// A server's own page as markup, from prepared views.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ServerPage } from '@/app/ui/server-page';
import type { IncidentView } from '@/lib/core/incident-view';
import type { ServerPageView } from '@/lib/core/server-page-view';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { catalogueView } from '@/lib/reads/catalogue-view';
import { badgeWish } from '@/lib/render/badge/badge-wish';
import { ADDED, drift, REQUIRED } from '@/tests/fixtures/drift-views';
import { toldIncident } from '@/tests/fixtures/incident-views';
import { catalogue, FACTS, UNMEASURED } from '@/tests/fixtures/server-page-parts';
import * as made from '@/tests/fixtures/views';

const { serverPage, warehouse, projectTools, waiting, HOSTILE, NOW } = made;

function draw(view: ServerPageView, incidents: IncidentView[] = []): string {
  const badge = badgeWish(new URLSearchParams());
  return renderToStaticMarkup(
    <ServerPage view={view} publicUrl="https://status.acme.internal" badge={badge} incidents={incidents} />,
  );
}

function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

test('says how the server is, since when, why, and what its users notice', () => {
  const html = draw(serverPage(warehouse));
  const text = textOf(html);
  expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  expect(text).toContain('All servers / Data platform');
  expect(text).toContain('Degraded since 13:54 , 9 minutes.');
  expect(text).toContain('The protocol answers; /health says: iam_credentials: ExpiredToken.');
  expect(text).toContain('All 12 tools are listed, but calls that need iam_credentials may fail.');
  expect(text).toContain('Last called 14:03 , answered in 246 ms.');
});

test('a locked server says how it came to refuse us', () => {
  const words = 'Our credential was accepted until 21 Nov, 13:02 and has been rejected since 21 Nov, 13:03.';
  expect(textOf(draw(serverPage(made.locked)))).toContain(words);
  expect(textOf(draw(serverPage(warehouse)))).not.toContain('redential was accepted');
});

test('says when the certificate runs out', () => {
  const server = { ...projectTools, type: 'http', certificateExpiresAt: made.NOW + 61 * DAY_MS } as const;
  expect(textOf(draw(serverPage(server)))).toContain('Reach answers in 14 ms, certificate expires in 61 days');
});

test('shows four stages with times, and five spans of uptime', () => {
  const text = textOf(draw(serverPage(warehouse)));
  expect(text).toContain('Reach answers in 14 ms Handshake speaks 2026-07-28, 92 ms Tools 12 listed in 140 ms');
  expect(text).toContain('Dependencies 1 of 3 fails: iam_credentials');
  const tiles = ['24 hours 98.47%', '7 days 99.71%', '30 days 99.93%', '90 days 99.71%', '1 year 99.95%'];
  for (const tile of tiles) expect(text).toContain(tile);
});

test('draws latency with outages behind, and the same figures as a table', () => {
  const html = draw(serverPage(warehouse));
  expect(html).toContain('>Latency of the last 24 hours: Total</title>');
  expect(textOf(html)).toContain('15:00 to 14:03. 2 outages in this time.');
  expect(html.match(/v100h/g)).toHaveLength(2);
  expect(html).toMatch(/<caption[^>]*>Latency by hour/);
  expect(html.match(/<th scope="row"/g)).toHaveLength(24);
  expect(html).not.toMatch(/ style="/);
});

test('lists dependencies, tools and outages', () => {
  const text = textOf(draw(serverPage(warehouse)));
  expect(text).toContain('iam_credentials failing since 13:54 · 99.94% ExpiredToken');
  expect(text).toContain('3 tools, unchanged for 6 days');
  expect(text).toContain('mcp ok since 3 Nov, 14:03 · 99.94%');
  expect(text).toContain('describe_table only reads Describe a table Columns, types and row count of a table.');
  expect(text).toContain('Down reach connection refused on port 4100 07:03 to 08:33 , 1 hour 30 minutes');
  expect(text).toContain('since 13:54 , 9 minutes so far');
  expect(text).toContain('warehouse 2.4.0');
});

test('says what changed in the list, newest first, and what of it breaks', () => {
  const html = draw(serverPage(warehouse));
  const changes = textOf(html.slice(html.indexOf('>What changed<'), html.indexOf('>Outages<')));
  const breaking = 'query_table now requires database . Breaking : agents that learned the old form may fail.';
  expect(changes).toContain('16 Nov, 14:03 + export_csv was added.');
  expect(changes).toContain(`2 Nov, 14:03 ${breaking} The description of list_tables changed.`);
  expect(changes.match(/Breaking/g)).toHaveLength(1);
  expect(html).toMatch(/<strong class="[^"]*text-down[^"]*">Breaking/);
});

test('what breaking means is said once an entry', () => {
  const html = draw(serverPage(warehouse, { drifts: [drift('1', NOW, [REQUIRED, REQUIRED, ADDED])] }));
  expect(textOf(html).match(/Breaking/g)).toHaveLength(2);
  expect(textOf(html).match(/agents that learned/g)).toHaveLength(1);
});

test('a list that flaps takes one entry, and a long one is cut at 50 lines', () => {
  const flapping = drift('1', NOW - HOUR_MS, [ADDED], { lastSeenAt: NOW - MINUTE_MS, seenCount: 12 });
  const back = drift('2', NOW - DAY_MS, []);
  const long = drift(
    '3',
    NOW - 2 * DAY_MS,
    Array.from({ length: 199 }, () => ADDED),
  );
  const drifts = [flapping, back, long, drift('4', NOW - 3 * DAY_MS, [REQUIRED])];
  const text = textOf(draw(serverPage(warehouse, { drifts })));
  expect(text).toContain('14:02 12 times since 13:03 + export_csv was added.');
  expect(text).toContain('The list is back as it was.');
  expect(text.match(/export_csv was added/g)).toHaveLength(49);
  expect(text).toContain('And 151 more changes. Older ones are left out.');
  expect(text).not.toContain('Breaking');
});

test('without changes, says so; without a list, nothing', () => {
  const quiet = { drifts: [] };
  expect(textOf(draw(serverPage(warehouse, quiet)))).toContain('What changed Nothing in the last 90 days.');
  expect(textOf(draw(serverPage(made.healthOnly, { ...quiet, toolsUnchangedSince: null })))).not.toContain(
    'What changed',
  );
});

test('a hostile sentence is text', () => {
  const sentence = `\`${HOSTILE.name}\` was added`;
  const html = draw(serverPage(warehouse, { drifts: [drift('1', NOW, [{ ...ADDED, sentence }])] }));
  expect(html).not.toMatch(/<script|<img src=x/);
  expect(html).not.toContain('\u202e');
});

test('folds the outages of a flapping server away', () => {
  const outages = Array.from({ length: 10 }, (_, index) =>
    serverPage(warehouse).outages.map((outage) => ({ ...outage, id: `${outage.id} ${index}` })),
  ).flat();
  const html = draw(serverPage(warehouse, { outages }));
  expect(textOf(html.slice(html.indexOf('>Outages<')))).toContain('22 older ones');
});

test('a health URL alone has no latency section', () => {
  expect(textOf(draw(serverPage(made.healthOnly)))).not.toContain(' Latency ');
});

test('gives the badge line to paste', () => {
  expect(draw(serverPage(warehouse))).toContain(
    '[![warehouse](https://status.acme.internal/badge/warehouse.svg)](https://status.acme.internal/servers/warehouse)',
  );
  const bracketed = { ...warehouse, title: 'a] [b' };
  expect(draw(serverPage(bracketed))).toContain('[![a\\] \\[b](');
});

test('a server that was never called has no figures and no empty tables', () => {
  const view = serverPage(waiting, {
    catalogue: catalogue([]),
    toolsUnchangedSince: null,
    drifts: [],
    outages: [],
    latency: UNMEASURED,
  });
  const text = textOf(draw(view));
  expect(text).toContain('Not called yet.');
  expect(text).toContain('24 hours – no data');
  expect(text).toContain('Nothing measured in the last 24 hours.');
  expect(text).toContain('None in the last 90 days.');
  expect(text).not.toMatch(/What changed| Dependencies /);
});

test('a server that is well says so in one line', () => {
  expect(textOf(draw(serverPage(projectTools, { outages: [] })))).toContain('Up since 3 Nov, 14:03 , 19 days.');
});

test('a hostile catalogue is text, and one page of it', () => {
  const hostile = catalogueView(
    Array.from({ length: 10_000 }, (_, index) => ({
      name: `${HOSTILE.name}${index}`,
      title: null,
      description: HOSTILE.description,
      inputSchema: { type: 'object', properties: { [HOSTILE.name]: { description: 'x'.repeat(1_000_000) } } },
      outputSchema: null,
      annotations: { readOnlyHint: 'yes', destructiveHint: true },
    })),
    { tool: '', toolPage: 1 },
  );
  const html = draw(serverPage(warehouse, { catalogue: hostile }));
  expect(html).not.toMatch(/<script|<img src=x/);
  expect(html).not.toContain('\u202e');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; gnirts');
  expect(textOf(html)).toContain('10,000 tools');
  expect(textOf(html)).toContain('page 1 of 100 Next');
  expect(textOf(html)).toContain('may destroy');
  expect(html.length).toBeLessThan(600_000);
});

test('a search is named, and what it found is counted', () => {
  const query = '"><script>alert(1)</script>';
  const found = catalogue([], { total: 26, found: 0, query });
  const html = draw(serverPage(warehouse, { catalogue: found }));
  expect(html).not.toMatch(/<script/);
  expect(textOf(html)).toMatch(/0 of 26 with .* No tool has all of these words\./);
});

test('a tool says what it takes', () => {
  const text = textOf(draw(serverPage(warehouse)));
  expect(text).toContain('table string , required schema string | null');
  expect(text).toContain('Input schema { &quot;type&quot;: &quot;object&quot; }');
});

test('what an uptime figure is made of stands with it', () => {
  expect(textOf(draw(serverPage(warehouse)))).toMatch(
    /98\.47% Made of up 23 hours down 22 minutes not watched 1 hour , left out/,
  );
});

test.each([
  ['de', 'Verfügbarkeit', 'Was sich geändert hat'],
  ['en', 'Uptime', 'What changed'],
] as const)('in %s no text of the other language is left', (language, uptime, changes) => {
  const view = serverPage(warehouse);
  const text = textOf(draw({ ...view, page: { ...view.page, language } }));
  expect(text).toContain(uptime);
  expect(text).toContain(changes);
  expect(text.includes('Last called')).toBe(language === 'en');
});

test('the entry for a client holds no address that was not published', () => {
  const shape = draw(serverPage(warehouse));
  expect(shape).toContain('https://ADDRESS-OF-warehouse/mcp');
  expect(shape).toContain('Bearer ${WAREHOUSE_TOKEN}');
  const facts = { ...FACTS, publicUrl: 'https://mcp.acme.com/warehouse', credential: 'none' as const };
  const told = draw(serverPage(warehouse, { facts }));
  expect(told).toContain('https://mcp.acme.com/warehouse');
  expect(told).not.toContain('WAREHOUSE_TOKEN');
  expect(draw(serverPage(projectTools))).toContain('COMMAND-OF-project-tools');
  expect(textOf(draw(serverPage(made.healthOnly)))).not.toContain('for the configuration of a client');
});

test('its incidents: those going on above all, those over below', () => {
  const going = toldIncident('7', { writtenTitle: 'Disk is full', resolvedAt: null });
  const over = toldIncident('6', { writtenTitle: 'Disk was full', resolvedAt: NOW - HOUR_MS });
  const html = draw(serverPage(warehouse), [going, over]);
  expect(html.indexOf('Disk is full')).toBeLessThan(html.indexOf('Stages of the newest call'));
  expect(textOf(html.slice(html.indexOf('>Outages<')))).toMatch(/Incidents .*Disk was full/);
  expect(html).toContain('href="/incidents/6"');
  expect(draw(serverPage(warehouse))).not.toContain('>Incidents</h2>');
});

test('a late loop is said here too', () => {
  expect(textOf(draw(serverPage(warehouse, { isDelayed: true })))).toContain('Monitoring is delayed');
});
