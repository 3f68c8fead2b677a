// What kept a mail from being taken, told from Nodemailer's errors (its list of codes: nodemailer, errors.js).
import { failure, type NetworkFailure, networkFailure } from '@/lib/alert/network-failure';
import type { DeliveryCode } from '@/lib/core/alert/delivery';

/** 530, 534, 535, 538: log in first, or not so (RFC 4954, 6). */
const AUTH_REPLIES: ReadonlySet<number> = new Set([530, 534, 535, 538]);
/** "Bad sequence of commands" is about the session, not about the mail. */
const BAD_SEQUENCE = 503;

const BY_CODE: Readonly<Record<string, readonly [DeliveryCode, string]>> = {
  ETIMEDOUT: ['timeout', 'the mail server does not answer in time'],
  ECONNECTION: ['unreachable', 'the mail server closed the connection'],
  ESOCKET: ['unreachable', 'the connection broke off'],
  ETLS: ['tls_failed', 'no TLS connection came about, and none without it is allowed'],
  EAUTH: ['unauthorized', 'the login failed'],
  ENOAUTH: ['unauthorized', 'the mail server asks for a login'],
  EPROTOCOL: ['invalid_answer', 'it does not answer in SMTP'],
  EENVELOPE: ['refused', 'the sender or all recipients were refused'],
  EMESSAGE: ['refused', 'the mail was refused'],
};

/** Null for a bug. The message may hold what the server said: hostile, and it may echo secrets. */
export function smtpFailure(error: unknown): NetworkFailure | null {
  if (!(error instanceof Error)) return null;
  const code = String(fieldOf(error, 'code'));
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  const reply = fieldOf(error, 'responseCode');
  if (typeof reply === 'number') {
    const said = String(fieldOf(error, 'response'));
    // A refused STARTTLS is no refused mail.
    return code === 'ETLS' ? failure('tls_failed', `it offers no TLS: ${said}`) : failure(codeOfReply(reply), said);
  }
  // The system's own code says more than Nodemailer's.
  const network = networkFailure(asThrown(error)) ?? networkFailure(error);
  return network ?? (known === undefined ? null : failure(...known));
}

function codeOfReply(reply: number): DeliveryCode {
  if (AUTH_REPLIES.has(reply)) return 'unauthorized';
  if (reply >= 500 && reply !== BAD_SEQUENCE) return 'refused';
  return reply >= 400 ? 'busy' : 'invalid_answer';
}

/** As the system threw it, where Nodemailer has put its own code over it. */
function asThrown(error: Error): Error {
  const original = fieldOf(error, 'originalCode');
  return typeof original === 'string' ? Object.assign(new Error(error.message), { code: original }) : error;
}

function fieldOf(error: Error, name: string): unknown {
  return Reflect.get(error, name);
}
