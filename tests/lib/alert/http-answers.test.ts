// How real HTTP receivers are read: every answer, every way of not answering, and nothing left behind.
import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { ChannelOf } from '@/lib/config/settings/channel-schema';
import type { DeliveryCode } from '@/lib/core/alert/delivery';
import { startRawServer, startTlsServer } from '@/tests/fixtures/raw-server';
import { httpReceiverEachTest } from '@/tests/fixtures/receivers/each-test';
import { answering, type Behaviour } from '@/tests/fixtures/receivers/http-receiver';
import { sendTo, USER_AGENT } from '@/tests/fixtures/receivers/send-to';

/** Shorter than any person waits, longer than any answer on loopback takes. */
const DEADLINE_MS = 400;

function webhook(url: string): ChannelOf<'webhook'> {
  return { type: 'webhook', url };
}

describe('a receiver', () => {
  const given = httpReceiverEachTest();

  test.each([200, 201, 202, 204])('that answers %i has the alert', async (status) => {
    given.receiver.behaviour = answering(status);
    expect(await sendTo(webhook(given.receiver.url))).toEqual({
      kind: 'delivered',
      receipt: null,
      answer: `HTTP ${status}`,
    });
    expect(given.receiver.received).toHaveLength(1);
    expect(given.receiver.received[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': USER_AGENT,
    });
  });

  test.each<[number, DeliveryCode, 'permanent' | 'passing']>([
    [400, 'refused', 'permanent'],
    [401, 'unauthorized', 'permanent'],
    [403, 'unauthorized', 'permanent'],
    [404, 'gone', 'permanent'],
    [405, 'refused', 'permanent'],
    [408, 'busy', 'passing'],
    [409, 'busy', 'passing'],
    [410, 'gone', 'permanent'],
    [413, 'refused', 'permanent'],
    [422, 'refused', 'permanent'],
    [425, 'busy', 'passing'],
    [429, 'throttled', 'passing'],
    [500, 'server_error', 'passing'],
    [502, 'server_error', 'passing'],
    [503, 'server_error', 'passing'],
    [599, 'server_error', 'passing'],
  ])('that answers %i: %s, %s', async (status, code, lasting) => {
    given.receiver.behaviour = answering(status, 'no thanks.\n');
    expect(await sendTo(webhook(given.receiver.url))).toEqual({
      kind: 'failed',
      isPermanent: lasting === 'permanent',
      retryAfterMs: null,
      code,
      answer: `HTTP ${status} no thanks`,
    });
  });

  test.each([
    ['seconds', '120', 120_000],
    ['a date', 'Sun, 22 Nov 2026 13:05:23 GMT', 120_000],
    ['nonsense', 'later', null],
  ])('is left alone for as long as it asks, in %s', async (_, header, retryAfterMs) => {
    given.receiver.behaviour = answering(429, '', { 'retry-after': header });
    const now = () => Date.UTC(2026, 10, 22, 13, 3, 23);
    expect(await sendTo(webhook(given.receiver.url), { now })).toMatchObject({ code: 'throttled', retryAfterMs });
    given.receiver.behaviour = answering(503, '', { 'retry-after': header });
    expect(await sendTo(webhook(given.receiver.url), { now })).toMatchObject({ code: 'server_error', retryAfterMs });
  });

  test.each([301, 302, 303, 307, 308])('that redirects with %i is not followed', async (status) => {
    given.receiver.behaviour = answering(status, '', { location: 'https://hooks.elsewhere.example/in/s3cr3t?key=v' });
    expect(await sendTo(webhook(given.receiver.url))).toMatchObject({
      isPermanent: true,
      code: 'redirected',
      answer: `HTTP ${status}: it redirects to hooks.elsewhere.example, and redirects are not followed; configure that address`,
    });
    expect(given.receiver.received).toHaveLength(1);
  });

  test.each(['', '/elsewhere', 'http://[', 'javascript:alert(1)'])(
    'that redirects to "%s" is not followed',
    async (location) => {
      given.receiver.behaviour = answering(302, '', { location });
      expect(await sendTo(webhook(given.receiver.url))).toMatchObject({ isPermanent: true, code: 'redirected' });
      expect(given.receiver.received).toHaveLength(1);
    },
  );

  test.each<[string, Behaviour]>([
    ['says nothing', () => {}],
    ['drips headers', (response) => void drip((byte) => response.socket?.write(byte), 'HTTP/1.1 200 OK\r\nx: ')],
  ])('that %s runs out of time', async (_, behaviour) => {
    given.receiver.behaviour = behaviour;
    expect(await sendTo(webhook(given.receiver.url), { deadlineMs: DEADLINE_MS })).toEqual({
      kind: 'failed',
      isPermanent: false,
      retryAfterMs: null,
      code: 'timeout',
      answer: 'no answer within 0.4 s',
    });
  });

  test.each<[string, Behaviour, string]>([
    ['drips', (response) => void drip((byte) => response.write(byte), 'slowly '), 'HTTP 200 slowly'],
    ['breaks off', (response) => response.write('half', () => response.destroy()), 'HTTP 200 half'],
    ['says nothing', (response) => response.flushHeaders(), 'HTTP 200'],
  ])('whose answer %s after its status has the alert all the same', async (_, behaviour, answer) => {
    given.receiver.behaviour = (response, received) => {
      response.writeHead(200);
      behaviour(response, received);
    };
    const delivery = await sendTo(webhook(given.receiver.url), { deadlineMs: DEADLINE_MS });
    expect(delivery).toMatchObject({ kind: 'delivered', answer: expect.stringContaining(answer) });
  });

  test('that answers without end is cut off', async () => {
    let written = 0;
    given.receiver.behaviour = (response) => {
      response.writeHead(500);
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384))) written += 16_384;
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    };
    const delivery = await sendTo(webhook(given.receiver.url));
    expect(delivery).toMatchObject({ code: 'server_error', answer: `HTTP 500 ${'x'.repeat(290)}…` });
    // What the sockets on both sides hold, and no more.
    expect(written).toBeLessThan(32 * 1024 * 1024);
  });

  test('that hides behind compression is not unpacked', async () => {
    given.receiver.behaviour = answering(500, '\u001f\ufffd\b', { 'content-encoding': 'gzip' });
    expect(await sendTo(webhook(given.receiver.url))).toMatchObject({ code: 'server_error' });
  });

  test('that Rollcall may not call is not called', async () => {
    const denied = (host: string) => host === '127.0.0.1';
    const blocked = { code: 'blocked', isPermanent: true };
    expect(await sendTo(webhook(given.receiver.url), { denied })).toMatchObject(blocked);
    // By the address that the name leads to.
    const named = given.receiver.url.replace('127.0.0.1', 'localhost');
    expect(await sendTo(webhook(named), { denied: (host) => /^(127\.|::1)/.test(host) })).toMatchObject(blocked);
    expect(given.receiver.received).toEqual([]);
  });

  test('that is waited for when Rollcall stops: the attempt throws, and can be made again', async () => {
    const stopping = new AbortController();
    const reason = new Error('Rollcall is stopping');
    given.receiver.behaviour = () => stopping.abort(reason);
    await expect(sendTo(webhook(given.receiver.url), { signal: stopping.signal })).rejects.toBe(reason);
    await expect(sendTo(webhook(given.receiver.url), { signal: stopping.signal })).rejects.toBe(reason);
    expect(given.receiver.received).toHaveLength(1);
  });

  test('leaves nothing on the signal that lives as long as Rollcall', async () => {
    const { signal } = new AbortController();
    await sendTo(webhook(given.receiver.url), { signal });
    given.receiver.behaviour = () => {};
    await sendTo(webhook(given.receiver.url), { signal, deadlineMs: 50 });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('that has answered when Rollcall stops has the alert, and gets no second one', async () => {
    const stopping = new AbortController();
    given.receiver.behaviour = (response) => {
      response.writeHead(200);
      response.write('taken', () => setTimeout(() => stopping.abort(new Error('stop')), 50));
    };
    const delivery = await sendTo(webhook(given.receiver.url), { signal: stopping.signal });
    expect(delivery).toMatchObject({ kind: 'delivered', answer: 'HTTP 200 taken' });
  });
});

