import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHealthBody } from '@/lib/core/health/health-body';
import { readBody } from '@/tests/fixtures/health/read-body';

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
    expect(readBody(httpStatus, body)).toMatchObject({ code, summary });
  });

  it('reads nothing from HTML, however it is announced', () => {
    expect(readBody(200, '<html><body>error</body></html>')).toMatchObject({ said: [], code: null });
    expect(readBody(200, 'error', 'text/html; charset=utf-8')).toMatchObject({ said: [], code: null });
    expect(readBody(503, '<!doctype html>')).toMatchObject({ code: 'health_failed' });
  });

  it('keeps the error text of the whole for administrators', () => {
    expect(readBody(503, { status: 'fail', output: 'disk full' }).detail).toBe('disk full');
  });
});

it.each([
  { version: '1.2.3', uptime: 12.5, timestamp: '2026-11-22T10:00:00Z', commit: 'unknown', pid: 7 },
  { environment: 'live', mode: 'active', logLevel: 'error', message: 'ok', lastError: 'timeout', debug: false },
  { build: { version: '2', commit: 'unknown' }, startedAt: 'unknown', memory: { rss: 1, heap: { used: 2 } } },
  { links: ['https://example.com'], dependencies: { express: '4.1.0' }, nothing: null },
])('finds no dependency in metadata: %j', (metadata) => {
  expect(readBody(200, { status: 'ok', ...metadata })).toMatchObject({ said: [], code: null });
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
    expect(readBody(200, '{"__proto__": "ok", "constructor": {"status": "down"}, "toString": "ok"}').said).toEqual([
      '__proto__=ok',
      'constructor=failed',
      'toString=ok',
    ]);
  });

  it('survives depth and width', () => {
    const deep = `${'{"a":'.repeat(30_000)}"down"${'}'.repeat(30_000)}`;
    expect(readBody(200, deep)).toMatchObject({ said: [], code: null });
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
