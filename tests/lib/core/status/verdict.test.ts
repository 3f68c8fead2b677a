import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '@/lib/core/endpoint';
import type { Failure, FailureCode, Stage } from '@/lib/core/failure';
import { emptyOutcome, type Outcome } from '@/lib/core/outcome';
import { type Judged, judge } from '@/lib/core/status/verdict';
import { answered, failed } from '@/tests/fixtures/endpoints';

const server: Judged = { type: 'http', policy: DEFAULT_POLICY, expectTools: [], health: { required: false } };
const failure = (stage: Stage, code: FailureCode): Failure => ({
  stage,
  code,
  message: `${code} in ${stage}`,
  detail: null,
});
const health = (code: FailureCode | null): Outcome['health'] => ({
  httpStatus: code ? 503 : 200,
  dependencies: [],
  failure: code ? failure('dependencies', code) : null,
});
const canary = (code: FailureCode): Outcome['canary'] => ({ tookMs: 3, failure: failure('tools', code) });
const fault = (code: 'tools_invalid' | 'tools_duplicate' | 'tools_incomplete', count = 1) => ({
  code,
  message: `first ${code}`,
  count,
});

const cases: [name: string, outcome: Outcome, endpoint: Judged, verdict: string, stage?: Stage, code?: FailureCode][] =
  [
    ['handshake and tools', answered(), server, 'up'],
    ['rightly without tools', answered([], { hasTools: false }), server, 'up'],
    ['/health is good', answered(['a'], { health: health(null) }), server, 'up'],
    ['says it has tools, lists none', answered([]), server, 'degraded', 'tools', 'tools_empty'],
    ['connection refused', failed(), server, 'down', 'reach', 'refused'],
    ['handshake error', failed(failure('handshake', 'rpc_error')), server, 'down', 'handshake', 'rpc_error'],
    ['tools/list fails', failed(failure('tools', 'rpc_error')), server, 'down', 'tools', 'rpc_error'],
    ['401', failed(failure('handshake', 'unauthorized')), server, 'locked', 'handshake', 'unauthorized'],
    ['403 at the list', failed(failure('tools', 'forbidden')), server, 'locked', 'tools', 'forbidden'],
    ['429 is busy, not dead', failed(failure('reach', 'throttled')), server, 'degraded', 'reach', 'throttled'],
    [
      'expected tool missing',
      answered(['query']),
      { ...server, expectTools: ['query', 'list_*'] },
      'degraded',
      'tools',
      'tools_missing',
    ],
    [
      'expected tools listed',
      answered(['query', 'list_tables']),
      { ...server, expectTools: ['query', 'list_*'] },
      'up',
    ],
    [
      'invalid entry',
      answered(['a'], {
        catalogue: {
          tools: [
            { name: 'a', title: null, description: null, inputSchema: {}, outputSchema: null, annotations: null },
          ],
          faults: [fault('tools_invalid', 3)],
        },
      }),
      server,
      'degraded',
      'tools',
      'tools_invalid',
    ],
    [
      'the canary call fails',
      answered(['a'], { canary: canary('canary_failed') }),
      server,
      'degraded',
      'tools',
      'canary_failed',
    ],
    ['the canary call answers', answered(['a'], { canary: { tookMs: 3, failure: null } }), server, 'up'],
    [
      'the canary call wants a credential',
      answered(['a'], { canary: canary('unauthorized') }),
      server,
      'locked',
      'tools',
      'unauthorized',
    ],
    [
      'the canary call is throttled',
      answered(['a'], { canary: canary('throttled') }),
      server,
      'degraded',
      'tools',
      'throttled',
    ],
    [
      'a missing tool explains why its call fails',
      answered(['a'], { canary: canary('canary_failed') }),
      { ...server, expectTools: ['b'] },
      'degraded',
      'tools',
      'tools_missing',
    ],
    [
      'a call that fails says more than a bad entry',
      answered(['a'], {
        canary: canary('canary_failed'),
        catalogue: { tools: [], faults: [fault('tools_invalid')] },
      }),
      server,
      'degraded',
      'tools',
      'canary_failed',
    ],
    [
      'a required /health is worse than a failing call',
      answered(['a'], { canary: canary('canary_failed'), health: health('http_server_error') }),
      { ...server, health: { required: true } },
      'down',
      'dependencies',
      'http_server_error',
    ],
    [
      'a /health that wants a credential locks no server',
      answered(['a'], { health: health('unauthorized') }),
      server,
      'degraded',
      'dependencies',
      'unauthorized',
    ],
    [
      'a dependency is bad',
      answered(['a'], { health: health('dependency_failed') }),
      server,
      'degraded',
      'dependencies',
      'dependency_failed',
    ],
    [
      'required /health is bad',
      answered(['a'], { health: health('http_server_error') }),
      { ...server, health: { required: true } },
      'down',
      'dependencies',
      'http_server_error',
    ],
    [
      'MCP failure comes before /health',
      { ...failed(), health: health('timeout') },
      { ...server, health: { required: true } },
      'down',
      'reach',
      'refused',
    ],
    ['slow', answered(['a'], { latencyMs: 2_001 }), server, 'degraded', 'handshake', 'slow'],
    ['exactly at the limit is not slow', answered(['a'], { latencyMs: 2_000 }), server, 'up'],
    [
      'a dependency matters more than slowness',
      answered(['a'], { latencyMs: 9_000, health: health('dependency_failed') }),
      server,
      'degraded',
      'dependencies',
      'dependency_failed',
    ],
    ['health alone: good', { ...emptyOutcome(), health: health(null) }, { ...server, type: 'health' }, 'up'],
    [
      'health alone: does not answer',
      { ...emptyOutcome(), health: health('refused') },
      { ...server, type: 'health' },
      'down',
      'dependencies',
      'refused',
    ],
    [
      'health alone: a part is bad',
      { ...emptyOutcome(), health: health('dependency_failed') },
      { ...server, type: 'health' },
      'degraded',
      'dependencies',
      'dependency_failed',
    ],
    [
      'health alone: 401',
      { ...emptyOutcome(), health: health('unauthorized') },
      { ...server, type: 'health' },
      'locked',
      'dependencies',
      'unauthorized',
    ],
    [
      'health alone: slow',
      {
        ...emptyOutcome(),
        health: health(null),
        timings: { reach: null, handshake: null, tools: null, dependencies: 5_000 },
      },
      { ...server, type: 'health' },
      'degraded',
      'dependencies',
      'slow',
    ],
  ];

