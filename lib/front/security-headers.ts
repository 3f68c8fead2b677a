// What browsers are told they may do with our answers. Knows texts of headers, not who sends them.
import { createHash } from 'node:crypto';

/** On every answer. */
export const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  // Addresses inside a company are nobody's business outside.
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** For what is no document: opened by itself it may do nothing. */
export const INERT = "default-src 'none'; frame-ancestors 'none'";

/** Made to stand in pages of others. */
const isFramed = (address: string) => /^\/embed(?:$|[/?])/.test(address);

export interface DocumentPolicy {
  address: string;
  /** What may run besides our own files: `'sha256-…'` of inline scripts, or a nonce. */
  scripts: readonly string[];
  isDevelopment: boolean;
}

export function documentPolicy({ address, scripts, isDevelopment }: DocumentPolicy): string {
  // React's development build evaluates text, and its overlay brings styles of its own.
  const dev = isDevelopment ? { eval: " 'unsafe-eval'", styles: " 'unsafe-inline'", sockets: ' ws: wss:' } : PRODUCTION;
  return [
    "default-src 'none'",
    `script-src 'self'${dev.eval}${scripts.map((source) => ` ${source}`).join('')}`,
    `style-src 'self'${dev.styles}`,
    "style-src-attr 'unsafe-inline'",
    // The panel shows the picture of a second factor as one.
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev.sockets}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${isFramed(address) ? '*' : "'none'"}`,
  ].join('; ');
}

const PRODUCTION = { eval: '', styles: '', sockets: '' };

/** For browsers that do not know frame-ancestors. */
export function framing(address: string): Record<string, string> {
  return isFramed(address) ? {} : { 'x-frame-options': 'DENY' };
}

/** Of every script that stands in the document itself, each once. */
export function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', code = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    if (/\bsrc=/.test(attributes) || code === '') continue;
    hashes.add(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  }
  return [...hashes];
}
