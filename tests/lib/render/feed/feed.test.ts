import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentView } from '@/lib/core/incident-view';
import type { MaintenanceView } from '@/lib/core/maintenance-view';
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '@/lib/core/time';
import { buildFeed, type FeedServer } from '@/lib/render/feed/build-feed';
import { FEED_FORMATS, renderFeed } from '@/lib/render/feed/feed-formats';
import { feedPlace } from '@/lib/render/feed/feed-place';
import { readFeed } from '@/tests/fixtures/feed-rules';
import { incident, incidentUpdate, toldIncident } from '@/tests/fixtures/incident-views';
import { maintenance } from '@/tests/fixtures/maintenance-views';
import { NOW } from '@/tests/fixtures/views';

const URL = 'https://status.example.com';

interface Given {
  incidents?: IncidentView[];
  windows?: MaintenanceView[];
  server?: FeedServer;
  configuredUrl?: string | null;
  language?: 'en' | 'de';
  title?: string;
}

function feedOf({
  incidents = [],
  windows = [],
  server = null,
  configuredUrl = URL,
  language = 'en',
  title = 'Acme tools',
}: Given) {
  const page = { title, timezone: 'Europe/Berlin', language };
  const list = { generatedAt: NOW, page, windows, titles: new Map([['a', 'Warehouse']]) };
  return buildFeed({ server, incidents, maintenance: list }, feedPlace(URL, configuredUrl));
}

const past = maintenance('1', { title: 'Past', startAt: NOW - DAY_MS, endAt: NOW - DAY_MS + HOUR_MS, servers: ['a'] });
const current = maintenance('2', { title: 'Now', startAt: NOW - HOUR_MS, endAt: NOW + HOUR_MS, servers: ['b'] });
const soon = maintenance('3', { title: 'Soon', startAt: NOW + DAY_MS, endAt: NOW + DAY_MS + HOUR_MS });
const far = maintenance('4', { title: 'Far', startAt: NOW + 30 * DAY_MS, endAt: NOW + 31 * DAY_MS });
const ALL = [past, current, soon, far];

describe.each(FEED_FORMATS)('%s', (format) => {
  const read = (given: Given) => readFeed(renderFeed(feedOf(given), format), format);

  it('tells each window once, the last change first, and none that is far away', () => {
    const feed = read({ windows: ALL });
    expect(feed.title).toBe('Acme tools: incidents and maintenance');
    expect(feed.self).toBe(`${URL}/feed.${format}`);
    expect(feed.home).toBe(`${URL}/`);
    expect(feed.entries.map(({ title }) => title)).toEqual([
      'Maintenance: Now',
      'Maintenance: Past',
      'Maintenance: Soon',
    ]);
    const [now] = feed.entries;
    expect(now?.id).toBe(`${URL}/maintenance/uid-2`);
    expect([NOW - HOUR_MS, null]).toContain(now?.updatedAt);
    expect(now?.html.indexOf('Under way')).toBeLessThan(now?.html.indexOf('Scheduled') ?? 0);
  });

  it('of one server tells what concerns it', () => {
    const feed = read({ windows: ALL, server: { slug: 'a', title: 'Warehouse' } });
    expect(feed.title).toBe('Warehouse, Acme tools: incidents and maintenance');
    expect(feed.self).toBe(`${URL}/servers/a/feed.${format}`);
    expect(feed.entries.map(({ title }) => title)).toEqual(['Maintenance: Past', 'Maintenance: Soon']);
    expect(feed.entries[0]?.html).toContain('Concerns Warehouse.');
  });

  it('tells an incident once, as a whole, and moves it when something is added', () => {
    const feed = read({ incidents: [toldIncident('7'), incident('8')], windows: [past] });
    expect(feed.entries.map(({ title }) => title)).toEqual([
      'GitHub tools refuse everyone',
      'github-tools refuses the handshake',
      'Maintenance: Past',
    ]);
    const [told, suspected] = feed.entries;
    expect(told).toMatchObject({
      id: `${URL}/incidents/7`,
      url: `${URL}/incidents/7`,
      publishedAt: NOW - 22 * MINUTE_MS,
    });
    expect([NOW, null]).toContain(told?.updatedAt);
    const places = ['Resolved', 'Identified', 'Investigating'].map((word) => told?.html.indexOf(word) ?? -1);
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(told?.html).toContain('The key &lt;b&gt;expired&lt;/b&gt; &amp; is <code>renewed</code>.');
    expect(told?.html).toContain('Servers: github-tools');
    expect(suspected?.html).toContain('Suspected: ');
    expect(suspected?.html).toContain('initialize answered error -32603');
  });

  it('keeps its ids when nobody has said where the page is', () => {
    expect(read({ windows: [current], configuredUrl: null }).entries[0]?.id).toBe(
      'tag:rollcall.invalid,2026:maintenance/uid-2',
    );
  });

  it('speaks the language of the page', () => {
    const [entry] = read({ windows: [past], language: 'de' }).entries;
    expect(entry?.title).toBe('Wartung: Past');
    expect(entry?.html).toContain('Betrifft Warehouse.');
    expect(read({ incidents: [incident('8')], language: 'de' }).entries[0]?.html).toContain('Vermutet');
  });

  it('is a feed without entries, too', () => {
    const { entries, updatedAt } = read({});
    expect(entries).toEqual([]);
    expect([startOfDay(NOW), null]).toContain(updatedAt);
  });

  it('holds whatever people write', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom(']]>', '<script>alert(1)</script>', '&amp;', '\uffff', '\u0000', '"/><x', '\ud800', '<![CDATA['),
    );
    fc.assert(
      fc.property(text, text, (title, pageTitle) => {
        const told = toldIncident('7', { writtenTitle: title, updates: [incidentUpdate('1', { body: pageTitle })] });
        const given = {
          incidents: [told],
          windows: [{ ...current, title }],
          title: pageTitle,
          server: { slug: 'b', title },
        };
        expect(read(given).entries).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  });
});