describe('no receiver', () => {
  test.each<[string, string, DeliveryCode, string]>([
    ['nothing listens', 'http://127.0.0.1:1/hook', 'unreachable', 'connection refused'],
    ['no address', '${ONCALL_URL}', 'misconfigured', 'the url is no web address'],
    ['another protocol', 'ftp://127.0.0.1/hook', 'misconfigured', 'the url is no web address'],
  ])('%s', async (_, url, code, answer) => {
    const delivery = await sendTo(webhook(url));
    expect(delivery).toMatchObject({ kind: 'failed', code, isPermanent: code === 'misconfigured', answer });
  });

  test('a name that nobody has, which may have it again tomorrow', async () => {
    // How long the machine's resolver takes to say so is its own affair.
    const delivery = await sendTo(webhook('http://nowhere.invalid/hook'), { deadlineMs: 2_000 });
    expect(delivery).toMatchObject({ kind: 'failed', isPermanent: false });
  });

  test.each<[string, string, DeliveryCode]>([
    ['resets', '', 'unreachable'],
    ['speaks another protocol', 'SSH-2.0-OpenSSH_9.6\r\n', 'invalid_answer'],
    ['sends headers without end', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}`, 'invalid_answer'],
  ])('a server that %s', async (_, greeting, code) => {
    const server = await startRawServer((socket) => {
      if (greeting === '') socket.once('data', () => socket.resetAndDestroy());
      else socket.write(greeting);
    });
    try {
      const delivery = await sendTo(webhook(`http://127.0.0.1:${server.port}/`), { deadlineMs: 5_000 });
      expect(delivery).toMatchObject({ kind: 'failed', code, isPermanent: false });
    } finally {
      await server.close();
    }
  });

  test('a server with a certificate that nobody vouches for', async () => {
    const server = await startTlsServer('selfsigned');
    try {
      const delivery = await sendTo(webhook(`https://localhost:${server.port}/`));
      expect(delivery).toMatchObject({
        code: 'tls_failed',
        isPermanent: false,
        answer: expect.stringMatching(/certificate/),
      });
    } finally {
      await server.close();
    }
  });

  test('a header that cannot be written', async () => {
    const channel = { ...webhook('http://127.0.0.1:1/'), headers: { 'x-team': 'a\r\nb' } };
    expect(await sendTo(channel)).toMatchObject({ code: 'misconfigured', isPermanent: true });
  });
});

/** A byte every few milliseconds for as long as somebody takes it. */
async function drip(write: (byte: string) => unknown, text: string): Promise<void> {
  for (const byte of text.repeat(3)) {
    write(byte);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
