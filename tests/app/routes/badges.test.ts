import { describe, expect, it } from 'vitest';
import { GET as getMetricBadge } from '@/app/badge/[file]/[metric]/route';
import { GET as getServerBadge } from '@/app/badge/[file]/route';
import { GET as getPageTwin } from '@/app/badge.json/route';
import { GET as getPageBadge } from '@/app/badge.svg/route';
import { openDb } from '@/db/client';
import { DAY_MS, MINUTE_MS, startOfDay, startOfHour } from '@/lib/core/time';
import { breakDatabase, freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { shieldsEndpointSchema } from '@/tests/fixtures/shields-schema';
import { brokenState, storeBeat, storeEndpoint, storeRollup } from '@/tests/fixtures/stored-endpoints';
import { elementsOf } from '@/tests/fixtures/well-formed';

freshDataFolder();

const GREY = '#666d75';

async function serverBadge(file: string, query = '') {
  const answer = await getServerBadge(get(`/badge/${file}${query}`), routeContext({ file }));
  const svg = await answer.text();
  return { answer, svg, title: /<title>(.*?)<\/title>/.exec(svg)?.[1] };
}

async function pageBadge(query = '') {
  const answer = await getPageBadge(get(`/badge.svg${query}`), routeContext({}));
  const svg = await answer.text();
  return { answer, svg, title: /<title>(.*?)<\/title>/.exec(svg)?.[1] };
}

function store() {
  const db = openDb();
  const now = Date.now();
  storeBeat(db, now);
  storeEndpoint(db, { slug: 'warehouse', title: 'Warehouse <&>', now });
  const reason = { stage: 'reach', code: 'refused', message: 'connection refused' } as const;
  storeEndpoint(db, { slug: 'billing', state: brokenState('down', reason), now });
  storeEndpoint(db, { slug: 'old', state: { checkedAt: now - 12 * MINUTE_MS - 1 }, now });
  storeEndpoint(db, { slug: 'hidden', isHidden: true, now });
}

describe('GET /badge/{slug}.svg', () => {
  it.each([
    ['warehouse.svg', '', 'Warehouse &lt;&amp;&gt;: up'],
    ['billing.svg', '', 'billing: down'],
    ['billing.svg', '?label=Bills&style=for-the-badge', 'BILLS: DOWN'],
    ['billing.svg', '?label=%3Cscript%3E&style=%3Cscript%3E&color=url(evil)', '&lt;script&gt;: down'],
    ['old.svg', '', 'old: stale 12 min'],
  ])('%s%s', async (file, query, title) => {
    store();
    const badge = await serverBadge(file, query);
    expect(badge.answer.status).toBe(200);
    expect(badge.answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(badge.title).toBe(title);
    expect(elementsOf(badge.svg)[0]).toBe('svg');
  });

  it.each([
    ...['nobody.svg', 'hidden.svg', '.svg', '..svg', '%00.svg', `${'x'.repeat(9_999)}.svg`, 'my.server.svg'],
    ...['warehouse', 'warehouse.png', 'warehouse.SVG', 'ware%68ouse.svg', "' or 1=1 --.svg"],
  ])('is a grey picture for %s', async (file) => {
    store();
    const { answer, svg, title } = await serverBadge(file);
    expect(answer.status).toBe(200);
    expect(title).toBe('server: unknown');
    expect(svg).toContain(GREY);
  });

  it('is a grey picture even when nothing can be read', async () => {
    breakDatabase();
    const { answer, title } = await serverBadge('warehouse.svg', '?label=Mine');
    expect(answer.status).toBe(200);
    expect(title).toBe('Mine: unknown');
  });

  it('is known to whoever has it', async () => {
    store();
    const etag = (await serverBadge('billing.svg')).answer.headers.get('etag') ?? '';
    const request = get('/badge/billing.svg', { 'if-none-match': etag });
    expect((await getServerBadge(request, routeContext({ file: 'billing.svg' }))).status).toBe(304);
  });
});

describe('GET /badge/{slug}/{metric}.svg', () => {
  async function metricBadge(file: string, metric: string, query = '') {
    const request = get(`/badge/${encodeURIComponent(file)}/${encodeURIComponent(metric)}${query}`);
    return await getMetricBadge(request, routeContext({ file, metric }));
  }

  it.each([
    ['status.svg', '', 'warehouse: up'],
    ['uptime.svg', '', 'warehouse uptime 30d: 50.00%'],
    ['uptime.svg', '?period=24h', 'warehouse uptime 24h: 100%'],
    ['uptime.svg', '?period=7d', 'warehouse uptime 7d: 99.99%'],
    ['uptime.svg', '?period=90d', 'warehouse uptime 90d: 39.99%'],
    ['uptime.svg', '?period=365d', 'warehouse uptime 365d: 30.76%'],
    ['uptime.svg', '?period=1000y', 'warehouse uptime 30d: 50.00%'],
    ['latency.svg', '?label=Speed', 'Speed: 42 ms'],
    ['tools.svg', '', 'warehouse tools: 26'],
    ['nonsense.svg', '', 'server: unknown'],
    ['uptime', '', 'server: unknown'],
  ])('%s%s', async (metric, query, title) => {
    const db = openDb();
    const now = Date.now();
    const today = startOfDay(now);
    storeBeat(db, now);
    const id = storeEndpoint(db, { slug: 'warehouse', now });
    storeRollup(db, id, { grain: 'hour', bucketAt: startOfHour(now), ms: { up: 1_000 }, latenciesMs: [42] });
    storeRollup(db, id, { grain: 'day', bucketAt: today, ms: { up: 1_999_999, down: 1 } });
    storeRollup(db, id, { grain: 'day', bucketAt: today - 20 * DAY_MS, ms: { down: 1_999_998 } });
    storeRollup(db, id, { grain: 'day', bucketAt: today - 40 * DAY_MS, ms: { down: 1_000_000 } });
    storeRollup(db, id, { grain: 'day', bucketAt: today - 200 * DAY_MS, ms: { down: 1_500_000 } });
    const answer = await metricBadge('warehouse', metric, query);
    expect(answer.status).toBe(200);
    expect(/<title>(.*?)<\/title>/.exec(await answer.text())?.[1]).toBe(title);
  });

  it('is a grey picture when nothing can be read', async () => {
    breakDatabase();
    const answer = await metricBadge('warehouse', 'uptime.svg');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(GREY);
  });
});

describe('the twins for shields.io', () => {
  it('say the same as the pictures, in the endpoint schema', async () => {
    store();
    const ask = async (answer: Promise<Response>) => {
      const response = await answer;
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toContain('max-age=60');
      return shieldsEndpointSchema.parse(await response.json());
    };
    const said = { label: 'billing', message: 'down', color: '#b93a25', isError: false };
    expect(await ask(getServerBadge(get('/badge/billing.json'), routeContext({ file: 'billing.json' })))).toMatchObject(
      said,
    );
    expect(await ask(getServerBadge(get('/badge/nobody.json'), routeContext({ file: 'nobody.json' })))).toMatchObject({
      message: 'unknown',
      isError: true,
    });
    const tools = routeContext({ file: 'billing', metric: 'tools.json' });
    expect(await ask(getMetricBadge(get('/badge/billing/tools.json?label=T&color=red'), tools))).toMatchObject({
      label: 'T',
      message: '26',
      color: 'red',
    });
    expect(await ask(getPageTwin(get('/badge.json'), routeContext({})))).toMatchObject({ message: '2 of 3 up' });
  });
});

describe('GET /badge.svg', () => {
  it('counts who is up', async () => {
    store();
    expect((await pageBadge()).title).toBe('Rollcall: 2 of 3 up');
    expect((await pageBadge('?label=MCP')).title).toBe('MCP: 2 of 3 up');
  });

  it('is grey when there is nobody, when the loop is late, when nothing can be read', async () => {
    expect(await pageBadge()).toMatchObject({ title: 'Rollcall: unknown' });
    store();
    storeBeat(openDb(), Date.now() - 5 * MINUTE_MS);
    const late = await pageBadge();
    expect(late.title).toMatch(/^Rollcall: stale 2\d s$/);
    expect(late.svg).toContain(GREY);
    breakDatabase();
    const broken = await pageBadge();
    expect(broken.answer.status).toBe(200);
    expect(broken.title).toBe('Rollcall: unknown');
  });
});

describe('whatever is asked of a badge', () => {
  const KINDS = ['status', 'uptime', 'latency', 'tools', 'nonsense'];
  const STYLES = ['flat', 'flat-square', 'plastic', 'for-the-badge', 'social', 'nonsense'];
  const PERIODS = ['24h', '7d', '30d', '90d', '365d', 'nonsense'];
  const MORE = ['', '&label=', '&label=%3Cscript%3E%00%E2%80%AE%22&color=%23zz&labelColor=RED&logo=x&label=again'];

  it.each(KINDS)('%s is one picture and one object of the schema', async (kind) => {
    store();
    for (const style of STYLES)
      for (const period of kind === 'uptime' ? PERIODS : ['30d'])
        for (const more of MORE) {
          const query = `?style=${style}&period=${period}${more}`;
          const ask = (extension: string) => {
            const metric = `${kind}.${extension}`;
            const params = routeContext({ file: 'warehouse', metric });
            return getMetricBadge(get(`/badge/warehouse/${metric}${query}`), params);
          };
          const [picture, twin] = [await ask('svg'), await ask('json')];
          expect([query, picture.status, twin.status]).toEqual([query, 200, 200]);
          const svg = await picture.text();
          expect(elementsOf(svg)[0]).toBe('svg');
          expect(svg).not.toMatch(/<script|\u202e|\0/);
          const { label, message } = shieldsEndpointSchema.parse(await twin.json());
          expect(message).not.toBe('');
          const [title = ''] = /(?<=<title>).*?(?=<\/title>)/.exec(svg) ?? [];
          expect(title.toLowerCase().endsWith(message.toLowerCase()), title).toBe(true);
          expect(label === '').toBe(more === '&label=');
        }
  });
});
