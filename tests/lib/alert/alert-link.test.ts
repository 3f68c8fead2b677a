import { describe, expect, test } from 'vitest';
import { createLinkSigner, LINK_LIFE_MS, readToken, signToken } from '@/lib/alert/alert-link';

const SECRET = 's'.repeat(32);
const NOW = Date.UTC(2026, 10, 22, 13, 0);
const KEY = 'outage:warehouse+2:1795351260000';
const token = signToken(SECRET, { purpose: 'snooze', threadKey: KEY, expiresAt: NOW + 1 });

test('an address leads back to its matter, for a week', () => {
  const { acknowledge, snooze } = createLinkSigner(SECRET)('https://status.acme.example', KEY, NOW);
  const url = new URL(acknowledge ?? '');
  expect(`${url.origin}${url.pathname}`).toBe('https://status.acme.example/alerts/acknowledge');
  const given = url.searchParams.get('token') ?? '';
  expect(readToken(SECRET, given, 'acknowledge', NOW + LINK_LIFE_MS - 1)).toEqual({ ok: true, threadKey: KEY });
  expect(readToken(SECRET, given, 'acknowledge', NOW + LINK_LIFE_MS)).toEqual({ ok: false, code: 'expired' });
  expect(snooze).toMatch(/\/alerts\/snooze\?token=[\w.-]+$/);
});

describe('a token is refused', () => {
  const [body = '', signature = ''] = token.split('.');
  const moved = Buffer.from(`${NOW + 99}.${KEY}`).toString('base64url');
  test.each([
    ['for another purpose', token, 'acknowledge', SECRET],
    ['of another installation', token, 'snooze', 't'.repeat(32)],
    ['that was made to last longer', `${moved}.${signature}`, 'snooze', SECRET],
    ['without a signature', body, 'snooze', SECRET],
    ['with a piece of it', `${body}.${signature.slice(0, 20)}`, 'snooze', SECRET],
    ['with more at its end', `${token}.x`, 'snooze', SECRET],
    ['that is empty', '', 'snooze', SECRET],
    ['that is endless', token.repeat(500), 'snooze', SECRET],
  ] as const)('%s', (_case, given, purpose, secret) => {
    expect(readToken(secret, given, purpose, NOW)).toEqual({ ok: false, code: 'forged' });
  });

  test('the untouched one is not', () => {
    expect(readToken(SECRET, token, 'snooze', NOW)).toEqual({ ok: true, threadKey: KEY });
  });
});
