// What breaks below HTTP: names, TCP, TLS, and what is not HTTP at all.
import type { Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { FailureCode } from '@/lib/core/failure';
import type { Outcome } from '@/lib/core/outcome';
import { createProber } from '@/lib/probe/probe';
import { anEndpoint } from '@/tests/fixtures/endpoints';
import { type Certificate, pem, type RawServer, startRawServer, startTlsServer } from '@/tests/fixtures/raw-server';

async function checkTwice(url: string, expectEach: (outcome: Outcome) => void, timeoutMs = 5_000): Promise<void> {
  const prober = createProber({ userAgent: 'Rollcall/1.0', denyHosts: [] });
  onTestFinished(() => prober.close());
  const endpoint = anEndpoint({
    target: { kind: 'http', url, headers: {}, dialect: 'auto' },
    policy: { ...anEndpoint().policy, timeoutMs },
  });
  for (let round = 1; round <= 2; round++) expectEach(await prober.probe(endpoint, new AbortController().signal));
}

async function expectNothingLeft(server: RawServer): Promise<void> {
  await expect.poll(() => server.sockets.size, { message: 'open sockets' }).toBe(0);
}

describe('TCP', () => {
  test.each<[string, (socket: Socket) => void, FailureCode, RegExp]>([
    [
      'speaks first, like a mail server',
      (socket) => socket.write('220 mail.example ESMTP\r\n'),
      'http_invalid',
      /not answer in HTTP/,
    ],
    [
      'speaks TLS',
      (socket) => socket.write(Buffer.from('160303007a020000', 'hex')),
      'http_invalid',
      /not answer in HTTP/,
    ],
    ['says random bytes', (socket) => socket.write(Buffer.alloc(2_000, 0xa5)), 'http_invalid', /not answer in HTTP/],
    ['hangs up at once', (socket) => socket.destroy(), 'reset', /closed before an answer/],
    ['hangs up after the request', (socket) => socket.once('data', () => socket.destroy()), 'reset', /closed/],
    ['resets', (socket) => socket.once('data', () => socket.resetAndDestroy()), 'reset', /closed before an answer/],
    [
      'ends within the headers',
      (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-ty'),
      'reset',
      /closed before an answer/,
    ],
    [
      'has a bad status line',
      (socket) => socket.write('HTTP/1.1 abc OK\r\n\r\n'),
      'http_invalid',
      /not answer in HTTP/,
    ],
    [
      'has a bad header',
      (socket) => socket.write('HTTP/1.1 200 OK\r\nbad header\r\n\r\n'),
      'http_invalid',
      /not answer in HTTP/,
    ],
    [
      'has two lengths',
      (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n'),
      'http_invalid',
      /another length/,
    ],
    ['sends headers without end', pourHeaders, 'http_invalid', /16 KiB of headers/],
  ])('%s', async (_name, greet, code, says) => {
    const server = await startRawServer(greet);
    onTestFinished(() => server.close());
    await checkTwice(`http://127.0.0.1:${server.port}/mcp`, ({ failure }) => {
      expect(failure).toMatchObject({ stage: 'reach', code });
      expect(failure?.message).toMatch(says);
    });
    await expectNothingLeft(server);
  });

  test('accepts and never speaks', async () => {
    const server = await startRawServer(() => {});
    onTestFinished(() => server.close());
    const url = `http://127.0.0.1:${server.port}/mcp`;
    await checkTwice(url, ({ failure }) => expect(failure).toMatchObject({ stage: 'reach', code: 'timeout' }), 400);
    await expectNothingLeft(server);
  });

  test('nobody listens', async () => {
    const server = await startRawServer(() => {});
    await server.close();
    await checkTwice(`http://127.0.0.1:${server.port}/mcp`, ({ failure, timings, latencyMs }) => {
      expect(failure).toMatchObject({ stage: 'reach', code: 'refused', message: 'connection refused' });
      expect(failure?.detail).toContain(String(server.port));
      expect([timings.reach, latencyMs]).toEqual([null, null]);
    });
  });

  test('nobody listens on either family of localhost', async () => {
    const server = await startRawServer(() => {});
    await server.close();
    const expectRefused = ({ failure }: Outcome) => expect(failure?.code).toBe('refused');
    await checkTwice(`http://localhost:${server.port}/mcp`, expectRefused);
  });

  test('no such name', async () => {
    await checkTwice('http://no-such-host.invalid/mcp', ({ failure }) => {
      expect(failure?.stage).toBe('reach');
      // A machine without any resolver cannot tell the two apart.
      expect(failure?.code).toMatch(/^dns_(not_found|failed)$/);
      expect(failure?.message).not.toContain('no-such-host');
    });
  });
});

describe('TLS', () => {
  const known = getCACertificates('default');
  beforeAll(() => setDefaultCACertificates([...known, pem('authority')]));
  afterAll(() => setDefaultCACertificates(known));

  test.each<[Certificate, FailureCode, RegExp]>([
    ['expired', 'tls_expired', /certificate has expired/],
    ['future', 'tls_not_yet_valid', /not valid yet/],
    ['other', 'tls_wrong_host', /for another host/],
    ['selfsigned', 'tls_untrusted', /self-signed/],
  ])('%s', async (certificate, code, says) => {
    const server = await startTlsServer(certificate);
    onTestFinished(() => server.close());
    await checkTwice(`https://localhost:${server.port}/mcp`, ({ failure }) => {
      expect(failure).toMatchObject({ stage: 'reach', code });
      expect(failure?.message).toMatch(says);
    });
    await expectNothingLeft(server);
  });

  test('a good certificate tells when it expires', async () => {
    const server = await startTlsServer('good');
    onTestFinished(() => server.close());
    await checkTwice(`https://localhost:${server.port}/mcp`, ({ failure, certificateExpiresAt }) => {
      expect(failure?.code).toBe('http_server_error');
      expect(certificateExpiresAt).toBe(Date.parse('2125-01-01T00:00:00Z'));
    });
    await expectNothingLeft(server);
  });

  test('https to a server that speaks plain HTTP', async () => {
    const server = await startRawServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad\r\n\r\n')));
    onTestFinished(() => server.close());
    const expectTls = ({ failure }: Outcome) => expect(failure).toMatchObject({ stage: 'reach', code: 'tls_failed' });
    await checkTwice(`https://localhost:${server.port}/mcp`, expectTls);
  });

  test('a handshake that never ends', async () => {
    const server = await startRawServer(() => {});
    onTestFinished(() => server.close());
    const startedMs = performance.now();
    const url = `https://localhost:${server.port}/mcp`;
    const expectLate = ({ failure }: Outcome) =>
      expect(failure).toMatchObject({ stage: 'reach', code: 'connect_timeout' });
    await checkTwice(url, expectLate, 400);
    expect(performance.now() - startedMs).toBeLessThan(2 * (400 + 1_000));
    await expectNothingLeft(server);
  });

  test('http to a server that speaks TLS', async () => {
    const server = await startTlsServer('good');
    onTestFinished(() => server.close());
    await checkTwice(`http://localhost:${server.port}/mcp`, ({ failure }) => expect(failure?.stage).toBe('reach'));
    await expectNothingLeft(server);
  });
});

function pourHeaders(socket: Socket): void {
  socket.write('HTTP/1.1 200 OK\r\n');
  const write = (): void => {
    while (!socket.destroyed && socket.write(`x-${'a'.repeat(1_000)}: 1\r\n`));
    if (!socket.destroyed) socket.once('drain', write);
  };
  write();
}
