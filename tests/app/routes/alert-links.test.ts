import { beforeEach, describe, expect, test, vi } from 'vitest';
import { POST as acknowledge, GET as showAcknowledge } from '@/app/alerts/acknowledge/route';
import { GET as showSnooze, POST as snooze } from '@/app/alerts/snooze/route';
import { openDb } from '@/db/client';
import * as schema from '@/db/schema';
import { createLinkSigner, signToken } from '@/lib/alert/alert-link';
import type { Alerting } from '@/lib/core/alert/alert-route';
import { HOUR_MS, MINUTE_MS } from '@/lib/core/time';
import { tellNews } from '@/lib/engine/alert/tell-news';
import { forget } from '@/lib/once/once';
import { freshDataFolder } from '@/tests/fixtures/data-folder';
import { answered, failed } from '@/tests/fixtures/endpoints';
import { enroll, type Roll } from '@/tests/fixtures/visits';

const SECRET = 'a secret of at least 32 characters';
const signLinks = createLinkSigner(SECRET);
const alerting: Alerting = {
  page: { title: 'Acme', timezone: 'UTC', url: 'http://rollcall.test' },
  channels: ['chat'],
  routes: null,
};

freshDataFolder();
let roll: Roll;
let addresses: { acknowledge: string; snooze: string };

beforeEach(() => {
  vi.stubEnv('ROLLCALL_SECRET', SECRET);
  forget('alert-link-secret');
  const start = Date.now() - HOUR_MS;
  roll = enroll(openDb(), start, { title: 'ware<b>house' });
  roll.alerting = alerting;
  visit(failed(), 10);
  const key = thread()?.key ?? '';
  const { acknowledge: taken, snooze: later } = signLinks('http://rollcall.test', key, Date.now());
  addresses = { acknowledge: taken ?? '', snooze: later ?? '' };
});

function visit(outcome: ReturnType<typeof failed>, minute: number): void {
  for (const more of [0, 1, 2]) roll.visit(Date.now() - HOUR_MS + (minute + more) * MINUTE_MS, outcome);
}

const thread = () => openDb().select().from(schema.threads).get();
const events = () =>
  openDb()
    .select()
    .from(schema.alerts)
    .all()
    .map(({ event }) => event);
const tell = () => tellNews(openDb(), { alerting, signLinks }, Date.now());
const open = (address: string, body?: string) =>
  new Request(address, body === undefined ? {} : { method: 'POST', body });

test('looking at a link changes nothing, whoever looks', async () => {
  const page = await showAcknowledge(open(addresses.acknowledge));
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(html).toContain('ware&lt;b&gt;house is down: connection refused, since');
  expect(html).toContain('<form method="post"><button>Acknowledge</button></form>');
  expect(html).toContain('noindex');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('cache-control')).toBe('no-store');
  await showSnooze(open(addresses.snooze));
  expect(thread()).toMatchObject({ acknowledgedAt: null, snoozedUntil: null });
});

test('acknowledging is told to whoever heard of it, once', async () => {
  const done = await acknowledge(open(addresses.acknowledge, ''));
  expect(await done.text()).toContain('You have acknowledged it');
  expect(thread()).toMatchObject({ acknowledgedAt: expect.any(Number), acknowledgedBy: null });
  const again = await acknowledge(open(addresses.acknowledge, ''));
  expect(again.status).toBe(409);
  expect(await again.text()).toContain('It was acknowledged at');
  tell();
  expect(events()).toEqual(['outage_opened', 'outage_acknowledged']);
  expect(
    openDb()
      .select()
      .from(schema.deliveries)
      .all()
      .map(({ channel }) => channel),
  ).toEqual(['chat', 'chat']);
  expect(await (await showSnooze(open(addresses.snooze))).text()).not.toContain('<form');
});

test('snoozing takes one of the offered spans', async () => {
  const before = Date.now();
  const done = await snooze(open(addresses.snooze, `for=${4 * HOUR_MS}`));
  expect(await done.text()).toContain('Snoozed until');
  expect((thread()?.snoozedUntil ?? 0) - before).toBeGreaterThanOrEqual(4 * HOUR_MS);
  await snooze(open(addresses.snooze, 'for=99999999999999'));
  expect((thread()?.snoozedUntil ?? 0) - before).toBeLessThan(2 * HOUR_MS);
  expect(await (await showSnooze(open(addresses.snooze))).text()).toContain('It is snoozed until');
});

test('what is over says so', async () => {
  visit(answered(), 20);
  const page = await acknowledge(open(addresses.acknowledge, ''));
  expect(page.status).toBe(409);
  expect(await page.text()).toContain('It is over since');
  expect(thread()?.acknowledgedAt).toBeNull();
});

describe('a link that does not hold', () => {
  const token = (expiresAt: number, threadKey = thread()?.key ?? '') =>
    `http://rollcall.test/alerts/acknowledge?token=${signToken(SECRET, { purpose: 'acknowledge', threadKey, expiresAt })}`;

  test.each([
    ['is forged', () => `${addresses.acknowledge}x`, 404, 'This link does not work'],
    ['has no token', () => 'http://rollcall.test/alerts/acknowledge', 404, 'This link does not work'],
    ['is for another purpose', () => addresses.snooze, 404, 'This link does not work'],
    ['has run out', () => token(Date.now()), 410, 'This link has run out'],
    [
      'is about what was forgotten',
      () => token(Date.now() + HOUR_MS, 'outage:gone:1'),
      404,
      'Nothing is known of this',
    ],
  ])('because it %s acknowledges nothing', async (_case, address, status, words) => {
    const page = await acknowledge(open(address(), ''));
    expect(page.status).toBe(status);
    expect(await page.text()).toContain(words);
    expect(thread()?.acknowledgedAt).toBeNull();
  });
});

test('a link is used so often a minute and no oftener', async () => {
  const statuses = new Set<number>();
  for (let i = 0; i < 70; i++) statuses.add((await showSnooze(open(addresses.snooze))).status);
  expect(statuses).toContain(429);
});
