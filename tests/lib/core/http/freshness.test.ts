import { expect, test } from 'vitest';
import { type Freshness, freshnessOf, type News } from '@/lib/core/http/freshness';

test.each<[string, News, { ageMs: number; tookMs: number }, Freshness]>([
  ['just made, nothing happened', 'none', { ageMs: 0, tookMs: 10 }, 'fresh'],
  ['nothing happened for a while', 'none', { ageMs: 4_999, tookMs: 10 }, 'fresh'],
  ['the clock went on', 'none', { ageMs: 5_000, tookMs: 10 }, 'ageing'],
  ['nobody asked for long', 'none', { ageMs: 6_000, tookMs: 10 }, 'stale'],
  ['a call, cheap to draw', 'call', { ageMs: 999, tookMs: 10 }, 'fresh'],
  ['a call a second ago, cheap to draw', 'call', { ageMs: 1_000, tookMs: 10 }, 'ageing'],
  ['a call, dear to draw', 'call', { ageMs: 1_999, tookMs: 40 }, 'fresh'],
  ['a call, dear to draw, due', 'call', { ageMs: 2_000, tookMs: 40 }, 'ageing'],
  ['a call, very dear to draw', 'call', { ageMs: 4_999, tookMs: 900 }, 'fresh'],
  ['a call, very dear to draw, due', 'call', { ageMs: 5_000, tookMs: 900 }, 'ageing'],
  ['another status', 'status', { ageMs: 999, tookMs: 900 }, 'fresh'],
  ['another status, due', 'status', { ageMs: 1_000, tookMs: 900 }, 'ageing'],
  ['another status, nobody asked', 'status', { ageMs: 2_000, tookMs: 900 }, 'stale'],
  ['somebody posted', 'word', { ageMs: 0, tookMs: 10 }, 'stale'],
])('%s', (_, news, { ageMs, tookMs }, expected) => {
  expect(freshnessOf({ ageMs, tookMs, news })).toBe(expected);
});
