import { beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import type { Endpoint } from '@/lib/core/endpoint';
import type { Outcome } from '@/lib/core/outcome';
import { DAY_MS, HOUR_MS, MINUTE_MS, type UnixMs } from '@/lib/core/time';
import { memoryDb } from '@/tests/database';
import { anEndpoint, answered, failed, REFUSED, UNAUTHORIZED } from '@/tests/fixtures/endpoints';
import { jwtUntil } from '@/tests/fixtures/jwt';
import { enroll, type Roll } from '@/tests/fixtures/visits';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
let db: Db;
let roll: Roll;

beforeEach(() => {
  db = memoryDb();
  roll = enroll(db, T0);
});

const state = () => db.select().from(schema.endpointStates).get();
const events = () => db.select().from(schema.events).orderBy(schema.events.id).all();
/** "token_expiring +2d": what was told, and how long after the start. */
const story = () => events().map(({ kind, at }) => `${kind} +${(at - T0) / DAY_MS}d`);

function withToken(token: string): Endpoint {
  const headers = { Authorization: `Bearer ${token}` };
  return anEndpoint({ target: { kind: 'http', url: 'https://warehouse.test/mcp', headers, dialect: 'auto' } });
}

/** A visit every half a day. */
function watch(days: number, outcomeAt: (at: UnixMs) => Outcome = () => answered()): void {
  for (let at = T0; at <= T0 + days * DAY_MS; at += DAY_MS / 2) roll.visit(at, outcomeAt(at));
}

describe('a token that runs out', () => {
  test('is told of at 7, 3 and 1 days and at its end, once each', () => {
    roll.endpoint = withToken(jwtUntil(T0 + 9 * DAY_MS));
    watch(12);
    expect(story()).toEqual(['token_expiring +2d', 'token_expiring +6d', 'token_expiring +8d', 'token_expired +9d']);
    expect(events()[0]?.details).toEqual({
      kind: 'token_expiring',
      expiresAt: T0 + 9 * DAY_MS,
      beforeMs: 7 * DAY_MS,
    });
    expect(state()).toMatchObject({ hasCredential: true, credentialExpiresAt: T0 + 9 * DAY_MS });
  });

  test('counts down anew when it is renewed', () => {
    roll.endpoint = withToken(jwtUntil(T0 + 2 * DAY_MS));
    watch(0);
    roll.endpoint = withToken(jwtUntil(T0 + 9 * DAY_MS));
    watch(3);
    expect(story()).toEqual(['token_expiring +0d', 'token_expiring +2d']);
  });

  test('is told of while the server is away', () => {
    roll.endpoint = withToken(jwtUntil(T0 + 2 * DAY_MS));
    watch(0, () => failed(REFUSED));
    expect(story()).toEqual(['token_expiring +0d']);
  });

  test('is stored nowhere, whatever the outcome', () => {
    const token = jwtUntil(T0 + 2 * DAY_MS);
    roll.endpoint = withToken(token);
    for (const [index, outcome] of [answered(), failed(UNAUTHORIZED), failed(REFUSED)].entries()) {
      roll.visit(T0 + index * MINUTE_MS, outcome);
    }
    const dump = Buffer.from(db.$client.serialize()).toString('latin1');
    expect(dump).toContain('token_expiring');
    for (const part of [token, ...token.split('.')]) expect(dump).not.toContain(part);
  });
});

describe('a certificate that runs out', () => {
  const END = T0 + 32 * DAY_MS;

  test('is told of at 30, 14, 7 and 1 days and at its end, once each', () => {
    // Once it has ended nobody gets as far as seeing it.
    watch(34, (at) => (at < END ? answered(['query'], { certificateExpiresAt: END }) : failed(REFUSED)));
    const steps = [2, 18, 25, 31].map((day) => `certificate_expiring +${day}d`);
    expect(story()).toEqual([...steps, 'certificate_expired +32d']);
  });

  test('is forgotten when the server answers without one', () => {
    roll.visit(T0, answered(['query'], { certificateExpiresAt: END }));
    roll.visit(T0 + MINUTE_MS, failed(REFUSED));
    expect(state()?.certificateExpiresAt).toBe(END);
    roll.visit(T0 + 2 * MINUTE_MS, answered());
    expect(state()?.certificateExpiresAt).toBeNull();
  });

  test('of two replicas that differ each step is told once', () => {
    const ends = [T0 + 5 * DAY_MS, T0 + 6 * DAY_MS];
    for (let minute = 0; minute < 10; minute++) {
      const certificateExpiresAt = ends[minute % 2] ?? null;
      roll.visit(T0 + minute * MINUTE_MS, answered(['query'], { certificateExpiresAt }));
    }
    expect(story()).toHaveLength(2);
  });
});

describe('a credential', () => {
  /** As many visits as it takes to confirm. */
  function confirm(at: UnixMs, outcome: Outcome): void {
    for (let minute = 0; minute < 3; minute++) roll.visit(at + minute * MINUTE_MS, outcome);
  }
  const kinds = () => events().map(({ kind }) => kind);

  beforeEach(() => {
    roll.endpoint = withToken('opaque');
  });

  test('that was accepted and is rejected is told of once confirmed, and so is its return', () => {
    confirm(T0, answered());
    const at = T0 + HOUR_MS;
    roll.visit(at, failed(UNAUTHORIZED));
    roll.visit(at + MINUTE_MS, failed(UNAUTHORIZED));
    expect(kinds()).toEqual([]);
    roll.visit(at + 2 * MINUTE_MS, failed(UNAUTHORIZED));
    const lastAcceptedAt = T0 + 2 * MINUTE_MS;
    expect(events()[0]?.details).toEqual({ kind: 'credential_rejected', lastAcceptedAt, rejectedSince: at });
    expect(state()).toMatchObject({ status: 'locked', lastAcceptedAt, rejectedSince: at });
    confirm(at + HOUR_MS, failed(UNAUTHORIZED));
    confirm(at + 2 * HOUR_MS, answered());
    confirm(at + 3 * HOUR_MS, answered());
    expect(kinds()).toEqual(['credential_rejected', 'credential_accepted']);
    expect(state()).toMatchObject({ status: 'up', rejectedSince: null });
  });

  test('that returns by way of an outage is told of too', () => {
    confirm(T0, answered());
    confirm(T0 + HOUR_MS, failed(UNAUTHORIZED));
    confirm(T0 + 2 * HOUR_MS, failed(REFUSED));
    confirm(T0 + 3 * HOUR_MS, answered());
    expect(kinds()).toEqual(['credential_rejected', 'credential_accepted']);
  });

  test.each<[string, () => void]>([
    ['was never accepted', () => {}],
    ['was never given', () => Object.assign(roll, { endpoint: anEndpoint() })],
    [
      'was taken away after the server was open',
      () => {
        confirm(T0, answered());
        roll.endpoint = anEndpoint();
      },
    ],
  ])('that %s is no news', (_case, prepare) => {
    prepare();
    confirm(T0 + HOUR_MS, failed(UNAUTHORIZED));
    confirm(T0 + 2 * HOUR_MS, answered());
    expect(kinds()).toEqual([]);
  });

  test('that is rejected again is told of again', () => {
    for (let hour = 0; hour < 4; hour++) confirm(T0 + hour * HOUR_MS, hour % 2 ? failed(UNAUTHORIZED) : answered());
    expect(kinds()).toEqual(['credential_rejected', 'credential_accepted', 'credential_rejected']);
  });
});
