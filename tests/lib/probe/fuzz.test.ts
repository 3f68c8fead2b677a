// Servers that answer with random bytes, random JSON and spoilt valid answers: no crash, no hang, nothing left behind.
// A few hundred here; `npm run bench:fuzz` does many thousands of the same.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Endpoint, Target } from '@/lib/core/endpoint';
import { createProber, type Prober } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { complaints } from '@/tests/fixtures/fuzz/complaints';
import { behaviourOf, type HttpPlan, httpPlan } from '@/tests/fixtures/fuzz/http-plan';
import { type RawPlan, rawGreeting, rawPlan } from '@/tests/fixtures/fuzz/raw-plan';
import { type StdioPlan, stageStdio, stdioPlan } from '@/tests/fixtures/fuzz/stdio-plan';
import { startMcpServer } from '@/tests/fixtures/mcp-server';
import { startRawServer } from '@/tests/fixtures/raw-server';
import { createMark } from '@/tests/fixtures/stdio/marked-processes';

const TIMEOUT_MS = 300;
/** A check may outlive its timeout by a second; this machine may be slow besides. */
const LIMIT_MS = TIMEOUT_MS + 1_000 + 1_000;
/** Checks that run side by side; most of them wait for the deadline. */
const SIDE_BY_SIDE = 10;

let prober: Prober;
beforeAll(() => {
  prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [] });
});
afterAll(() => prober.close());

test('200 spoilt servers over HTTP', () => spoilMany(httpPlan, 20, checkHttp), 60_000);
test('100 spoilt servers over TCP', () => spoilMany(rawPlan, 10, checkRaw), 60_000);
test('50 spoilt servers over stdio', () => spoilMany(stdioPlan, 5, checkStdio), 60_000);

async function spoilMany<Plan>(plan: fc.Arbitrary<Plan>, numRuns: number, check: (plan: Plan) => Promise<void>) {
  const sideBySide = fc.array(plan, { minLength: SIDE_BY_SIDE, maxLength: SIDE_BY_SIDE });
  const property = fc.asyncProperty(sideBySide, async (plans) => {
    await Promise.all(plans.map(check));
  });
  await fc.assert(property, { numRuns, endOnFailure: true });
}

async function checkHttp(plan: HttpPlan): Promise<void> {
  const server = await startMcpServer(behaviourOf(plan));
  try {
    await checkWithin({ kind: 'http', url: server.url, headers: {}, dialect: 'auto' });
    await expectClosed(server.sockets);
  } finally {
    await server.close();
  }
}

async function checkRaw(plan: RawPlan): Promise<void> {
  let turn = 0;
  const greet = rawGreeting(
    () => plan,
    () => turn++,
  );
  const server = await startRawServer(greet);
  try {
    await checkWithin({ kind: 'http', url: `http://127.0.0.1:${server.port}/mcp`, headers: {}, dialect: 'auto' });
    await expectClosed(server.sockets);
  } finally {
    await server.close();
  }
}

async function checkStdio(plan: StdioPlan): Promise<void> {
  const mark = createMark();
  const { target, clear } = stageStdio(plan, mark.env);
  try {
    await checkWithin(target);
    expect(mark.pids(), 'processes left behind').toEqual([]);
  } finally {
    clear();
  }
}

async function checkWithin(target: Target): Promise<void> {
  const endpoint = endpointOf(target);
  const startedMs = performance.now();
  const outcome = await prober.probe(endpoint, new AbortController().signal);
  expect(performance.now() - startedMs).toBeLessThan(LIMIT_MS);
  expect(complaints(outcome, endpoint)).toEqual([]);
}

let endpoints = 0;

function endpointOf(target: Target): Endpoint {
  const policy = { ...anEndpoint().policy, timeoutMs: TIMEOUT_MS };
  return anEndpoint({
    slug: `spoilt-${endpoints++}`,
    type: target.kind === 'stdio' ? 'stdio' : 'http',
    target,
    policy,
  });
}

async function expectClosed(sockets: Set<unknown>): Promise<void> {
  await expect.poll(() => sockets.size, { message: 'open sockets', interval: 5, timeout: 5_000 }).toBe(0);
}
