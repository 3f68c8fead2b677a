import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as getChecks } from '@/app/api/v1/endpoints/[slug]/checks/route';
import { GET as getDrift } from '@/app/api/v1/endpoints/[slug]/drift/route';
import { GET as getTools } from '@/app/api/v1/endpoints/[slug]/tools/route';
import { GET as getUptime } from '@/app/api/v1/endpoints/[slug]/uptime/route';
import { openDb } from '@/db/client';
import { insertDrift } from '@/db/queries/drifts';
import { checks } from '@/db/schema/checks';
import { DAY_MS, MINUTE_MS, startOfDay, type UnixMs } from '@/lib/core/time';
import { isoText } from '@/lib/core/words/format';
import {
  checkListSchema,
  driftListSchema,
  toolListSchema,
  uptimeSchema,
} from '@/lib/render/api-v1/api-v1-history-schema';
import { errorSchema } from '@/lib/render/api-v1/api-v1-schema';
import { breakDatabase, freshDataFolder, get, routeContext } from '@/tests/fixtures/data-folder';
import { ADDED, REQUIRED } from '@/tests/fixtures/drift-views';
import { aTool } from '@/tests/fixtures/endpoints';
import { NOW, storeEndpoint, storeRollup, storeTools } from '@/tests/fixtures/stored-endpoints';

freshDataFolder();
// Days are counted from today, and a test may run at midnight.
beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const ROUTES = { checks: getChecks, drift: getDrift, tools: getTools, uptime: getUptime };
type Route = keyof typeof ROUTES;

function ask(route: Route, query = '', slug = 'warehouse', headers = {}): Promise<Response> {
  return ROUTES[route](get(`/api/v1/endpoints/${slug}/${route}${query}`, headers), routeContext({ slug }));
}

/** One a minute, the newest at `NOW`; every tenth was refused. */
function storeChecks(count: number): number {
  const endpointId = storeEndpoint(openDb(), { slug: 'warehouse' });
  for (let ago = count - 1; ago >= 0; ago--) {
    const at = NOW - ago * MINUTE_MS;
    const isDown = ago % 10 === 3;
    const heard = { latencyMs: 41, reachMs: 4, handshakeMs: 20, toolsMs: 17, toolCount: 2 };
    const refused = { verdict: 'down', stage: 'reach', code: 'refused', message: 'connection\u202e refused' } as const;
    openDb()
      .insert(checks)
      .values({ endpointId, at, ...(isDown ? refused : { verdict: 'up', ...heard }) })
      .run();
  }
  return endpointId;
}

async function checksOf(query: string) {
  return checkListSchema.parse(await (await ask('checks', query)).json());
}

