// E-mail to a real mail server on loopback: what arrives, over which connection, and every way of refusing it.
import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { ChannelOf } from '@/lib/config/settings/channel-schema';
import type { DeliveryCode } from '@/lib/core/alert/delivery';
import { alertOf, billing, happenings, opened, resolved } from '@/tests/fixtures/alerts';
import { smtpReceiverEachTest } from '@/tests/fixtures/receivers/each-test';
import { sendTo } from '@/tests/fixtures/receivers/send-to';
import type { SmtpSettings } from '@/tests/fixtures/receivers/smtp-receiver';
import { NOW } from '@/tests/fixtures/views';

const given = smtpReceiverEachTest();

function email(settings: Partial<ChannelOf<'email'>> = {}): ChannelOf<'email'> {
  const { port } = given.receiver;
  return { type: 'email', host: '127.0.0.1', port, from: 'status@acme.example', to: 'ops@acme.example', ...settings };
}

/** Headers of the newest mail, unfolded, by lower case name. */
function headers(): Record<string, string> {
  const [head = ''] = given.receiver.mails.at(-1)?.source.split('\r\n\r\n') ?? [];
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(
    lines.map((line) => [line.split(':', 1)[0]?.toLowerCase() ?? '', line.replace(/^[^:]*:\s*/, '')]),
  );
}

test('arrives as text and HTML, to be read by people and left alone by programs', async () => {
  const delivery = await sendTo(email({ to: ['ops@acme.example', 'ann@acme.example'] }), { now: () => NOW });
  expect(delivery).toEqual({
    kind: 'delivered',
    receipt: { messageId: '<msg_4f1d2c@acme.example>' },
    answer: '250 2.0.0 queued as 4F1D2C',
  });
  const [mail] = given.receiver.mails;
  expect(mail).toMatchObject({ from: 'status@acme.example', to: ['ops@acme.example', 'ann@acme.example'] });
  expect(headers()).toMatchObject({
    from: 'Acme tools <status@acme.example>',
    to: 'ops@acme.example, ann@acme.example',
    subject: 'warehouse is degraded: iam_credentials ExpiredToken, since 13:41',
    date: 'Sun, 22 Nov 2026 13:03:23 +0000',
    'message-id': '<msg_4f1d2c@acme.example>',
    'list-id': '"Acme tools" <rollcall.acme.example>',
    'auto-submitted': 'auto-generated',
    'x-auto-response-suppress': 'All',
    'content-type': expect.stringMatching(/^multipart\/alternative;/),
  });
  expect(mail?.source).toContain('\r\nContent-Type: text/plain; charset=utf-8\r\n');
  expect(mail?.source).toContain('\r\nContent-Type: text/html; charset=utf-8\r\n');
  expect(mail?.source).toContain('The protocol answers; /health says: iam_credentials: ExpiredToken.\r\n');
});

test('the mails of one outage hang together, with and without a receipt of the first', async () => {
  const first = await sendTo(email());
  const thread = headers()['in-reply-to'];
  const previous = first.kind === 'delivered' ? first.receipt : null;
  const last = await sendTo(email(), { message: alertOf(resolved, { id: 'msg_2' }), previous });
  expect(headers()).toMatchObject({ 'in-reply-to': '<msg_4f1d2c@acme.example>', 'message-id': '<msg_2@acme.example>' });
  expect(headers().references).toBe(`${thread} <msg_4f1d2c@acme.example>`);
  expect(last).toMatchObject({ receipt: previous });
  await sendTo(email(), { message: alertOf(happenings.outage_worsened, { id: 'msg_3' }) });
  expect(headers()['in-reply-to']).toBe(thread);
  await sendTo(email(), { message: alertOf(happenings.network_lost, { id: 'msg_4' }) });
  expect(headers()['in-reply-to']).not.toBe(thread);
});

test('what is critical is marked, what is not is not', async () => {
  await sendTo(email(), { message: alertOf({ ...opened, servers: [billing] }) });
  expect(headers()).toMatchObject({ importance: 'High' });
  await sendTo(email());
  expect(headers()).not.toHaveProperty('importance');
});

