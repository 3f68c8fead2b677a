// Applies the networks that Rollcall never contacts to the very address that is dialled. The policy itself is handed in.
import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** As the prober's address filter has it: private networks are allowed, since receivers stand in them. */
export interface AddressPolicy {
  /** For a resolved address. */
  deniesAddress(address: string): boolean;
  /** For a host as it is written, before it is resolved. */
  deniesHost(hostname: string): boolean;
}

export class BlockedAddress extends Error {
  constructor() {
    super('the address is on the list of networks that are never called');
    this.name = 'BlockedAddress';
  }
}

/** Filtering inside the lookup leaves no time between check and use in which a name could change its address. */
export function filteredLookup(addresses: AddressPolicy): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        callback(error, '');
        return;
      }
      const [first] = found;
      if (first === undefined || found.some(({ address }) => addresses.deniesAddress(address))) {
        callback(new BlockedAddress(), '');
        return;
      }
      if (options.all === true) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };
}
