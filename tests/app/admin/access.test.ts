// Who may open which page and do what: written down here by hand, held against every page, route and action that exists.
// A new one that is not listed fails.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ACTIONS, type Access, PAGES } from './access';

const root = fileURLToPath(new URL('../../../app', import.meta.url));
const sources = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .map((file) => ({ file: path.relative(root, file), text: readFileSync(file, 'utf8') }));

test('every page and route of the panel asks for the role that is listed for it', () => {
  const found = sources
    .filter(({ file }) => /^admin\/(.+\/)?(page\.tsx|route\.ts)$/.test(file))
    .map(({ file, text }) => [file, accessOfPage(text)]);
  expect(Object.fromEntries(found)).toEqual(PAGES);
});

test('every action is made by adminAction with the role that is listed for it', () => {
  const found = sources
    .filter(({ text }) => /^'use server';/m.test(text))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/^export (?:async function|const) (\w+)([^;{]*?(?:Action\(\s*'?(\w+)'?|\())/gm)].map(
        ([, name = '', declaration = '', first = '']) => [`${file}#${name}`, accessOfAction(declaration, first)],
      ),
    );
  expect(Object.fromEntries(found)).toEqual(ACTIONS);
});

/** A page asks `requireRole` first of all; a route, which cannot redirect, asks by itself. */
function accessOfPage(text: string): Access | null {
  const required = [...text.matchAll(/requireRole\('(\w+)'/g)].map(([, role = '']) => role);
  const asked = [...text.matchAll(/mayActAs\(who\.role, '(\w+)'\)/g)].map(([, role = '']) => role);
  const roles = required.length > 0 ? required : asked;
  if (roles.length === 0) return 'anybody';
  return roles.length === 1 ? asAccess(roles[0] ?? '') : null;
}

function accessOfAction(declaration: string, first: string): Access | null {
  return declaration.includes('adminAction(') ? asAccess(first) : 'anybody';
}

function asAccess(word: string): Access | null {
  return word === 'administrator' || word === 'editor' || word === 'viewer' ? word : null;
}
