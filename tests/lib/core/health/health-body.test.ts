import { describe, expect, it } from 'vitest';
import { readBody } from '@/tests/fixtures/health/read-body';

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
    expect(readBody(httpStatus, body)).toMatchObject({ said, code, summary });
  });
});
