import { describe, expect, test } from 'vitest';
import { type EndpointEvent, type ExpiryEvent, eventKey, expiryEvent } from '@/lib/core/status/event';
import { DAY_MS, HOUR_MS } from '@/lib/core/time';

const NOW = Date.UTC(2026, 10, 22, 13, 0);
const END = NOW + 5 * DAY_MS;
const told = (beforeMs: number, expiresAt = END): ExpiryEvent => ({ kind: 'token_expiring', expiresAt, beforeMs });

describe('expiryEvent', () => {
  test.each<[string, Parameters<typeof expiryEvent>[1], ExpiryEvent | null]>([
    ['far away', { expiresAt: NOW + 8 * DAY_MS, now: NOW, told: null }, null],
    ['a step is reached', { expiresAt: END, now: NOW, told: null }, told(7 * DAY_MS)],
    ['the step was told', { expiresAt: END, now: NOW, told: told(7 * DAY_MS) }, null],
    ['the next step', { expiresAt: END, now: END - HOUR_MS, told: told(7 * DAY_MS) }, told(DAY_MS)],
    ['over', { expiresAt: END, now: END, told: told(DAY_MS) }, { kind: 'token_expired', expiresAt: END }],
    ['over, and told', { expiresAt: END, now: END + 1, told: { kind: 'token_expired', expiresAt: END } }, null],
    ['a renewed one', { expiresAt: END, now: NOW, told: told(DAY_MS, END - DAY_MS) }, told(7 * DAY_MS)],
  ])('%s', (_case, countdown, expected) => {
    expect(expiryEvent('token', countdown)).toEqual(expected);
  });

  test('a certificate is told of earlier', () => {
    const expected = { kind: 'certificate_expiring', expiresAt: NOW + 20 * DAY_MS, beforeMs: 30 * DAY_MS };
    expect(expiryEvent('certificate', { expiresAt: NOW + 20 * DAY_MS, now: NOW, told: null })).toEqual(expected);
  });
});

describe('eventKey', () => {
  const EVENTS: EndpointEvent[] = [
    told(7 * DAY_MS),
    told(3 * DAY_MS),
    told(7 * DAY_MS, END + 1),
    { kind: 'certificate_expiring', expiresAt: END, beforeMs: 7 * DAY_MS },
    { kind: 'token_expired', expiresAt: END },
    { kind: 'certificate_expired', expiresAt: END },
    { kind: 'credential_rejected', lastAcceptedAt: 1, rejectedSince: 2 },
    { kind: 'credential_rejected', lastAcceptedAt: 1, rejectedSince: 3 },
    { kind: 'credential_accepted', rejectedSince: 2 },
  ];

  test('differs for every happening and endpoint', () => {
    const keys = [1, 2, 11].flatMap((id) => EVENTS.map((event) => eventKey(id, event)));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is the same for the same happening', () => {
    expect(EVENTS.map((event) => eventKey(1, event))).toEqual(EVENTS.map((event) => eventKey(1, { ...event })));
  });
});
