import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from '@/lib/config/load-config';
import { readLogo } from '@/lib/config/page-logo';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-logo-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>';

test.each<[string, string | Buffer, string]>([
  ['an SVG', SVG, 'image/svg+xml'],
  ['an SVG with its preamble', `<?xml version="1.0"?>\n<!-- made by hand -->\n${SVG}`, 'image/svg+xml'],
  ['a PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'image/png'],
  ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
  ['a WebP', Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP')]), 'image/webp'],
])('takes %s for what it is', (_, content, type) => {
  writeFileSync(join(folder, 'logo'), content);
  expect(readLogo(join(folder, 'logo'))).toEqual({
    ok: true,
    logo: { type, base64: Buffer.from(content).toString('base64') },
  });
});

test.each<[string, string, RegExp]>([
  ['a page', '<html><script>alert(1)</script></html>', /no picture/],
  ['nothing', '', /no picture/],
  ['too much', `<svg>${'x'.repeat(70_000)}</svg>`, /64 KiB/],
])('refuses %s', (_, content, message) => {
  writeFileSync(join(folder, 'logo'), content);
  expect(readLogo(join(folder, 'logo'))).toMatchObject({ ok: false, message: expect.stringMatching(message) });
});

test('refuses what is not there or no file', () => {
  mkdirSync(join(folder, 'logo'));
  expect(readLogo(join(folder, 'logo'))).toMatchObject({ ok: false });
  expect(readLogo(join(folder, 'nothing'))).toMatchObject({ ok: false, message: 'it cannot be read (ENOENT)' });
});

test('is found beside rollcall.json, and its lack is a warning that stops nothing', () => {
  const load = () => loadConfig({ path: folder, env: {}, allowStdio: 'config', previous: null });
  writeFileSync(join(folder, 'rollcall.json'), JSON.stringify({ page: { title: 'Acme', logo: 'logo.svg' } }));
  expect(load()).toMatchObject({ logo: null, problems: [{ severity: 'warning', path: 'page.logo' }] });
  writeFileSync(join(folder, 'logo.svg'), SVG);
  expect(load()).toMatchObject({ logo: { type: 'image/svg+xml' }, problems: [] });
});

test.each(['../logo.svg', '/etc/passwd', 'a/b.svg', '.ssh', '', 'https://x.test/logo.svg'])(
  'never looks at %j',
  (logo) => {
    writeFileSync(join(folder, 'rollcall.json'), JSON.stringify({ page: { title: 'Acme', logo } }));
    const loaded = loadConfig({ path: folder, env: {}, allowStdio: 'config', previous: null });
    expect(loaded.logo).toBeNull();
    expect(loaded.problems.map(({ path }) => path)).toEqual(['page.logo']);
  },
);
