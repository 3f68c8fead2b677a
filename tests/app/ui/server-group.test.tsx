// Groups: what is not well is open, and a closed one speaks for its servers.
import { expect, test } from 'vitest';
import { ServerGroup } from '@/app/ui/server-group';
import { drawn } from '@/tests/drawn';
import { githubTools, NOW, server } from '@/tests/fixtures/views';

const clock = { now: NOW, timezone: 'UTC', language: 'en' } as const;

function draw(servers: ReturnType<typeof server>[], isLong: boolean): Promise<string> {
  return drawn(<ServerGroup group={{ name: 'Shared', servers }} clock={clock} isLong={isLong} />);
}

test.each([
  ['well, on a short page', [server('a')], false, true],
  ['well, on a long page', [server('a')], true, false],
  ['in trouble, on a long page', [server('a'), githubTools], true, true],
  ['being asked again, on a long page', [server('a', { isBeingAskedAgain: true })], true, true],
])('%s', async (_, servers, isLong, isOpen) => {
  expect(/<details[^>]* open=""/.test(await draw(servers, isLong))).toBe(isOpen);
});

test('its head says how many there are, the worst state and the uptime of all', async () => {
  const html = await draw([server('a'), githubTools], true);
  const head = html
    .slice(0, html.indexOf('</summary>'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(head).toContain('Shared 2 servers , Down');
  expect(head).toMatch(/99\.\d\d%/);
});
