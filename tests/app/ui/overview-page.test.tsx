// The status page as markup, from prepared views: what a visitor without script, colour or sight gets.
import { describe, expect, test } from 'vitest';
import { OverviewPage } from '@/app/ui/overview-page';
import type { MaintenanceView } from '@/lib/core/maintenance-view';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';
import type { OverviewView } from '@/lib/core/view';
import { drawn } from '@/tests/drawn';
import { maintenance } from '@/tests/fixtures/maintenance-views';
import * as made from '@/tests/fixtures/views';

const { NOW, PAGES, overview } = made;

function draw(view: OverviewView): Promise<string> {
  return drawn(<OverviewPage view={view} />);
}

/** What is read, without markup. */
function textOf(html: string): string {
  return html
    .replace(/<\/?time[^>]*>|<span data-zone[^>]*>([^<]*)<\/span>/g, '$1')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
}

/** The part of one server's row. */
function rowOf(html: string, slug: string): string {
  const row = html.split('<li ').find((part) => part.includes('<h3') && part.includes(`href="/servers/${slug}"`));
  if (!row) throw new Error(`no row of ${slug}`);
  return html.slice(html.indexOf(row)).split('preserveAspectRatio')[0] ?? '';
}

describe('a page with every state', async () => {
  const html = await draw(PAGES.mixed);

  test('has one headline, a title, landmarks and a way past them', () => {
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(textOf(html)).toContain('3 of 9 servers answered the 14:03 roll call in full.');
    expect(textOf(html)).toContain('github-tools is down. warehouse and docs-search are degraded.');
    expect(textOf(html)).toContain('Next call in 0:37.');
    for (const landmark of ['<header', '<main id="main"', '<footer', 'href="#main"']) expect(html).toContain(landmark);
  });

  test('names the groups in the order of the configuration', () => {
    const headings = [...html.matchAll(/<h2[^>]*>(?:<a[^>]*>)?([^<]+)</g)].map(([, name]) => name);
    expect(headings.filter((name) => name === 'Shared' || name === 'Data platform')).toEqual([
      'Shared',
      'Data platform',
    ]);
  });

  test.each([
    ['github-tools', 'Down', 'http · 26 tools · p95 212 ms', '99.71%'],
    ['warehouse', 'Degraded', 'http · 12 tools · p95 380 ms', '99.71%'],
    ['vault', 'Locked', 'http · p95 380 ms', '99.71%'],
    ['tickets', 'Unknown', 'http', 'no data'],
    ['notebooks', 'In maintenance', 'http · 5 tools · p95 88 ms', '100%'],
    ['old-wiki', 'Paused', 'http · 12 tools · p95 380 ms', '100%'],
    ['release-notes', 'Up', 'http · 1 tool · p95 61 ms', '100%'],
    ['project-tools', 'Up', 'stdio · 3 tools · p95 41 ms', '99.93%'],
  ])('says in words that %s is %s', (slug, word, facts, uptime) => {
    const row = textOf(rowOf(html, slug));
    expect(row).toContain(`${slug} ${word} ${facts} Uptime over 90 days: ${uptime}`);
  });

  test('shows the word of every state but up', () => {
    expect(rowOf(html, 'github-tools')).not.toMatch(/class="sr-only">Down/);
    expect(rowOf(html, 'project-tools')).toMatch(/class="sr-only">Up/);
  });

  test('walks the stages of what is broken, with words for those who do not see', () => {
    const row = textOf(rowOf(html, 'github-tools'));
    expect(row).toContain('reach : good handshake : failed tools : not reached dependencies : good');
    expect(row).toContain('Reached, but the handshake fails: initialize answered error -32603.');
    expect(rowOf(html, 'project-tools')).not.toContain('aria-label="Stages"');
  });

  test('says who missed the last call and who cannot be called', () => {
    expect(textOf(rowOf(html, 'calendar'))).toContain('Missed its last call, asking again.');
    expect(textOf(rowOf(html, 'tickets'))).toContain('Not called: TICKETS_TOKEN is not set.');
  });

  test('explains what is wrong before the list, worst first', () => {
    const cards = html.slice(html.indexOf('What is wrong now'), html.indexOf('>Shared<'));
    const titles = [...cards.matchAll(/<h2[^>]*>(?:<a[^>]*>)?([^<]+)</g)].map(([, title]) => title);
    expect(titles).toEqual([
      'github-tools refuses the handshake',
      'warehouse has a failing dependency',
      'docs-search answers slowly',
      'vault refuses our credential',
      'Patch day',
    ]);
    expect(textOf(cards)).toContain('Down since 13:41, 22 minutes');
    expect(textOf(cards)).toContain('Its 26 tools are missing from every client until it answers again.');
  });

  test('puts maintenance under way before the list and planned one after it', async () => {
    expect(html.indexOf('Patch day')).toBeLessThan(html.indexOf('project-tools'));
    expect(html.indexOf('New rack')).toBeGreaterThan(html.lastIndexOf('Today so far'));
    expect(textOf(html)).toContain('Under way, 13:00 to 15:00 Concerns notebooks.');
  });

  const planned = async (windows: MaintenanceView[]) =>
    textOf(await draw({ ...PAGES.allUp, maintenance: windows })).match(/(Planned|Under way), .*? Concerns/g);

  test('names both zones of a window that was planned in another one', async () => {
    expect(await planned([maintenance('1', { timezone: 'America/New_York' })])).toEqual([
      'Planned, 23 Nov, 14:03 to 16:03 in Europe/Berlin, planned as 23 Nov, 08:03 to 10:03 in America/New York Concerns',
    ]);
  });

  test('says a window of each day once', async () => {
    const daily = Array.from({ length: 6 }, (_, i) =>
      maintenance(`${i}`, { startAt: NOW + i * DAY_MS - HOUR_MS, endAt: NOW + i * DAY_MS + HOUR_MS }),
    );
    expect(await planned(daily)).toEqual([
      'Under way, 13:03 to 15:03 Concerns',
      'Planned, 23 Nov, 13:03 to 15:03, and 4 more times until 27 Nov, 15:03 Concerns',
    ]);
  });

  test('reads the bars aloud in one sentence each', () => {
    const labels = [...html.matchAll(/href="\/uptime\?server=[^"]+" aria-label="([^"]+)"/g)].map(([, label]) => label);
    expect(labels).toHaveLength(PAGES.mixed.servers.length);
    expect(labels).toContain(
      '90 days: 99.93 percent uptime, 5 days with downtime, worst 27 Sept, 2 days with gaps in the record',
    );
    expect(labels).toContain('Today: 100 percent uptime, no downtime');
  });

  test('draws the bars of a server as a few paths', async () => {
    for (const svg of html.match(/<svg viewBox="0 0 718 34".*?<\/svg>/g) ?? []) {
      expect(svg.match(/<path/g)?.length).toBeLessThanOrEqual(6);
    }
    const plain = (await draw(PAGES.allUp)).match(/<svg viewBox="0 0 718 34".*?<\/svg>/g) ?? [];
    // One a server, and one for each of the two groups while it is closed.
    expect(plain).toHaveLength(11 + 2);
    for (const svg of plain) expect(svg.match(/<path/g)?.length).toBeLessThanOrEqual(3);
  });

  test('tells times to machines too, and of its own blindness', () => {
    expect(html).toContain('<time dateTime="2026-11-22T13:03:23.000Z"');
    expect(textOf(html)).toContain('Rollcall itself did not run for 27 hours of the last 90 days');
    expect(textOf(html)).toContain('(up + degraded) ÷ (up + degraded + down)');
    expect(textOf(html)).toContain('times in Europe/Berlin');
  });
});

test('an empty page tells the next step', async () => {
  const html = await draw(PAGES.empty);
  expect(textOf(html)).toContain('There is no one on the roll yet.');
  expect(html).toContain('mcpServers');
  expect(html).toContain('./config:/config:ro');
  expect(html).not.toContain('Legend');
});

test('the first minute promises nothing', async () => {
  const text = textOf(await draw(PAGES.firstMinute));
  expect(text).toContain('The first roll call is under way.');
  expect(text).toContain('Not called yet');
  expect(text.slice(0, text.indexOf('How uptime'))).not.toContain('%');
});

test('a late loop and a broken configuration are said at the top', async () => {
  const html = await draw(PAGES.worst);
  expect(textOf(html)).toContain('Monitoring is delayed The last call was at 13:51, 12 minutes ago.');
  expect(textOf(html)).toContain('The configuration has an error; the last good state keeps running. See the log.');
  expect(textOf(html)).not.toContain('Next call in');
  const calm = textOf(await draw(PAGES.allUp));
  expect(calm).not.toMatch(/delayed|configuration has an error|What is wrong/);
});

test('a lost network is said at the top, since when, and that nobody knows how the servers are', async () => {
  const text = textOf(await draw({ ...PAGES.mixed, networkLostSince: NOW - 9 * 60_000 }));
  expect(text).toContain('Rollcall cannot reach the network');
  expect(text).toContain('No server beyond this machine has answered since 13:54');
  expect(textOf(await draw(PAGES.mixed))).not.toContain('cannot reach the network');
});

test('a crowd of broken servers leaves the list in reach', async () => {
  const html = await draw(PAGES.worst);
  const cards = html.slice(html.indexOf('What is wrong now'), html.indexOf('aria-label="Legend'));
  expect(cards.match(/<article/g)).toHaveLength(4);
  expect(textOf(cards)).toContain('4 more servers need attention');
  expect(textOf(cards)).toContain('vault refuses our credential');
});

test('servers without a group stand under a plain heading', async () => {
  expect(await draw(PAGES.worst)).toContain('>Servers</h2>');
  const mixed = overview([made.server('a'), made.server('b', { group: null })]);
  expect(await draw(mixed)).toContain('>Other servers</h2>');
});

test('a thousand servers do not make a thousand pips', async () => {
  const many = Array.from({ length: 1_000 }, (_, index) => made.server(`s${index}`, { days: [] }));
  const html = await draw(overview([...many, made.githubTools]));
  const pips = html.slice(0, html.indexOf('<h1'));
  expect(pips.match(/<svg/g)).toHaveLength(120);
  expect(pips).toContain('fill-down');
});

test('hostile words stay words', async () => {
  const message = '</p><script>alert(1)</script>\u202e';
  const bad = { ...made.unreachable, title: '<b>x</b>', reason: { stage: 'reach', code: 'refused', message } as const };
  const html = await draw(overview([bad]));
  expect(html).not.toContain('<script>');
  expect(html).not.toContain('<b>');
  expect(html).not.toContain('\u202e');
  expect(html).toContain('&lt;script&gt;');
});

test('a long page is drawn in many turns of the event loop, so that nobody waits for all of it', async () => {
  let rounds = 0;
  let timer = setImmediate(function count() {
    rounds++;
    timer = setImmediate(count);
  });
  await draw(overview(Array.from({ length: 100 }, (_, index) => made.server(`server-${index}`))));
  clearImmediate(timer);
  expect(rounds).toBeGreaterThanOrEqual(20);
});
