import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { documentPolicy, framing, inlineScriptHashes } from '@/lib/front/security-headers';

const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

test('every inline script is hashed once, files are not', () => {
  const html =
    '<script src="/a.js" async=""></script><script id="_R_">one()</script><p><script>two(\n"é")</script></p><script>one()</script><script></script>';
  expect(inlineScriptHashes(html)).toEqual([hash('one()'), hash('two(\n"é")')]);
});

test('scripts need a hash or our own origin; frames are refused but for what is made to be framed', () => {
  const policy = documentPolicy({ address: '/', scripts: ["'sha256-x'"], isDevelopment: false });
  expect(policy).toContain("script-src 'self' 'sha256-x';");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(framing('/')).toEqual({ 'x-frame-options': 'DENY' });
  for (const address of ['/embed', '/embed/warehouse']) {
    expect(documentPolicy({ address, scripts: [], isDevelopment: false })).toContain('frame-ancestors *');
    expect(framing(address)).toEqual({});
  }
  expect(framing('/embedded')).toEqual({ 'x-frame-options': 'DENY' });
});
