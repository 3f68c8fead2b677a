// Slack, Teams, Discord, ntfy and PagerDuty: what reaches the receiver, and how each vendor's own answers are read.
import { describe, expect, test } from 'vitest';
import type { ChannelConfig } from '@/lib/config/settings/channel-schema';
import type { DeliveryCode } from '@/lib/core/alert/delivery';
import { alertOf, happenings, opened, resolved } from '@/tests/fixtures/alerts';
import { httpReceiverEachTest } from '@/tests/fixtures/receivers/each-test';
import { answering } from '@/tests/fixtures/receivers/http-receiver';
import { sendTo } from '@/tests/fixtures/receivers/send-to';
import { discordMessage } from '@/tests/fixtures/vendors/discord-schema';
import { ntfyPublish } from '@/tests/fixtures/vendors/ntfy-schema';
import { pagerdutyEvent } from '@/tests/fixtures/vendors/pagerduty-schema';
import { slackMessage } from '@/tests/fixtures/vendors/slack-schema';
import { teamsMessage } from '@/tests/fixtures/vendors/teams-schema';

const KEY = 'R0000000000000000000000000000001';

const given = httpReceiverEachTest();

function posted(): unknown {
  return JSON.parse(given.receiver.received.at(-1)?.body ?? 'null');
}

const CHANNELS = {
  slack: (url: string): ChannelConfig => ({ type: 'slack', url }),
  teams: (url: string): ChannelConfig => ({ type: 'teams', url }),
  discord: (url: string): ChannelConfig => ({ type: 'discord', url }),
  pagerduty: (url: string): ChannelConfig => ({ type: 'pagerduty', url, routingKey: KEY }),
  ntfy: (url: string): ChannelConfig => ({ type: 'ntfy', url, topic: 'acme-oncall', token: 'tk_s3cr3t' }),
} as const;

test.each([
  ['slack', slackMessage],
  ['teams', teamsMessage],
  ['discord', discordMessage],
  ['pagerduty', pagerdutyEvent],
  ['ntfy', ntfyPublish],
] as const)('%s gets what its documentation asks for', async (type, schema) => {
  const delivery = await sendTo(CHANNELS[type](given.receiver.url));
  expect(delivery.kind).toBe('delivered');
  expect(given.receiver.received).toMatchObject([{ method: 'POST', headers: { 'content-type': 'application/json' } }]);
  expect(schema.safeParse(posted()).error).toBeUndefined();
});

describe('Slack', () => {
  test.each<[number, string, DeliveryCode, boolean]>([
    [404, 'no_service', 'gone', true],
    [500, 'no_service', 'gone', true],
    [410, 'channel_is_archived', 'gone', true],
    [403, 'channel_is_archived\n', 'gone', true],
    [403, 'invalid_token', 'unauthorized', true],
    [403, 'action_prohibited', 'unauthorized', true],
    [400, 'invalid_blocks', 'refused', true],
    [500, 'rollup_error', 'server_error', false],
    [429, 'rate_limited', 'throttled', false],
    [500, 'toString', 'server_error', false],
    [502, '<html>bad gateway</html>', 'server_error', false],
  ])('%i %s', async (status, word, code, isPermanent) => {
    given.receiver.behaviour = answering(status, word, { 'retry-after': '30' });
    const delivery = await sendTo(CHANNELS.slack(given.receiver.url));
    expect(delivery).toMatchObject({ code, isPermanent, answer: `HTTP ${status} ${word.trim()}` });
  });
});

describe('Teams', () => {
  test.each<[number, DeliveryCode]>([
    [429, 'throttled'],
    [500, 'server_error'],
    [413, 'refused'],
  ])('a failure %i that hides behind 200', async (hidden, code) => {
    const text = `Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error ${hidden} with ContextId x`;
    given.receiver.behaviour = answering(200, text);
    expect(await sendTo(CHANNELS.teams(given.receiver.url))).toMatchObject({ kind: 'failed', code });
  });

  test.each([
    [202, ''],
    [200, '1'],
  ])('%i "%s" is a delivery', async (status, text) => {
    given.receiver.behaviour = answering(status, text);
    expect(await sendTo(CHANNELS.teams(given.receiver.url))).toMatchObject({ kind: 'delivered' });
  });
});

