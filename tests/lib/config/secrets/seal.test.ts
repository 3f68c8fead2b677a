import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSealer } from '@/lib/config/secrets/seal';

const sealer = createSealer('a secret of thirty-two characters');

test('what is sealed opens again, and looks different each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (value, name) => {
      const sealed = sealer.seal(name, value);
      expect(sealer.open(name, sealed)).toBe(Buffer.from(value).toString());
      expect(sealer.seal(name, value)).not.toBe(sealed);
    }),
    { numRuns: 100 },
  );
});

test.each([
  [
    'another ROLLCALL_SECRET',
    (sealed: string) => createSealer('another secret of 32 characters!').open('token', sealed),
  ],
  ['another name', (sealed: string) => sealer.open('other', sealed)],
  ['a flipped bit', (sealed: string) => sealer.open('token', flipped(sealed))],
  ['a cut', (sealed: string) => sealer.open('token', sealed.slice(0, 20))],
  ['nothing', () => sealer.open('token', '')],
])('%s does not open it', (_name, open) => {
  expect(open(sealer.seal('token', 's3cret'))).toBeNull();
});

function flipped(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return bytes.toString('base64');
}
