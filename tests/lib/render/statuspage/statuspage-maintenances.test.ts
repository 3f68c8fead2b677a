import { describe, expect, it } from 'vitest';
import type { MaintenanceView } from '@/lib/core/maintenance-view';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';
import { type MaintenanceChoice, statuspageMaintenances } from '@/lib/render/statuspage/statuspage-maintenances';
import { maintenance } from '@/tests/fixtures/maintenance-views';
import { statuspageMaintenancesSchema } from '@/tests/fixtures/statuspage-schema';
import { NOW, overview, server } from '@/tests/fixtures/views';

const overviewOfTwo = overview([server('a', { title: 'Warehouse' }), server('b', { title: 'Billing' })]);

function given(choice: MaintenanceChoice, windows: MaintenanceView[]) {
  const list = { generatedAt: NOW, page: overviewOfTwo.page, windows, titles: new Map<string, string>() };
  const answer = statuspageMaintenances(choice, { overview: overviewOfTwo, list, url: 'https://status.example.com' });
  expect(statuspageMaintenancesSchema.parse(answer)).toEqual(answer);
  return answer.scheduled_maintenances;
}

const at = (id: string, startAt: number, more: Partial<MaintenanceView> = {}) =>
  maintenance(id, { startAt, endAt: startAt + 2 * HOUR_MS, ...more });
const past = at('past', NOW - DAY_MS);
const now = at('now', NOW - HOUR_MS);
const soon = at('soon', NOW + DAY_MS);
const later = at('later', NOW + 30 * DAY_MS);

describe('statuspageMaintenances', () => {
  it.each<[MaintenanceChoice, string[]]>([
    ['all', ['later scheduled', 'soon scheduled', 'now in_progress', 'past completed']],
    ['upcoming', ['soon scheduled', 'later scheduled']],
    ['active', ['now in_progress']],
  ])('%s', (choice, expected) => {
    const answer = given(choice, [past, now, soon, later]);
    expect(answer.map(({ id, status }) => `${id.replace('maintenance.', '')} ${status}`)).toEqual(expected);
  });

  it('gives the fifty that are nearest, so that a window of each day does not hide the present', () => {
    const daily = Array.from({ length: 200 }, (_, i) => at(`d${i}`, NOW + (i - 90) * DAY_MS));
    const answer = given('all', daily);
    expect(answer).toHaveLength(50);
    expect(answer[0]?.scheduled_for).toBe(new Date(NOW + 24 * DAY_MS).toISOString());
    expect(answer.at(-1)?.scheduled_for).toBe(new Date(NOW - 25 * DAY_MS).toISOString());
    expect(given('upcoming', daily)).toHaveLength(50);
  });

  it('tells what has happened so far, newest first', () => {
    const [done] = given('all', [{ ...past, servers: ['a'] }]);
    expect(done?.incident_updates.map(({ status, body, display_at: when }) => [status, body, when])).toEqual([
      ['completed', 'Patch day: work on Warehouse is done.', '2026-11-21T15:03:23.000Z'],
      [
        'in_progress',
        'Patch day: work on Warehouse is under way until 2026-11-21T15:03:23.000Z.',
        '2026-11-21T13:03:23.000Z',
      ],
      [
        'scheduled',
        'Patch day: work on Warehouse from 2026-11-21T13:03:23.000Z to 2026-11-21T15:03:23.000Z.',
        '2026-11-15T13:03:23.000Z',
      ],
    ]);
    expect(done).toMatchObject({
      created_at: '2026-11-15T13:03:23.000Z',
      updated_at: '2026-11-21T15:03:23.000Z',
      resolved_at: '2026-11-21T15:03:23.000Z',
    });
    expect(done?.components.map(({ id }) => id)).toEqual(['a']);
  });

  it('was never scheduled when it was announced while it was going on', () => {
    const [late] = given('active', [{ ...now, announcedAt: NOW - 1_000, changedAt: NOW - 1_000 }]);
    expect(late?.incident_updates.map(({ status }) => status)).toEqual(['in_progress']);
    expect(late?.updated_at).toBe('2026-11-22T13:03:22.000Z');
    expect(late?.resolved_at).toBeNull();
  });
});
