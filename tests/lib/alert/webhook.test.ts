import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import type { ChannelOf } from '@/lib/config/settings/channel-schema';
import { alertOf, opened } from '@/tests/fixtures/alerts';
import { httpReceiverEachTest } from '@/tests/fixtures/receivers/each-test';
import { answering } from '@/tests/fixtures/receivers/http-receiver';
import { sendTo } from '@/tests/fixtures/receivers/send-to';
import { webhookBody } from '@/tests/fixtures/vendors/webhook-schema';

const SECRET = `whsec_${Buffer.from('twenty-four bytes secret').toString('base64')}`;
const OTHER = `whsec_${Buffer.from('twenty-four other bytes!').toString('base64')}`;

describe('a signed webhook', () => {
  const given = httpReceiverEachTest();

  function channel(secret?: string): ChannelOf<'webhook'> {
    return { type: 'webhook', url: given.receiver.url, ...(secret !== undefined && { secret }) };
  }

  test('passes the check of the library that receivers use', async () => {
    await sendTo(channel(SECRET));
    const [{ body, headers } = { body: '', headers: {} }] = given.receiver.received;
    expect(new Webhook(SECRET).verify(body, headers)).toEqual(JSON.parse(body));
    expect(webhookBody.safeParse(JSON.parse(body)).error).toBeUndefined();
  });

  test('fails it for another secret, and for a body that somebody changed', async () => {
    await sendTo(channel(SECRET));
    const [{ body, headers } = { body: '', headers: {} }] = given.receiver.received;
    expect(() => new Webhook(OTHER).verify(body, headers)).toThrow('No matching signature found');
    expect(() => new Webhook(SECRET).verify(body.replace('high', 'low'), headers)).toThrow('No matching signature');
  });

  test('keeps its id in a second attempt, and gets a new time and signature', async () => {
    given.receiver.behaviour = answering(500);
    const start = Date.now();
    await sendTo(channel(SECRET), { now: () => start });
    await sendTo(channel(SECRET), { now: () => start + 60_000 });
    const [first, second] = given.receiver.received.map(({ headers }) => headers);
    expect(second?.['webhook-id']).toBe(first?.['webhook-id']);
    expect(Number(second?.['webhook-timestamp']) - Number(first?.['webhook-timestamp'])).toBe(60);
    expect(second?.['webhook-signature']).not.toBe(first?.['webhook-signature']);
    expect(given.receiver.received[0]?.body).toBe(given.receiver.received[1]?.body);
  });

  test('is signed over the text that is sent, whatever letters it has', async () => {
    const server = { slug: 'zürich', title: 'Zürich 🏔', group: '"ganz" <oben>\\' };
    await sendTo(channel(SECRET), { message: { ...alertOf(opened), servers: [server] } });
    const [{ body, headers } = { body: '', headers: {} }] = given.receiver.received;
    expect(new Webhook(SECRET).verify(body, headers)).toMatchObject({ data: { servers: [server] } });
  });

  test('carries the headers it was given, and none of them twice', async () => {
    await sendTo({ ...channel(SECRET), headers: { Authorization: 'Bearer abc', 'X-Team': 'data' } });
    expect(given.receiver.received[0]?.headers).toMatchObject({ authorization: 'Bearer abc', 'x-team': 'data' });
    expect(given.receiver.received[0]?.headers['content-type']).toBe('application/json');
  });

  test('goes unsigned without a secret, and says so by having no signature', async () => {
    await sendTo(channel());
    expect(given.receiver.received[0]?.headers).not.toHaveProperty('webhook-signature');
    expect(given.receiver.received[0]?.headers).toMatchObject({ 'webhook-id': 'msg_4f1d2c' });
  });

  test('is not sent with a secret that cannot be used', async () => {
    expect(await sendTo(channel('whsec_not base64!'))).toMatchObject({ code: 'misconfigured', isPermanent: true });
    expect(given.receiver.received).toEqual([]);
  });

  test('whose receiver echoes everything leaves no secret in the answer', async () => {
    given.receiver.behaviour = (response, { body, headers }) => {
      response.writeHead(400).end(`${headers.authorization} ${headers['x-team']} ${SECRET} ${body}`);
    };
    const url = `${given.receiver.url}/T0AB12CD34?key=abcdef`;
    const headers = { Authorization: 'Bearer s3cr3t-t0ken', 'X-Team': 'hunter2hunter2' };
    const delivery = await sendTo({ ...channel(SECRET), url, headers }, { message: alertOf(opened) });
    expect(delivery.answer).toMatch(/^HTTP 400 \[redacted\] \[redacted\] \[redacted\] \{"type":"outage\.opened"/);
    for (const secret of ['s3cr3t', 'hunter2', SECRET, 'c2lnbmVk']) expect(delivery.answer).not.toContain(secret);
    expect(delivery.answer.length).toBeLessThanOrEqual(300);
  });
});
