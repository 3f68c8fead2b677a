// Makes text of hostile or secret origin fit for a log, the store or a page. Knows nothing of where the text came from.

import type { FailureFacts } from '@/lib/core/failure';

/** Messages are read in alerts and on small screens. */
export const MESSAGE_LIMIT = 300;

const MARK = '[redacted]';
const SHORTEST_SECRET = 4;
/** Text beyond this factor of the limit is dropped before redaction, so that a huge body costs nothing. */
const LOOKAHEAD = 8;

/** Replaces what must not be seen. Total: never throws, linear in the text. */
export type Redact = (text: string) => string;

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(bearer|basic|digest|negotiate|dpop) +[\w+/.~=-]{4,}/gi, `$1 ${MARK}`],
  // JSON Web Tokens and the prefixed keys of common vendors, wherever they stand.
  [/\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/g, MARK],
  [/\b(?:sk|pk|rk|ghp|gho|ghs|github_pat|glpat|xox[abprs]|sbp|ntn)[-_][\w-]{8,}/g, MARK],
  [/\bAKIA[A-Z0-9]{12,}/g, MARK],
  // scheme://user:password@host
  [/(\w:\/\/)[^\s/?#@"'<>]{1,500}@/g, `$1${MARK}@`],
  // ?key=value and &key=value: the key says what was meant, the value may be a credential.
  [/([?&][\w.%[\]-]{1,80}=)[^&\s"'<>#]+/g, `$1${MARK}`],
  // token: abc, "api_key":"abc", X-Api-Key=abc; but not "ExpiredToken: The security token …", which is the name of an error
  [
    /((?:api[-_]?key|apikey|access[-_]?key|secret|(?<![a-z])token|(?:access|refresh|id|auth|session|api|bearer)[-_]?token|passw(?:or)?d|authorization|cookie)["']?\s{0,3}[:=]\s{0,3}["']?)(?!\[redacted\]|(?:bearer|basic|digest|negotiate|dpop) )[^\s"',;&}]{3,}/gi,
    `$1${MARK}`,
  ],
];

/** `secrets` are whole values (a header, a variable); a value such as "Bearer abc" hides "abc" as well. */
export function createRedactor(secrets: Iterable<string>): Redact {
  const known = [...new Set([...secrets].flatMap(formsOf))].sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const secret of known) clean = clean.replaceAll(secret, MARK);
    for (const [pattern, replacement] of PATTERNS) clean = clean.replace(pattern, replacement);
    return clean;
  };
}

export interface GrowingRedactor {
  redact: Redact;
  /** From now on. */
  hide(secret: string): void;
}

/** For secrets that are only learnt on the way, such as a token that was given out. */
export function createGrowingRedactor(secrets: readonly string[]): GrowingRedactor {
  const known = new Set(secrets);
  let redact = createRedactor(known);
  return {
    redact: (text) => redact(text),
    hide(secret) {
      if (known.has(secret)) return;
      redact = createRedactor(known.add(secret));
    },
  };
}

/** The ways in which a secret may turn up in an echo. */
function formsOf(secret: string): string[] {
  const words = secret.trim().split(/\s+/);
  const parts = words.length > 1 ? [secret.trim(), ...words.slice(1)] : words;
  return parts
    .filter((part) => part.length >= SHORTEST_SECRET)
    .flatMap((part) => [part, encodeURIComponentSafely(part), JSON.stringify(part).slice(1, -1)]);
}

/** A lone surrogate makes encodeURIComponent throw; such a secret has no URL form. */
function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** One line, redacted, at most `limit` characters, no control or direction-changing characters, no trailing stop. */
export function toMessage(text: string, redact: Redact, limit = MESSAGE_LIMIT): string {
  return cut(oneLine(redact(oneLine(text.slice(0, limit * LOOKAHEAD)))), limit).replace(/[.\s]+$/, '');
}

/** Of tools, commands and versions. */
const NAME_LIMIT = 80;

/** To be spread into a Failure: nothing where there is no fact. */
export function toFacts(facts: FailureFacts, redact: Redact): { facts?: FailureFacts } {
  const { names, ...others } = facts;
  if (names === undefined) return Object.keys(others).length === 0 ? {} : { facts: others };
  return { facts: { ...others, names: names.map((name) => toMessage(name, redact, NAME_LIMIT)) } };
}

/** As `toMessage`, but keeps line breaks: for details and logs that administrators read. */
export function toDetail(text: string, redact: Redact, limit = 2_000): string {
  const lines = text.slice(0, limit * LOOKAHEAD).split(/\r\n|\r|\n/);
  return cut(redact(lines.map(visible).join('\n')), limit).trimEnd();
}

export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** Controls, zero-width and bidirectional marks can hide or reorder what a person reads. */
function visible(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
}

/** Cuts at a code point, so that half a surrogate pair never reaches the store. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
