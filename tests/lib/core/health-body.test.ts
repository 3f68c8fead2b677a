import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHealthBody } from '@/lib/core/health-body';

/** "name=state", with the error text in brackets: what a person would compare. */
function read(httpStatus: number, body: unknown, contentType: string | null = null) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const { dependencies, bad } = parseHealthBody(httpStatus, contentType, text);
  const said = dependencies.map(
    ({ name, state, message }) => `${name}=${state}${message === null ? '' : ` (${message})`}`,
  );
  return { said, code: bad?.code ?? null, summary: bad?.summary ?? null, detail: bad?.detail ?? null };
}

describe('the shapes that name dependencies', () => {
  const shapes: [string, number, unknown, string[], string | null, string | null][] = [
    [
      'names and states side by side',
      200,
      { mcp: 'ok', iam_credentials: 'error: ExpiredToken', dynamodb: 'ok' },
      ['mcp=ok', 'iam_credentials=failed (ExpiredToken)', 'dynamodb=ok'],
      'dependency_failed',
      '/health answered 200, but iam_credentials reports an error',
    ],
    [
      'status and checks, as words and as objects',
      503,
      { status: 'error', checks: { db: 'ok', redis: { status: 'down', message: 'refused' }, s3: { ok: false } } },
      ['db=ok', 'redis=failed (refused)', 's3=failed'],
      'dependency_failed',
      '/health answered 503: redis and 1 more report errors',
    ],
    [
      'application/health+json',
      503,
      {
        status: 'fail',
        version: '1',
        releaseId: '1.2.2',
        notes: [''],
        output: '',
        checks: {
          'cassandra:responseTime': [{ componentId: 'dfd6', observedValue: 250, status: 'pass', time: '2018-01-17' }],
          'cpu:utilization': [
            { componentId: 'a', node: 1, status: 'warn', output: 'at 85 %' },
            { componentId: 'b', status: 'pass' },
          ],
        },
        links: { about: 'https://example.com' },
      },
      ['cassandra:responseTime=ok', 'cpu:utilization/a=degraded (at 85 %)', 'cpu:utilization/b=ok'],
      'dependency_failed',
      '/health answered 503: cpu:utilization/a reports that it is degraded',
    ],
    [
      'Spring Boot, nested',
      503,
      {
        status: 'DOWN',
        components: {
          db: {
            status: 'DOWN',
            components: {
              primary: { status: 'UP', details: { database: 'PostgreSQL', validationQuery: 'isValid()' } },
              replica: { status: 'OUT_OF_SERVICE', details: { error: 'no route' } },
            },
          },
          diskSpace: { status: 'UP', details: { total: 1, free: 2, path: '.', exists: false } },
        },
        groups: ['liveness', 'readiness'],
      },
      ['db/primary=ok', 'db/replica=failed (no route)', 'diskSpace=ok'],
      'dependency_failed',
      '/health answered 503: db/replica reports an error',
    ],
    [
      'ASP.NET entries',
      200,
      {
        status: 'Degraded',
        totalDuration: '00:00:00.05',
        entries: {
          cache: { data: {}, description: 'slow answers', status: 'Degraded', tags: ['ready'] },
          db: { data: {}, status: 'Healthy' },
        },
      },
      ['cache=degraded (slow answers)', 'db=ok'],
      'dependency_failed',
      '/health answered 200, but cache reports that it is degraded',
    ],
    [
      'ASP.NET results with an exception',
      503,
      { status: 'Unhealthy', results: { sql: { status: 'Unhealthy', exception: { Message: 'login failed' } } } },
      ['sql=failed (login failed)'],
      'dependency_failed',
      '/health answered 503: sql reports an error',
    ],
    [
      'MicroProfile, an array under checks',
      503,
      { status: 'DOWN', checks: [{ name: 'db', status: 'DOWN', data: { error: 'boom' } }] },
      ['db=failed (boom)'],
      'dependency_failed',
      '/health answered 503: db reports an error',
    ],
    [
      'Terminus, which says everything twice',
      503,
      {
        status: 'error',
        info: { db: { status: 'up' } },
        error: { redis: { status: 'down', message: 'no' } },
        details: { db: { status: 'up' }, redis: { status: 'down', message: 'no' } },
      },
      ['db=ok', 'redis=failed (no)'],
      'dependency_failed',
      '/health answered 503: redis reports an error',
    ],
    [
      'failures by name',
      200,
      { status: 'Partially Available', failures: { rabbitmq: 'no channel' }, system: { goroutines_count: 4 } },
      ['rabbitmq=failed (no channel)'],
      'dependency_failed',
      '/health answered 200, but rabbitmq reports an error',
    ],
    [
      'an array of named objects',
      200,
      [
        { name: 'db', status: 'ok' },
        { name: 's3', status: 'FAIL', error: 'denied' },
      ],
      ['db=ok', 's3=failed (denied)'],
      'dependency_failed',
      '/health answered 200, but s3 reports an error',
    ],
    ['an array of maps', 200, [{ db: 'ok' }, { s3: 'ok' }], ['db=ok', 's3=ok'], null, null],
    ['booleans in a list', 200, { checks: { db: true, cache: true } }, ['db=ok', 'cache=ok'], null, null],
    [
      'groups without a state',
      200,
      { aws: { s3: 'ok', sqs: { status: 'up' } } },
      ['aws/s3=ok', 'aws/sqs=ok'],
      null,
      null,
    ],
    [
      'an array in a group',
      200,
      {
        aws: {
          queues: [
            { name: 'q1', status: 'ok' },
            { name: 'q2', status: 'ok' },
          ],
          topics: [{ status: 'ok' }],
        },
      },
      ['aws/queues/q1=ok', 'aws/queues/q2=ok', 'aws/topics=ok'],
      null,
      null,
    ],
    [
      'an error object without a state',
      200,
      { database: { error: 'refused' }, cache: { connected: true, latency: 4 } },
      ['database=failed (refused)', 'cache=ok'],
      'dependency_failed',
      '/health answered 200, but database reports an error',
    ],
    [
      'an aggregate that is worse than its parts',
      200,
      { components: { db: { status: 'DOWN', components: { primary: { status: 'UP' } } } } },
      ['db/primary=ok', 'db=failed'],
      'dependency_failed',
      '/health answered 200, but db reports an error',
    ],
    [
      'Kubernetes lines',
      500,
      '[+]ping ok\n[-]etcd failed: reason withheld\n[+]poststarthook/x excluded: ok\nhealthz check failed',
      ['ping=ok', 'etcd=failed (reason withheld)', 'poststarthook/x=unknown (excluded: ok)'],
      'dependency_failed',
      '/health answered 500: etcd reports an error',
    ],
    ['a state nobody can tell', 200, { checks: { db: 'unknown' } }, ['db=unknown'], null, null],
  ];

  it.each(shapes)('%s', (_name, httpStatus, body, said, code, summary) => {
    expect(read(httpStatus, body)).toMatchObject({ said, code, summary });
  });
});

