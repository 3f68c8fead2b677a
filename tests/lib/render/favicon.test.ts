import { expect, test } from 'vitest';
import { GET } from '@/app/icon/[file]/route';
import { FAVICON_STATES, faviconState, renderFavicon } from '@/lib/render/favicon';
import { get, routeContext } from '@/tests/fixtures/data-folder';

test('each state has a drawing of its own, not told by colour alone', () => {
  const forms = FAVICON_STATES.map((state) =>
    renderFavicon(state).replace(/#[0-9a-f]{3,6}|<title>.*?<\/title>|aria-label="\w+"/g, ''),
  );
  expect(new Set(forms).size).toBe(FAVICON_STATES.length);
});

test('what is old claims no state', () => {
  expect(faviconState({ status: 'up', isDelayed: true })).toBe('delayed');
  expect(faviconState({ status: 'down', isDelayed: false })).toBe('down');
});

test.each([
  ['down.svg', 200],
  ['delayed.svg', 200],
  ['down', 404],
  ['constructor.svg', 404],
  ['../down.svg', 404],
])('/icon/%s answers %d', async (file, status) => {
  expect((await GET(get('/'), routeContext({ file }))).status).toBe(status);
});
