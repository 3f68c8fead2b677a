import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ChannelConfig, channelSchema } from '@/lib/config/settings/channel-schema';
import { parseLeniently } from '@/lib/config/settings/parse-leniently';

const SECRET = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const KEY = 'R0000000000000000000000000000001';

const webhook = { type: 'webhook', url: 'https://hooks.internal/rollcall' };
const email = { type: 'email', host: 'mail.internal', from: 'status@acme.example', to: 'ops@acme.example' };

const SOUND: Record<ChannelConfig['type'], Record<string, unknown>[]> = {
  webhook: [
    webhook,
    { ...webhook, secret: SECRET, headers: { Authorization: 'Bearer abc' } },
    { ...webhook, secret: `whsec_${Buffer.alloc(64).toString('base64')}` },
    { ...webhook, url: '${URL}', secret: '${SECRET:-}', headers: { 'X-Team': '${TEAM}' } },
    { ...webhook, url: 'http://10.0.0.7:8080/x' },
  ],
  slack: [{ type: 'slack', url: 'https://hooks.slack.com/services/T0/B0/x' }],
  teams: [{ type: 'teams', url: 'https://prod-1.westeurope.logic.azure.com:443/workflows/x?sig=y' }],
  discord: [{ type: 'discord', url: 'https://discord.com/api/webhooks/1/x?thread_id=2' }],
  email: [
    email,
    { ...email, to: ['a@acme.example', '${OTHER}'], port: 2525, tls: 'off' },
    { ...email, user: 'rollcall', password: '${PASSWORD}', tls: 'starttls' },
    { type: 'email', url: 'smtps://me:secret@mail.internal:465', from: email.from, to: email.to },
    { type: 'email', url: '${SMTP_URL}', from: '${FROM}', to: email.to },
  ],
  pagerduty: [
    { type: 'pagerduty', routingKey: KEY },
    { type: 'pagerduty', routingKey: '${KEY}', url: 'https://events.eu.pagerduty.com/v2/enqueue' },
  ],
  ntfy: [
    { type: 'ntfy', topic: 'acme-oncall' },
    { type: 'ntfy', topic: '${TOPIC}', url: 'https://ntfy.internal', token: 'tk_x' },
  ],
  heartbeat: [
    { type: 'heartbeat', url: 'https://hc-ping.com/x' },
    { type: 'heartbeat', url: '${PING}', method: 'POST' },
  ],
};

describe.each(Object.entries(SOUND))('a %s channel', (_, settings) => {
  test.each(settings)('is taken as it stands: %o', (setting) => {
    const first = channelSchema.parse(setting);
    expect(first).toMatchObject(setting);
    // It is checked again once it is expanded.
    expect(channelSchema.parse(first)).toEqual(first);
  });

  test('with a key nobody knows is not sound', () => {
    expect(channelSchema.safeParse({ ...settings[0], surplus: 1 }).success).toBe(false);
  });
});

test('what is left out gets its default', () => {
  expect(channelSchema.parse({ type: 'ntfy', topic: 'x' })).toMatchObject({ url: 'https://ntfy.sh' });
  expect(channelSchema.parse(SOUND.heartbeat[0])).toMatchObject({ method: 'GET' });
  expect(channelSchema.parse(SOUND.pagerduty[0])).toMatchObject({ url: 'https://events.pagerduty.com/v2/enqueue' });
});

test.each([
  [
    'an address that is none',
    { ...webhook, url: 'hooks.internal' },
    '"url" must be an http or https URL without user name and password',
  ],
  [
    'a password in a URL',
    { ...webhook, url: 'https://me:pw@hooks.internal/' },
    '"url" must be an http or https URL without user name and password',
  ],
  [
    'a secret without its prefix',
    { ...webhook, secret: 'hunter2' },
    /^"secret" must be whsec_ followed by 24 to 64 bytes/,
  ],
  ['a secret that is too short', { ...webhook, secret: 'whsec_aGVsbG8=' }, /^"secret" must be whsec_/],
  [
    'a header that is ours',
    { ...webhook, headers: { 'Webhook-Id': '1' } },
    '"Webhook-Id" is no header that may be sent',
  ],
  ['a header that steers', { ...webhook, headers: { Host: 'x' } }, '"Host" is no header that may be sent'],
  ['two lines in a header', { ...webhook, headers: { 'X-A': 'a\r\nb' } }, '"X-A" is no header that may be sent'],
  ['a mail server twice', { ...email, url: 'smtp://mail.internal' }, '"oncall" must have either url or host'],
  ['no mail server', { type: 'email', from: email.from, to: email.to }, '"oncall" must have either url or host'],
  ['a user without a password', { ...email, user: 'me' }, '"oncall" must have both user and password, or neither'],
  [
    'a list of recipients in one',
    { ...email, to: 'a@b.example, c@d.example' },
    '"to" must be an e-mail address, such as ops@example.com',
  ],
  ['a recipient with a header', { ...email, to: 'a@b.example\r\nBcc: c@d.example' }, /^"to" must be an e-mail address/],
  [
    'options in a mail URL',
    { type: 'email', url: 'smtp://m?tls.rejectUnauthorized=false', from: email.from, to: email.to },
    /^"url" must be smtp:/,
  ],
  ['a topic with a slash', { type: 'ntfy', topic: 'a/b' }, '"topic" must be 1 to 64 letters, digits, - and _'],
  ['no type', { url: webhook.url }, '"type" is missing'],
  ['a type nobody knows', { type: 'pigeon' }, /^"type" must be one of "webhook", "slack"/],
])('%s is told in words', (_, channel, message) => {
  const { faults } = parseLeniently(z.strictObject({ channels: z.record(z.string(), channelSchema) }), {
    channels: { oncall: channel },
  });
  // Without the url that was left out, something may be missing besides.
  expect(faults[0]?.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
});

test('the JSON Schema describes every kind for editors', () => {
  const schema = z.toJSONSchema(channelSchema, { io: 'input', target: 'draft-2020-12' });
  expect(schema.oneOf).toHaveLength(8);
  expect(JSON.stringify(schema)).not.toContain('hunter2');
});
