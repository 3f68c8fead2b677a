import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAddressFilter } from '@/lib/net/address-filter';

describe('denies an address', () => {
  const filter = createAddressFilter(['169.254.0.0/16', '10.1.2.3', 'fe80::/10', '::1']);
  test.each([
    ['169.254.169.254', true],
    ['169.253.255.255', false],
    ['10.1.2.3', true],
    ['10.1.2.4', false],
    ['fe80::1%eth0', true],
    ['::1', true],
    ['::2', false],
    ['2001:db8::1', false],
    // The same network by other spellings.
    ['::ffff:169.254.169.254', true],
    ['::ffff:a9fe:a9fe', true],
    ['64:ff9b::a9fe:a9fe', true],
    ['2002:a9fe:a9fe::1', true],
    ['::169.254.169.254', true],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::8.8.8.8', false],
    ['nonsense', true],
    ['', true],
  ])('%s: %s', (address, denied) => expect(filter.deniesAddress(address)).toBe(denied));
});

describe('denies the host of a URL', () => {
  const filter = createAddressFilter(['127.0.0.0/8', 'metadata.google.internal', '*.corp.example', '[fd00::1]']);
  test.each([
    ['http://127.1/', true],
    ['http://0x7f000001/', true],
    ['http://2130706433/', true],
    ['http://127.0.0.1/', true],
    ['http://[::ffff:127.0.0.1]/', true],
    ['http://[fd00::1]/', true],
    ['http://[fd00::2]/', false],
    ['http://metadata.google.internal./', true],
    ['http://METADATA.google.internal/', true],
    ['http://sub.metadata.google.internal/', false],
    ['http://db.corp.example/', true],
    ['http://corp.example/', false],
    ['http://evilcorp.example/', false],
    ['http://example.com/', false],
    ['http://8.8.8.8/', false],
  ])('%s: %s', (url, denied) => expect(filter.deniesHost(new URL(url).hostname)).toBe(denied));
});

test('mapped IPv6 as a rule does not deny all of IPv4', () => {
  const filter = createAddressFilter(['::ffff:0:0/96']);
  expect(filter.deniesAddress('8.8.8.8')).toBe(false);
  expect(filter.deniesAddress('::ffff:8.8.8.8')).toBe(true);
});

test('nothing is denied by default, everything by both whole families', () => {
  const open = createAddressFilter([]);
  const shut = createAddressFilter(['0.0.0.0/0', '::/0']);
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
      expect(open.deniesAddress(address)).toBe(false);
      expect(shut.deniesAddress(address)).toBe(true);
    }),
  );
});

test('a network that is none is a mistake in our own words', () => {
  expect(() => createAddressFilter(['10.0.0.0/33'])).toThrow('no such network: 10.0.0.0/33');
});
