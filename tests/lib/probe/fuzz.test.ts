// Servers that answer with random bytes, random JSON and spoilt valid answers: no crash, no hang, nothing left behind.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FAILURE_CODES } from '@/lib/core/failure';
import { createProber, type Prober } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { type Behaviour, type McpServer, startMcpServer, type Visit } from '@/tests/fixtures/mcp-server';

const TIMEOUT_MS = 300;
/** Checks that run side by side; most of them wait for the deadline. */
const SIDE_BY_SIDE = 10;

interface Spoilt {
  era: 'legacy' | 'modern' | 'sse';
  framing: 'json' | 'sse';
  /** Which answer is spoilt: the nth request of the check. */
  turn: number;
  spoil(body: Buffer): Buffer;
  contentType: string | null;
}

const position = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (body: Buffer, share: number) => Math.floor(body.length * share);

const spoil: fc.Arbitrary<Spoilt['spoil']> = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }).map((bytes) => () => Buffer.from(bytes)),
  fc.json({ maxDepth: 4 }).map((json) => () => Buffer.from(json)),
  fc.json({ maxDepth: 3 }).map((json) => () => Buffer.from(`data: ${json}\n\n`)),
  fc.json({ maxDepth: 3 }).map((json) => () => Buffer.from(`{"jsonrpc":"2.0","id":0,"result":${json}}`)),
  position.map((share) => (body: Buffer) => body.subarray(0, at(body, share))),
  fc.tuple(position, fc.nat(255)).map(([share, byte]) => (body: Buffer) => {
    const copy = Buffer.from(body);
    copy[at(copy, share)] = byte;
    return copy;
  }),
  fc.tuple(position, position).map(
    ([from, to]) =>
      (body: Buffer) =>
        Buffer.concat([body.subarray(0, at(body, from)), body.subarray(at(body, to))]),
  ),
  fc
    .tuple(
      fc.constantFrom('"result"', '"id"', '"tools"', '"name"', '{', '[', ':', '2.0', 'object'),
      fc.json({ maxDepth: 1 }),
    )
    .map(
      ([from, to]) =>
        (body: Buffer) =>
          Buffer.from(body.toString().replace(from, to)),
    ),
);

const spoilt: fc.Arbitrary<Spoilt> = fc.record({
  era: fc.constantFrom('legacy', 'modern', 'sse'),
  framing: fc.constantFrom('json', 'sse'),
  turn: fc.integer({ min: 0, max: 5 }),
  spoil,
  contentType: fc.option(fc.constantFrom('application/json', 'text/event-stream', 'text/html', ''), { freq: 4 }),
});

let prober: Prober;
beforeAll(() => {
  prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [] });
});
afterAll(() => prober.close());

test('300 spoilt servers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(spoilt, { minLength: SIDE_BY_SIDE, maxLength: SIDE_BY_SIDE }), async (cases) => {
      await Promise.all(cases.map(checkSpoilt));
    }),
    { numRuns: 30, endOnFailure: true },
  );
}, 60_000);

async function checkSpoilt(plan: Spoilt): Promise<void> {
  const server = await startMcpServer(behaviourOf(plan));
  try {
    const endpoint = anEndpoint({
      slug: server.url,
      target: { kind: 'http', url: server.url, headers: {}, dialect: 'auto' },
      policy: { ...anEndpoint().policy, timeoutMs: TIMEOUT_MS },
    });
    const { failure, catalogue } = await prober.probe(endpoint, new AbortController().signal);
    if (failure === null) expect(Array.isArray(catalogue?.tools)).toBe(true);
    else {
      expect(FAILURE_CODES).toContain(failure.code);
      expect(failure.message).toMatch(/^\P{Cc}{1,300}$/u);
    }
    await expectNothingLeft(server);
  } finally {
    await server.close();
  }
}

async function expectNothingLeft(server: McpServer): Promise<void> {
  await expect.poll(() => server.sockets.size, { message: 'open sockets', interval: 5, timeout: 5_000 }).toBe(0);
}

/** Spoils one answer on its way out, whatever it is written with. */
function behaviourOf({ era, framing, turn, spoil: change, contentType }: Spoilt): Behaviour {
  let seen = 0;
  return {
    era,
    framing,
    sessions: era === 'legacy',
    on(visit) {
      if (seen++ === turn) spoilAnswer(visit, change, contentType);
      visit.proceed();
    },
  };
}

function spoilAnswer(visit: Visit, change: Spoilt['spoil'], contentType: string | null): void {
  const typed = contentType === null ? {} : { 'content-type': contentType };
  visit.encode = (body, headers) => ({ body: change(Buffer.from(body.toString())), headers: { ...headers, ...typed } });
  const frame = visit.frame;
  visit.frame = (message) => change(Buffer.from(frame(message))).toString('latin1');
}