test.each([
  ['a title', { title: 'x\r\nBcc: everybody@example.com', group: null, slug: 'x' }],
  ['a title with a stop of its own', { title: '.\r\nQUIT\r\n', group: '\r\n.\r\nMAIL FROM:<a@b>', slug: 'x' }],
])('%s cannot write headers or commands', async (_, server) => {
  const page = { title: 'Acme\r\nBcc: everybody@example.com', timezone: 'UTC', url: null };
  const message = alertOf({ ...opened, servers: [{ ...billing, ...server }] }, { page });
  await sendTo(email(), { message: { ...message, sentences: [...message.sentences, '.', '. .', '..'] } });
  expect(headers()).not.toHaveProperty('bcc');
  expect(given.receiver.commands).toEqual(['EHLO', 'MAIL', 'RCPT', 'DATA']);
  expect(given.receiver.mails).toHaveLength(1);
  expect(given.receiver.mails[0]?.source).toContain('\r\n.\r\n. .\r\n..\r\n');
});

test('letters of any script arrive', async () => {
  const page = { title: 'Werkzeuge für Zürich', timezone: 'UTC', url: null };
  await sendTo(email(), { message: alertOf({ ...opened, servers: [{ ...billing, title: '倉庫 🏭' }] }, { page }) });
  expect(headers().subject).toMatch(/^=\?UTF-8\?[BQ]\?/i);
  expect(headers().from).toMatch(/^=\?UTF-8\?Q\?Werkzeuge_f/i);
});

describe('the connection', () => {
  async function wasEncrypted(
    settings: SmtpSettings,
    channel: Partial<ChannelOf<'email'>> = {},
  ): Promise<boolean | DeliveryCode> {
    Object.assign(given.receiver.settings, settings);
    const delivery = await sendTo(email({ host: 'localhost', ...channel }));
    return delivery.kind === 'failed' ? delivery.code : (given.receiver.mails[0]?.wasEncrypted ?? false);
  }

  test('is encrypted if offered, and plain if not', async () => {
    expect(await wasEncrypted({})).toBe(false);
  });

  test.each([
    ['starttls', { tls: 'starttls' }],
    ['a password', { user: 'rollcall', password: 'hunter2' }],
  ] as const)('with %s is not made where no encryption is offered', async (_, channel) => {
    given.receiver.settings.offersAuth = true;
    const delivery = await sendTo(email(channel));
    expect(delivery).toMatchObject({ code: 'tls_failed', answer: 'it offers no TLS: 502 5.5.1 not known' });
    expect(given.receiver.commands).not.toContain('AUTH');
  });

  test.each(['starttls', 'if-offered'] as const)(
    'with %s trusts no certificate that nobody vouches for',
    async (tls) => {
      expect(await wasEncrypted({ offersTls: true }, { tls })).toBe('tls_failed');
      expect(given.receiver.mails).toEqual([]);
    },
  );

  test('is plain when told so, though encryption is offered', async () => {
    expect(await wasEncrypted({ offersTls: true }, { tls: 'off' })).toBe(false);
  });

  test('logs in', async () => {
    Object.assign(given.receiver.settings, { offersAuth: true });
    await sendTo(email({ user: 'rollcall', password: 'hunter2', tls: 'off' }));
    const { port } = given.receiver;
    const url = `smtp://roll%40call:p%3Aw@127.0.0.1:${port}`;
    await sendTo({ type: 'email', url, from: 'status@acme.example', to: 'ops@acme.example', tls: 'off' });
    expect(given.receiver.mails.map(({ login }) => login)).toEqual(['rollcall:hunter2', 'roll@call:p:w']);
  });
});

