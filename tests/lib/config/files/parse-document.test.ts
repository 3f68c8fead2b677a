import fc from 'fast-check';
import { stringify as toToml } from 'smol-toml';
import { describe, expect, it, test } from 'vitest';
import { stringify as toYaml } from 'yaml';
import { type Format, formatOfName, formatOfText, parseDocument } from '@/lib/config/files/parse-document';

const deepFlow = `a: ${'['.repeat(5_000)}${']'.repeat(5_000)}`;
const deepToml = `a = ${'['.repeat(5_000)}${']'.repeat(5_000)}`;
const laughs = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...['b', 'c', 'd', 'e', 'f', 'g'].map(
    (name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[i]}`).join(', ')}]`,
  ),
].join('\n');

describe('hostile texts are refused with a sentence', () => {
  it.each<[string, Format, string]>([
    ['aliases that multiply', 'yaml', laughs],
    ['an alias of itself', 'yaml', 'a: &a [*a]'],
    ['depth', 'yaml', deepFlow],
    ['depth by indentation', 'yaml', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['length', 'yaml', `a: ${'x'.repeat(1024 * 1024)}`],
    ['several documents', 'yaml', 'a: 1\n---\nb: 2'],
    ['depth', 'toml', deepToml],
    ['a key twice', 'toml', 'a = 1\na = 2'],
    ['what is no YAML', 'yaml', 'a: "hunter2'],
    ['what is no TOML', 'toml', 'a = hunter2'],
  ])('%s (%s)', (_case, format, text) => {
    const parsed = parseDocument(text, format);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.fault.message).not.toContain('hunter2');
  });

  it.each<[Format, string]>([
    ['yaml', '__proto__: { polluted: true }'],
    ['toml', '[__proto__]\npolluted = true'],
    ['json', '{ "__proto__": { "polluted": true } }'],
  ])('__proto__ is an ordinary key in %s', (format, text) => {
    const parsed = parseDocument(text, format);
    if (parsed.ok) expect(Object.keys(Object(parsed.document.value))).toEqual(['__proto__']);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

test('places are those of the key, or of the nearest parent', () => {
  const yaml = parseDocument('name: x\nmcpServers:\n  - name: a\n    url: b\n', 'yaml');
  const toml = parseDocument('model = "x"\n\n[mcp_servers.a]\nurl = "b"\nnope = 1\n\n[other]\nnope = 2\n', 'toml');
  expect(yaml.ok && yaml.document.locate(['mcpServers', 0, 'url'])).toEqual({ line: 4, column: 5 });
  expect(yaml.ok && yaml.document.locate(['mcpServers', 0, 'headers', 'X'])).toEqual({ line: 3, column: 5 });
  expect(toml.ok && toml.document.locate(['mcp_servers', 'a', 'nope'])).toEqual({ line: 5, column: 1 });
  expect(toml.ok && toml.document.locate(['mcp_servers', 'a', 'headers', 'X'])).toEqual({ line: 3, column: 1 });
  expect(toml.ok && toml.document.locate(['gone'])).toEqual({ line: 1, column: 1 });
});

it.each<[string, Format | null]>([
  ['.codex/config.toml', 'toml'],
  ['a.yml', 'yaml'],
  ['b.YAML', 'yaml'],
  ['c.jsonc', 'json'],
  ['pasted', null],
])('%s is %s by its name', (name, format) => expect(formatOfName(name)).toBe(format));

it.each<[string, Format]>([
  ['\n // ours\n{ "mcpServers": {} }', 'json'],
  ['[{ "name": "a" }]', 'json'],
  ['# codex\n[mcp_servers.a]\nurl = "x"', 'toml'],
  ['[mcp_servers."a b"]', 'toml'],
  ['model = "x"', 'toml'],
  ['name: x\nmcpServers: []', 'yaml'],
  ['- name: x', 'yaml'],
  ['', 'json'],
])('%j looks like %s', (text, format) => expect(formatOfText(text)).toBe(format));

const leaf = fc.oneof(fc.string(), fc.boolean(), fc.integer());
const table = fc.dictionary(
  fc.string({ minLength: 1 }),
  fc.oneof(leaf, fc.array(fc.string()), fc.dictionary(fc.string(), leaf)),
);

test('what was written in any format is read as it was meant, and nothing throws', () => {
  fc.assert(
    fc.property(table, (value) => {
      const yaml = parseDocument(toYaml(value), 'yaml');
      const toml = parseDocument(toToml(value), 'toml');
      expect(yaml.ok && JSON.stringify(yaml.document.value)).toBe(JSON.stringify(value));
      expect(toml.ok && toml.document.value).toEqual(value);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom<Format>('json', 'yaml', 'toml'), (text, format) => {
      parseDocument(text, format);
    }),
  );
});
