import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { type PageMark, pageBadge, type ServerMark, serverBadge, unknownBadge } from '@/lib/render/badge/badge-words';

const SERVER: ServerMark = { title: 'Warehouse', status: 'up', staleMs: null };
const PAGE: PageMark = {
  title: 'Acme tools',
  status: 'down',
  upCount: 9,
  incidentCount: 0,
  calledCount: 11,
  staleMs: null,
};

describe('badge words', () => {
  it.each(['up', 'degraded', 'down', 'locked', 'maintenance', 'paused', 'unknown'] as const)(
    'a server that is %s',
    (status) => {
      expect(serverBadge({ ...SERVER, status })).toMatchObject({ label: 'Warehouse', message: status, tone: status });
    },
  );

  it.each([
    [40 * SECOND_MS, 'stale 40 s'],
    [12 * MINUTE_MS + 59 * SECOND_MS, 'stale 12 min'],
    [3 * HOUR_MS, 'stale 3 h'],
    [5 * DAY_MS + 23 * HOUR_MS, 'stale 5 d'],
  ])('is grey and tells its age: %i ms', (staleMs, message) => {
    expect(serverBadge({ ...SERVER, staleMs })).toEqual({
      label: 'Warehouse',
      message,
      tone: 'unknown',
      isUncertain: true,
    });
    expect(pageBadge({ ...PAGE, staleMs })).toEqual({
      label: 'Acme tools',
      message,
      tone: 'unknown',
      isUncertain: true,
    });
  });

  it('counts who is up, in the colour of the worst', () => {
    expect(pageBadge(PAGE)).toMatchObject({
      label: 'Acme tools',
      message: '9 of 11 up',
      tone: 'down',
      isUncertain: false,
    });
  });

  it('says the word when nobody is being called', () => {
    const nobody = { ...PAGE, upCount: 0, calledCount: 0 };
    expect(pageBadge({ ...nobody, status: 'maintenance' })).toMatchObject({
      message: 'maintenance',
      tone: 'maintenance',
    });
    expect(pageBadge({ ...nobody, status: 'unknown' })).toMatchObject({ message: 'unknown', tone: 'unknown' });
  });

  it('has a badge for what is not known', () => {
    expect(unknownBadge('server')).toMatchObject({
      label: 'server',
      message: 'unknown',
      tone: 'unknown',
      isUncertain: true,
    });
  });
});
