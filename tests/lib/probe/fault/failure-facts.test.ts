// What a failure tells beside its sentence: what German pages are worded from must come out of the prober and of the judge,
// and be as free of secrets as the sentence is.
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '@/lib/core/endpoint';
import type { FailureFacts } from '@/lib/core/failure';
import { parseHealthBody } from '@/lib/core/health/health-body';
import { judge } from '@/lib/core/status/verdict';
import { classify, type Evidence } from '@/lib/probe/fault/classify';
import { httpFault } from '@/lib/probe/fault/http-fault';
import { DeadlinePassed, ProbeFault } from '@/lib/probe/fault/probe-fault';
import { rpcFault, versionFault } from '@/lib/probe/fault/rpc-fault';
import { redirectTarget } from '@/lib/probe/fetch/redirect';
import { createRedactor } from '@/lib/probe/log/redact';
import { tokenFault } from '@/lib/probe/oauth/token-fault';
import { createLineReader } from '@/lib/probe/stdio/stdio-lines';
import { startProcess } from '@/lib/probe/stdio/stdio-process';
import { CatalogueReader } from '@/lib/probe/walk/catalogue-reader';
import { answered } from '@/tests/fixtures/endpoints';

const redact = createRedactor(['hush-hush']);
const EVIDENCE: Evidence = { step: 'handshake', exchanges: [], isReached: true, redact };

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const refused = (status: number, rpcMethod: string | null = 'initialize') =>
  httpFault({ status, text: '', hasRetryAfter: false, hadSession: false, rpcMethod });
const redirected = {
  status: 302,
  location: 'https://elsewhere.example/',
  url: new URL('https://a.example/'),
  method: 'GET',
};

describe('the facts of what the prober met', () => {
  test.each<[string, unknown, FailureFacts | undefined]>([
    ['an HTTP status', refused(404), { httpStatus: 404 }],
    ['one after the handshake, in other words', refused(404, 'notifications/initialized'), { httpStatus: 404 }],
    ['a JSON-RPC error', rpcFault({ code: -32603, message: 'x', data: null }), { rpcCode: -32603 }],
    ['protocol versions', versionFault(['1999-01-01'], null), { names: ['1999-01-01'] }],
    ['a deadline', new DeadlinePassed(10_000), { limitMs: 10_000 }],
    ['a redirect', thrownBy(() => redirectTarget(redirected)), { httpStatus: 302 }],
    ['no token', tokenFault('it is closed'), { isOfAuthorization: true }],
    [
      'a line without end',
      thrownBy(() => createLineReader(() => {}, { lineBytes: 1024, totalBytes: 4096 }).push(Buffer.alloc(2048))),
      { limitBytes: 1024 },
    ],
    [
      'a name that holds a secret',
      new ProbeFault('command_failed', 'x', null, { names: ['run-hush-hush'] }),
      { names: ['run-[redacted]'] },
    ],
    ['a code that says it all', new ProbeFault('bad_json', 'x'), undefined],
  ])('%s', (_, error, facts) => {
    expect(classify(error, EVIDENCE).facts).toEqual(facts);
  });

  test('a command that is not there', async () => {
    const target = { kind: 'stdio' as const, command: 'no-such-command-here', args: [], env: {}, cwd: null };
    const error: unknown = await startProcess(target, redact).catch((reason: unknown) => reason);
    expect(classify(error, EVIDENCE)).toMatchObject({
      code: 'command_not_found',
      facts: { names: ['no-such-command-here'] },
    });
  });

  test('what /health names, the first six', () => {
    const body = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`part-${index}`, 'error: down']));
    const { bad } = parseHealthBody(503, 'application/json', JSON.stringify(body));
    expect(bad?.facts).toMatchObject({ httpStatus: 503, count: 9 });
    expect(bad?.facts.names).toEqual(['part-0', 'part-1', 'part-2', 'part-3', 'part-4', 'part-5']);
  });
});

describe('the facts of what the judge found', () => {
  const server = { type: 'http', policy: DEFAULT_POLICY, expectTools: ['query', 'export'], health: null } as const;

  test('missing tools', () => {
    const { failure } = judge(answered(['list']), { ...server, expectTools: [...server.expectTools] });
    expect(failure?.facts).toEqual({ names: ['query', 'export'], count: 2 });
  });

  test('slowness', () => {
    const { failure } = judge({ ...answered(['list']), latencyMs: 3_000 }, { ...server, expectTools: [] });
    expect(failure?.facts).toEqual({ tookMs: 3_000, limitMs: DEFAULT_POLICY.slowAfterMs });
  });

  test('a tool that is listed twice', () => {
    const reader = new CatalogueReader();
    const tool = { name: 'twice', inputSchema: { type: 'object' } };
    reader.addPage({ tools: [tool, tool, tool] });
    const { failure } = judge({ ...answered(['a']), catalogue: reader.complete() }, { ...server, expectTools: [] });
    expect(failure).toMatchObject({ code: 'tools_duplicate', facts: { names: ['twice'] } });
  });
});
