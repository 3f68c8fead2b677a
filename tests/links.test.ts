// Whoever reads README and docs can follow their links: files are there, and so are the headings that are named.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const documents = [
  'README.md',
  'AGENTS.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

const FENCED = /^```[\s\S]*?^```/gm;
/** The target of a link or picture, in Markdown or HTML. */
const TARGET = /\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g;

/** Of code nobody follows the links. */
function prose(text: string): string {
  return text.replace(FENCED, '').replace(/`[^`\n]*`/g, '');
}

/** As GitHub names them. */
function anchors(text: string): string[] {
  const headings = text.replace(FENCED, '').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/ /g, '-'),
  );
}

/** What cannot be followed from a text that stands in `file`. */
function broken(file: string, text: string): string[] {
  const targets = [...prose(text).matchAll(TARGET)].map(([, markdown, html]) => markdown ?? html ?? '');
  return targets.filter((target) => {
    if (/^(https?|mailto):/.test(target)) return false;
    const [name = '', anchor] = target.split('#');
    const place = name === '' ? file : path.join(path.dirname(file), name);
    if (!existsSync(path.join(root, place))) return true;
    if (anchor === undefined || !statSync(path.join(root, place)).isFile()) return false;
    return !anchors(readFileSync(path.join(root, place), 'utf8')).includes(anchor);
  });
}

test.each(documents)('%s leads nowhere that is not there', (file) => {
  expect(broken(file, readFileSync(path.join(root, file), 'utf8'))).toEqual([]);
});

test('a dead link is noticed, in all its forms', () => {
  const text =
    '[a](docs/gone.md) ![b](docs/images/gone.png) [c](README.md#gone) <img src="gone.png"> [d](#start) `[e](f)`';
  expect(broken('README.md', text)).toEqual(['docs/gone.md', 'docs/images/gone.png', 'README.md#gone', 'gone.png']);
});