describe('bodies that name none', () => {
  const bodies: [string, number, unknown, string | null, string | null][] = [
    ['ok: true', 200, { ok: true }, null, null],
    ['ok: false', 200, { ok: false }, 'health_failed', '/health answered 200, but it reports a failure'],
    ['a bare true', 200, true, null, null],
    ['a bare false', 200, false, 'health_failed', '/health answered 200, but it reports a failure'],
    ['a bare number', 200, 42, null, null],
    ['null', 200, null, null, null],
    ['a word', 200, 'OK', null, null],
    ['a bad word', 200, 'Unhealthy\n', 'health_failed', '/health answered 200, but it reports a failure'],
    ['a quoted word', 200, '"DOWN"', 'health_failed', '/health answered 200, but it reports a failure'],
    ['an empty body', 200, '', null, null],
    ['an empty body and 503', 503, '', 'health_failed', '/health answered 503'],
    ['a gateway', 502, 'Bad Gateway', 'http_server_error', '/health answered 502'],
    ['a missing page', 404, { detail: 'Not Found' }, 'http_not_found', '/health answered 404'],
    ['a refusal', 401, { error: 'unauthorized' }, 'unauthorized', '/health answered 401'],
    ['a ban', 403, 'Forbidden', 'forbidden', '/health answered 403'],
    ['too many requests', 429, '', 'throttled', '/health answered 429'],
    ['another client error', 400, '', 'http_client_error', '/health answered 400'],
    ['not serving', 200, { status: 'NOT_SERVING' }, 'health_failed', '/health answered 200, but it reports a failure'],
    [
      'degraded',
      200,
      { status: 'degraded' },
      'dependency_failed',
      '/health answered 200, but it reports that it is degraded',
    ],
    [
      'degraded and 503',
      503,
      { status: 'degraded' },
      'health_failed',
      '/health answered 503: it reports that it is degraded',
    ],
    ['a numeric status', 200, { status: 503 }, 'health_failed', '/health answered 200, but it reports a failure'],
    ['an error text', 200, { error: 'no database' }, 'health_failed', '/health answered 200, but it reports a failure'],
    ['an error text beside an ok', 200, { status: 'ok', error: 'last week' }, null, null],
    ['a wrapper', 200, { data: { status: 'down' } }, 'health_failed', '/health answered 200, but it reports a failure'],
    [
      'a good body with a bad status',
      503,
      { mcp: 'ok' },
      'health_failed',
      '/health answered 503, although its body reports no failure',
    ],
    ['cut off JSON', 200, '{"status": "ok", "che', null, null],
  ];

  it.each(bodies)('%s', (_name, httpStatus, body, code, summary) => {
    expect(read(httpStatus, body)).toMatchObject({ code, summary });
  });

  it('reads nothing from HTML, however it is announced', () => {
    expect(read(200, '<html><body>error</body></html>')).toMatchObject({ said: [], code: null });
    expect(read(200, 'error', 'text/html; charset=utf-8')).toMatchObject({ said: [], code: null });
    expect(read(503, '<!doctype html>')).toMatchObject({ code: 'health_failed' });
  });

  it('keeps the error text of the whole for administrators', () => {
    expect(read(503, { status: 'fail', output: 'disk full' }).detail).toBe('disk full');
  });
});

