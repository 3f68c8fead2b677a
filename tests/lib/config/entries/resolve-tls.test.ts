// Whom an entry trusts, by file or by text.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pem } from '@/tests/fixtures/raw-server';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();
const authority = pem('authority').trim();

function load(rollcall: object, env: Record<string, string> = {}) {
  folder.write('mcp.json', { mcpServers: { a: { url: 'https://a.test/mcp', rollcall } } });
  const { endpoints, problems } = folder.load({ env });
  return { endpoint: endpoints[0], problems };
}

describe('ca', () => {
  it('is the text itself', () => {
    const { endpoint, problems } = load({ ca: `# our own\n${authority}\n` });
    expect(endpoint).toMatchObject({ problem: null, tls: { ca: authority, insecure: false } });
    expect(problems).toEqual([]);
  });

  it('is a file, of which only certificates are kept', () => {
    folder.write('certs/house.pem', `${authority}\n${pem('server-key')}\n${pem('selfsigned')}`);
    for (const ca of ['certs/house.pem', join(folder.path(), 'certs/house.pem'), '${CA}']) {
      const { endpoint } = load({ ca }, { CA: './certs/house.pem' });
      expect(endpoint?.problem).toBeNull();
      expect(endpoint?.tls.ca).toBe(`${authority}\n${pem('selfsigned').trim()}`);
    }
  });

  it('stands beside a project of a client as its other files do', () => {
    folder.write('house.pem', authority);
    folder.write('.vscode/mcp.json', { servers: { b: { url: 'https://b.test', rollcall: { ca: 'house.pem' } } } });
    expect(folder.load().endpoints).toMatchObject([{ problem: null, tls: { ca: authority } }]);
  });

  it('of rollcall.json wins over that of the entry', () => {
    folder.write('rollcall.json', { endpoints: { a: { ca: authority } } });
    expect(load({ ca: 'missing.pem' }).endpoint).toMatchObject({ problem: null, tls: { ca: authority } });
  });

  it.each<[string, unknown, string]>([
    ['a file that is missing', 'none.pem', 'the ca file: it cannot be read (ENOENT)'],
    ['a folder', '.', 'the ca file: it is not a regular file'],
    ['a file without certificates', 'key.pem', 'the ca holds no certificate'],
    ['a broken certificate', authority.replace('\nMII', '\n!!!'), 'certificate 1 of the ca is broken'],
    ['a text that is none', '-----BEGIN PRIVATE KEY-----', 'the ca holds no certificate'],
    ['a variable that is not set', '${CA}', 'CA is not set'],
    ['a binary file', 'ca.der', 'the ca file: it is binary, not text'],
  ])('that is %s keeps the server from being called', (_case, ca, problem) => {
    folder.write('key.pem', pem('server-key'));
    folder.write('ca.der', Uint8Array.from([0x30, 0x82, 0, 0]));
    const { endpoint, problems } = load({ ca });
    expect(endpoint).toMatchObject({ problem, tls: { ca: null } });
    expect(problems).toMatchObject([{ severity: 'warning', path: 'mcpServers.a.rollcall.ca', message: problem }]);
  });

  it('is read anew when its file is', () => {
    folder.write('house.pem', authority);
    load({ ca: 'house.pem' });
    const before = folder.load();
    folder.write('house.pem', pem('selfsigned'));
    const after = folder.load({ previous: before });
    expect(after.fingerprint).not.toBe(before.fingerprint);
    expect(after.endpoints[0]?.tls.ca).toBe(pem('selfsigned').trim());
  });
});

describe('insecure', () => {
  it('is warned of each time', () => {
    for (let round = 1; round <= 2; round++) {
      const { endpoint, problems } = load({ insecure: true });
      expect(endpoint).toMatchObject({ problem: null, tls: { ca: null, insecure: true } });
      expect(problems).toMatchObject([
        {
          severity: 'warning',
          path: 'mcpServers.a.rollcall.insecure',
          message: expect.stringMatching(/any certificate/),
        },
      ]);
    }
  });

  it('is no matter when it is false', () => {
    expect(load({ insecure: false })).toMatchObject({ problems: [], endpoint: { tls: { insecure: false } } });
  });
});
