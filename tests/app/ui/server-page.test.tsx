// A server's own page as markup, from prepared views.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ServerPage } from '@/app/ui/server-page';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import type { ServerPageView } from '@/lib/core/view';
import { ADDED, drift, REQUIRED } from '@/tests/fixtures/drift-views';
import * as made from '@/tests/fixtures/views';

const { serverPage, warehouse, projectTools, waiting, HOSTILE, NOW } = made;

function draw(view: ServerPageView): string {
  return renderToStaticMarkup(<ServerPage view={view} publicUrl="https://status.acme.internal" />);
}

function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

test('says how the server is, since when, why, and what its users notice', () => {
  const html = draw(serverPage(warehouse));
  const text = textOf(html);
  expect(html.match(/<h1[ >]/g)).toHaveLength(1);
  expect(text).toContain('All servers / Data platform');
  expect(text).toContain('Degraded since 13:54, 9 minutes.');
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
  const tiles = '24 hours 98.47% 7 days 99.71% 30 days 99.93% 90 days 99.71% 1 year 99.95%';
  expect(text).toContain(tiles);
});

test('draws latency with outages behind, and the same figures as a table', () => {
  const html = draw(serverPage(warehouse));
  expect(html).toContain('Latency of the last 24 hours, 14:03 to 14:03');
  expect(html.match(/fill-opacity="0.15"/g)).toHaveLength(2);
  expect(html).toMatch(/<caption[^>]*>Latency by hour/);
  expect(html.match(/<th scope="row"/g)?.length).toBeGreaterThan(24);
  expect(html).not.toMatch(/ style="/);
});

test('lists dependencies, tools and outages', () => {
  const text = textOf(draw(serverPage(warehouse)));
  expect(text).toContain('iam_credentials failing ExpiredToken 13:54');
  expect(text).toContain('3 tools, unchanged for 6 days');
  expect(text).toContain('describe_table Columns, types and row count of a table.');
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
  expect(html).not.toMatch(/<script|<img/);
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
  const view = serverPage(waiting, { tools: [], outages: [], latency: [], uptimeYear: null });
  const text = textOf(draw(view));
  expect(text).toContain('Not called yet.');
  expect(text).toContain('24 hours – no data');
  expect(text).toContain('Nothing measured in the last 24 hours.');
  expect(text).toContain('None in the last 90 days.');
  expect(text).not.toMatch(/ Tools | Dependencies /);
});

test('a server that is well says so in one line', () => {
  expect(textOf(draw(serverPage(projectTools, { outages: [] })))).toContain('Up since 3 Nov, 14:03, 19 days.');
});

test('a hostile catalogue is text, cut and counted', () => {
  const tools = Array.from({ length: 5_000 }, () => HOSTILE);
  const html = draw(serverPage(warehouse, { tools }));
  expect(html).not.toMatch(/<script|<img/);
  expect(html).not.toContain('\u202e');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; gnirts');
  expect(textOf(html)).toContain('4,980 more tools');
  expect(textOf(html)).toContain('and 4,800 more');
  expect(html.length).toBeLessThan(250_000);
});

test('a late loop is said here too', () => {
  expect(textOf(draw(serverPage(warehouse, { isDelayed: true })))).toContain('Monitoring is delayed');
});