describe('GET /api/v1/endpoints/{slug}/checks', () => {
  it('gives what was heard, newest first', async () => {
    storeChecks(5);
    const { checks, nextCursor } = await checksOf('');
    expect(nextCursor).toBeNull();
    expect(checks.map(({ verdict }) => verdict)).toEqual(['up', 'up', 'up', 'down', 'up']);
    expect(checks[0]).toEqual({
      at: isoText(NOW),
      verdict: 'up',
      stage: null,
      code: null,
      message: null,
      latencyMs: 41,
      timings: { reachMs: 4, handshakeMs: 20, toolsMs: 17, dependenciesMs: null },
      toolCount: 2,
    });
    expect(checks[3]).toMatchObject({
      stage: 'reach',
      code: 'refused',
      message: 'connection refused',
      toolCount: null,
    });
  });

  it('is read to its end by the cursor, each check once', async () => {
    storeChecks(450);
    const seen: string[] = [];
    const sizes: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof checksOf>> = await checksOf(cursor === '' ? '' : `?cursor=${cursor}`);
      seen.push(...page.checks.map(({ at }) => at));
      sizes.push(page.checks.length);
      cursor = page.nextCursor;
    }
    expect(sizes).toEqual([200, 200, 50]);
    expect(seen).toEqual(Array.from({ length: 450 }, (_, ago) => isoText(NOW - ago * MINUTE_MS)));
  });

  const minutes = (ago: number) => isoText(NOW - ago * MINUTE_MS);
  it.each([
    ['from an instant on, itself included', `?from=${minutes(2)}`, [0, 1, 2]],
    ['before an instant', `?to=${minutes(2)}`, [3, 4]],
    ['between two', `?from=${minutes(3)}&to=${minutes(1)}`, [2, 3]],
    ['in another zone', `?from=${encodeURIComponent('2026-11-18T15:01:20+01:00')}`, [0, 1, 2]],
    ['of a day', '?from=2026-11-18&to=2026-11-19', [0, 1, 2, 3, 4]],
    ['of a day without any', '?from=2026-11-19', []],
    ['beyond a cursor within the bounds', `?from=${minutes(3)}&cursor=${NOW - MINUTE_MS}`, [2, 3]],
    ['no more than asked for', '?limit=2', [0, 1]],
    ['with a parameter nobody knows', '?order=up', [0, 1, 2, 3, 4]],
  ])('%s', async (_case, query, expected) => {
    storeChecks(5);
    expect((await checksOf(query)).checks.map(({ at }) => at)).toEqual(expected.map(minutes));
  });

  it.each([
    ['?from=yesterday', 'from must be an instant (2026-11-22T13:00:00Z) or a day (2026-11-22)'],
    ['?from=2026-02-30', 'from must be an instant (2026-11-22T13:00:00Z) or a day (2026-11-22)'],
    ['?from=', 'from must be an instant (2026-11-22T13:00:00Z) or a day (2026-11-22)'],
    [`?to=${'9'.repeat(100_000)}`, 'to must be an instant (2026-11-22T13:00:00Z) or a day (2026-11-22)'],
    ['?from=2026-11-19&to=2026-11-18', 'from must lie before to'],
    ['?cursor=-1', 'cursor must be the nextCursor of an earlier answer'],
    ['?limit=0', 'limit must be a whole number from 1 to 200'],
    ['?limit=201', 'limit must be a whole number from 1 to 200'],
    ['?limit=many', 'limit must be a whole number from 1 to 200'],
    ['?cursor=1%20or%201=1', 'cursor must be the nextCursor of an earlier answer'],
  ])('refuses %s', async (query, message) => {
    storeChecks(1);
    const answer = await ask('checks', query);
    expect(answer.status).toBe(400);
    expect(errorSchema.parse(await answer.json())).toEqual({ error: { code: 'bad_request', message } });
  });
});

describe('GET /api/v1/endpoints/{slug}/uptime', () => {
  async function uptimeOf(query: string) {
    return uptimeSchema.parse(await (await ask('uptime', query)).json());
  }

  function storeDay(endpointId: number, ago: number, ms: { up?: number; down?: number }): UnixMs {
    const bucketAt = startOfDay(NOW) - ago * DAY_MS;
    storeRollup(openDb(), endpointId, { grain: 'day', bucketAt, ms });
    return bucketAt;
  }

  it('counts the days asked for, today included', async () => {
    const id = storeEndpoint(openDb(), { slug: 'warehouse' });
    storeDay(id, 0, { up: 999_999, down: 1 });
    const firstAt = storeDay(id, 2, { up: 500_000, down: 500_000 });
    storeDay(id, 3, { down: 1 });
    const { uptime, days } = await uptimeOf('?days=3');
    expect(uptime).toBe(0.749999);
    expect(days.map((day) => day.uptime)).toEqual([0.5, null, 0.999999]);
    expect(days[0]).toMatchObject({
      date: isoText(firstAt).slice(0, 10),
      ms: { up: 500_000, down: 500_000, blind: 0 },
    });
  });

  it.each([
    ['', 90],
    ['?days=1', 1],
    ['?days=365', 365],
  ])('%j gives %i days, known or not', async (query, count) => {
    storeEndpoint(openDb(), { slug: 'warehouse' });
    const { uptime, days } = await uptimeOf(query);
    expect(uptime).toBeNull();
    expect(days).toHaveLength(count);
  });

  it.each(['0', '366', '-1', '1.5', '1e2', 'ninety', '', '9'.repeat(10_000)])('refuses days=%s', async (days) => {
    storeEndpoint(openDb(), { slug: 'warehouse' });
    const answer = await ask('uptime', `?days=${days}`);
    expect(answer.status).toBe(400);
    const { error } = errorSchema.parse(await answer.json());
    expect(error).toEqual({ code: 'bad_request', message: 'days must be a whole number from 1 to 365' });
  });
});

