// When it is the network, as a table of who was last heard and when; and which calls count at all.
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '@/lib/core/endpoint';
import { type Contact, hostBeyond, isReached, judgeNetwork } from '@/lib/core/status/network';
import { anEndpoint } from '@/tests/fixtures/endpoints';

let nextId = 0;
/** Answered at `reachedAt`; fails since `failedAt` and did last at `checkedAt`. */
const silent = (
  host: string,
  failedAt: number,
  checkedAt = failedAt,
  reachedAt: number | null = 0,
): Contact & { failedAt: number } => ({
  id: ++nextId,
  ...{ host, checkedAt, reachedAt, failedAt },
  mayBeAsked: true,
});
const heard = (host: string, reachedAt: number): Contact => ({
  ...silent(host, 0, reachedAt, reachedAt),
  failedAt: null,
});
const fresh = (host: string): Contact => ({ ...heard(host, 0), checkedAt: null, reachedAt: null });

const AT = 100_000;
const turnOf = (failing: Contact & { failedAt: number }, others: Contact[], at = AT) =>
  judgeNetwork(failing, others, { at, intervalMs: 60_000 });

describe('judgeNetwork', () => {
  test.each<[string, Contact & { failedAt: number }, Contact[], object]>([
    [
      'all failed since the last answer',
      silent('a', 90_000, AT),
      [silent('b', 80_000), silent('c', 95_000)],
      { is: 'lost', since: 80_000, serverCount: 3 },
    ],
    ['on one host alone', silent('a', 90_000, AT), [silent('a', 80_000), silent('a', 95_000)], { is: 'its_own' }],
    ['two alone', silent('a', 90_000, AT), [silent('b', 80_000)], { is: 'its_own' }],
    [
      'another one answered since',
      silent('a', 90_000, AT),
      [silent('b', 80_000), heard('c', 91_000)],
      { is: 'its_own' },
    ],
    [
      'others were heard before, and not asked since',
      silent('a', 90_000, AT),
      [heard('b', 80_000), heard('c', 70_000)],
      { is: 'doubted' },
    ],
    [
      'a failure from before the last answer counts anew',
      silent('a', 20_000, AT),
      [silent('b', 30_000, 70_000), silent('c', 95_000, 99_000, 50_000)],
      { is: 'lost', since: 70_000 },
    ],
    [
      'one that was never called is asked',
      silent('a', 90_000, AT),
      [silent('b', 80_000), fresh('c')],
      { is: 'doubted' },
    ],
    [
      'one that wants to be left alone says nothing',
      silent('a', 90_000, AT),
      [silent('b', 80_000), silent('c', 95_000), { ...heard('d', 1), mayBeAsked: false }],
      { is: 'lost', serverCount: 3 },
    ],
    [
      'the doubt does not last',
      silent('a', 90_000, 220_000),
      [heard('b', 80_000), heard('c', 70_000)],
      { is: 'its_own' },
    ],
  ])('%s', (_name, failing, others, expected) => {
    expect(turnOf(failing, others, failing.checkedAt ?? AT)).toMatchObject(expected);
  });

  test('the best witness is on another host and answered last', () => {
    const others = [heard('a', 80_000), heard('b', 60_000), heard('c', 70_000)];
    const [same, older, newer] = others.map(({ id }) => id);
    expect(turnOf(silent('a', 90_000, AT), others)).toEqual({ is: 'doubted', ask: [newer, older, same] });
  });
});

test.each([
  ['http', null, true],
  ['http', { stage: 'reach', code: 'refused' }, false],
  ['http', { stage: 'reach', code: 'timeout' }, false],
  ['http', { stage: 'reach', code: 'http_server_error' }, true],
  ['http', { stage: 'reach', code: 'tls_expired' }, true],
  ['http', { stage: 'handshake', code: 'timeout' }, true],
  ['http', { stage: 'reach', code: 'blocked' }, null],
  ['health', { stage: 'dependencies', code: 'dns_failed' }, false],
  ['health', { stage: 'dependencies', code: 'dependency_failed' }, true],
  ['stdio', { stage: 'reach', code: 'timeout' }, null],
] as const)('isReached: %s %j is %s', (type, failure, expected) => {
  expect(isReached(type, failure)).toBe(expected);
});

test.each([
  ['https://tools.example:8443/mcp', 'tools.example'],
  ['http://10.0.0.7/mcp', '10.0.0.7'],
  ['http://[fd00::1]/mcp', '[fd00::1]'],
  ['http://localhost:4000/mcp', null],
  ['http://api.localhost/mcp', null],
  ['http://127.8.9.1/mcp', null],
  ['http://[::1]:9/mcp', null],
  ['http://[::ffff:127.0.0.1]/mcp', null],
  ['not a url', null],
])('hostBeyond: %s is %s', (url, host) => {
  expect(hostBeyond(anEndpoint({ target: { kind: 'http', url, headers: {}, dialect: 'auto' } }))).toBe(host);
});

test('a health URL alone has a host too, a process has none', () => {
  const health = { url: 'https://billing.example/health', headers: {}, required: false, public: false };
  expect(hostBeyond(anEndpoint({ target: { kind: 'health' }, health }))).toBe('billing.example');
  const target: Endpoint['target'] = { kind: 'stdio', command: 'x', args: [], env: {}, cwd: null };
  expect(hostBeyond(anEndpoint({ target, health }))).toBeNull();
});
