// The calendar of uptime, from stored days to markup.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { CalendarPage } from '@/app/ui/calendar-page';
import { openDb } from '@/db/client';
import { writeSetting } from '@/db/queries/settings';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { readCalendar } from '@/lib/reads/calendar';
import { freshDataFolder } from '@/tests/fixtures/data-folder';
import { NOW, storeEndpoint, storeRollup } from '@/tests/fixtures/stored-endpoints';

freshDataFolder();

/** Two servers since 20 September; warehouse was down for twelve minutes on 3 November. */
function store(): void {
  const db = openDb();
  const createdAt = Date.UTC(2026, 8, 20);
  const warehouse = storeEndpoint(db, { slug: 'warehouse', title: 'Warehouse', createdAt });
  const wiki = storeEndpoint(db, { slug: 'wiki', position: 1, createdAt });
  storeEndpoint(db, { slug: 'secret', position: 2, createdAt, isHidden: true });
  const at = Date.UTC(2026, 10, 3);
  storeRollup(db, warehouse, { grain: 'day', bucketAt: at, ms: { up: DAY_MS - 12 * MINUTE_MS, down: 12 * MINUTE_MS } });
  storeRollup(db, wiki, { grain: 'day', bucketAt: at, ms: { up: DAY_MS } });
  storeRollup(db, wiki, { grain: 'day', bucketAt: at + DAY_MS, ms: { locked: HOUR_MS, maintenance: 23 * HOUR_MS } });
}

function draw(month: string | null, slug: string | null = null): string {
  const view = readCalendar({ month, slug }, NOW);
  if (!view) throw new Error('no such month');
  return renderToStaticMarkup(<CalendarPage view={view} />);
}

describe('/uptime', () => {
  test('shows the present month of all servers together, and who was in trouble', () => {
    store();
    const html = draw(null);
    expect(html).toContain('November 2026: 99.583% up');
    const heard = html.replace(/<[^>]+>/g, '');
    expect(heard).toContain('3 November 2026: Down, 99.58');
    expect(heard).toContain('4 November 2026: Locked, no data');
    expect(html).toMatch(/id="2026-11-03".*Warehouse<\/a>: 12 minutes down/);
    expect(html).toMatch(/id="2026-11-04".*wiki<\/a>: 1 hour locked/);
    expect(html).not.toContain('secret');
    expect(html.match(/<td/g)).toHaveLength(6 * 7);
  });

  test('shows one server by itself', () => {
    store();
    const html = draw('2026-11', 'wiki');
    expect(html).toContain('Uptime of wiki');
    expect(html).toContain('November 2026: 100% up');
    expect(html).not.toContain('id="2026-11-03"');
    expect(html).toMatch(/id="2026-11-04".*Locked 1 hour/);
  });

  test('leads from the first month to the present one, and no further', () => {
    store();
    const months = (html: string) =>
      [...html.matchAll(/rel="(prev|next)"[^>]*>([^<]+)</g)].map(([, rel, name]) => `${rel} ${name}`);
    expect(months(draw('2026-11'))).toEqual(['prev ← October 2026']);
    expect(months(draw('2026-10'))).toEqual(['prev ← September 2026', 'next November 2026 →']);
    expect(months(draw('2026-09'))).toEqual(['next October 2026 →']);
    for (const month of ['2026-08', '2026-12', '1999-01']) expect(readCalendar({ month, slug: null }, NOW)).toBeNull();
    for (const slug of ['secret', 'nobody', '']) expect(readCalendar({ month: null, slug }, NOW)).toBeNull();
  });

  test('speaks German', () => {
    store();
    writeSetting(openDb(), 'page', { title: 'Acme', timezone: 'UTC', language: 'de' });
    const html = draw(null);
    expect(html).toContain('November 2026: 99,583\u00a0% verfügbar');
    expect(html).toContain('>Mo</th>');
    expect(html).toContain('12 Minuten ausgefallen');
  });

  test('is there when nothing is watched', () => {
    expect(draw(null)).toContain('No trouble recorded in this month.');
  });
});
