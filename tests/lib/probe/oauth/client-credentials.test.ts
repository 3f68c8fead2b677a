// A server behind OAuth, called with tokens that the prober gets in its own name.
import { describe, expect, test } from 'vitest';
import { judge } from '@/lib/core/status/verdict';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { CLIENT_SECRET, type TokenVisit } from '@/tests/fixtures/oauth/authorization-server';
import { type ProtectedOptions, startProtected } from '@/tests/fixtures/oauth/protected-server';
import { pour } from '@/tests/fixtures/servers/server-case';

const MINUTE_MS = 60_000;

describe('a token', () => {
  test.each<[string, ProtectedOptions]>([
    ['with sessions', { behaviour: { sessions: true } }],
    ['without sessions', { behaviour: { era: 'modern' } }],
    ['over HTTP+SSE', { behaviour: { era: 'sse' } }],
  ])('is asked for once and shown with every request: %s', async (_name, options) => {
    const { issuer, shown, check } = await startProtected(options);
    for (let round = 1; round <= 3; round++) expect((await check()).failure).toBeNull();
    expect(issuer.visits).toEqual(['POST /token']);
    expect(new Set(shown)).toEqual(issuer.valid);
  });

  test('is asked for by the form of RFC 6749, with what the configuration adds', async () => {
    const auth = { scope: 'read list', resource: 'https://mcp.example/', audience: 'tools' };
    const { issuer, check } = await startProtected({ auth });
    expect((await check()).failure).toBeNull();
    expect(issuer.forms).toEqual([{ grant_type: 'client_credentials', ...auth }]);
  });

  test('is asked for in the body where the header is refused, and in the body from then on', async () => {
    const { issuer, clock, check } = await startProtected();
    issuer.onToken = (visit) => {
      if (visit.request.headers.authorization === undefined) visit.proceed();
      else visit.send(401, { error: 'invalid_client' }, { 'www-authenticate': 'Basic' });
    };
    expect((await check()).failure).toBeNull();
    expect(issuer.forms.map(({ client_secret }) => client_secret)).toEqual([undefined, CLIENT_SECRET]);
    clock.nowMs += 2 * 60 * MINUTE_MS;
    expect((await check()).failure).toBeNull();
    expect(issuer.forms).toHaveLength(3);
  });

  test('is replaced a minute before it ends', async () => {
    const { issuer, clock, check } = await startProtected();
    await check();
    clock.nowMs += 58 * MINUTE_MS;
    await check();
    expect(issuer.visits).toHaveLength(1);
    clock.nowMs += MINUTE_MS;
    expect((await check()).failure).toBeNull();
    expect(issuer.visits).toHaveLength(2);
  });

  test('without an end is kept for an hour', async () => {
    const { issuer, clock, check } = await startProtected();
    issuer.expiresIn = undefined;
    await check();
    clock.nowMs += 50 * MINUTE_MS;
    await check();
    expect(issuer.visits).toHaveLength(1);
  });

  test('that is refused is replaced within the check', async () => {
    const { issuer, shown, check } = await startProtected({ behaviour: { sessions: true } });
    await check();
    issuer.valid.clear();
    shown.length = 0;
    const outcome = await check();
    expect(outcome).toMatchObject({ failure: null, challenge: null });
    expect(issuer.visits).toHaveLength(2);
    expect(shown[0]).not.toBe(shown[1]);
  });

  test('that is refused by a JSON-RPC error is replaced too', async () => {
    const { issuer, check } = await startProtected({ refuse: (visit) => visit.fail(-32001, 'Unauthorized') });
    await check();
    issuer.valid.clear();
    expect((await check()).failure).toBeNull();
    expect(issuer.visits).toHaveLength(2);
  });

  test('that is refused at the call of a tool is replaced too, and the tool runs once', async () => {
    const tool = { name: 'read', inputSchema: { type: 'object' }, annotations: { readOnlyHint: true } };
    let runs = 0;
    let revoked = '';
    const { shown, check } = await startProtected({
      canary: { tool: 'read', arguments: {} },
      behaviour: {
        tools: [tool],
        on(visit) {
          if (visit.method !== 'tools/call') return visit.proceed();
          if (visit.request.headers.authorization === `Bearer ${revoked}`) return visit.send(401, {});
          runs++;
          visit.reply({ content: [] });
        },
      },
    });
    await check();
    expect(runs).toBe(1);
    revoked = shown[0] ?? '';
    const outcome = await check();
    expect(outcome).toMatchObject({ failure: null, canary: { failure: null } });
    expect(runs).toBe(2);
  });

  test('that is refused although it is new locks, and is not asked for anew each minute', async () => {
    const { issuer, clock, check } = await startProtected({ behaviour: { on: (visit) => visit.send(401, {}) } });
    const expected = {
      stage: 'handshake',
      code: 'unauthorized',
      message: expect.stringMatching(/^refuses the tokens/),
    };
    for (let round = 0; round < 5; round++) {
      const outcome = await check();
      expect(outcome.failure).toMatchObject(expected);
      expect(judge(outcome, anEndpoint()).verdict).toBe('locked');
      clock.nowMs += MINUTE_MS;
    }
    expect(issuer.visits).toHaveLength(1);
    clock.nowMs += 5 * MINUTE_MS;
    await check();
    expect(issuer.visits).toHaveLength(2);
    // Set back, the clock would take as long to come to the end of the pause.
    clock.nowMs -= 60 * MINUTE_MS;
    await check();
    expect(issuer.visits).toHaveLength(3);
  });

  test('that lacks a scope is told as the server tells it', async () => {
    const challenge = 'Bearer error="insufficient_scope", scope="tools.read"';
    const { issuer, check } = await startProtected({
      behaviour: { on: (visit) => visit.send(403, { 'www-authenticate': challenge }) },
    });
    const outcome = await check();
    expect(outcome.failure).toMatchObject({ stage: 'handshake', code: 'forbidden' });
    expect(outcome.challenge).toMatchObject({ error: 'insufficient_scope', scopes: ['tools.read'] });
    expect(issuer.visits).toHaveLength(1);
  });
});

