// From an HTTP answer to what became of the delivery, by the status alone; what a vendor says otherwise comes in with the
// reading. Pure.
import type { AnswerLine } from '@/lib/alert/answer-line';
import type { HttpAnswer } from '@/lib/alert/http-sender';
import type { NetworkFailure } from '@/lib/alert/network-failure';
import { type Delivery, type DeliveryCode, type DeliveryReceipt, failedDelivery } from '@/lib/core/alert/delivery';
import { retryAfterMs } from '@/lib/core/status/retry-after';
import type { UnixMs } from '@/lib/core/time';

/** How one vendor answers. */
export interface Reading {
  /** The failure that an answer means whatever its status; null leaves it to the status. */
  codeOf?: (answer: HttpAnswer) => DeliveryCode | null;
  /** Null leaves it to Retry-After. */
  retryAfterMsOf?: (answer: HttpAnswer) => number | null;
  /** Of a message that was taken. */
  receiptOf?: (answer: HttpAnswer) => DeliveryReceipt | null;
}

export interface ReadingContext {
  line: AnswerLine;
  now: UnixMs;
}

export function readAnswer(
  result: HttpAnswer | NetworkFailure,
  { line, now }: ReadingContext,
  { codeOf, retryAfterMsOf, receiptOf }: Reading = {},
): Delivery {
  if (result.kind === 'failure') return failedDelivery(result.code, result.message);
  const answer = line(`HTTP ${result.status}${said(result)}`);
  const code = codeOf?.(result) ?? codeOfStatus(result.status);
  if (code === null) return { kind: 'delivered', receipt: receiptOf?.(result) ?? null, answer };
  return failedDelivery(code, answer, retryAfterMsOf?.(result) ?? retryAfterMs(result.retryAfter, now));
}

function said({ status, location, text }: HttpAnswer): string {
  if (status < 300 || status >= 400) return ` ${text}`;
  const host = location === null ? null : (URL.parse(location)?.host ?? null);
  return host === null
    ? ': it redirects, and redirects are not followed'
    : `: it redirects to ${host}, and redirects are not followed; configure that address`;
}

const CODES: Readonly<Record<number, DeliveryCode>> = {
  401: 'unauthorized',
  403: 'unauthorized',
  404: 'gone',
  407: 'unauthorized',
  408: 'busy',
  409: 'busy',
  410: 'gone',
  425: 'busy',
  429: 'throttled',
};

/** Null for success. */
function codeOfStatus(status: number): DeliveryCode | null {
  if (status >= 200 && status < 300) return null;
  if (status < 200) return 'invalid_answer';
  if (status < 400) return 'redirected';
  return CODES[status] ?? (status < 500 ? 'refused' : 'server_error');
}