describe('GET /api/v1/endpoints/{slug}/tools', () => {
  it('lists them by name, with hostile text made harmless', async () => {
    const endpointId = storeEndpoint(openDb(), { slug: 'warehouse' });
    const tools = [
      aTool('query'),
      { ...aTool('list\u202e_tables'), title: 'Tables', description: 'x'.repeat(1_000_000) },
    ];
    storeTools(openDb(), endpointId, tools);
    const list = toolListSchema.parse(await (await ask('tools')).json());
    expect(list.unchangedSince).toBe(isoText(NOW));
    expect(list.tools.map(({ name, title }) => [name, title])).toEqual([
      ['list _tables', 'Tables'],
      ['query', null],
    ]);
    expect(list.tools[0]?.description).toHaveLength(2_000);
  });

  it('is empty before the first list', async () => {
    storeEndpoint(openDb(), { slug: 'warehouse' });
    expect(toolListSchema.parse(await (await ask('tools')).json())).toEqual({ unchangedSince: null, tools: [] });
  });
});

describe('GET /api/v1/endpoints/{slug}/drift', () => {
  it('says what changed, and keeps who approved it to itself', async () => {
    const endpointId = storeEndpoint(openDb(), { slug: 'warehouse' });
    const approval = { approvedAt: NOW, approvedBy: 'Ada Lovelace' };
    const changed = { kind: 'breaking', changes: [REQUIRED, ADDED] } as const;
    const at = NOW - DAY_MS;
    const row = { endpointId, at, lastSeenAt: NOW, seenCount: 2, kind: changed.kind, changes: [...changed.changes] };
    const id = String(insertDrift(openDb(), { ...row, ...approval }));
    const text = await (await ask('drift')).text();
    expect(driftListSchema.parse(JSON.parse(text))).toEqual({
      drifts: [{ id, at: isoText(at), lastSeenAt: isoText(NOW), seenCount: 2, approvedAt: isoText(NOW), ...changed }],
    });
    expect(text).not.toContain('Ada');
  });
});

describe.each(Object.keys(ROUTES) as Route[])('/%s', (route) => {
  it.each(['nobody', 'hidden', 'archived', '..', "' or 1=1 --", '\u0000', 'x'.repeat(10_000)])(
    '404 for %j',
    async (slug) => {
      storeEndpoint(openDb(), { slug: 'hidden', isHidden: true });
      storeEndpoint(openDb(), { slug: 'archived', archivedAt: NOW });
      const answer = await ask(route, '', slug);
      expect(answer.status).toBe(404);
      expect(errorSchema.parse(await answer.json()).error.code).toBe('not_found');
    },
  );

  it('is known to whoever has asked before', async () => {
    storeChecks(3);
    const first = await ask(route);
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const etag = first.headers.get('etag') ?? '';
    expect((await ask(route, '', 'warehouse', { 'if-none-match': etag })).status).toBe(304);
  });

  it('fails without a word about how', async () => {
    breakDatabase();
    const answer = await ask(route);
    expect(answer.status).toBe(500);
    expect(errorSchema.parse(await answer.json()).error.message).not.toMatch(/table|sqlite/i);
  });
});
