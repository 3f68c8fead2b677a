import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ShownStatus, worstOf } from '@/lib/core/status/status';
import { endpointList } from '@/lib/render/api-v1/api-v1';
import { pageBadge } from '@/lib/render/badge/badge-words';
import { rollCall } from '@/lib/render/roll-call';
import { statuspageSummary } from '@/lib/render/statuspage/statuspage';
import { overview, server } from '@/tests/fixtures/views';

const STATUSES: ShownStatus[] = ['up', 'degraded', 'down', 'locked', 'maintenance', 'paused', 'unknown'];

describe('all readings of one page', () => {
  it('agree for any combination of states', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES), { maxLength: 8 }), (statuses) => {
        const view = overview(statuses.map((status, index) => server(`s${index}`, { status })));
        const worst = worstOf(statuses);
        expect(endpointList(view).status).toBe(worst);
        expect(rollCall(view, {}).status).toBe(worst);
        const mark = { title: 'x', status: view.status, upCount: 0, calledCount: 1, staleMs: null };
        expect(pageBadge(mark).tone).toBe(worst);

        const { status, components } = statuspageSummary(view, 'https://status.example.com');
        const isAllWell = statuses.every((each) => each === 'up' || each === 'paused') && statuses.includes('up');
        expect(status.indicator === 'none').toBe(isAllWell || statuses.length === 0);
        expect(status.indicator === 'major' || status.indicator === 'critical').toBe(worst === 'down');
        const servers = components.filter(({ group }) => !group);
        expect(servers.map(({ id }) => id)).toEqual(view.servers.map(({ slug }) => slug));
        expect(servers.map((component) => component.status === 'operational')).toEqual(
          statuses.map((each) => each === 'up'),
        );
      }),
    );
  });
});
