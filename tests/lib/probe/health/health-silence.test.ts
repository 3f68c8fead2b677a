import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readHealth } from '@/lib/probe/health/health-reading';
import { startCheck } from '@/tests/fixtures/check-context';
import { healthTarget, prepareHealthReadings } from '@/tests/fixtures/health/health-readings';
import { answerWith, startHealthServer, startRawServer } from '@/tests/fixtures/health/health-server';

const { serve, readTwice } = prepareHealthReadings();

describe('what does not answer', () => {
  it.each<[string, (socket: Socket) => void, number | null, string, string]>([
    ['a silence', () => {}, null, 'timeout', '/health did not answer within 0.4 s'],
    [
      'a drip',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n');
        const timer = setInterval(() => socket.write('1\r\n{\r\n'), 20);
        socket.once('close', () => clearInterval(timer));
      },
      200,
      'timeout',
      '/health did not finish its answer within 0.4 s',
    ],
    [
      'a broken connection',
      (socket) => void socket.once('data', () => socket.resetAndDestroy()),
      null,
      'reset',
      '/health cannot be reached: the connection was closed before an answer',
    ],
    [
      'something else than HTTP',
      (socket) => void socket.once('data', () => socket.end('SSH-2.0-OpenSSH_9.6\r\n')),
      null,
      'http_invalid',
      '/health does not answer in HTTP',
    ],
    [
      'a body cut off',
      (socket) =>
        void socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"status":')),
      200,
      'stream_ended',
      '/health broke off its answer',
    ],
  ])('%s', async (_name, onConnection, httpStatus, code, message) => {
    const server = await serve(startRawServer(onConnection));
    for (const reading of await readTwice(server, { timeoutMs: 400 })) {
      expect(reading.failure).toMatchObject({ stage: 'dependencies', code, message });
      expect(reading).toMatchObject({ httpStatus, dependencies: [] });
    }
  });

  it('a closed port', async () => {
    const server = await startHealthServer(answerWith(200, ''));
    await server.close();
    for (const { failure } of await readTwice(server)) {
      expect(failure).toMatchObject({ code: 'refused', message: '/health cannot be reached: connection refused' });
    }
  });

  it('a network that is never called', async () => {
    const server = await serve(startHealthServer(answerWith(200, '')));
    for (const { failure } of await readTwice(server, { denyHosts: ['127.0.0.0/8'] })) {
      expect(failure?.code).toBe('blocked');
      expect(failure?.message).toBe(
        '/health cannot be reached: the address is on the list of networks that are never called',
      );
    }
  });

  it('leaves at our own shutdown, and reports nothing', async () => {
    const server = await serve(startRawServer(() => {}));
    const check = startCheck();
    const reason = new Error('shutting down');
    const reading = readHealth(healthTarget(server.url), check.context);
    setTimeout(() => check.shutDown(reason), 50);
    await expect(reading).rejects.toBe(reason);
    check.end();
  });
});