describe('no token', () => {
  const cases: [name: string, onToken: (visit: TokenVisit) => void, says: string | RegExp][] = [
    ['an error nobody knows', (visit) => visit.send(400, { error: 'own_word' }), /refused the request \(HTTP 400\)$/],
    ['a refused scope', (visit) => visit.send(400, { error: 'invalid_scope' }), /refused the scope \(invalid_scope\)$/],
    [
      'a refusal with HTTP 200',
      (visit) => visit.send(200, { error: 'unauthorized_client' }),
      /refused the client \(unauthorized_client\)$/,
    ],
    ['401 without a word', (visit) => visit.send(401, ''), /refused the client \(HTTP 401\)$/],
    ['404', (visit) => visit.send(404, 'no'), /refused the request \(HTTP 404\)$/],
    ['500', (visit) => visit.send(500, 'oops'), /fails \(HTTP 500\)$/],
    ['429', (visit) => visit.send(429, {}, { 'retry-after': '90' }), /asks to be called less often \(HTTP 429\)$/],
    ['a page', (visit) => visit.send(200, '<html>login</html>', { 'content-type': 'text/html' }), /not JSON$/],
    ['no token in it', (visit) => visit.send(200, {}), /answers without a token$/],
    [
      'a token that would smuggle',
      (visit) => visit.send(200, { access_token: 'a\r\nHost: b' }),
      /no header can carry$/,
    ],
    [
      'a token of another kind',
      (visit) => visit.send(200, { access_token: 'abcdef', token_type: 'DPoP' }),
      /of a kind that Rollcall cannot use$/,
    ],
    ['a body without end', (visit) => pour(visit.response, '"'.repeat(65_536)), /answers with more than 64 KiB$/],
    ['brackets', (visit) => visit.send(200, '['.repeat(60_000)), /not JSON$/],
    [
      'a redirect elsewhere',
      (visit) => visit.send(307, '', { location: 'http://127.0.0.1:9/token' }),
      /redirects to another host \(HTTP 307\)$/,
    ],
    [
      'a redirect that loses the request',
      (visit) => visit.send(302, '', { location: '/login' }),
      /redirects POST requests in a way that loses them/,
    ],
    [
      'a connection that breaks',
      (visit) => visit.request.socket.destroy(),
      /cannot be reached \(the connection was closed before an answer\)$/,
    ],
    ['no answer', () => {}, /did not answer in time$/],
    [
      'half an answer',
      (visit) => void visit.response.writeHead(200).write('{"access_token":'),
      /did not answer in time$/,
    ],
  ];
  test.each(cases)('because of %s', async (_name, onToken, says) => {
    const { issuer, check } = await startProtected({ timeoutMs: 1_600 });
    issuer.onToken = onToken;
    for (let round = 1; round <= 2; round++) {
      const outcome = await check();
      expect(outcome.failure).toMatchObject({ stage: 'handshake', code: 'unauthorized' });
      expect(outcome.failure?.message).toMatch(/^no token, since the authorization server /);
      expect(outcome.failure?.message).toMatch(says);
      expect(judge(outcome, anEndpoint()).verdict).toBe('locked');
      expect(outcome.challenge?.realm, 'what the server said to a stranger').toBe('tools');
    }
  });

  test('because of a wrong secret, which is never repeated', async () => {
    const { issuer, check } = await startProtected({ auth: { clientSecret: 'wrong-but-secret' } });
    const outcome = await check();
    expect(outcome.failure?.message).toBe(
      'no token, since the authorization server refused the client (invalid_client)',
    );
    expect(outcome.failure?.detail).toBe('HTTP 401: invalid_client: no such client: [redacted]');
    expect(JSON.stringify(outcome)).not.toContain('wrong-but-secret');
    expect(issuer.visits).toEqual(['POST /token', 'POST /token']);
  });

  test('because nobody is there', async () => {
    const { issuer, check } = await startProtected();
    await issuer.close();
    expect((await check()).failure?.message).toBe(
      'no token, since the authorization server cannot be reached (connection refused)',
    );
  });

  test('because the address is never called', async () => {
    const { check } = await startProtected({ auth: { tokenUrl: 'http://10.9.8.7/token' }, denyHosts: ['10.0.0.0/8'] });
    expect((await check()).failure?.message).toMatch(/on the list of networks that are never called/);
  });

  test('stays away for as long as it was asked to', async () => {
    const { issuer, check } = await startProtected();
    issuer.onToken = (visit) => visit.send(429, {}, { 'retry-after': '90' });
    expect((await check()).retryAfterMs).toBe(90_000);
  });

  test('does not hide that the server is down', async () => {
    const { issuer, server, check } = await startProtected({ refuse: (visit) => visit.send(503, {}) });
    issuer.onToken = (visit) => visit.send(500, '');
    expect((await check()).failure).toMatchObject({ stage: 'reach', code: 'http_server_error' });
    await server.close();
    expect((await check()).failure).toMatchObject({ stage: 'reach', code: 'refused' });
  });

  test('locks even where strangers are let in, and shows nothing of what they see', async () => {
    const tool = { name: 'read', inputSchema: { type: 'object' }, annotations: { readOnlyHint: true } };
    const { issuer, server, check } = await startProtected({
      behaviour: { tools: [tool] },
      canary: { tool: 'read', arguments: {} },
      refuse: (visit) => visit.proceed(),
    });
    issuer.onToken = (visit) => visit.send(500, '');
    expect(await check()).toMatchObject({ failure: { code: 'unauthorized' }, catalogue: null, canary: null });
    expect(server.visits).not.toContain('POST tools/call');
  });

  test('is mended by the next check', async () => {
    const { issuer, check } = await startProtected();
    issuer.onToken = (visit) => visit.send(503, '');
    expect((await check()).failure?.code).toBe('unauthorized');
    issuer.onToken = null;
    expect((await check()).failure).toBeNull();
  });
});
