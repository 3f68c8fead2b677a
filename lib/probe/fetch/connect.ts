// Opens the connections of one check: resolves, filters the very address that is dialled, and notes what TLS showed.
import { TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';
import type { TlsTrust } from '@/lib/core/endpoint';
import type { UnixMs } from '@/lib/core/time';
import type { AddressFilter } from '@/lib/net/address-filter';
import { filteredLookup } from '@/lib/net/filtered-lookup';
import { certificateEnd, refusalOf, secureContextOf } from './tls-trust';

/** A TCP and TLS connection that takes longer is not coming; the check's own deadline may be shorter. */
const CONNECT_TIMEOUT_MS = 5_000;

export interface ConnectOptions {
  filter: AddressFilter;
  tls: TlsTrust;
  /** Ends connections that are still being made; the agent forgets those when it is destroyed. */
  closing: AbortSignal;
  /** Called when a connection stands, TLS included. */
  onConnected: () => void;
}

export interface Connect {
  connector: buildConnector.connector;
  /** Also of a certificate that was refused; null without TLS, and when the handshake did not come so far. */
  certificateExpiresAt(): UnixMs | null;
}

export function createConnect({ filter, tls, closing, onConnected }: ConnectOptions): Connect {
  let certificateExpiresAt: UnixMs | null = null;
  const secureContext = secureContextOf(tls);
  const dial = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    lookup: filteredLookup(filter),
    signal: closing,
    allowH2: false,
    // A resumed TLS session skips the certificate check, and an expired certificate would go unnoticed.
    maxCachedSessions: 0,
    // Refused below instead: Node would throw the certificate away before anyone could read when it ends.
    rejectUnauthorized: false,
    ...(secureContext === null ? {} : { secureContext }),
  });
  return {
    connector: (options, callback) =>
      dial(options, (...result) => {
        const [error, socket] = result;
        if (error !== null) {
          callback(error, null);
          return;
        }
        if (socket instanceof TLSSocket) {
          certificateExpiresAt = certificateEnd(socket);
          const refusal = refusalOf(socket, tls);
          if (refusal !== null) {
            socket.destroy();
            callback(refusal, null);
            return;
          }
        }
        onConnected();
        callback(null, socket);
      }),
    certificateExpiresAt: () => certificateExpiresAt,
  };
}
