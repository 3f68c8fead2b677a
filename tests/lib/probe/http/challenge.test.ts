import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChallenge } from '@/lib/probe/http/challenge';

const EMPTY = {
  scheme: null,
  realm: null,
  scopes: [],
  resourceMetadataUrl: null,
  authorizationServers: [],
  error: null,
  seenAt: 7,
};

test.each([
  ['none', null, {}],
  ['empty', '', {}],
  ['a scheme alone', 'Basic', { scheme: 'Basic' }],
  ['a realm', 'Basic realm="the \\"door\\""', { scheme: 'Basic', realm: 'the "door"' }],
  ['bare values', 'Bearer realm=x, error=invalid_token', { scheme: 'Bearer', realm: 'x', error: 'invalid_token' }],
  ['scopes', 'Bearer scope="read  write:all"', { scheme: 'Bearer', scopes: ['read', 'write:all'] }],
  [
    'metadata',
    'Bearer error="invalid_token", resource_metadata="https://h/.well-known/x"',
    { scheme: 'Bearer', error: 'invalid_token', resourceMetadataUrl: 'https://h/.well-known/x' },
  ],
  ['metadata that is no web address', 'Bearer resource_metadata="file:///etc/passwd"', { scheme: 'Bearer' }],
  ['metadata with credentials', 'Bearer resource_metadata="https://a:b@h/"', { scheme: 'Bearer' }],
  ['two challenges', 'Basic realm="a", Bearer realm="b"', { scheme: 'Basic', realm: 'a' }],
  ['names in other case', 'bearer REALM="a"', { scheme: 'bearer', realm: 'a' }],
])('%s', (_name, header, expected) => expect(readChallenge(header, 7)).toEqual({ ...EMPTY, ...expected }));

test('no header makes it throw or grow', () => {
  const piece = fc.constantFrom('Bearer', ' ', ',', '=', '"', '\\', 'realm', 'scope', 'x'.repeat(50), 'é');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      const { realm, scopes } = readChallenge(pieces.join(''), 7);
      expect((realm ?? '').length).toBeLessThanOrEqual(300);
      expect(scopes.length).toBeLessThanOrEqual(20);
    }),
  );
});
