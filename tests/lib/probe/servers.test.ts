// Every class of server that is known to fool or hurt an MCP client, twice in a row, and nothing left behind.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Outcome } from '@/lib/core/outcome';
import { judge, type Verdict } from '@/lib/core/status/verdict';
import { createProber } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { type McpServer, startMcpServer } from '@/tests/fixtures/mcp-server';
import { AGREEMENT_SERVERS } from '@/tests/fixtures/servers/agreement-servers';
import { BODY_SERVERS } from '@/tests/fixtures/servers/body-servers';
import { CODING_SERVERS } from '@/tests/fixtures/servers/coding-servers';
import { CREDENTIAL_SERVERS } from '@/tests/fixtures/servers/credential-servers';
import { DIALOGUE_SERVERS } from '@/tests/fixtures/servers/dialogue-servers';
import { ENTRY_SERVERS } from '@/tests/fixtures/servers/entry-servers';
import { EVENT_SERVERS } from '@/tests/fixtures/servers/event-servers';
import { HANDSHAKE_SERVERS } from '@/tests/fixtures/servers/handshake-servers';
import { HTTP_SERVERS } from '@/tests/fixtures/servers/http-servers';
import { LISTING_SERVERS } from '@/tests/fixtures/servers/listing-servers';
import { MESSAGE_SERVERS } from '@/tests/fixtures/servers/message-servers';
import { OLD_SSE_SERVERS } from '@/tests/fixtures/servers/old-sse-servers';
import type { Broken, Healthy, ServerCase } from '@/tests/fixtures/servers/server-case';
import { SESSION_SERVERS } from '@/tests/fixtures/servers/session-servers';
import { SSE_SERVERS } from '@/tests/fixtures/servers/sse-servers';
import { STATUS_SERVERS } from '@/tests/fixtures/servers/status-servers';
import { STREAM_SERVERS } from '@/tests/fixtures/servers/stream-servers';
import { WIRE_SERVERS } from '@/tests/fixtures/servers/wire-servers';

/** A check may outlive its timeout by a second; this machine may be slow besides. */
const CLEANUP_MS = 1_000;
const SLACK_MS = 1_000;
/** What a check reads at most, and what the kernel takes ahead of it. */
const MOST_BYTES = (8 + 16) * 1024 * 1024;

describe.each([
  ['in HTTP', HTTP_SERVERS],
  ['in the bytes of HTTP', WIRE_SERVERS],
  ['in how bodies are written', CODING_SERVERS],
  ['in statuses', STATUS_SERVERS],
  ['in bodies', BODY_SERVERS],
  ['in event streams', STREAM_SERVERS],
  ['in how events are written', EVENT_SERVERS],
  ['in dialogue', DIALOGUE_SERVERS],
  ['in messages', MESSAGE_SERVERS],
  ['in the handshake', HANDSHAKE_SERVERS],
  ['in what they agree on', AGREEMENT_SERVERS],
  ['in sessions', SESSION_SERVERS],
  ['in the list', LISTING_SERVERS],
  ['in the entries of the list', ENTRY_SERVERS],
  ['in credentials', CREDENTIAL_SERVERS],
  ['in HTTP+SSE', SSE_SERVERS],
  ['in the details of HTTP+SSE', OLD_SSE_SERVERS],
])('%s', (_group, cases) => {
  test.each(cases)('$name', async (row) => {
    const server = await startMcpServer(row.behaviour);
    const prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [] });
    onTestFinished(() => server.close());
    onTestFinished(() => prober.close());
    for (let round = 1; round <= 2; round++) {
      const outcome = await checkWithin(row, () => prober.probe(endpointOf(row, server), new AbortController().signal));
      if ('tools' in row.expected) expectHealthy(outcome, row.expected);
      else expectBroken(outcome, row.expected);
      expect(judge(outcome, endpointOf(row, server)).verdict).toBe(verdictOf(row.expected));
      await expectNothingLeft(server);
      server.visits.length = 0;
      server.bytesSent = 0;
    }
  });
});

function endpointOf(row: ServerCase, server: McpServer) {
  const timeoutMs = row.timeoutMs ?? 5_000;
  return anEndpoint({
    target: { kind: 'http', url: server.url, headers: row.headers ?? {}, dialect: row.dialect ?? 'auto' },
    policy: { ...anEndpoint().policy, timeoutMs },
  });
}

async function checkWithin(row: ServerCase, check: () => Promise<Outcome>): Promise<Outcome> {
  const startedMs = performance.now();
  const outcome = await check();
  expect(performance.now() - startedMs).toBeLessThan((row.timeoutMs ?? 5_000) + CLEANUP_MS + SLACK_MS);
  return outcome;
}

function verdictOf(expected: Healthy | Broken): Verdict {
  if ('tools' in expected) return expected.verdict ?? (expected.faults === undefined ? 'up' : 'degraded');
  if (expected.code === 'unauthorized' || expected.code === 'forbidden') return 'locked';
  return expected.code === 'throttled' ? 'degraded' : 'down';
}

function expectHealthy(outcome: Outcome, expected: Healthy): void {
  expect(outcome.failure).toBeNull();
  expect(outcome.catalogue?.tools).toHaveLength(expected.tools);
  expect(outcome.catalogue?.faults.map(({ code }) => code)).toEqual(expected.faults ?? []);
  if (expected.says) expect(outcome.catalogue?.faults[0]?.message).toMatch(expected.says);
  if (expected.dialect) expect(outcome.dialect).toBe(expected.dialect);
  if (expected.protocolVersion) expect(outcome.protocolVersion).toBe(expected.protocolVersion);
  expect(outcome.latencyMs).not.toBeNull();
}

function expectBroken(outcome: Outcome, expected: Broken): void {
  expect(outcome.failure).toMatchObject({ stage: expected.stage, code: expected.code });
  const message = outcome.failure?.message ?? '';
  expect(message).toMatch(expected.says);
  // One line, short, nothing of the server's own words or address, nothing of a program's.
  expect(message).not.toMatch(/[\r\n<>{}]|127\.0\.0\.1|localhost|fetch failed|Zod|undefined|secret/);
  expect(message.length).toBeLessThanOrEqual(300);
  expect(JSON.stringify(outcome)).not.toContain('very-secret-value');
  if (expected.detail) expect(outcome.failure?.detail).toMatch(expected.detail);
}

async function expectNothingLeft(server: McpServer): Promise<void> {
  await expect.poll(() => server.sockets.size, { message: 'open sockets', interval: 5, timeout: 5_000 }).toBe(0);
  expect([...server.sessions]).toEqual([]);
  expect(server.bytesSent).toBeLessThan(MOST_BYTES);
  expect(server.visits.filter((visit) => visit === 'GET').length).toBeLessThanOrEqual(6);
}
