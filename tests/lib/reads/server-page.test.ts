import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, startOfDay, startOfHour } from '@/lib/core/time';
import { readOverview } from '@/lib/reads/overview';
import { readServerPage } from '@/lib/reads/server-page';
import { memoryDb } from '@/tests/database';
import { brokenState, NOW, storeBeat, storeEndpoint, storeRollup, storeTools } from '@/tests/fixtures/stored-endpoints';
import { storeOutage } from '@/tests/fixtures/stored-outages';

function tool(name: string, description: string | null = null) {
  return { name, title: null, description, inputSchema: { type: 'object' }, outputSchema: null, annotations: null };
}

describe('readServerPage', () => {
  it.each([
    ['unknown', 'nobody'],
    ['hidden', 'hidden'],
    ['archived', 'archived'],
    ['no slug at all', "' or 1=1 --"],
  ])('knows nothing of a server that is %s', (_case, slug) => {
    const db = memoryDb();
    storeEndpoint(db, { slug: 'hidden', isHidden: true });
    storeEndpoint(db, { slug: 'archived', archivedAt: NOW });
    expect(readServerPage(slug, NOW, db)).toBeNull();
  });

  it('says of the server what the overview says', () => {
    const db = memoryDb();
    storeBeat(db);
    const id = storeEndpoint(db, { slug: 'warehouse' });
    storeEndpoint(db, { slug: 'other' });
    storeRollup(db, id, { grain: 'day', bucketAt: startOfDay(NOW), ms: { up: 9, down: 1 } });
    storeRollup(db, id, { grain: 'hour', bucketAt: startOfHour(NOW), ms: { up: 1 }, latenciesMs: [40] });
    const view = readServerPage('warehouse', NOW, db);
    expect(view?.server).toEqual(readOverview(NOW, db).servers.find(({ slug }) => slug === 'warehouse'));
    expect(view).toMatchObject({ generatedAt: NOW, isDelayed: false, page: { title: 'Rollcall' } });
    expect(view?.latency.points.at(-1)).toEqual({ startAt: startOfHour(NOW), p50Ms: 40, p95Ms: 40 });
  });

  it.each([
    ['throttled', {}, true],
    ['refused', {}, false],
    ['throttled', { isPaused: true }, false],
  ] as const)('a newest check that was %s, %j: throttled is %s', (code, values, isThrottled) => {
    const db = memoryDb();
    storeEndpoint(db, { slug: 'warehouse', state: { verdict: 'degraded', code }, ...values });
    expect(readServerPage('warehouse', NOW, db)?.server.isThrottled).toBe(isThrottled);
  });

  it('tells of a locked server how it came to refuse us, and of others nothing', () => {
    const db = memoryDb();
    const record = { hasCredential: true, lastAcceptedAt: NOW - HOUR_MS, rejectedSince: NOW - 50 * MINUTE_MS };
    const reason = { stage: 'handshake', code: 'unauthorized', message: 'asks for a credential' } as const;
    storeEndpoint(db, { slug: 'vault', state: { ...brokenState('locked', reason), ...record } });
    storeEndpoint(db, { slug: 'glitch', state: record });
    storeEndpoint(db, { slug: 'old', state: brokenState('locked', reason) });
    expect(readServerPage('vault', NOW, db)?.server.refused).toEqual(record);
    expect(readServerPage('glitch', NOW, db)?.server.refused).toBeNull();
    expect(readServerPage('old', NOW, db)?.server.refused).toBeNull();
  });

  it.each([
    ['accepted while it is called', null, 'accepted'],
    ['not known once its entry cannot be called', 'TOKEN is not set', 'untried'],
  ] as const)('says that a credential is %s', (_, problem, credential) => {
    const db = memoryDb();
    const record = { hasCredential: true, lastAcceptedAt: NOW - HOUR_MS };
    storeEndpoint(db, { slug: 'warehouse', problem, state: record });
    expect(readServerPage('warehouse', NOW, db)?.facts.credential).toBe(credential);
  });

  it('counts a year for the year, and 90 days for the bars', () => {
    const db = memoryDb();
    const id = storeEndpoint(db, { slug: 'warehouse' });
    storeRollup(db, id, { grain: 'day', bucketAt: startOfDay(NOW) - 364 * DAY_MS, ms: { down: 1 } });
    storeRollup(db, id, { grain: 'day', bucketAt: startOfDay(NOW) - 365 * DAY_MS, ms: { down: 8 } });
    storeRollup(db, id, { grain: 'day', bucketAt: startOfDay(NOW), ms: { up: 1 } });
    const view = readServerPage('warehouse', NOW, db);
    expect(view?.spans.at(-1)).toMatchObject({ span: '365d', uptime: 0.5, ms: { up: 1, down: 1 } });
    expect(view?.server.uptime['90d']).toBe(1);
    expect(view?.server.days).toHaveLength(90);
  });

  it('gives the present list, sorted, with hostile text made harmless', () => {
    const db = memoryDb();
    const endpointId = storeEndpoint(db, { slug: 'warehouse' });
    storeTools(db, endpointId, [tool('old')], NOW - DAY_MS);
    const tools = [tool('query', 'x'.repeat(1_000_000)), tool('list\u202e_tables'), tool('Query')];
    storeTools(db, endpointId, tools, NOW - HOUR_MS);
    const view = readServerPage('warehouse', NOW, db);
    expect(view?.catalogue.tools.map(({ name }) => name)).toEqual(['Query', 'list _tables', 'query']);
    expect(view?.catalogue.tools[2]?.description).toHaveLength(1_000);
    expect(view?.toolsUnchangedSince).toBe(NOW - HOUR_MS);
  });

  it('has no tools before the first list', () => {
    const db = memoryDb();
    storeEndpoint(db, { slug: 'warehouse' });
    expect(readServerPage('warehouse', NOW, db)).toMatchObject({
      catalogue: { total: 0, tools: [] },
      toolsUnchangedSince: null,
      outages: [],
    });
  });

  it('gives the outages of the last 90 days, newest first, at most 50', () => {
    const db = memoryDb();
    const endpointId = storeEndpoint(db, { slug: 'warehouse' });
    const failure = { stage: 'reach', code: 'refused', message: 'connection refused' } as const;
    const outage = (startedAt: number, endedAt: number) =>
      storeOutage(db, { endpointId, status: 'down', startedAt, endedAt, ...failure });
    outage(NOW - 100 * DAY_MS, NOW - 95 * DAY_MS);
    outage(NOW - 92 * DAY_MS, NOW - 80 * DAY_MS);
    for (let hour = 60; hour > 0; hour--) outage(NOW - hour * HOUR_MS, NOW - hour * HOUR_MS + SECOND_MS);
    storeOutage(db, { endpointId, status: 'degraded', startedAt: NOW, ...failure });
    const outages = readServerPage('warehouse', NOW, db)?.outages ?? [];
    expect(outages).toHaveLength(50);
    expect(outages[0]).toMatchObject({ status: 'degraded', startedAt: NOW, endedAt: null, reason: failure });
    expect(outages[1]).toMatchObject({ status: 'down', startedAt: NOW - HOUR_MS, endedAt: NOW - HOUR_MS + SECOND_MS });
  });

  it('gives the course of an outage, and says that it is unstable', () => {
    const db = memoryDb();
    const endpointId = storeEndpoint(db, {
      slug: 'warehouse',
      state: { recentChanges: [NOW - 2 * HOUR_MS, NOW - 10 * MINUTE_MS, NOW - MINUTE_MS] },
    });
    const failure = { stage: 'reach', code: 'refused', message: 'connection\nrefused' } as const;
    const startedAt = NOW - 20 * MINUTE_MS;
    const good = { at: NOW - MINUTE_MS, status: 'up', stage: null, code: null, message: null } as const;
    storeOutage(db, { endpointId, status: 'down', startedAt, isUnstable: true, ...failure, steps: [good] });
    const view = readServerPage('warehouse', NOW, db);
    expect(view?.server).toMatchObject({ status: 'up', isUnstable: true, changesLastHour: 2 });
    const reason = { ...failure, message: 'connection refused' };
    expect(view?.outages).toMatchObject([
      {
        ...{
          status: 'down',
          worst: 'down',
          isUnstable: true,
          startedAt,
          confirmedAt: startedAt,
          endedAt: null,
          reason,
        },
        steps: [
          { at: startedAt, status: 'down', reason },
          { at: NOW - MINUTE_MS, status: 'up', reason: null },
        ],
      },
    ]);
  });
});
