import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Asked } from '@/lib/front/plan';
import { createRecall } from '@/lib/front/recall';

function request(url: string, headers: Record<string, string>): IncomingMessage {
  const made = new IncomingMessage(new Socket());
  return Object.assign(made, { method: 'GET', url, headers });
}

const COUNTING = ['host', 'x-forwarded-proto', 'accept', 'accept-encoding', 'if-none-match', 'rsc'];
const SECRET = ['authorization', 'next-router-prefetch'];
const headers = fc.dictionary(fc.constantFrom(...COUNTING, ...SECRET, 'cookie'), fc.constantFrom('', '1', '=', 'x'));

test('what is remembered is what would be decided anew, for any requests in any order', () => {
  const decide = (asked: Asked) => JSON.stringify(asked);
  const requests = fc.array(fc.tuple(fc.constantFrom('/', '/a', '/a 1'), headers));
  fc.assert(
    fc.property(requests, (all) => {
      const recall = createRecall(decide);
      for (const [url, given] of all) {
        expect(recall(request(url, given))).toBe(createRecall(decide)(request(url, given)));
      }
    }),
  );
});

test('decides once, hands no secret on, and does not grow with what people make up', () => {
  let decisions = 0;
  const seen: Asked[] = [];
  const recall = createRecall((asked) => {
    seen.push(asked);
    return ++decisions;
  });
  recall(request('/', { cookie: 'session=1', authorization: 'Bearer secret' }));
  recall(request('/', { cookie: 'session=2', authorization: 'Bearer other' }));
  expect([decisions, JSON.stringify(seen)]).toEqual([1, expect.not.stringMatching(/session|secret/)]);
  for (let made = 0; made < 5_000; made++) recall(request(`/?${made}`, {}));
  recall(request('/', { authorization: 'Bearer secret' }));
  expect(decisions).toBe(5_002);
});

test('what a proxy asked its visitors for is none of ours, and makes nobody wait for an answer of his own', () => {
  const recall = createRecall(({ headers: { authorization } }: Asked) => authorization ?? null);
  const given = (authorization: string) => recall(request('/', { authorization }));
  expect(['Basic dTpw', 'Negotiate x', '', 'bearers'].map(given)).toEqual([null, null, null, null]);
  expect(given('Bearer x')).toBe(given('bearer y'));
  expect(given('Bearer x')).not.toBeNull();
});
