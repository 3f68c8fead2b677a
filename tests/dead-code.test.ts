// Nothing lies about: what a file exports, another file of the product imports. Read from the sources as text, which knows
// only the forms of export and import that the house uses.
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Source, sourceOf, sourcesBelow } from './fixtures/sources';

/** Found by Next through their names, or read by a tool. */
const FOUND_BY_NAME =
  /^(app\/(.*\/)?(page|layout|route|error|global-error|not-found|forbidden|icon)\.tsx?|instrumentation\.ts|next\.config\.mjs|db\/drizzle\.config\.ts|(bin|bench)\/.*)$/;

interface Use {
  /** `db/client.ts`. */
  file: string;
  /** `*` stands for all of them. */
  name: string;
}

interface House {
  product: readonly Source[];
  tests: readonly Source[];
}

/** `db/client.ts: openDb …` for each thing that could go. */
function deadCode({ product, tests }: House): string[] {
  const files = new Set([...product, ...tests].map(({ file }) => file));
  const inProduct = keysOf(product.flatMap((source) => usesOf(source, files)));
  const inTests = keysOf(tests.flatMap((source) => usesOf(source, files)));
  return product
    .filter(({ file }) => !FOUND_BY_NAME.test(file))
    .flatMap(({ file, text }) => {
      if (!inProduct.has(file)) return [`${file}: no file of the product imports it`];
      if (inProduct.has(`${file}#*`)) return [];
      return exportsOf(text).flatMap(({ name, isType }) => {
        if (inProduct.has(`${file}#${name}`)) return [];
        const isUsedHere = (text.match(new RegExp(`(?<![\\w$])${name}(?![\\w$])`, 'g'))?.length ?? 0) > 1;
        if (!isUsedHere) return [`${file}: nobody in the product uses ${name}`];
        // A type may be exported to be read; a value that this file alone uses may be exported for its test.
        return isType || inTests.has(`${file}#${name}`) ? [] : [`${file}: nobody imports ${name}`];
      });
    });
}

function keysOf(uses: readonly Use[]): ReadonlySet<string> {
  return new Set(uses.flatMap(({ file, name }) => [file, `${file}#${name}`]));
}

function exportsOf(text: string): { name: string; isType: boolean }[] {
  const declared = /^export (?:async )?(function\*?|const|class|interface|type) (\w+)/gm;
  const listed = /^export (type )?\{([^}]*)\}/gm;
  return [
    ...[...text.matchAll(declared)].map(([, kind = '', name = '']) => ({ name, isType: /interface|type/.test(kind) })),
    ...[...text.matchAll(listed)].flatMap(([, type, names = '']) =>
      listOf(names).map((name) => ({ name: name.split(' as ').at(-1) ?? name, isType: type !== undefined })),
    ),
  ];
}

/** Whole modules too: a worker's file, a dynamic import, a module for its effects. */
function usesOf({ file: from, text }: Source, files: ReadonlySet<string>): Use[] {
  const named = /^(?:import|export)\s+(?:type\s+)?([^'";]*?)\s*from\s*'([^']+)'/gm;
  const whole = /\bimport\(\s*'([^']+)'|'((?:@\/|\.\.?\/)[^']+)'/g;
  const uses = [
    ...[...text.matchAll(named)].flatMap(([, names = '', specifier = '']) =>
      namesOf(names).map((name) => ({ specifier, name })),
    ),
    ...[...text.matchAll(whole)].map(([, dynamic, other = '']) =>
      dynamic === undefined ? { specifier: other, name: '' } : { specifier: dynamic, name: '*' },
    ),
  ];
  return uses.flatMap(({ specifier, name }) => {
    const file = fileOf(from, specifier, files);
    return file === null ? [] : [{ file, name }];
  });
}

function namesOf(names: string): string[] {
  if (names.includes('*')) return ['*'];
  const inBraces = names.match(/\{([^}]*)\}/)?.[1] ?? '';
  return listOf(inBraces).map((name) => name.replace(/^type /, '').split(' as ')[0] ?? name);
}

function listOf(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function fileOf(from: string, specifier: string, files: ReadonlySet<string>): string | null {
  const base = specifier.startsWith('@/') ? specifier.slice(2) : path.join(path.dirname(from), specifier);
  return ['', '.ts', '.tsx', '.mjs', '/index.ts'].map((end) => base + end).find((file) => files.has(file)) ?? null;
}

describe('the product', () => {
  test('holds no file and no export that only tests know', () => {
    const single = ['instrumentation.ts', 'next.config.mjs'].map(sourceOf);
    const product = [...['app', 'lib', 'db', 'bin', 'bench'].flatMap(sourcesBelow), ...single];
    expect(product.length).toBeGreaterThan(600);
    expect(deadCode({ product, tests: sourcesBelow('tests') })).toEqual([]);
  });

  const page = { file: 'app/page.tsx', text: "import { shown } from '@/lib/a';\nexport default shown;\n" };
  test.each<[string, string, string, string[]]>([
    ['what is used', 'export const shown = 1;', '', []],
    [
      'what nobody names',
      'export const shown = 1;\nexport const b = 2;',
      '',
      ['lib/a.ts: nobody in the product uses b'],
    ],
    [
      'what only a test names',
      'export const shown = 1;\nexport async function b() {}',
      "import { type A, b } from '@/lib/a';",
      ['lib/a.ts: nobody in the product uses b'],
    ],
    ['what needs no export', 'export const b = 2;\nexport const shown = b;', '', ['lib/a.ts: nobody imports b']],
    [
      'what is exported for its test',
      'export const b = 2;\nexport const shown = b;',
      "import { b } from '@/lib/a';",
      [],
    ],
    ['a type of what is exported', 'export interface B {}\nexport const shown: B = {};', '', []],
    [
      'a type of nothing',
      'export type B = 1;\nexport const shown = 1;',
      '',
      ['lib/a.ts: nobody in the product uses B'],
    ],
  ])('%s', (_name, text, test, expected) => {
    const tests = [{ file: 'tests/a.test.ts', text: test }];
    expect(deadCode({ product: [page, { file: 'lib/a.ts', text }], tests })).toEqual(expected);
  });

  test('a file that only a test imports', () => {
    const forgotten = { file: 'lib/b.ts', text: 'export const b = 1;' };
    const tests = [{ file: 'tests/b.test.ts', text: "import { b } from '@/lib/b';" }];
    expect(deadCode({ product: [forgotten], tests })).toEqual(['lib/b.ts: no file of the product imports it']);
  });
});
