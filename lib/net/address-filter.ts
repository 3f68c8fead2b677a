// Says which addresses Rollcall never dials. Knows lists and addresses only: it neither resolves nor connects.
import { BlockList, isIP } from 'node:net';

export interface AddressFilter {
  /** For a literal or resolved address; what is no address counts as denied. */
  deniesAddress(address: string): boolean;
  /** For the host of a URL, before it is resolved: a denied name, or a denied literal. */
  deniesHost(hostname: string): boolean;
}

/**
 * `denyHosts` holds CIDRs, addresses and host names; `*.example.com` stands for every name below example.com.
 * Two lists, because one net.BlockList that holds ::ffff:0:0/96 denies every IPv4 address.
 */
export function createAddressFilter(denyHosts: readonly string[]): AddressFilter {
  const v4 = new BlockList();
  const v6 = new BlockList();
  const names: string[] = [];
  for (const entry of denyHosts.map((host) => normalizeHost(host)).filter((host) => host !== '')) {
    const [address = '', prefix] = entry.split('/');
    const family = isIP(address);
    if (family === 0) names.push(entry);
    else addRange(family === 4 ? v4 : v6, address, prefix);
  }

  const deniesAddress = (address: string): boolean => {
    const plain = normalizeHost(address);
    if (isIP(plain) === 4) return v4.check(plain, 'ipv4');
    if (isIP(plain) !== 6) return true;
    const inner = embeddedIpv4(plain);
    return v6.check(plain, 'ipv6') || (inner !== null && v4.check(inner, 'ipv4'));
  };

  return {
    deniesAddress,
    deniesHost: (hostname) => {
      const host = normalizeHost(hostname);
      return isIP(host) === 0 ? names.some((name) => matchesName(name, host)) : deniesAddress(host);
    },
  };
}

function addRange(list: BlockList, address: string, prefix: string | undefined): void {
  const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
  const longest = family === 'ipv4' ? 32 : 128;
  const length = prefix === undefined || prefix === '' ? longest : Number(prefix);
  if (!Number.isInteger(length) || length < 0 || length > longest)
    throw new RangeError(`no such network: ${address}/${prefix}`);
  list.addSubnet(address, length, family);
}

function matchesName(name: string, host: string): boolean {
  return name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name;
}

/** Lower case, without the brackets of a URL, the trailing dot of a full name and the zone of a link-local address. */
function normalizeHost(host: string): string {
  return host
    .trim()
    .toLowerCase()
    .replace(/^\[/, '')
    .replace(/\](?=\/|$)/, '')
    .replace(/%[^/]*/, '')
    .replace(/\.$/, '');
}

/**
 * The IPv4 address that an IPv6 one leads to: mapped (::ffff:0:0/96), compatible (::/96), NAT64 (64:ff9b::/96) or
 * 6to4 (2002::/16). Without this a denied network could be reached by another spelling. Null when there is none.
 */
function embeddedIpv4(address: string): string | null {
  const groups = expandIpv6(address);
  const [g0 = 0, g1 = 0, g2 = 0] = groups;
  const [g6 = 0, g7 = 0] = groups.slice(6);
  const middleIsZero = groups.slice(2, 5).every((group) => group === 0);
  const isNat64 = g0 === 0x64 && g1 === 0xff9b && middleIsZero && groups[5] === 0;
  const isMapped = g0 === 0 && g1 === 0 && middleIsZero && groups[5] === 0xffff;
  // g6 === 0 would be :: and ::1, which are addresses of their own.
  const isCompatible = g0 === 0 && g1 === 0 && middleIsZero && groups[5] === 0 && g6 !== 0;
  if (isNat64 || isMapped || isCompatible) return dotted(g6, g7);
  if (g0 === 0x2002) return dotted(g1, g2);
  return null;
}

/** Eight numbers; `address` has passed isIP. */
function expandIpv6(address: string): number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_match, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = '', tail] = hex.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(Math.max(0, gap)).fill('0'), ...right].map((group) => Number.parseInt(group, 16));
}

function dotted(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
