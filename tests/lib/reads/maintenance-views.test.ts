import { describe, expect, it } from 'vitest';
import { maintenanceViews, windowsUnderWay } from '@/lib/reads/maintenance-views';
import { windowRow } from '@/tests/fixtures/stored-windows';

const WINDOW = windowRow({ id: 7, startAt: 100, endAt: 200, servers: ['a', 'b'] });

describe('windowsUnderWay', () => {
  it.each([
    ['before it', 99, 'a', 0],
    ['at its beginning', 100, 'a', 1],
    ['at its last instant', 199, 'b', 1],
    ['at its end', 200, 'a', 0],
    ['for another server', 150, 'c', 0],
  ])('%s', (_case, now, slug, count) => {
    expect(windowsUnderWay([WINDOW], slug, now)).toHaveLength(count);
  });

  it('covers everyone when it names nobody', () => {
    expect(windowsUnderWay([{ ...WINDOW, servers: [] }], 'c', 150)).toHaveLength(1);
  });
});

describe('maintenanceViews', () => {
  const later = { ...WINDOW, id: 8, startAt: 150, servers: [] };

  it.each([
    ['listed servers only', [WINDOW], ['a'], [{ id: '7', servers: ['a'] }]],
    ['nothing that is about nobody', [WINDOW], ['c'], []],
    [
      'earliest first',
      [later, WINDOW],
      ['a', 'b'],
      [
        { id: '7', servers: ['a', 'b'] },
        { id: '8', servers: [] },
      ],
    ],
  ])('names %s', (_case, windows, listed, views) => {
    expect(maintenanceViews(windows, new Set(listed))).toMatchObject(views);
    expect(maintenanceViews(windows, new Set(listed))).toHaveLength(views.length);
  });
});
