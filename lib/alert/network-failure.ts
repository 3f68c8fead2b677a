// What kept us from an answer, told from the trouble of the network. A table of codes and nothing else.
import { DeadlinePassed } from '@/lib/alert/bounded-wait';
import type { DeliveryCode } from '@/lib/core/alert/delivery';
import { causesOf } from '@/lib/net/error-causes';
import { BlockedAddress } from '@/lib/net/filtered-lookup';
import { type NetworkTroubleKind, troubleIn } from '@/lib/net/network-trouble';

export interface NetworkFailure {
  kind: 'failure';
  code: DeliveryCode;
  /** One line without secrets. */
  message: string;
}

const CODES: Readonly<Record<NetworkTroubleKind, DeliveryCode>> = {
  dns_not_found: 'unreachable',
  dns_failed: 'unreachable',
  refused: 'unreachable',
  unreachable: 'unreachable',
  reset: 'unreachable',
  connect_timeout: 'timeout',
  http_invalid: 'invalid_answer',
  unwritable: 'misconfigured',
  tls_expired: 'tls_failed',
  tls_not_yet_valid: 'tls_failed',
  tls_wrong_host: 'tls_failed',
  tls_untrusted: 'tls_failed',
  tls_failed: 'tls_failed',
};

/** Null for what is no failure of network, address or receiver, but a bug. */
export function networkFailure(error: unknown): NetworkFailure | null {
  for (const cause of causesOf(error)) {
    if (cause instanceof BlockedAddress) return failure('blocked', cause.message);
    if (cause instanceof DeadlinePassed) return failure('timeout', cause.message);
  }
  const trouble = troubleIn(error);
  return trouble === null ? null : failure(CODES[trouble.kind], trouble.words);
}

export function failure(code: DeliveryCode, message: string): NetworkFailure {
  return { kind: 'failure', code, message };
}
