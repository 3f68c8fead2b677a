// Groups: what is not well is open, and a closed one speaks for its servers.
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ServerGroup } from '@/app/ui/server-group';
import { githubTools, NOW, server } from '@/tests/fixtures/views';

const clock = { now: NOW, timezone: 'UTC', language: 'en' } as const;

function draw(servers: ReturnType<typeof server>[], isLong: boolean): string {
  return renderToStaticMarkup(<ServerGroup group={{ name: 'Shared', servers }} clock={clock} isLong={isLong} />);
}

test.each([
  ['well, on a short page', [server('a')], false, true],
  ['well, on a long page', [server('a')], true, false],
  ['in trouble, on a long page', [server('a'), githubTools], true, true],
  ['being asked again, on a long page', [server('a', { isBeingAskedAgain: true })], true, true],
])('%s', (_, servers, isLong, isOpen) => {
  expect(/<details[^>]* open=""/.test(draw(servers, isLong))).toBe(isOpen);
});

test('its head says how many there are, the worst state and the uptime of all', () => {
  const html = draw([server('a'), githubTools], true);
  const head = html
    .slice(0, html.indexOf('</summary>'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(head).toContain('Shared 2 servers , Down');
  expect(head).toMatch(/99\.\d\d%/);
});