describe('judge', () => {
  test.each([
    ['failed', 'down'],
    ['degraded', 'degraded'],
  ] as const)('a required /health with a dependency that is %s makes it %s', (state, verdict) => {
    const reading = health('dependency_failed');
    const dependencies = [{ name: 'dynamodb', state, message: null }];
    const outcome = answered(['a'], { health: reading && { ...reading, dependencies } });
    expect(judge(outcome, { ...server, health: { required: true } }).verdict).toBe(verdict);
  });

  test.each(cases)('%s', (_name, outcome, endpoint, verdict, stage, code) => {
    const judgement = judge(outcome, endpoint);
    expect(judgement.verdict).toBe(verdict);
    expect(judgement.failure?.stage).toBe(stage);
    expect(judgement.failure?.code).toBe(code);
  });

  test.each([
    [['a'], 'a is not listed'],
    [['a', 'b'], 'a, b are not listed'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more are not listed'],
  ])('names the missing tools %s', (expectTools, message) => {
    expect(judge(answered(['x']), { ...server, expectTools }).failure?.message).toBe(message);
  });

  test('names the first offender and counts the rest', () => {
    const outcome = answered(['a'], {
      catalogue: {
        tools: [{ name: 'a', title: null, description: null, inputSchema: {}, outputSchema: null, annotations: null }],
        faults: [fault('tools_invalid', 3)],
      },
    });
    expect(judge(outcome, server).failure?.message).toBe('first tools_invalid (and 2 more like it)');
  });
});
