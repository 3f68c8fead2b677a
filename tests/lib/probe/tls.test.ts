// Whom an endpoint trusts over TLS: authorities of its own, or anyone.
import { describe, expect, onTestFinished, test } from 'vitest';
import { DEFAULT_TLS, type TlsTrust } from '@/lib/core/endpoint';
import type { FailureCode } from '@/lib/core/failure';
import type { Outcome } from '@/lib/core/outcome';
import { createProber } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { startMcpServer } from '@/tests/fixtures/mcp-server';
import { CLIENT } from '@/tests/fixtures/oauth/protected-server';
import { type Certificate, pem, startTlsServer } from '@/tests/fixtures/raw-server';

/** One check a trust, by one prober, of a server that is up as far as TLS goes and then answers with 503. */
async function check(certificate: Certificate, ...trusts: TlsTrust[]): Promise<Outcome[]> {
  const server = await startTlsServer(certificate);
  const prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [] });
  onTestFinished(async () => {
    await prober.close();
    await expect.poll(() => server.sockets.size, { message: 'open sockets' }).toBe(0);
    await server.close();
  });
  const url = `https://localhost:${server.port}/`;
  const outcomes: Outcome[] = [];
  for (const tls of trusts) {
    const endpoint = anEndpoint({
      target: { kind: 'http', url, headers: {}, dialect: 'auto' },
      health: { url, headers: {}, required: false, public: false },
      tls,
    });
    outcomes.push(await prober.probe(endpoint, new AbortController().signal));
  }
  return outcomes;
}

const trusting = (...names: string[]): TlsTrust => ({ ca: names.map(pem).join('\n'), insecure: false });
const ANYONE: TlsTrust = { ca: null, insecure: true };
const ENDS: Record<Certificate, string> = {
  good: '2125-01-01',
  expired: '2021-01-01',
  future: '2125-01-01',
  other: '2125-01-01',
  selfsigned: '2126-10-29',
};

describe('TLS of one endpoint', () => {
  test.each<[string, Certificate, TlsTrust, FailureCode]>([
    ['a self-signed certificate, trusted', 'selfsigned', trusting('selfsigned'), 'http_server_error'],
    ['a self-signed certificate', 'selfsigned', DEFAULT_TLS, 'tls_untrusted'],
    ['an authority of the house, trusted', 'good', trusting('authority'), 'http_server_error'],
    ['an authority of the house', 'good', DEFAULT_TLS, 'tls_untrusted'],
    ['another authority is trusted', 'good', trusting('selfsigned'), 'tls_untrusted'],
    ['two are trusted', 'good', trusting('selfsigned', 'authority'), 'http_server_error'],
    ['trusted, but of another host', 'other', trusting('authority'), 'tls_wrong_host'],
    ['trusted, but expired', 'expired', trusting('authority'), 'tls_expired'],
    ['trusted, but not valid yet', 'future', trusting('authority'), 'tls_not_yet_valid'],
    ['self-signed, and anyone will do', 'selfsigned', ANYONE, 'http_server_error'],
    ['expired, and anyone will do', 'expired', ANYONE, 'http_server_error'],
    ['of another host, and anyone will do', 'other', ANYONE, 'http_server_error'],
  ])('%s', async (_name, certificate, tls, code) => {
    const [first, second] = await check(certificate, tls, tls);
    for (const outcome of [first, second]) {
      expect(outcome?.failure).toMatchObject({ stage: 'reach', code });
      expect(outcome?.health?.failure?.code).toBe(code === 'http_server_error' ? 'health_failed' : code);
      // Also when it is refused: that is when people want to know.
      const end = new Date(outcome?.certificateExpiresAt ?? 0).toISOString();
      expect(end.slice(0, 10)).toBe(ENDS[certificate]);
    }
  });

  test('whom one endpoint trusts, another does not', async () => {
    const outcomes = await check('good', trusting('authority'), DEFAULT_TLS, ANYONE, DEFAULT_TLS);
    expect(outcomes.map(({ failure }) => failure?.code)).toEqual([
      'http_server_error',
      'tls_untrusted',
      'http_server_error',
      'tls_untrusted',
    ]);
  });

  test('a health URL alone tells when its certificate ends', async () => {
    const server = await startTlsServer('expired');
    const prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [] });
    for (const open of [prober, server]) onTestFinished(() => open.close());
    const health = { url: `https://localhost:${server.port}/`, headers: {}, required: false, public: false };
    const endpoint = anEndpoint({ type: 'health', target: { kind: 'health' }, health, tls: trusting('authority') });
    const outcome = await prober.probe(endpoint, new AbortController().signal);
    expect(outcome.health?.failure?.code).toBe('tls_expired');
    expect(outcome.certificateExpiresAt).toBe(Date.parse('2021-01-01T00:00:00Z'));
  });

  test.each<[string, TlsTrust, RegExp]>([
    ['trusted', trusting('authority'), /the authorization server fails \(HTTP 503\)/],
    [
      'not trusted',
      DEFAULT_TLS,
      /the authorization server cannot be reached \(the issuer of the certificate is unknown, or its chain incomplete\)/,
    ],
    ['anyone will do', ANYONE, /the authorization server fails \(HTTP 503\)/],
  ])('holds for its authorization server: %s', async (_name, tls, says) => {
    const issuer = await startTlsServer('good');
    const server = await startMcpServer({ on: (visit) => visit.send(401, {}) });
    const prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [] });
    for (const open of [prober, issuer, server]) onTestFinished(() => open.close());
    const endpoint = anEndpoint({
      target: { kind: 'http', url: server.url, headers: {}, dialect: 'auto' },
      auth: { ...CLIENT, tokenUrl: `https://localhost:${issuer.port}/token` },
      tls,
    });
    const { failure, certificateExpiresAt } = await prober.probe(endpoint, new AbortController().signal);
    expect(failure?.message).toMatch(says);
    expect(certificateExpiresAt, 'of the server alone').toBeNull();
  });

  test('administrators read whom a certificate is for', async () => {
    const [outcome] = await check('other', trusting('authority'));
    expect(outcome?.failure?.message).toBe('the certificate is for another host');
    expect(outcome?.failure?.detail).toContain('DNS:other.example');
  });
});
