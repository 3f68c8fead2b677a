// What kept us from an answer, told from the errors of Node and undici. A table and the search for the code in it.
import { BlockedAddress } from '@/lib/alert/address-policy';
import { DeadlinePassed } from '@/lib/alert/bounded-wait';
import type { DeliveryCode } from '@/lib/core/alert/delivery';

export interface NetworkFailure {
  kind: 'failure';
  code: DeliveryCode;
  /** One line without secrets. */
  message: string;
}

const MESSAGES: Readonly<Record<string, readonly [DeliveryCode, string]>> = {
  ENOTFOUND: ['unreachable', 'the host name does not exist'],
  EAI_AGAIN: ['unreachable', 'the name server did not answer'],
  EAI_FAIL: ['unreachable', 'the name server failed'],
  ECONNREFUSED: ['unreachable', 'connection refused'],
  EHOSTUNREACH: ['unreachable', 'no route to the host'],
  ENETUNREACH: ['unreachable', 'the network is unreachable'],
  EHOSTDOWN: ['unreachable', 'the host is down'],
  ENETDOWN: ['unreachable', 'the network is down'],
  EADDRNOTAVAIL: ['unreachable', 'the address cannot be reached from here'],
  EACCES: ['unreachable', 'the local system refused the connection'],
  EPERM: ['unreachable', 'the local system refused the connection'],
  EINVAL: ['unreachable', 'the address cannot be reached from here'],
  EMFILE: ['unreachable', 'too many files are open on this machine'],
  ECONNRESET: ['unreachable', 'the connection was closed before an answer'],
  ECONNABORTED: ['unreachable', 'the connection was closed before an answer'],
  EPIPE: ['unreachable', 'the connection was closed before an answer'],
  UND_ERR_SOCKET: ['unreachable', 'the connection was closed before an answer'],
  ETIMEDOUT: ['timeout', 'no connection in time'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'no connection in time'],
  UND_ERR_HEADERS_OVERFLOW: ['invalid_answer', 'it sends more headers than anybody needs'],
  UND_ERR_INVALID_ARG: ['misconfigured', 'the request cannot be written: look at the headers'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls_failed', 'the certificate is self-signed'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls_failed', 'the certificate chain ends in one that is not trusted'],
  CERT_HAS_EXPIRED: ['tls_failed', 'the certificate has expired'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls_failed', 'the certificate is for another host'],
  EPROTO: ['tls_failed', 'the TLS handshake failed'],
};

const FAMILIES: readonly (readonly [RegExp, DeliveryCode, string])[] = [
  [/^HPE_/, 'invalid_answer', 'it does not answer in HTTP'],
  [/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|CRL_|HOSTNAME_MISMATCH)/, 'tls_failed', 'the certificate is not trusted'],
];

/** Null for what is no failure of network, address or receiver, but a bug. */
export function networkFailure(error: unknown): NetworkFailure | null {
  for (const cause of causesOf(error)) {
    if (cause instanceof BlockedAddress) return failure('blocked', cause.message);
    if (cause instanceof DeadlinePassed) return failure('timeout', cause.message);
  }
  for (const code of causesOf(error).map(codeOf).reverse()) {
    const known = Object.hasOwn(MESSAGES, code) ? MESSAGES[code] : undefined;
    if (known !== undefined) return failure(...known);
    const family = FAMILIES.find(([pattern]) => pattern.test(code));
    if (family !== undefined) return failure(family[1], family[2]);
  }
  return null;
}

export function failure(code: DeliveryCode, message: string): NetworkFailure {
  return { kind: 'failure', code, message };
}

/** More layers were never seen. */
const MAX_CAUSES = 6;

/** Outermost first. An AggregateError (both address families failed) counts by its first. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  let current = error;
  while (current instanceof Error && causes.length < MAX_CAUSES) {
    causes.push(current);
    current = current.cause ?? (current instanceof AggregateError ? current.errors[0] : undefined);
  }
  return causes;
}

/** Empty when there is none. */
function codeOf(error: Error): string {
  const code: unknown = 'code' in error ? error.code : null;
  if (typeof code === 'string') return code;
  // undici 8 loses the parser's code on the way.
  return error.name === 'HTTPParserError' ? 'HPE_INVALID' : '';
}