describe('a mail server', () => {
  test.each<[string, SmtpSettings['replies'], DeliveryCode, boolean, string]>([
    ['knows no such sender', { MAIL: '550 5.7.1 not you' }, 'refused', true, '550 5.7.1 not you'],
    ['takes nothing from us', { greeting: '554 5.7.1 go away' }, 'refused', true, '554 5.7.1 go away'],
    ['finds the mail too large', { body: '552 5.3.4 too big.' }, 'refused', true, '552 5.3.4 too big'],
    ['asks to come back', { RCPT: '451 4.7.1 greylisted' }, 'busy', false, '451 4.7.1 greylisted'],
    ['is full', { body: '452 4.3.1 disk full' }, 'busy', false, '452 4.3.1 disk full'],
    ['is about to stop', { greeting: '421 4.3.2 shutting down' }, 'busy', false, '421 4.3.2 shutting down'],
    ['lost count', { MAIL: '503 5.5.1 bad sequence' }, 'busy', false, '503 5.5.1 bad sequence'],
    ['wants a login', { MAIL: '530 5.7.0 log in first' }, 'unauthorized', true, '530 5.7.0 log in first'],
    ['is none', { greeting: 'HTTP/1.1 400 Bad Request' }, 'invalid_answer', false, ''],
    ['hangs up', { EHLO: 'reset' }, 'unreachable', false, ''],
    ['hangs up instead of taking the mail', { body: 'reset' }, 'unreachable', false, ''],
  ])('that %s', async (_, replies, code, isPermanent, answer) => {
    Object.assign(given.receiver.settings, { replies });
    const delivery = await sendTo(email());
    expect(delivery).toMatchObject({ kind: 'failed', code, isPermanent, answer: expect.stringContaining(answer) });
    expect(given.receiver.mails).toEqual([]);
  });

  test('that refuses the password', async () => {
    Object.assign(given.receiver.settings, {
      offersAuth: true,
      replies: { AUTH: '535 5.7.8 hunter2hunter2 is wrong' },
    });
    const delivery = await sendTo(email({ user: 'rollcall', password: 'hunter2hunter2', tls: 'off' }));
    expect(delivery).toMatchObject({
      code: 'unauthorized',
      isPermanent: true,
      answer: '535 5.7.8 [redacted] is wrong',
    });
  });

  test('that cannot check the password now', async () => {
    Object.assign(given.receiver.settings, { offersAuth: true, replies: { AUTH: '454 4.7.0 try again' } });
    const delivery = await sendTo(email({ user: 'rollcall', password: 'hunter2hunter2', tls: 'off' }));
    expect(delivery).toMatchObject({ code: 'busy', isPermanent: false });
  });

  test.each(['greeting', 'EHLO', 'MAIL', 'RCPT', 'body'] as const)('that falls silent at %s', async (step) => {
    Object.assign(given.receiver.settings, { replies: { [step]: 'hang' } });
    const delivery = await sendTo(email(), { deadlineMs: 400 });
    expect(delivery).toMatchObject({ code: 'timeout', isPermanent: false, answer: 'no answer within 0.4 s' });
  });

  test('that knows one recipient of two has the mail, and says which one', async () => {
    Object.assign(given.receiver.settings, { unknown: ['gone@acme.example'] });
    const delivery = await sendTo(email({ to: ['ops@acme.example', 'gone@acme.example'] }));
    expect(delivery).toMatchObject({
      kind: 'delivered',
      answer: '250 2.0.0 queued as 4F1D2C, but not for gone@acme.example',
    });
    expect(await sendTo(email({ to: 'gone@acme.example' }))).toMatchObject({ code: 'refused', isPermanent: true });
  });

  test('that may not be called is not called', async () => {
    const blocked = { code: 'blocked', isPermanent: true };
    expect(await sendTo(email(), { denied: (host) => host === '127.0.0.1' })).toMatchObject(blocked);
    const byName = sendTo(email({ host: 'localhost' }), { denied: (host) => /^(127\.|::1)/.test(host) });
    expect(await byName).toMatchObject(blocked);
    expect(given.receiver.commands).toEqual([]);
  });

  test('leaves nothing on the signal that lives as long as Rollcall', async () => {
    const { signal } = new AbortController();
    await sendTo(email(), { signal });
    given.receiver.settings.replies = { MAIL: '550 no' };
    await sendTo(email(), { signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('that is waited for when Rollcall stops: the attempt throws', async () => {
    const stopping = new AbortController();
    const reason = new Error('Rollcall is stopping');
    Object.assign(given.receiver.settings, { replies: { RCPT: 'hang' } });
    const sending = sendTo(email(), { signal: stopping.signal });
    const failed = expect(sending).rejects.toBe(reason);
    while (!given.receiver.commands.includes('RCPT')) await new Promise((resolve) => setTimeout(resolve, 5));
    stopping.abort(reason);
    await failed;
  });
});

test.each<[Partial<ChannelOf<'email'>>, DeliveryCode]>([
  [{ host: '127.0.0.1', port: 1 }, 'unreachable'],
  [{ url: '${SMTP_URL}' }, 'misconfigured'],
])('no mail server: %o', async (settings, code) => {
  expect(await sendTo(email(settings))).toMatchObject({ kind: 'failed', code });
});
