// Decides whether the certificate that a server has shown is to be trusted. Knows no connection but its TLS socket.
import { createSecureContext, getCACertificates, type SecureContext, type TLSSocket } from 'node:tls';
import type { TlsTrust } from '@/lib/core/endpoint';
import type { UnixMs } from '@/lib/core/time';

/** Reading all authorities takes a few milliseconds, so it is done once for as long as a configuration lives. */
const contexts = new WeakMap<TlsTrust, SecureContext>();

/** Null where Node's own authorities are enough; theirs stay trusted, since the token may come from another host. */
export function secureContextOf(trust: TlsTrust): SecureContext | null {
  if (trust.ca === null) return null;
  const context = contexts.get(trust) ?? createSecureContext({ ca: [...getCACertificates('default'), trust.ca] });
  contexts.set(trust, context);
  return context;
}

/** Why the connection may not be used, with the code Node gives it; null when it may. */
export function refusalOf(socket: TLSSocket, trust: TlsTrust): Error | null {
  if (socket.authorized || trust.insecure) return null;
  // A text, whatever the types say (node/lib/_tls_wrap.js, onConnectSecure).
  const code = String(socket.authorizationError);
  const names = socket.getPeerCertificate().subjectaltname ?? 'no name';
  const detail = code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? `it is for ${names}` : 'the certificate is refused';
  return Object.assign(new Error(detail), { code });
}

/** Null when the certificate does not say. */
export function certificateEnd(socket: TLSSocket): UnixMs | null {
  const expiresAt = Date.parse(socket.getPeerCertificate().valid_to);
  return Number.isNaN(expiresAt) ? null : expiresAt;
}
