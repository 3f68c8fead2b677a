// Whatever stands in the files, the loader gives endpoints that are safe to work with.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoadedConfig } from '@/lib/config/load-config';
import { comingWindows } from '@/lib/config/maintenance/coming-windows';
import { DAY_MS } from '@/lib/core/time';
import { temporaryConfig } from './config-folder';

const folder = temporaryConfig();
const FILES = [
  'rollcall.json',
  'mcp.json',
  'b.mcp.json',
  '.vscode/mcp.json',
  '.kiro/settings/mcp.json',
  'opencode.json',
];
const env = { SET: 'value', TOKEN: 's3cret' };

const word = fc.constantFrom(
  ...['mcpServers', 'servers', 'mcp', 'context_servers', 'a', 'b', 'url', 'command', 'args', 'env', 'headers', 'type'],
  ...[
    'rollcall',
    'health',
    'endpoints',
    'defaults',
    'maintenance',
    'page',
    'title',
    'start',
    'duration',
    'repeat',
    'group',
  ],
  ...['disabled', 'cwd', 'name', '__proto__', 'constructor', 'toString', '🚀', '../', ''],
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  word,
  fc.constantFrom(
    '${SET}',
    '${UNSET}',
    '${TOKEN:-x}',
    '{env:SET}',
    '${input:i}',
    '${',
    'https://a.test',
    'https://u:hunter2@a.test',
  ),
  fc.constantFrom(
    'file:///x',
    'npx',
    'mcp-remote',
    '--header',
    'A:b',
    '2026-12-01T22:00',
    '2h',
    'Europe/Berlin',
    'health',
    'http',
  ),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true })),
    fc.array(fc.array(tie('tree'), { maxLength: 3 }), { maxLength: 1 }).map((nested) => nested[0] ?? []),
    fc
      .array(fc.tuple(fc.oneof(word, text), tie('tree')), { maxLength: 5 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));
const servers = fc
  .array(fc.tuple(text, tree), { maxLength: 4 })
  .map((entries) => ({ mcpServers: Object.fromEntries(entries) }));
const json = fc.oneof(tree, servers).map((value) => JSON.stringify(value));
const damaged = fc.tuple(json, fc.nat(), text).map(([whole, at, junk]) => {
  const cut = whole.length === 0 ? 0 : at % whole.length;
  return whole.slice(0, cut) + junk;
});
const content = fc.oneof(json, damaged, fc.uint8Array({ maxLength: 200 }), fc.constant('['.repeat(10_000)));
const fileSet = fc.dictionary(fc.constantFrom(...FILES), content, { maxKeys: 4 });

function expectSound({ endpoints, problems, secrets, maintenance }: LoadedConfig): void {
  const slugs = endpoints.map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const endpoint of endpoints) {
    expect(endpoint.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(endpoint.title).not.toBe('');
    expect(secrets.get(endpoint.slug)).toBeDefined();
    if (endpoint.problem !== null) continue;
    const { target } = endpoint;
    const texts = target.kind === 'http' ? [target.url, ...Object.values(target.headers)] : [];
    if (target.kind === 'stdio') texts.push(target.command, ...target.args, ...Object.values(target.env));
    for (const one of texts) expect(one).not.toMatch(/\$\{(SET|UNSET|TOKEN)|\{env:/);
    if (target.kind === 'http') expect(target.url).toMatch(/^https?:\/\//);
  }
  for (const problem of problems) {
    expect(problem.message).toMatch(/^[^\r\n]+$/);
    expect(problem.remedy).not.toBe('');
    if (problem.line !== null) expect(problem.line).toBeGreaterThan(0);
  }
  const now = Date.parse('2026-11-22T00:00Z');
  for (const { startAt, endAt } of comingWindows(maintenance, { now, untilAt: now + 30 * DAY_MS })) {
    expect(endAt).toBeGreaterThan(startAt);
  }
  expect(JSON.stringify([endpoints.map(({ target, health }) => [target, health]), problems])).not.toContain(
    'u:hunter2',
  );
}

describe('loadConfig', () => {
  it('never throws, whatever the files hold, before and after they break', () => {
    let previous: LoadedConfig | null = null;
    fc.assert(
      fc
        .property(fileSet, (files) => {
          for (const [name, written] of Object.entries(files)) folder.write(name, written);
          expectSound(folder.load({ env }));
          previous = folder.load({ env, previous });
          expectSound(previous);
        })
        .afterEach(() => {
          for (const name of FILES) folder.remove(name);
        }),
      { numRuns: 300 },
    );
  });
});
