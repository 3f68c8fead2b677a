import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readHealth } from '@/lib/probe/health/health-reading';
import { runCheck } from '@/tests/fixtures/check-context';
import { healthTarget, prepareHealthReadings } from '@/tests/fixtures/health/health-readings';
import { answerWith, startHealthServer } from '@/tests/fixtures/health/health-server';

const { serve, readTwice } = prepareHealthReadings();

const HEALTHY = { mcp: 'ok', iam_credentials: 'ok', dynamodb: 'ok' };
const SICK = { mcp: 'ok', iam_credentials: 'error: ExpiredToken for arn:aws:iam::1:role/x', dynamodb: 'ok' };
const toElsewhere = (location: string): RequestListener => answerWith(307, '', { location });

describe('what answers', () => {
  const answers: [string, RequestListener, number, string | null, string | null, string[]][] = [
    ['good news', answerWith(200, HEALTHY), 200, null, null, ['ok', 'ok', 'ok']],
    [
      'bad news with 503',
      answerWith(503, SICK),
      503,
      'dependency_failed',
      '/health answered 503: iam_credentials reports an error',
      ['ok', 'failed', 'ok'],
    ],
    [
      'bad news with 200',
      answerWith(200, SICK),
      200,
      'dependency_failed',
      '/health answered 200, but iam_credentials reports an error',
      ['ok', 'failed', 'ok'],
    ],
    [
      'good news with 503',
      answerWith(503, HEALTHY),
      503,
      'health_failed',
      '/health answered 503, although its body reports no failure',
      ['ok', 'ok', 'ok'],
    ],
    ['HTML', answerWith(200, '<!doctype html><p>error', { 'content-type': 'text/html' }), 200, null, null, []],
    ['nothing', answerWith(200, ''), 200, null, null, []],
    ['nothing with 204', answerWith(204, ''), 204, null, null, []],
    ['nothing with 503', answerWith(503, ''), 503, 'health_failed', '/health answered 503', []],
    ['a word', answerWith(200, 'OK'), 200, null, null, []],
    [
      'application/health+json',
      answerWith(
        200,
        { status: 'warn', checks: { disk: [{ status: 'warn' }] } },
        { 'content-type': 'application/health+json' },
      ),
      200,
      'dependency_failed',
      '/health answered 200, but disk reports that it is degraded',
      ['degraded'],
    ],
    [
      'gzip',
      answerWith(200, gzipSync(JSON.stringify(HEALTHY)), { 'content-encoding': 'gzip' }),
      200,
      null,
      null,
      ['ok', 'ok', 'ok'],
    ],
    ['a refusal', answerWith(401, { error: 'who are you' }), 401, 'unauthorized', '/health answered 401', []],
    ['a ban', answerWith(403, ''), 403, 'forbidden', '/health answered 403', []],
    ['no page', answerWith(404, 'Cannot GET /health'), 404, 'http_not_found', '/health answered 404', []],
    ['too often', answerWith(429, ''), 429, 'throttled', '/health answered 429', []],
    ['a gateway', answerWith(502, '<html>'), 502, 'http_server_error', '/health answered 502', []],
    [
      'too much',
      answerWith(200, 'x'.repeat(300 * 1024)),
      200,
      'too_large',
      '/health answers with more than 256 KiB',
      [],
    ],
    [
      'a bomb',
      answerWith(200, gzipSync(Buffer.alloc(50 * 1024 * 1024)), { 'content-encoding': 'gzip' }),
      200,
      'too_large',
      '/health answers with more than 256 KiB',
      [],
    ],
    [
      'a redirect elsewhere',
      toElsewhere('https://login.example.com/?next=secret'),
      307,
      'redirected',
      '/health redirects to another host (HTTP 307)',
      [],
    ],
    ['a redirect in circles', toElsewhere('/health'), 307, 'redirected', '/health redirects more than 5 times', []],
  ];

  it.each(answers)('%s', async (_name, answer, httpStatus, code, message, states) => {
    const server = await serve(startHealthServer(answer));
    for (const reading of await readTwice(server)) {
      expect(reading.httpStatus).toBe(httpStatus);
      expect(reading.failure?.code ?? null).toBe(code);
      expect(reading.failure?.message ?? null).toBe(message);
      expect(reading.failure?.stage ?? 'dependencies').toBe('dependencies');
      expect(reading.dependencies.map(({ state }) => state)).toEqual(states);
    }
  });

  it('follows a redirect on the same server', async () => {
    const server = await serve(
      startHealthServer((request, response) => {
        const answer =
          request.url === '/health' ? answerWith(302, '', { location: '/healthz' }) : answerWith(200, HEALTHY);
        answer(request, response);
      }),
    );
    for (const reading of await readTwice(server)) expect(reading).toMatchObject({ httpStatus: 200, failure: null });
  });

  it('waits for a slow one as long as the check lasts', async () => {
    const server = await serve(
      startHealthServer((request, response) => void setTimeout(() => answerWith(200, HEALTHY)(request, response), 300)),
    );
    for (const reading of await readTwice(server)) expect(reading.failure).toBeNull();
  });
});

it('keeps secrets and addresses out of every text', async () => {
  const secret = 'hunter2hunter2';
  const body = { db: `error: login failed with ${secret} at postgres://admin:pw@db.internal/x`, [secret]: 'down' };
  const server = await serve(startHealthServer(answerWith(503, body)));
  for (const reading of await readTwice(server, { secrets: [secret] })) {
    expect(JSON.stringify(reading)).not.toContain(secret);
    expect(JSON.stringify(reading)).not.toContain('admin:pw');
    expect(reading.failure?.message).not.toContain('127.0.0.1');
    expect(reading.dependencies[0]?.message).toContain('login failed with [redacted]');
    expect(reading.failure?.detail).toContain('login failed with [redacted]');
  }
});

it('sends its name, the headers of the entry and one Accept', async () => {
  const seen: Record<string, unknown>[] = [];
  const server = await serve(
    startHealthServer((request, response) => {
      seen.push({ method: request.method, ...request.headers });
      response.end('ok');
    }),
  );
  await runCheck((context) => readHealth(healthTarget(server.url, { 'x-team': 'a' }), context));
  await runCheck((context) => readHealth(healthTarget(server.url, { Accept: 'text/plain' }), context));
  expect(seen[0]).toMatchObject({ method: 'GET', 'user-agent': 'Rollcall/test', 'x-team': 'a' });
  expect(seen[0]?.accept).toMatch(/^application\/health\+json, application\/json/);
  expect(seen[1]?.accept).toBe('text/plain');
});
