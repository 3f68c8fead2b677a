import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ResolvedChannel } from '@/lib/config/channels/resolve-channels';
import { createLogger } from '@/lib/log/logger';
import { createHeart } from '@/lib/runtime/send-heartbeats';
import { answering, type HttpReceiver, startHttpReceiver } from '@/tests/fixtures/receivers/http-receiver';

let receiver: HttpReceiver;
let lines: string[];
let shutdown: AbortController;

beforeEach(async () => {
  receiver = await startHttpReceiver();
  lines = [];
  shutdown = new AbortController();
});

afterEach(() => receiver[Symbol.asyncDispose]());

function watchdog(url = `${receiver.url}/ping?key=s3cret-key`): ResolvedChannel {
  return {
    name: 'watchdog',
    type: 'heartbeat',
    config: { type: 'heartbeat', url, method: 'POST' },
    problem: null,
    secrets: [],
  };
}

function heart(channels: ResolvedChannel[]) {
  const log = createLogger('test', { write: (line) => void lines.push(line) });
  const options = { channels: () => channels, denyHosts: [], userAgent: 'Rollcall/test', now: Date.now };
  return createHeart({ ...options, signal: shutdown.signal, log });
}

describe('heartbeats', () => {
  test('are called once a round, and nothing else is', async () => {
    const off = { ...watchdog(), name: 'off', config: null, problem: 'HEARTBEAT_URL is not set' };
    const webhook: ResolvedChannel = {
      ...watchdog(),
      name: 'oncall',
      type: 'webhook',
      config: { type: 'webhook', url: receiver.url, secret: 'whsec_c2VjcmV0', headers: {} },
    };
    const beat = heart([watchdog(), off, webhook]);
    await beat();
    await beat();
    expect(receiver.received.map(({ method }) => method)).toEqual(['POST', 'POST']);
    expect(lines).toEqual([]);
    await vi.waitFor(() => expect(receiver.sockets.size).toBe(0));
  });

  test('that fail are logged without their address', async () => {
    receiver.behaviour = answering(500, 'broken');
    await heart([watchdog()])();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"channel":"watchdog"');
    expect(lines[0]).not.toContain('s3cret-key');
  });

  test('end with our own shutdown, without a word', async () => {
    receiver.behaviour = () => {};
    const round = heart([watchdog()])();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(1));
    shutdown.abort(new Error('Rollcall is stopping'));
    await round;
    expect(lines).toEqual([]);
  });
});
