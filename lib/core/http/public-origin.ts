// Where a request says it was sent to. Host and X-Forwarded-Proto are the caller's word: anything odd is not repeated.

/** A host name or address with an optional port. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

export interface PublicOrigin {
  protocol: 'http' | 'https';
  /** With its port, if it has one. */
  host: string;
}

export function publicOrigin(host: string | null | undefined, forwardedProto: string | null | undefined): PublicOrigin {
  const protocol = forwardedProto?.split(',')[0]?.trim() === 'https' ? 'https' : 'http';
  return { protocol, host: host && isHost(host) ? host.toLowerCase() : 'localhost' };
}

/** Also one that links can be made of: 999.999.999.999 and port 99999 look well and are none. */
function isHost(text: string): boolean {
  return HOST.test(text) && URL.canParse(`http://${text}`);
}
