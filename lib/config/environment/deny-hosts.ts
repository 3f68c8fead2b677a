// The list in ROLLCALL_DENY_HOSTS: networks and hosts that the prober must never contact. It only reads the list; the
// address filter that applies it belongs to the prober.
import { isIP, isIPv4 } from 'node:net';

/**
 * Link-local ranges and the metadata addresses of the clouds: from there a probe could fetch the machine's own
 * credentials. Private ranges are not here, since Rollcall runs inside the network it watches.
 */
export const DEFAULT_DENY_HOSTS: readonly string[] = [
  '169.254.0.0/16', // link-local; metadata of AWS, Azure, Google Cloud, DigitalOcean, Oracle
  'fe80::/10', // link-local
  'fd00:ec2::254/128', // AWS metadata over IPv6
  'fd20:ce::254/128', // Google Cloud metadata over IPv6
  '100.100.100.200/32', // Alibaba Cloud metadata
  '192.0.0.192/32', // Oracle Cloud metadata, older address
  'metadata.google.internal',
];

/** `*.example.com` stands for every name below example.com. */
const HOST_NAME = /^(?=.{1,253}$)(\*\.)?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*\.?$/;

/**
 * Reads a list separated by commas or white space. `default` stands for DEFAULT_DENY_HOSTS, `none` for nothing.
 * Entries come back as CIDR networks ("10.0.0.1" as "10.0.0.1/32") or lowercase host names; the ones that are
 * neither come back in `invalid`.
 */
export function parseDenyHosts(list: string): { denyHosts: string[]; invalid: string[] } {
  const denyHosts = new Set<string>();
  const invalid: string[] = [];
  for (const word of list.split(/[\s,]+/).filter((part) => part !== '')) {
    const entry = word.toLowerCase();
    if (entry === 'none') continue;
    const parsed = entry === 'default' ? DEFAULT_DENY_HOSTS : parseEntry(entry);
    if (parsed === null) invalid.push(word);
    else for (const host of parsed) denyHosts.add(host);
  }
  return { denyHosts: [...denyHosts], invalid };
}

function parseEntry(entry: string): readonly string[] | null {
  const [address = '', prefix, ...rest] = entry.replace(/^\[(.*)\]/, '$1').split('/');
  if (rest.length > 0) return null;
  if (isIP(address) === 0 || address.includes('%')) {
    // All digits and dots is a mistyped address, not a name.
    const isName = prefix === undefined && HOST_NAME.test(address) && !/^[\d.]+$/.test(address);
    return isName ? [address.replace(/\.$/, '')] : null;
  }
  const bits = isIPv4(address) ? 32 : 128;
  if (prefix === undefined) return [`${address}/${bits}`];
  const isPrefix = /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits;
  return isPrefix ? [`${address}/${Number(prefix)}`] : null;
}
