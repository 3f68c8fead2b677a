// Incidents as machines read them, over HTTP, after a real outage and what people said of it.

import { describe, expect, it } from 'vitest';
import { GET as getDetail } from '@/app/api/v1/incidents/[id]/route';
import { GET as getList } from '@/app/api/v1/incidents/route';
import { GET as getUnresolved } from '@/app/api/v2/incidents/unresolved.json/route';
import { GET as getIncidents } from '@/app/api/v2/incidents.json/route';
import { GET as getStatus } from '@/app/api/v2/status.json/route';
import { GET as getSummary } from '@/app/api/v2/summary.json/route';
import { openDb } from '@/db/client';
import { hideIncident } from '@/lib/admin/incident/hide-incident';
import { mergeIncidents } from '@/lib/admin/incident/merge-incidents';
import { postUpdate } from '@/lib/admin/incident/post-update';
import { MINUTE_MS } from '@/lib/core/time';
import { incidentDetailSchema, incidentListSchema } from '@/lib/render/api-v1/api-v1-incident-schema';
import { errorSchema } from '@/lib/render/api-v1/api-v1-schema';
import { breakDatabase, freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { person } from '@/tests/fixtures/people';
import {
  statuspageIncidentsSchema,
  statuspageStatusSchema,
  statuspageSummarySchema,
} from '@/tests/fixtures/statuspage-schema';
import { storeIncident } from '@/tests/fixtures/stored-incidents';
import { enrollAll } from '@/tests/fixtures/visits';

freshDataFolder();

const NOTHING = routeContext({});
const ADA = person('Ada');

const read = async (route: typeof getList) => (await route(get('/'), NOTHING)).json();
const detail = (id: string) => getDetail(get(`/api/v1/incidents/${id}`), routeContext({ id }));

/** Half an hour ago warehouse went down: incident 1, suspected. `isOver`: five minutes later it was well. */
function breakWarehouse(isOver: boolean): number {
  const now = Date.now();
  const from = now - 30 * MINUTE_MS;
  const [roll] = enrollAll(openDb(), from, [{ slug: 'warehouse', title: 'Warehouse' }, { slug: 'wiki' }]);
  const outcomes = [answered(), failed(), failed(), failed(), ...(isOver ? [answered(), answered()] : [])];
  for (const [minute, outcome] of outcomes.entries()) roll?.visit(from + minute * MINUTE_MS, outcome);
  return now;
}

describe('Statuspage’s lists', () => {
  it('tell a suspected incident with words, and list it as unresolved until it is over', async () => {
    breakWarehouse(false);
    const { incidents } = statuspageIncidentsSchema.parse(await read(getIncidents));
    expect(incidents).toMatchObject([
      {
        id: '1',
        name: 'Warehouse refuses the connection',
        status: 'investigating',
        impact: 'major',
        resolved_at: null,
        monitoring_at: null,
        shortlink: expect.stringMatching(/\/incidents\/1$/),
        components: [{ id: 'warehouse' }],
        incident_updates: [
          {
            body: expect.stringMatching(
              /^Warehouse refuses the connection\. Cannot be reached: connection refused\. Its 2 tools/,
            ),
            affected_components: [
              { code: 'warehouse', name: 'Warehouse', old_status: 'operational', new_status: 'major_outage' },
            ],
          },
        ],
      },
    ]);
    expect(await read(getUnresolved)).toEqual(await read(getIncidents));
    const summary = statuspageSummarySchema.parse(await read(getSummary));
    expect(summary.incidents).toEqual(incidents);
  });

  it('keep what is over, with every step', async () => {
    const now = breakWarehouse(true);
    const incidentId = storeIncident(openDb(), now, { servers: [{ slug: 'wiki', state: 'degraded' }] });
    const post = (status: string) => postUpdate(openDb(), ADA, { incidentId, status, body: `*${status}*` }, now);
    for (const status of ['monitoring', 'resolved', 'postmortem']) expect(post(status)).toMatchObject({ ok: true });
    const { incidents } = statuspageIncidentsSchema.parse(await read(getIncidents));
    expect(incidents.map(({ id, status }) => `${id} ${status}`)).toEqual(['2 postmortem', '1 resolved']);
    expect(
      incidents[0]?.incident_updates.map(({ status, body, affected_components }) => [
        status,
        body,
        ...affected_components.map(({ old_status, new_status }) => `${old_status} to ${new_status}`),
      ]),
    ).toEqual([
      ['postmortem', 'postmortem', 'operational to operational'],
      ['resolved', 'resolved', 'degraded_performance to operational'],
      ['monitoring', 'monitoring', 'degraded_performance to degraded_performance'],
      ['investigating', 'We look into it.', 'operational to degraded_performance'],
    ]);
    expect([incidents[0]?.monitoring_at, incidents[0]?.resolved_at]).toEqual([
      new Date(now).toISOString(),
      new Date(now).toISOString(),
    ]);
    expect(statuspageIncidentsSchema.parse(await read(getUnresolved)).incidents).toEqual([]);
  });

  it('do not say "all operational" while people say otherwise', async () => {
    const now = breakWarehouse(true);
    storeIncident(openDb(), now, { impact: 'major' });
    for (const route of [getStatus, getSummary]) {
      expect((await read(route)).status).toMatchObject({
        indicator: 'major',
        description: expect.stringMatching(/^Partial System Outage/),
      });
    }
    statuspageStatusSchema.parse(await read(getStatus));
  });
});

describe('/api/v1/incidents', () => {
  it('keeps its promise, with the words as text and as they were written', async () => {
    const now = breakWarehouse(true);
    storeIncident(openDb(), now, { body: '[x](javascript:alert(1)) **now**' });
    const { incidents } = incidentListSchema.parse(await read(getList));
    expect(incidents.map(({ id, suspected }) => [id, suspected])).toEqual([
      ['2', false],
      ['1', true],
    ]);
    expect(incidents[0]?.updates).toMatchObject([{ text: 'x now', markdown: '[x](javascript:alert(1)) **now**' }]);
    expect(incidents[1]?.outages).toMatchObject([{ slug: 'warehouse', status: 'down', code: 'refused' }]);
    const one = incidentDetailSchema.parse(await (await detail('1')).json());
    expect(one).toMatchObject({ ...incidents[1] });
  });

  it('leads from a merged one to where it is told, and knows no hidden one', async () => {
    const now = breakWarehouse(false);
    const into = storeIncident(openDb(), now);
    mergeIncidents(openDb(), ADA, { incidentId: 1, intoId: into }, now);
    expect(await (await detail('1')).json()).toEqual(await (await detail(String(into))).json());
    hideIncident(openDb(), ADA, { incidentId: into, isHidden: true }, now);
    for (const id of ['1', String(into), '99', '0', '-1', '1e3', 'x', '9'.repeat(40)]) {
      const answer = await detail(id);
      expect([id, answer.status]).toEqual([id, 404]);
      expect(errorSchema.parse(await answer.json()).error.code).toBe('not_found');
    }
  });
});

it.each([
  ['/api/v1/incidents', getList],
  ['/api/v2/incidents.json', getIncidents],
  ['/api/v2/incidents/unresolved.json', getUnresolved],
] as const)(
  '%s answers 304 to whom knows it, and gives nothing away when the database is broken',
  async (address, route) => {
    breakWarehouse(false);
    const etag = (await route(get(address), NOTHING)).headers.get('etag') ?? '';
    expect((await route(get(address, { 'if-none-match': etag }), NOTHING)).status).toBe(304);
    breakDatabase();
    const answer = await route(get(address), NOTHING);
    expect([answer.status, errorSchema.parse(await answer.json()).error.code]).toEqual([500, 'internal']);
  },
);
