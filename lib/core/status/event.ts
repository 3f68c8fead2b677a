// What happened to an endpoint besides its status: written down once each, for those who turn it into alerts. A closed
// set; nothing here knows who is told, or how.
import type { DriftKind } from '@/lib/core/drift/drift-change';
import type { UnixMs } from '@/lib/core/time';
import { CERTIFICATE_STEPS_MS, type CountdownStep, dueCountdown, TOKEN_STEPS_MS } from './token-expiry';

/** Stored: add to them, never rename one. */
export const EVENT_KINDS = [
  'token_expiring',
  'token_expired',
  'certificate_expiring',
  'certificate_expired',
  'credential_rejected',
  'credential_accepted',
  'drift',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export type EndpointEvent =
  /** `beforeMs`: the step that was reached, of TOKEN_STEPS_MS or CERTIFICATE_STEPS_MS. */
  | { kind: 'token_expiring' | 'certificate_expiring'; expiresAt: UnixMs; beforeMs: number }
  | { kind: 'token_expired' | 'certificate_expired'; expiresAt: UnixMs }
  /** It was accepted before: something that worked stopped working. */
  | { kind: 'credential_rejected'; lastAcceptedAt: UnixMs; rejectedSince: UnixMs }
  /** After a rejection that was told. */
  | { kind: 'credential_accepted'; rejectedSince: UnixMs }
  /** Once for a row of `drifts`, and once more when the row became worse. */
  | { kind: 'drift'; driftId: number; worst: DriftKind };

/** The same for the same happening, whoever comes upon it and however often. */
export function eventKey(endpointId: number, event: EndpointEvent): string {
  return [endpointId, event.kind, ...distinction(event)].join(':');
}

function distinction(event: EndpointEvent): (number | string)[] {
  switch (event.kind) {
    case 'token_expiring':
    case 'certificate_expiring':
      return [event.expiresAt, event.beforeMs];
    case 'token_expired':
    case 'certificate_expired':
      return [event.expiresAt];
    case 'credential_rejected':
    case 'credential_accepted':
      return [event.rejectedSince];
    case 'drift':
      return [event.driftId, event.worst];
    default:
      return event satisfies never;
  }
}

/** What runs out, and is told of beforehand. */
const EXPIRING_THINGS = ['token', 'certificate'] as const;
export type ExpiringThing = (typeof EXPIRING_THINGS)[number];

const STEPS_MS: Record<ExpiringThing, readonly number[]> = { token: TOKEN_STEPS_MS, certificate: CERTIFICATE_STEPS_MS };

export type ExpiryEvent = Extract<EndpointEvent, { expiresAt: UnixMs }>;

/** Null when nothing is to be told now. `told`: what was told of this thing last. */
export function expiryEvent(
  thing: ExpiringThing,
  { expiresAt, now, told }: { expiresAt: UnixMs; now: UnixMs; told: ExpiryEvent | null },
): ExpiryEvent | null {
  const alreadyTold = told && { expiresAt: told.expiresAt, step: stepOf(told) };
  const step = dueCountdown({ expiresAt, now, stepsMs: STEPS_MS[thing], alreadyTold });
  if (step === null) return null;
  return step === 'expired'
    ? { kind: `${thing}_expired`, expiresAt }
    : { kind: `${thing}_expiring`, expiresAt, beforeMs: step };
}

function stepOf(event: ExpiryEvent): CountdownStep {
  return 'beforeMs' in event ? event.beforeMs : 'expired';
}
