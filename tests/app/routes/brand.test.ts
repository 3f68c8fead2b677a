import { describe, expect, it } from 'vitest';
import { GET as getStyle } from '@/app/brand.css/route';
import { GET as getLogo } from '@/app/logo/route';
import { openDb } from '@/db/client';
import { writeSetting } from '@/db/queries/settings';
import { readPageSettings } from '@/lib/reads/page-settings';
import { freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';

freshDataFolder();

const NOTHING = routeContext({});
const PLAIN = { title: 'Acme tools', timezone: 'UTC', language: 'en' };

describe('GET /logo', () => {
  it('answers the stored picture, which can run nothing', async () => {
    writeSetting(openDb(), 'pageLogo', { type: 'image/svg+xml', base64: btoa('<svg/>') });
    const answer = await getLogo(get('/logo'), NOTHING);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(await answer.text()).toBe('<svg/>');
  });

  it.each([undefined, 'none', { type: 'text/html', base64: 'PGgxPg==' }, { type: 'image/png' }])(
    'is not found where %j is stored',
    async (stored) => {
      if (stored !== undefined) writeSetting(openDb(), 'pageLogo', stored);
      expect((await getLogo(get('/logo'), NOTHING)).status).toBe(404);
    },
  );
});

describe('GET /brand.css', () => {
  it('answers the accent for light and dark, and nothing else', async () => {
    writeSetting(openDb(), 'page', { ...PLAIN, accent: '#ffcc00' });
    const css = await (await getStyle(get('/brand.css'), NOTHING)).text();
    expect(css).toMatch(
      /^:root\{--color-accent:#[0-9a-f]{6}\}@media screen and \(prefers-color-scheme:dark\)\{:root\{--color-accent:#ffcc00\}\}$/,
    );
  });

  it.each(['red', '#fff}body{display:none', 5])('is empty where %j is stored', async (accent) => {
    writeSetting(openDb(), 'page', { ...PLAIN, accent });
    expect(await (await getStyle(get('/brand.css'), NOTHING)).text()).toBe('');
  });
});

it('a damaged brand takes nothing else down', () => {
  writeSetting(openDb(), 'page', {
    ...PLAIN,
    links: [{ label: 'x', url: 'javascript:alert(1)' }],
    footer: 5,
    hasLogo: 'yes',
  });
  expect(readPageSettings()).toEqual(PLAIN);
  writeSetting(openDb(), 'page', { ...PLAIN, footer: 'Run by the platform team.' });
  expect(readPageSettings().brand).toEqual({
    hasLogo: false,
    links: [],
    accent: null,
    announcement: null,
    footer: 'Run by the platform team.',
  });
});
