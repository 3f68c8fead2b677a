import { beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import * as schema from '@/db/schema';
import type { Challenge } from '@/lib/core/failure';
import type { Outcome } from '@/lib/core/outcome';
import { MINUTE_MS, SECOND_MS } from '@/lib/core/time';
import { readTranscripts } from '@/lib/reads/transcripts';
import { memoryDb } from '@/tests/database';
import { answered, failed, UNAUTHORIZED } from '@/tests/fixtures/endpoints';
import { enroll, type Roll } from '@/tests/fixtures/visits';

const T0 = Date.UTC(2026, 10, 22, 13, 0);
const CHALLENGE: Challenge = {
  scheme: 'Bearer',
  realm: 'vault',
  scopes: ['read'],
  resourceMetadataUrl: null,
  authorizationServers: [],
  error: null,
};

let db: Db;
let roll: Roll;

beforeEach(() => {
  db = memoryDb();
  roll = enroll(db, T0);
});

const logged = (text: string, outcome: Outcome = answered()): Outcome => ({
  ...outcome,
  transcript: [{ offsetMs: 1, direction: 'out', text }],
});
const read = () => readTranscripts(roll.id, db);
const texts = () => Object.fromEntries(Object.entries(read()).map(([key, kept]) => [key, kept?.lines[0]?.text]));

test('nothing is known before the first check', () => {
  expect(read()).toEqual({ last: null, lastGood: null, lastFailing: null });
});

test('the last check and the last failing one are kept, each with what was said beside it', () => {
  roll.visit(T0, logged('good'));
  expect(texts()).toEqual({ last: 'good', lastGood: 'good', lastFailing: undefined });
  roll.visit(T0 + MINUTE_MS, { ...logged('refused', failed(UNAUTHORIZED)), challenge: CHALLENGE, stderrTail: 'oops' });
  expect(texts()).toEqual({ last: 'refused', lastGood: 'good', lastFailing: 'refused' });
  expect(read().last).toEqual({
    at: T0 + MINUTE_MS,
    verdict: 'locked',
    failure: UNAUTHORIZED,
    lines: [{ offsetMs: 1, direction: 'out', text: 'refused' }],
    stderrTail: 'oops',
    challenge: CHALLENGE,
  });
  roll.visit(T0 + 2 * MINUTE_MS, logged('good again'));
  expect(texts()).toEqual({ last: 'good again', lastGood: 'good again', lastFailing: 'refused' });
});

test('a run of good checks is written every ten minutes, a run of failing ones each time', () => {
  for (let minute = 0; minute <= 10; minute++) {
    roll.visit(T0 + minute * MINUTE_MS, logged(`good ${minute}`));
    if (minute === 9) expect(texts().last).toBe('good 0');
  }
  expect(texts().last).toBe('good 10');
  for (const second of [5, 15, 60])
    roll.visit(T0 + 11 * MINUTE_MS + second * SECOND_MS, logged(`bad ${second}`, failed()));
  expect(texts()).toEqual({ last: 'bad 60', lastGood: 'good 10', lastFailing: 'bad 60' });
  expect(db.select().from(schema.transcripts).all()).toHaveLength(2);
});

test('a talkative server fills no more than its share', () => {
  const transcript = Array.from({ length: 201 }, (_, index) => ({
    offsetMs: index,
    direction: 'in' as const,
    text: '\u{1f418}'.repeat(250),
  }));
  roll.visit(T0, { ...failed(), transcript, stderrTail: '\u{1f418}'.repeat(8_192) });
  const [row] = db.$client
    .prepare(
      'select length(cast(lines as blob)) as lines, length(cast(stderr_tail as blob)) as stderr from transcripts',
    )
    .all();
  expect(row).toEqual({ lines: expect.any(Number), stderr: 8 * 1024 });
  expect(Reflect.get(row ?? {}, 'lines')).toBeLessThanOrEqual(32 * 1024);
});

test('goes with its endpoint', () => {
  roll.visit(T0, logged('good'));
  db.delete(schema.endpoints).run();
  expect(db.select().from(schema.transcripts).all()).toEqual([]);
});
