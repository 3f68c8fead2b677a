// The canary call of an entry.
import { describe, expect, it } from 'vitest';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();

function load(canary: unknown, entry: object = { url: 'https://a.test/mcp' }) {
  folder.write('mcp.json', { mcpServers: { a: entry } });
  folder.write('rollcall.json', { endpoints: { a: { canary } } });
  const { endpoints, problems } = folder.load();
  return { endpoint: endpoints[0], problems };
}

describe('canary', () => {
  it.each<[string, object]>([
    ['a tool alone', { tool: 'ping', arguments: {} }],
    [
      'everything',
      {
        tool: 'query',
        arguments: { sql: 'select ${x}', deep: [{ a: null }] },
        iKnowItIsSafe: true,
        expect: { contains: 'ok', pointer: '/rows/0', equals: null, schema: { type: 'null' } },
      },
    ],
  ])('is taken as it is written: %s', (_case, canary) => {
    expect(load(canary)).toMatchObject({ problems: [], endpoint: { problem: null } });
    expect(load(canary).endpoint?.canary).toEqual(canary);
  });

  it('needs no arguments', () => {
    expect(load({ tool: 'ping' }).endpoint?.canary).toEqual({ tool: 'ping', arguments: {} });
  });

  it('works for programs too', () => {
    expect(load({ tool: 'ping' }, { command: 'x' }).endpoint?.canary?.tool).toBe('ping');
  });

  it('with a schema that is none is left out, and the server watched', () => {
    const { endpoint, problems } = load({ tool: 'ping', expect: { schema: { type: 'no such type' } } });
    expect(endpoint).toMatchObject({ problem: null, canary: null });
    expect(problems).toMatchObject([{ severity: 'warning', path: 'endpoints.a.canary.expect.schema' }]);
    expect(problems[0]?.message).toMatch(/^canary is left out: its schema cannot be used \(/);
  });

  it('of a health URL is ignored', () => {
    const entry = { rollcall: { type: 'health', health: 'https://a.test/health' } };
    expect(load({ tool: 'ping' }, entry)).toMatchObject({
      endpoint: { problem: null, canary: null },
      problems: [{ message: 'canary is ignored, since a health URL has no tools' }],
    });
  });

  it.each<[string, unknown, string, string]>([
    ['no tool', { arguments: {} }, 'error', 'endpoints.a.canary.tool'],
    ['arguments that are a list', { tool: 'x', arguments: [] }, 'error', 'endpoints.a.canary.arguments'],
    [
      'a pointer that is none',
      { tool: 'x', expect: { pointer: 'rows' } },
      'error',
      'endpoints.a.canary.expect.pointer',
    ],
    ['a slip of the keyboard', { tool: 'x', iKnowItsSafe: true }, 'warning', 'endpoints.a.canary.iKnowItsSafe'],
  ])('is told with its place for %s', (_case, canary, severity, path) => {
    expect(load(canary).problems).toMatchObject([{ severity, path }]);
  });
});
