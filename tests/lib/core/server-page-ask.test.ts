import { expect, test } from 'vitest';
import { NOTHING_ASKED, serverPageAsk } from '@/lib/core/server-page-ask';

test.each([
  ['nothing', '', {}],
  ['a stage over 90 days', 'stage=tools&range=90d', { latency: { part: 'tools', range: '90d' } }],
  ['a stage nobody has', 'stage=__proto__&range=1y', {}],
  ['words', 'tool=read%20file', { tool: 'read file' }],
  ['words that turn around', 'tool=a%E2%80%AEb%00c', { tool: 'a b c' }],
  ['a page', 'tools=12', { toolPage: 12 }],
  ['no page', 'tools=-1', {}],
  ['page zero', 'tools=0', {}],
  ['a page beyond all', 'tools=9999', { toolPage: 1_000 }],
  ['a page of a million digits', `tools=${'9'.repeat(1_000_000)}`, {}],
])('asked for %s', (_name, query, asked) => {
  expect(serverPageAsk(new URLSearchParams(query))).toEqual({ ...NOTHING_ASKED, ...asked });
});

test('a search is cut', () => {
  expect(serverPageAsk(new URLSearchParams({ tool: 'x'.repeat(1_000_000) })).tool).toHaveLength(100);
});
