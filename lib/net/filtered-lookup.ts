// Applies the networks that are never called to the very address that is dialled. Knows names and addresses only.
import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { AddressFilter } from './address-filter';

/** Our own refusal to dial; nothing is wrong with whoever stands there. */
export class BlockedAddress extends Error {
  override readonly name = 'BlockedAddress';

  /** @param detail what was refused, for administrators */
  constructor(readonly detail: string) {
    super('the address is on the list of networks that are never called');
  }
}

/** Filtering inside the lookup leaves no time between check and use in which a name could change its address. */
export function filteredLookup(filter: AddressFilter): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        callback(error, '');
        return;
      }
      const [first] = found;
      if (first === undefined || found.some(({ address }) => filter.deniesAddress(address))) {
        callback(new BlockedAddress(`resolves to ${found.map(({ address }) => address).join(', ')}`), '');
        return;
      }
      if (options.all === true) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}
