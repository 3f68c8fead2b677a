// What is remembered of a credential from check to check: when it was accepted last, and since when it is refused. Pure;
// the words for it are in credential.ts.
import type { EndpointType } from '@/lib/core/endpoint';
import type { FailureCode } from '@/lib/core/failure';
import type { Outcome } from '@/lib/core/outcome';
import type { UnixMs } from '@/lib/core/time';
import type { Judgement } from './verdict';

export interface CredentialRecord {
  /** The configuration gives one. */
  hasCredential: boolean;
  /** The last check in which the server let us in; null when there was none. */
  lastAcceptedAt: UnixMs | null;
  /** The first check of the present run of refusals; null while there is none. */
  rejectedSince: UnixMs | null;
}

/** `unknown`: the server did not get as far as looking at it. */
export type CredentialAnswer = 'accepted' | 'refused' | 'unknown';

/** A credential that was given or taken away since is another one: what was heard of the old one says nothing of it. */
export function recordAnswer(
  before: CredentialRecord,
  check: { at: UnixMs; hasCredential: boolean; answer: CredentialAnswer },
): CredentialRecord {
  const { at, hasCredential, answer } = check;
  const isSame = before.hasCredential === hasCredential;
  const { lastAcceptedAt, rejectedSince } = isSame ? before : { lastAcceptedAt: null, rejectedSince: null };
  switch (answer) {
    case 'accepted':
      return { hasCredential, lastAcceptedAt: at, rejectedSince: null };
    case 'refused':
      return { hasCredential, lastAcceptedAt, rejectedSince: rejectedSince ?? at };
    case 'unknown':
      return { hasCredential, lastAcceptedAt, rejectedSince };
    default:
      return answer satisfies never;
  }
}

/** What a health URL may say to somebody it let in. */
const SAID_INSIDE: ReadonlySet<FailureCode> = new Set(['dependency_failed', 'health_failed', 'slow']);

export function credentialAnswer(type: EndpointType, { failure }: Outcome, judgement: Judgement): CredentialAnswer {
  if (judgement.verdict === 'locked') return 'refused';
  if (type !== 'health') return failure === null ? 'accepted' : 'unknown';
  return judgement.failure === null || SAID_INSIDE.has(judgement.failure.code) ? 'accepted' : 'unknown';
}