it.each([
  { version: '1.2.3', uptime: 12.5, timestamp: '2026-11-22T10:00:00Z', commit: 'unknown', pid: 7 },
  { environment: 'live', mode: 'active', logLevel: 'error', message: 'ok', lastError: 'timeout', debug: false },
  { build: { version: '2', commit: 'unknown' }, startedAt: 'unknown', memory: { rss: 1, heap: { used: 2 } } },
  { links: ['https://example.com'], dependencies: { express: '4.1.0' }, nothing: null },
])('finds no dependency in metadata: %j', (metadata) => {
  expect(read(200, { status: 'ok', ...metadata })).toMatchObject({ said: [], code: null });
});

describe('bounds', () => {
  it('shows fifty, the bad ones first', () => {
    const checks = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [`d${index}`, index === 79 ? 'down' : 'ok']),
    );
    const { dependencies, bad } = parseHealthBody(200, null, JSON.stringify({ checks }));
    expect(dependencies).toHaveLength(50);
    expect(dependencies[0]).toEqual({ name: 'd79', state: 'failed', message: null });
    expect(bad?.summary).toBe('/health answered 200, but d79 reports an error');
  });

  it('cleans names and messages', () => {
    const body = { checks: { 'a\u0000\u202eb\n c': { status: 'down', message: 'x\r\ny\u001b[31m'.padEnd(500, 'z') } } };
    const { dependencies } = parseHealthBody(200, null, JSON.stringify(body));
    expect(dependencies[0]?.name).toBe('a b c');
    expect(dependencies[0]?.message).toHaveLength(200);
    expect(dependencies[0]?.message).toMatch(/^x y \[31mz+…$/);
  });

  it('takes names that look like parts of JavaScript', () => {
    expect(read(200, '{"__proto__": "ok", "constructor": {"status": "down"}, "toString": "ok"}').said).toEqual([
      '__proto__=ok',
      'constructor=failed',
      'toString=ok',
    ]);
  });

  it('survives depth and width', () => {
    const deep = `${'{"a":'.repeat(30_000)}"down"${'}'.repeat(30_000)}`;
    expect(read(200, deep)).toMatchObject({ said: [], code: null });
    const wide = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => ({ name: `n${index}`, status: 'ok' })));
    expect(parseHealthBody(200, null, wide).dependencies).toHaveLength(50);
  });
});

describe('whatever comes', () => {
  const word = fc.constantFrom(
    'ok',
    'DOWN',
    'error: x',
    'warn',
    'unknown',
    'not ready',
    'TimeoutError: y',
    '',
    'hello',
  );
  const key = fc.oneof(
    fc.constantFrom('status', 'checks', 'components', 'error', 'errors', 'details', '__proto__'),
    fc.string(),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      word,
      fc.boolean(),
      fc.integer(),
      fc.string({ unit: 'binary' }),
      tie('array'),
      tie('object'),
    ),
    array: fc.array(tie('tree'), { maxLength: 5 }),
    object: fc.dictionary(key, tie('tree'), { maxKeys: 6 }),
  }));
  const text = fc.oneof(
    tree.map((value) => JSON.stringify(value)),
    fc.json(),
    fc.string({ unit: 'binary', maxLength: 400 }),
  );

  it('answers within its bounds, and bad exactly when it has a reason', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), fc.option(fc.string()), text, (httpStatus, contentType, body) => {
        const { dependencies, bad } = parseHealthBody(httpStatus, contentType, body);
        expect(dependencies.length).toBeLessThanOrEqual(50);
        for (const { name, message } of dependencies) {
          expect(name).toMatch(/^[^\p{Cc}\u202e]{1,80}$/u);
          if (message !== null) expect(message).toMatch(/^[^\p{Cc}\u202e]{1,200}$/u);
        }
        expect(new Set(dependencies.map(({ name }) => name)).size).toBe(dependencies.length);
        const hasBad = dependencies.some(({ state }) => state === 'failed' || state === 'degraded');
        if (hasBad || httpStatus >= 300) expect(bad).not.toBeNull();
        if (bad) expect(bad.summary.length).toBeLessThanOrEqual(200);
      }),
      { numRuns: 500 },
    );
  });
});
