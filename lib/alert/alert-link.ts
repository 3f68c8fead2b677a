// Signed addresses in messages: whoever holds one may act on one matter, in one way, for a while, without signing in.
// HMAC-SHA-256 over purpose, end and key; says nothing that is not in the message already.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AlertLinks } from '@/lib/core/alert/alert';
import { DAY_MS, type UnixMs } from '@/lib/core/time';

const LINK_PURPOSES = ['acknowledge', 'snooze'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** A message may be read after a weekend. */
export const LINK_LIFE_MS = 7 * DAY_MS;

/** Our keys have 255 characters at most; what is longer was not made here. */
const TOKEN_LIMIT = 1_000;
const SIGNATURE_BYTES = 32;

export type LinkSigner = (
  pageUrl: string,
  threadKey: string,
  now: UnixMs,
) => Pick<AlertLinks, 'acknowledge' | 'snooze'>;

/** `pageUrl` has no slash at its end. */
export function createLinkSigner(secret: string): LinkSigner {
  return (pageUrl, threadKey, now) => {
    const address = (purpose: LinkPurpose) => {
      const token = signToken(secret, { purpose, threadKey, expiresAt: now + LINK_LIFE_MS });
      return `${pageUrl}/alerts/${purpose}?token=${token}`;
    };
    return { acknowledge: address('acknowledge'), snooze: address('snooze') };
  };
}

export interface LinkClaim {
  purpose: LinkPurpose;
  threadKey: string;
  expiresAt: UnixMs;
}

/** `<base64url of expiry and key>.<base64url of the signature>`. */
export function signToken(secret: string, { purpose, threadKey, expiresAt }: LinkClaim): string {
  const body = Buffer.from(`${expiresAt}.${threadKey}`).toString('base64url');
  return `${body}.${signatureOf(secret, purpose, body).toString('base64url')}`;
}

/** `forged`: not made here, not whole, or made for another purpose. */
export type LinkReading = { ok: true; threadKey: string } | { ok: false; code: 'forged' | 'expired' };

export function readToken(secret: string, token: string, purpose: LinkPurpose, now: UnixMs): LinkReading {
  const [body = '', signature = '', ...rest] = token.slice(0, TOKEN_LIMIT + 1).split('.');
  const given = Buffer.from(signature, 'base64url');
  const isWhole = token.length <= TOKEN_LIMIT && rest.length === 0 && given.length === SIGNATURE_BYTES;
  if (!isWhole || !timingSafeEqual(given, signatureOf(secret, purpose, body))) return { ok: false, code: 'forged' };
  const [, expiry = '', threadKey = ''] = /^(\d{1,16})\.(.+)$/s.exec(Buffer.from(body, 'base64url').toString()) ?? [];
  if (expiry === '') return { ok: false, code: 'forged' };
  return now < Number(expiry) ? { ok: true, threadKey } : { ok: false, code: 'expired' };
}

/** The name keeps the key apart from other uses of the same secret. */
function signatureOf(secret: string, purpose: LinkPurpose, body: string): Buffer {
  return createHmac('sha256', secret).update(`rollcall alert link\n${purpose}\n${body}`).digest();
}
