// Where a request says it was sent to. Host and X-Forwarded-Proto are the caller's word: anything odd is not repeated.

/** A host name or address with an optional port. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::(?<port>\d{1,5}))?$/i;
const LAST_PORT = 65_535;

export interface PublicOrigin {
  protocol: 'http' | 'https';
  /** With its port, if it has one. */
  host: string;
}

export function publicOrigin(host: string | null | undefined, forwardedProto: string | null | undefined): PublicOrigin {
  const protocol = forwardedProto?.split(',')[0]?.trim() === 'https' ? 'https' : 'http';
  const match = HOST.exec(host ?? '');
  const isHost = match !== null && Number(match.groups?.port ?? 0) <= LAST_PORT;
  return { protocol, host: isHost ? match[0].toLowerCase() : 'localhost' };
}
