// Why a server refuses us, as far as our credential goes: none was given, it was never accepted, or it was accepted
// once and is rejected now (design, rule 4). It sees whether a credential is configured, never the credential.

import { quotedName } from '@/lib/core/drift/shown-name';
import type { Challenge } from '@/lib/core/failure';
import type { UnixMs } from '@/lib/core/time';
import { listText, whenText } from '@/lib/core/words/format';
import { explain } from '@/lib/core/words/text/en/explain';

/** `rejected` is the one that alerts: something worked and stopped working. */
const REFUSAL_KINDS = ['never_given', 'never_accepted', 'rejected'] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

export interface Refused {
  /** The configuration holds a credential for this server: a header, a variable, a client secret. */
  hasCredential: boolean;
  /** The last check in which the server let us in; null when there was none. */
  lastAcceptedAt: UnixMs | null;
  /** The first check of this run of refusals. */
  rejectedSince: UnixMs;
  /** What the server said when it refused; null when it said nothing. */
  challenge: Challenge | null;
}

export interface Refusal {
  kind: RefusalKind;
  /** For everyone: no realm, scope or address. One sentence with its stop. */
  sentence: string;
  /** For administrators: the same, and what the server asks for. */
  adminSentence: string;
}

/** `now` and `timezone` only shorten the instants: "13:40" today, "12 Aug, 13:40" before. */
export function explainRefusal(refused: Refused, now: UnixMs, timezone: string): Refusal {
  const when = (at: UnixMs) => whenText(at, now, timezone);
  const kind = refusalKind(refused);
  const sentence = `${publicWords(refused, when)}.`;
  return { kind, sentence, adminSentence: [sentence, ...adminWords(kind, refused.challenge)].join(' ') };
}

/** A server that was open and now asks for a credential was never given one, whenever it last let us in. */
export function refusalKind({ hasCredential, lastAcceptedAt }: Refused): RefusalKind {
  if (!hasCredential) return 'never_given';
  return lastAcceptedAt === null ? 'never_accepted' : 'rejected';
}

function publicWords({ hasCredential, lastAcceptedAt, rejectedSince }: Refused, when: (at: UnixMs) => string): string {
  const acceptedUntil = lastAcceptedAt === null ? null : when(lastAcceptedAt);
  return explain.refusal({ hasCredential, acceptedUntil, rejectedSince: when(rejectedSince) });
}

function adminWords(kind: RefusalKind, challenge: Challenge | null): string[] {
  const asked = challenge === null ? [] : challengeWords(challenge);
  const words = asked.length === 0 ? [] : [`It asks for ${listText(asked, asked.length)}.`];
  if (challenge?.error) words.push(`It says ${quotedName(challenge.error)}.`);
  return [...words, ADVICE[kind]];
}

const ADVICE: Record<RefusalKind, string> = {
  never_given: 'Give its entry a header or OAuth client, with the secret in a variable.',
  never_accepted: 'Check that the credential belongs to this server and that its variable holds the right value.',
  rejected: 'It may have expired, been revoked or replaced: renew it.',
};

/** The server wrote all of it. */
function challengeWords({ scheme, realm, scopes, authorizationServers }: Challenge): string[] {
  const words: string[] = [];
  if (scheme !== null) words.push(`the scheme ${quotedName(scheme)}`);
  if (realm !== null) words.push(`the realm ${quotedName(realm)}`);
  if (scopes.length > 0) words.push(`the scope${scopes.length === 1 ? '' : 's'} ${listText(scopes.map(quotedName))}`);
  const [issuer] = authorizationServers;
  if (issuer !== undefined) words.push(`a token from ${quotedName(issuer)}`);
  return words;
}
