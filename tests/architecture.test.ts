// The house: imports go strictly down the ranks, `../` is banned, files stay small, client code has one place.
// Held twice: here by reading the sources, and by Biome while writing; both are shown to catch planted violations.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root, type Source, sourceOf, sourcesBelow } from './fixtures/sources';

const LINE_LIMIT = 250;

/** Strictly down; two folders of one rank do not know each other. The longest matching prefix counts. */
const RANKS: Record<string, number> = {
  'lib/core': 0,
  'lib/render': 1,
  'lib/config': 1,
  'lib/net': 1,
  'lib/front': 2,
  'lib/log': 1,
  'lib/once': 1,
  db: 2,
  'lib/probe': 2,
  'lib/alert': 2,
  'lib/engine': 3,
  'lib/reads': 3,
  'lib/auth': 3,
  'lib/admin': 4,
  'lib/runtime': 5,
  app: 6,
  'instrumentation.ts': 7,
};

/** Beyond the ranks: what a folder gets handed in instead of importing it. */
const MAY_NOT_KNOW: Record<string, string[]> = {
  'lib/engine': ['lib/probe', 'lib/alert'],
  app: ['lib/engine', 'lib/front', 'lib/probe', 'lib/runtime', 'db'],
};

/** Next refuses to build these without the directive in the very file; they re-export what lives in app/ui/client. */
const NEXT_DEMANDS_CLIENT = ['app/error.tsx', 'app/global-error.tsx'];

function folderOf(file: string): string | null {
  return Object.keys(RANKS).find((folder) => file === folder || file.startsWith(`${folder}/`)) ?? null;
}

function importsOf(text: string): string[] {
  const specifiers =
    /(?:^(?:import|export)\b[^'";]*?\bfrom\s*|^import\s+|\bimport\s*\(\s*|new Worker\(new URL\(\s*)(['"])([^'"]+)\1/gm;
  return [...text.matchAll(specifiers)].map((match) => match[2] ?? '');
}

function violations({ file, text }: Source): string[] {
  const found: string[] = [];
  const folder = folderOf(file);
  const lines = text.split('\n').length - 1;
  if (lines > LINE_LIMIT) found.push(`${file}: ${lines} lines, ${LINE_LIMIT} at most`);
  const mayBeClient = file.startsWith('app/ui/client/') || NEXT_DEMANDS_CLIENT.includes(file);
  if (/^\s*['"]use client['"]/m.test(text) && !mayBeClient) {
    found.push(`${file}: 'use client' belongs in app/ui/client`);
  }
  for (const specifier of importsOf(text)) {
    if (specifier.startsWith('..') || specifier.includes('/../')) found.push(`${file}: ${specifier} climbs with ../`);
    if (folder === 'lib/core' && !/^(@\/lib\/core\/|\.\/|zod$)/.test(specifier)) {
      found.push(`${file}: core imports ${specifier}`);
    }
    const target = specifier.startsWith('@/') ? folderOf(specifier.slice(2)) : null;
    if (!folder || !target || target === folder) continue;
    const isDown = (RANKS[target] ?? 0) < (RANKS[folder] ?? 0);
    if (!isDown || MAY_NOT_KNOW[folder]?.includes(target)) found.push(`${file}: ${folder} may not import ${target}`);
  }
  return found;
}

describe('the house', () => {
  const sources = ['app', 'lib', 'db', 'bin', 'bench'].flatMap(sourcesBelow);
  test('has no violation', () => {
    expect(sources.length).toBeGreaterThan(60);
    expect([...sources, sourceOf('instrumentation.ts')].flatMap(violations)).toEqual([]);
  });

  test('tests are small files too', () => {
    expect(
      sourcesBelow('tests')
        .filter(({ text }) => text.split('\n').length > 400)
        .map(({ file }) => file),
    ).toEqual([]);
  });

  test.each<[string, Source, RegExp]>([
    [
      'core reaching for the database',
      { file: 'lib/core/x.ts', text: "import { openDb } from '@/db/client';" },
      /core imports @\/db/,
    ],
    [
      'core reaching for a package',
      { file: 'lib/core/x.ts', text: "import fs from 'node:fs';" },
      /core imports node:fs/,
    ],
    [
      'an upward import',
      { file: 'lib/probe/x.ts', text: "import { a } from '@/lib/engine/engine';" },
      /lib\/probe may not import lib\/engine/,
    ],
    [
      'a neighbour of the same rank',
      { file: 'lib/reads/x.ts', text: "import { a } from '@/lib/engine/engine';" },
      /lib\/reads may not import lib\/engine/,
    ],
    [
      'a page reading the database',
      { file: 'app/page.tsx', text: "import { openDb } from '@/db/client';" },
      /app may not import db/,
    ],
    [
      'the engine knowing the prober',
      { file: 'lib/engine/x.ts', text: "import { a } from '@/lib/probe/probe';" },
      /may not import lib\/probe/,
    ],
    ['a dynamic import', { file: 'lib/probe/x.ts', text: "await import('@/app/page');" }, /may not import app/],
    ['climbing', { file: 'lib/probe/x.ts', text: "import { a } from '../core/time';" }, /climbs/],
    ['a long file', { file: 'lib/core/x.ts', text: '\n'.repeat(251) }, /251 lines/],
    ['client code outside its folder', { file: 'app/ui/x.tsx', text: "'use client';\n" }, /use client/],
  ])('catches %s', (_name, planted, expected) => {
    expect(violations(planted).join('\n')).toMatch(expected);
  });
});

describe('the linter', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rollcall-lint-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['lib/core/planted.ts', "import { openDb } from '@/db/client';\nexport const a = openDb;\n"],
    ['lib/reads/planted.ts', "import { createEngine } from '@/lib/engine/engine';\nexport const a = createEngine;\n"],
    ['app/planted.ts', "import { openDb } from '@/db/client';\nexport const a = openDb;\n"],
    ['lib/probe/planted.ts', "import { SECOND_MS } from '../core/time';\nexport const a = SECOND_MS;\n"],
  ])('catches a violation planted in %s', (file, text) => {
    const config = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8'));
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
    writeFileSync(path.join(folder, file), text);
    const linted = spawnSync(path.join(root, 'node_modules/.bin/biome'), ['lint', '--reporter=github', file], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(linted.stdout + linted.stderr).toContain('noRestrictedImports');
    expect(linted.status).not.toBe(0);
  });
});
