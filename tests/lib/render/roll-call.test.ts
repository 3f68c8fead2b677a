import { describe, expect, it } from 'vitest';
import { rollCall, rollCallLines } from '@/lib/render/roll-call';
import { overview, PAGES, server } from '@/tests/fixtures/views';

describe('rollCall', () => {
  it.each([
    ['everyone', {}, PAGES.mixed.servers.map(({ slug }) => slug)],
    ['one state', { status: 'down' }, ['github-tools']],
    ['one group', { group: 'Data platform' }, ['warehouse', 'docs-search', 'calendar', 'billing-api', 'notebooks']],
    ['both', { status: 'degraded', group: 'Data platform' }, ['warehouse', 'docs-search']],
    ['nobody', { group: 'data platform' }, []],
  ] as const)('%s', (_case, filter, slugs) => {
    const answer = rollCall(PAGES.mixed, filter);
    expect(answer.servers.map(({ slug }) => slug)).toEqual(slugs);
    expect(answer.status, 'the worst of all, whatever is listed').toBe('down');
  });
});

describe('rollCallLines', () => {
  it('says the same in lines', () => {
    const lines = rollCallLines(rollCall(PAGES.mixed, {})).split('\n');
    expect(lines).toHaveLength(PAGES.mixed.servers.length + 1);
    expect(lines[0]).toBe('Overall: down. 11 servers listed, as of 2026-11-22T13:03:00.000Z.');
    expect(lines[2]).toBe(
      '- github-tools: down since 2026-11-22T12:41:23.000Z, at handshake: initialize answered error -32603 [26 tools]',
    );
    expect(lines[4]).toBe('- tickets: unknown since 2026-11-22T10:03:23.000Z: TICKETS_TOKEN is not set');
  });

  it('names a server by title and slug when they differ', () => {
    const view = overview([server('warehouse', { title: 'The warehouse', since: null, toolCount: null })]);
    expect(rollCallLines(rollCall(view, {}))).toContain('- The warehouse (warehouse): up');
  });
});
