// What sending an alert over a channel comes to. Expected failures are values; our own shutdown is none and throws. Knows
// no channel and no transport.

/** Stored and shown in the delivery log: add to them, never rename one. */
export const DELIVERY_CODES = [
  'misconfigured', // the channel's settings cannot be used
  'blocked', // our own address policy forbids the receiver
  'unreachable', // no such host, refused, no route, reset
  'tls_failed',
  'timeout', // the deadline passed before there was an answer
  'invalid_answer', // an answer, but not of the protocol
  'redirected', // to an address that has to be configured instead
  'unauthorized', // our credential or token is refused
  'gone', // the receiver is not there any more: deleted, archived, disabled
  'refused', // the receiver does not take this message
  'throttled', // too many messages; see retryAfterMs
  'busy', // a passing conflict or a full mailbox
  'server_error', // the receiver failed
] as const;
export type DeliveryCode = (typeof DELIVERY_CODES)[number];

/** What later messages of the same `dedupKey` on the same channel need to find this one again. Plain data, no secret. */
export interface DeliveryReceipt {
  /** Discord: the message; e-mail: Message-ID; ntfy: the message; PagerDuty: the alert's key. */
  messageId: string;
}

export type Delivery =
  /** `receipt`: null when the channel has none. `answer`: see FailedDelivery. */
  { kind: 'delivered'; receipt: DeliveryReceipt | null; answer: string } | FailedDelivery;

export interface FailedDelivery {
  kind: 'failed';
  /** Trying again with the same settings is no use. */
  isPermanent: boolean;
  /** How long the receiver asks to be left alone; null when it does not say. */
  retryAfterMs: number | null;
  code: DeliveryCode;
  /** What the receiver said, for administrators: one line of at most 300 characters, redacted, no trailing stop. */
  answer: string;
}

/** Whether a failure of this kind can pass by itself. A certificate can be renewed and a name can come back. */
const PERMANENT: Record<DeliveryCode, boolean> = {
  misconfigured: true,
  blocked: true,
  unreachable: false,
  tls_failed: false,
  timeout: false,
  invalid_answer: false,
  redirected: true,
  unauthorized: true,
  gone: true,
  refused: true,
  throttled: false,
  busy: false,
  server_error: false,
};

export function failedDelivery(code: DeliveryCode, answer: string, retryAfterMs: number | null = null): FailedDelivery {
  return { kind: 'failed', isPermanent: PERMANENT[code], retryAfterMs, code, answer };
}
