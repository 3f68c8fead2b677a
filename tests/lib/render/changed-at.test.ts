import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS, startOfHour } from '@/lib/core/time';
import { changedAt } from '@/lib/render/changed-at';
import { NOW } from '@/tests/fixtures/views';

const NONE = { checkedAt: null, since: null };
const HOUR = startOfHour(NOW);

describe('changedAt', () => {
  it.each([
    ['nothing known', [], HOUR],
    ['never checked', [NONE], HOUR],
    [
      'the newest check',
      [
        { checkedAt: NOW - 2, since: NOW - 9 },
        { checkedAt: NOW - 5, since: null },
      ],
      NOW - 2,
    ],
    ['a change of status after it', [{ checkedAt: NOW - 5, since: NOW - 2 }], NOW - 2],
    ['a check long ago: the windows of uptime moved since', [{ checkedAt: NOW - 5 * HOUR_MS, since: null }], HOUR],
    ['a clock that was set back', [{ checkedAt: NOW + MINUTE_MS, since: null }], NOW],
  ])('%s', (_case, servers, at) => {
    expect(changedAt(servers, NOW)).toBe(at);
  });
});
