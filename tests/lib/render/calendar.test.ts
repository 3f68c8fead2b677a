import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaintenanceListView, MaintenanceView } from '@/lib/core/maintenance-view';
import { maintenanceCalendar } from '@/lib/render/calendar';
import { type Calendar, readCalendar } from '@/tests/fixtures/icalendar';
import { maintenance } from '@/tests/fixtures/maintenance-views';
import { NOW } from '@/tests/fixtures/views';

const URL_OF_PAGE = 'https://status.example.com';
const TITLES = new Map([
  ['warehouse', 'Warehouse'],
  ['billing', 'Billing, invoices; and so on'],
]);

function list(windows: MaintenanceView[], title = 'Acme tools'): MaintenanceListView {
  return { generatedAt: NOW, page: { title, timezone: 'Asia/Tokyo', language: 'en' }, windows, titles: TITLES };
}

const render = (view: MaintenanceListView, url = URL_OF_PAGE) =>
  new TextEncoder().encode(maintenanceCalendar(view, { url, configuredUrl: url }));
const read = (view: MaintenanceListView): Calendar => readCalendar(render(view));

describe('maintenanceCalendar', () => {
  it('says what is planned, when, for whom, and in which zone it was planned', () => {
    const window = maintenance('7', {
      uid: '20261201T2200-9f86d081884c7d65',
      startAt: Date.parse('2026-12-01T21:00Z'),
      endAt: Date.parse('2026-12-01T23:00Z'),
      servers: ['warehouse', 'billing'],
    });
    expect(read(list([window]))).toEqual({
      name: 'Acme tools: maintenance',
      events: [
        {
          uid: '20261201T2200-9f86d081884c7d65@status.example.com',
          summary: 'Patch day',
          description:
            'Concerns Warehouse and Billing, invoices; and so on.\nPlanned from 1 Dec, 22:00 to 2 Dec, 00:00 (Europe/Berlin).',
          url: 'https://status.example.com/',
          stampAt: Math.floor(window.changedAt / 1_000) * 1_000,
          startAt: window.startAt,
          endAt: window.endAt,
        },
      ],
    });
  });

  it('is, byte for byte, this', () => {
    const window = maintenance('7', { title: 'Patch day, part 2', announcedAt: 0, changedAt: 61_000 });
    expect(maintenanceCalendar(list([window]), { url: URL_OF_PAGE, configuredUrl: URL_OF_PAGE }).split('\r\n')).toEqual(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Rollcall//Maintenance//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'NAME:Acme tools: maintenance',
        'X-WR-CALNAME:Acme tools: maintenance',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'BEGIN:VEVENT',
        'UID:uid-7@status.example.com',
        'DTSTAMP:19700101T000101Z',
        'CREATED:19700101T000000Z',
        'LAST-MODIFIED:19700101T000101Z',
        'SEQUENCE:61',
        'DTSTART:20261123T130323Z',
        'DTEND:20261123T150323Z',
        'SUMMARY:Patch day\\, part 2',
        'DESCRIPTION:Concerns all servers.\\nPlanned from 23 Nov\\, 14:03 to 23 Nov\\, ',
        ' 16:03 (Europe/Berlin).',
        'URL:https://status.example.com',
        'STATUS:CONFIRMED',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ],
    );
  });

  it('is the same bytes while nothing happens, whatever time it is', () => {
    const view = list([maintenance('7')]);
    expect(render({ ...view, generatedAt: NOW + 86_400_000 })).toEqual(render(view));
  });

  it('is a valid calendar when nothing is planned', () => {
    expect(read(list([])).events).toEqual([]);
  });

  it('gives a window ended at once a second', () => {
    const [event] = read(list([maintenance('7', { startAt: NOW, endAt: NOW + 400 })])).events;
    expect([event?.startAt, event?.endAt]).toEqual([NOW, NOW + 1_000]);
  });

  it('names events after the host, without port and brackets', () => {
    const uidAt = (url: string) => readCalendar(render(list([maintenance('7')]), url)).events[0]?.uid;
    expect(uidAt('http://[::1]:3000')).toBe('uid-7@::1');
    expect(uidAt('http://localhost:3000')).toBe('uid-7@localhost');
  });

  it('names events the same at every host while nobody has said where the page is', () => {
    const bytesAt = (url: string) => maintenanceCalendar(list([maintenance('7')]), { url, configuredUrl: null });
    for (const url of ['http://a.example', 'http://b.example:3000'])
      expect(bytesAt(url)).toContain('UID:uid-7@rollcall.invalid\r\n');
  });

  it('has a sequence that only grows', () => {
    const sequenceAt = (changedAt: number) =>
      Number(
        /SEQUENCE:(\d+)\r/.exec(
          maintenanceCalendar(list([maintenance('7', { announcedAt: NOW, changedAt })]), {
            url: URL_OF_PAGE,
            configuredUrl: null,
          }),
        )?.[1],
      );
    expect([NOW - 1, NOW, NOW + 999, NOW + 1_000, NOW + 86_400_000].map(sequenceAt)).toEqual([0, 0, 0, 1, 86_400]);
  });

  it('holds any title, and never breaks a line in a character or beyond 75 octets', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom('🚀', 'ü', '漢', ',', ';', '\\', '\n', '\r', ' ', ':', '"', 'a'),
        maxLength: 200,
      }),
      fc.constantFrom('END:VEVENT\r\nEND:VCALENDAR', 'BEGIN:VALARM\nACTION:PROCEDURE', `${'x'.repeat(66)}\\n`),
    );
    fc.assert(
      fc.property(title, title, fc.boolean(), (first, page, isForAll) => {
        const window = maintenance('7', { title: first, servers: isForAll ? [] : ['warehouse'] });
        const { events } = read(list([window], page));
        expect(events).toHaveLength(1);
        expect(events[0]?.summary).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the words of a title', () => {
    const title = 'Umzug: Büro; "alles", C:\\neu 🚀';
    expect(read(list([maintenance('7', { title })])).events[0]?.summary).toBe(title);
  });
});

describe('the reader of the tests', () => {
  const good = maintenanceCalendar(list([maintenance('7')]), { url: URL_OF_PAGE, configuredUrl: URL_OF_PAGE });
  it.each<[string, (text: string) => string]>([
    ['lines that end in LF', (text) => text.replaceAll('\r\n', '\n')],
    ['a long line', (text) => text.replace('\r\n 16:03', '16:03')],
    ['an unescaped comma', (text) => text.replace('Nov\\,', 'Nov,')],
    ['a calendar without events', (text) => text.replace(/BEGIN:VEVENT[\s\S]*END:VEVENT\r\n/, '')],
    ['an event without DTSTAMP', (text) => text.replace(/DTSTAMP:.*\r\n/, '')],
    ['an empty event', (text) => text.replace(/DTEND:.*\r\n/, 'DTEND:20261123T130323Z\r\n')],
    ['an instant without zone', (text) => text.replace('DTSTART:20261123T130323Z', 'DTSTART:20261123T130323')],
    ['an unknown property', (text) => text.replace('STATUS:', 'STATE:')],
  ])('refuses %s', (_case, damage) => {
    expect(damage(good)).not.toBe(good);
    expect(() => readCalendar(new TextEncoder().encode(damage(good)))).toThrow();
  });
});
