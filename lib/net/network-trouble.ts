// Network, TLS and HTTP-syntax error codes of Node and undici, in words. A table and nothing else.
import { causesOf, codeOf } from './error-causes';

/** What the prober and the senders of alerts tell apart; each has codes of its own for them. */
export type NetworkTroubleKind =
  | 'dns_not_found'
  | 'dns_failed'
  | 'refused'
  | 'unreachable'
  | 'reset'
  | 'connect_timeout'
  | 'http_invalid'
  | 'unwritable' // the request itself, for which the other side can do nothing
  | 'tls_expired'
  | 'tls_not_yet_valid'
  | 'tls_wrong_host'
  | 'tls_untrusted'
  | 'tls_failed';

export interface NetworkTrouble {
  kind: NetworkTroubleKind;
  /** For visitors too: no host, no address, no text of the other side. */
  words: string;
}

const NETWORK: Readonly<Record<string, readonly [NetworkTroubleKind, string]>> = {
  ENOTFOUND: ['dns_not_found', 'the host name does not exist'],
  ENODATA: ['dns_not_found', 'the host name has no address'],
  EAI_AGAIN: ['dns_failed', 'the name server did not answer'],
  EAI_FAIL: ['dns_failed', 'the name server failed'],
  ETIMEOUT: ['dns_failed', 'the name server did not answer'],
  ESERVFAIL: ['dns_failed', 'the name server failed'],
  ECONNREFUSED: ['refused', 'connection refused'],
  EHOSTUNREACH: ['unreachable', 'no route to the host'],
  ENETUNREACH: ['unreachable', 'the network is unreachable'],
  EHOSTDOWN: ['unreachable', 'the host is down'],
  ENETDOWN: ['unreachable', 'the network is down'],
  EADDRNOTAVAIL: ['unreachable', 'the address cannot be reached from here'],
  EACCES: ['unreachable', 'the local system refused the connection'],
  EPERM: ['unreachable', 'the local system refused the connection'],
  EINVAL: ['unreachable', 'the address cannot be reached from here'],
  EMFILE: ['unreachable', 'too many files are open on this machine'],
  ENFILE: ['unreachable', 'too many files are open on this machine'],
  ECONNRESET: ['reset', 'the connection was closed before an answer'],
  ECONNABORTED: ['reset', 'the connection was closed before an answer'],
  EPIPE: ['reset', 'the connection was closed before an answer'],
  UND_ERR_SOCKET: ['reset', 'the connection was closed before an answer'],
  ETIMEDOUT: ['connect_timeout', 'no connection in time'],
  UND_ERR_CONNECT_TIMEOUT: ['connect_timeout', 'no connection in time'],
  UND_ERR_HEADERS_OVERFLOW: ['http_invalid', 'sends more than 16 KiB of headers'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['http_invalid', 'sends another length than it announced'],
  UND_ERR_INVALID_ARG: ['unwritable', 'the request cannot be written: look at the headers'],
  CERT_HAS_EXPIRED: ['tls_expired', 'the certificate has expired'],
  CERT_NOT_YET_VALID: ['tls_not_yet_valid', 'the certificate is not valid yet'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['tls_wrong_host', 'the certificate is for another host'],
  HOSTNAME_MISMATCH: ['tls_wrong_host', 'the certificate is for another host'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls_untrusted', 'the certificate is self-signed'],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls_untrusted', 'the certificate chain ends in one that is not trusted'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'tls_untrusted',
    'the issuer of the certificate is unknown, or its chain incomplete',
  ],
  UNABLE_TO_GET_ISSUER_CERT: ['tls_untrusted', 'the issuer of the certificate is unknown'],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls_untrusted', 'the issuer of the certificate is unknown'],
  CERT_UNTRUSTED: ['tls_untrusted', 'the certificate is not trusted'],
  CERT_REVOKED: ['tls_failed', 'the certificate was revoked'],
  CERT_CHAIN_TOO_LONG: ['tls_failed', 'the certificate chain is too long'],
  EPROTO: ['tls_failed', 'the TLS handshake failed'],
};

const FAMILIES: readonly (readonly [RegExp, NetworkTroubleKind, string])[] = [
  [/^HPE_/, 'http_invalid', 'does not answer in HTTP'],
  [/^(Z_|ERR_ZLIB|ERR_BROTLI|ERR__ERROR|ZSTD_)/, 'http_invalid', 'sends a body that cannot be decompressed'],
  [/^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|CRL_|INVALID_CA|ERROR_IN_CERT)/, 'tls_failed', 'the TLS handshake failed'],
];

/** What undici has no code of its own for. */
const UNASKED: Readonly<Record<string, string>> = {
  'bad upgrade': 'switches to another protocol instead of answering',
  'bad response': 'answers with HTTP 100, which nobody asked for',
};

/** Null for a code that is not of the network; `text` is the error's own words. */
export function networkTrouble(code: string, text: string): NetworkTrouble | null {
  const unasked = code === 'UND_ERR_SOCKET' && Object.hasOwn(UNASKED, text) ? UNASKED[text] : undefined;
  if (unasked !== undefined) return { kind: 'http_invalid', words: unasked };
  const known = Object.hasOwn(NETWORK, code) ? NETWORK[code] : undefined;
  if (known !== undefined) return { kind: known[0], words: known[1] };
  const family = FAMILIES.find(([pattern]) => pattern.test(code));
  return family === undefined ? null : { kind: family[1], words: family[2] };
}

/** Of the innermost cause that says something definite; null for what is no trouble of the network. */
export function troubleIn(error: unknown): NetworkTrouble | null {
  for (const cause of causesOf(error).reverse()) {
    const code = codeOf(cause);
    const trouble = code === null || !(cause instanceof Error) ? null : networkTrouble(code, cause.message);
    if (trouble !== null) return trouble;
  }
  return null;
}