describe('Discord', () => {
  const created = answering(200, JSON.stringify({ id: '1234567890123456789', type: 0 }));
  const previous = { messageId: '1234567890123456789' };

  test('says which message it made', async () => {
    given.receiver.behaviour = created;
    const delivery = await sendTo(CHANNELS.discord(`${given.receiver.url}?thread_id=42`));
    expect(delivery).toMatchObject({ kind: 'delivered', receipt: previous });
    expect(given.receiver.received[0]?.path).toBe('/hook?thread_id=42&wait=true');
  });

  test.each(['', 'null', '[]', '{"id":7}', '{"id":"../../x"}', '<html>'])(
    'an answer of %s is a delivery without a receipt',
    async (text) => {
      given.receiver.behaviour = answering(200, text);
      expect(await sendTo(CHANNELS.discord(given.receiver.url))).toMatchObject({ kind: 'delivered', receipt: null });
    },
  );

  test.each(['outage_resolved', 'network_back', 'outage_acknowledged'] as const)(
    '%s edits the message before it',
    async (event) => {
      given.receiver.behaviour = created;
      const message = alertOf(happenings[event]);
      const delivery = await sendTo(CHANNELS.discord(`${given.receiver.url}?thread_id=42`), { message, previous });
      expect(delivery).toMatchObject({ kind: 'delivered', receipt: previous });
      expect(given.receiver.received).toMatchObject([
        { method: 'PATCH', path: `/hook/messages/${previous.messageId}?thread_id=42` },
      ]);
      expect(discordMessage.safeParse(posted()).error).toBeUndefined();
    },
  );

  test('worse news is a message of its own, since an edit rings nowhere', async () => {
    given.receiver.behaviour = created;
    await sendTo(CHANNELS.discord(given.receiver.url), { message: alertOf(happenings.outage_worsened), previous });
    expect(given.receiver.received).toMatchObject([{ method: 'POST' }]);
  });

  test('a message that somebody deleted is followed by a new one', async () => {
    given.receiver.behaviour = (response, { method }) => {
      if (method === 'PATCH') response.writeHead(404).end('{"message":"Unknown Message","code":10008}');
      else response.writeHead(200).end('{"id":"99"}');
    };
    const delivery = await sendTo(CHANNELS.discord(given.receiver.url), { message: alertOf(resolved), previous });
    expect(delivery).toMatchObject({ kind: 'delivered', receipt: { messageId: '99' } });
    expect(given.receiver.received.map(({ method }) => method)).toEqual(['PATCH', 'POST']);
  });

  test('a recovery whose beginning is not known is a message of its own', async () => {
    given.receiver.behaviour = created;
    await sendTo(CHANNELS.discord(given.receiver.url), { message: alertOf(resolved) });
    await sendTo(CHANNELS.discord(given.receiver.url), { message: alertOf(resolved), previous: { messageId: '../7' } });
    expect(given.receiver.received.map(({ method }) => method)).toEqual(['POST', 'POST']);
  });

  test('an edit that fails otherwise is tried again as an edit', async () => {
    given.receiver.behaviour = answering(500);
    const delivery = await sendTo(CHANNELS.discord(given.receiver.url), { message: alertOf(resolved), previous });
    expect(delivery).toMatchObject({ code: 'server_error' });
    expect(given.receiver.received).toHaveLength(1);
  });

  test.each([
    ['{"message":"You are being rate limited.","retry_after":0.653,"global":false}', '1', 653],
    ['{"retry_after":-1}', '3', 3_000],
    ['{"retry_after":"soon"}', '3', 3_000],
    ['not JSON', '3', 3_000],
    ['{"retry_after":9e99}', '3', 86_400_000],
  ])('429 with %s', async (text, header, retryAfterMs) => {
    given.receiver.behaviour = answering(429, text, { 'retry-after': header });
    expect(await sendTo(CHANNELS.discord(given.receiver.url))).toMatchObject({ code: 'throttled', retryAfterMs });
  });
});

describe('PagerDuty', () => {
  test('opens, acknowledges and resolves one alert by its key', async () => {
    given.receiver.behaviour = answering(202, '{"status":"success","message":"Event processed","dedup_key":"x"}');
    const key = alertOf(opened).dedupKey;
    for (const event of ['outage_opened', 'outage_worsened', 'outage_acknowledged', 'outage_resolved'] as const) {
      const delivery = await sendTo(CHANNELS.pagerduty(given.receiver.url), { message: alertOf(happenings[event]) });
      expect(delivery).toMatchObject({ kind: 'delivered', receipt: { messageId: key } });
    }
    const events = given.receiver.received.map(({ body }) => JSON.parse(body));
    expect(events.map((event) => event.event_action)).toEqual(['trigger', 'trigger', 'acknowledge', 'resolve']);
    expect(new Set(events.map((event) => event.dedup_key))).toEqual(new Set([key]));
  });

  test('its key is not in the answer that repeats it', async () => {
    given.receiver.behaviour = answering(400, `{"status":"invalid event","errors":["routing_key ${KEY} is invalid"]}`);
    const delivery = await sendTo(CHANNELS.pagerduty(given.receiver.url));
    expect(delivery).toMatchObject({
      code: 'refused',
      isPermanent: true,
      answer: expect.stringContaining('invalid event'),
    });
    expect(delivery.answer).not.toContain(KEY);
  });
});

describe('ntfy', () => {
  test('gets the token, and the topic in the body', async () => {
    await sendTo(CHANNELS.ntfy(given.receiver.url));
    expect(given.receiver.received[0]?.headers.authorization).toBe('Bearer tk_s3cr3t');
    expect(posted()).toMatchObject({ topic: 'acme-oncall', priority: 4 });
  });

  test('without a token sends none', async () => {
    await sendTo({ type: 'ntfy', url: given.receiver.url, topic: 'acme-oncall' });
    expect(given.receiver.received[0]?.headers).not.toHaveProperty('authorization');
  });

  test('its topic, which opens it to everyone, is not in the answer', async () => {
    given.receiver.behaviour = answering(403, '{"code":40301,"http":403,"error":"forbidden: acme-oncall tk_s3cr3t"}');
    const delivery = await sendTo(CHANNELS.ntfy(given.receiver.url));
    expect(delivery.answer).toBe('HTTP 403 {"code":40301,"http":403,"error":"forbidden: [redacted] [redacted]"}');
  });
});

describe('a heartbeat', () => {
  test.each(['GET', 'POST'] as const)('is a %s without a body', async (method) => {
    const delivery = await sendTo({ type: 'heartbeat', url: given.receiver.url, method });
    expect(delivery).toEqual({ kind: 'delivered', receipt: null, answer: 'HTTP 200 ok' });
    expect(given.receiver.received).toMatchObject([{ method, path: '/hook', body: '' }]);
  });

  test('that is refused says so', async () => {
    given.receiver.behaviour = answering(404, 'not found');
    const url = `${given.receiver.url}/5f1d7a84-db01-4de6-8d4f-000000000000`;
    const delivery = await sendTo({ type: 'heartbeat', url, method: 'GET' });
    expect(delivery).toMatchObject({ kind: 'failed', code: 'gone' });
  });
});
