// Trouble of the network, told as a fault of the server that was not reached.
import type { BlockedAddress } from '@/lib/net/filtered-lookup';
import { networkTrouble } from '@/lib/net/network-trouble';
import { ProbeFault } from './probe-fault';

/** Null for a code that is not of the network; `text`, the error's own words, goes into the detail. */
export function networkFault(code: string, text: string): ProbeFault | null {
  const trouble = networkTrouble(code, text);
  if (trouble === null) return null;
  const { kind, words } = trouble;
  return new ProbeFault(kind === 'unwritable' ? 'http_invalid' : kind, words, `${code}: ${text}`);
}

export function blockedFault({ message, detail }: BlockedAddress): ProbeFault {
  return new ProbeFault('blocked', message, detail);
}
