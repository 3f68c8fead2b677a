import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { GET as getServer } from '@/app/embed/[slug]/route';
import { GET as getPage } from '@/app/embed/route';
import { openDb } from '@/db/client';
import { MINUTE_MS } from '@/lib/core/time';
import { EMBED_SCRIPT } from '@/lib/render/embed-page';
import { breakDatabase, freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { brokenState, storeBeat, storeEndpoint } from '@/tests/fixtures/stored-endpoints';

freshDataFolder();

const EVIL = `"><script>alert(1)</script><img src=x onerror='alert(1)'>\u202e`;

async function server(slug: string, query = '') {
  const answer = await getServer(get(`/embed/${encodeURIComponent(slug)}${query}`), routeContext({ slug }));
  const html = await answer.text();
  const read = html
    .replace(/<style>.*?<\/style>|<script>.*?<\/script>|<svg.*?<\/svg>|<title>.*?<\/title>/gs, '')
    .replace(/<[^>]+>/g, '');
  return { answer, html, read };
}

function store(): void {
  const now = Date.now();
  const reason = { stage: 'reach', code: 'refused', message: 'connection refused' } as const;
  storeBeat(openDb(), now);
  storeEndpoint(openDb(), { slug: 'billing', title: 'Billing', state: brokenState('down', reason), now });
  storeEndpoint(openDb(), { slug: 'evil', title: EVIL, now });
  storeEndpoint(openDb(), { slug: 'old', state: { checkedAt: now - 12 * MINUTE_MS - 1 }, now });
  storeEndpoint(openDb(), { slug: 'paused', isPaused: true, now });
  storeEndpoint(openDb(), { slug: 'hidden', isHidden: true, now });
}

describe('GET /embed', () => {
  it('says what the badge says, with a link to the page', async () => {
    store();
    const { answer, html, read } = await server('billing');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(read).toBe('Billing down');
    expect(html).toContain('<a href="http://rollcall.test/servers/billing" target="_blank" rel="noopener">');
    expect((await server('old')).read).toBe('old stale 12 min');
    expect((await server('paused')).read).toBe('paused paused');
    const page = await getPage(get('/embed'), routeContext({}));
    expect(await page.text()).toContain('<title>Rollcall: 2 of 3 up</title>');
    const again = await getPage(get('/embed', { 'if-none-match': page.headers.get('etag') ?? '' }), routeContext({}));
    expect(again.status).toBe(304);
  });

  it('may stand in any frame, and may run there what we wrote and nothing else', async () => {
    store();
    const { answer, html } = await server('billing');
    const hashOf = (tag: string) => {
      const code = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(html)?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
    };
    expect(answer.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src ${hashOf('script')}; style-src ${hashOf('style')}; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
    );
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/\son\w+=|style=|src=/);
  });

  it('takes a label and a theme, and nothing else', async () => {
    store();
    expect((await server('billing', '?label=Our+bills&theme=dark')).html).toMatch(
      /<html lang="en" data-theme="dark">.*Our bills/s,
    );
    const odd = await server('billing', `?theme=${encodeURIComponent('"><script>')}&label=${'x'.repeat(10_000)}`);
    expect(odd.html).toContain('<html lang="en">');
    expect(odd.read).toBe(`${'x'.repeat(63)}… down`);
  });

  it.each([
    ['of a server', 'evil', ''],
    ['of whoever embeds it', 'billing', `?label=${encodeURIComponent(EVIL)}`],
  ])('keeps a hostile name %s a text', async (_, slug, query) => {
    store();
    const html = (await server(slug, query)).html.replace(`<script>${EMBED_SCRIPT}</script>`, '');
    expect(html).toContain('&quot;&gt;&lt;script&gt;');
    expect(html).not.toMatch(/<script|<img|\u202e/);
  });

  it.each(['nobody', 'hidden', '..', '\u0000', EVIL])('says "unknown" of %j, and that there is none', async (slug) => {
    store();
    const { answer, read } = await server(slug);
    expect([answer.status, answer.headers.get('cache-control'), read]).toEqual([404, 'no-store', 'server unknown']);
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *');
  });

  it('fails without a word about how', async () => {
    breakDatabase();
    const { answer, html } = await server('billing');
    expect(answer.status).toBe(500);
    expect(html).not.toMatch(/table|sqlite/i);
  });
});
