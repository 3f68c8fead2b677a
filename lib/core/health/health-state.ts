// What a word in a /health body means: "ok", "UP", "error: no credentials". Pure; knows no shapes of bodies.
import type { DependencyState } from '@/lib/core/outcome';

/** A reading of one value: its state, and the words beside the state ("no credentials"); null when there are none. */
export interface StateReading {
  state: DependencyState;
  message: string | null;
}

/** From the mildest to the worst. */
const STATES: readonly DependencyState[] = ['ok', 'unknown', 'degraded', 'failed'];

/** Lower case, `_` and `-` between words read as spaces. */
const WORDS: Record<DependencyState, string> = {
  ok: `ok, okay, up, pass, passed, passing, healthy, alive, live, ready, good, fine, green, success, successful, succeeded,
    operational, normal, nominal, running, active, online, available, reachable, connected, serving, started, true, pong`,
  degraded: `degraded, warn, warning, yellow, partial, partially available, partial outage, unstable, impaired, slow,
    limited, starting, initializing, pending, maintenance, restarting, recovering`,
  failed: `fail, failed, failing, failure, error, err, down, unhealthy, critical, fatal, dead, red, broken, offline,
    unavailable, unreachable, disconnected, outage, major outage, out of service, timeout, timed out, stopped, crashed,
    refused, denied, access denied, expired, unauthorized, forbidden, rejected, exception, panic, false, unready,
    connection refused, connection reset, connection failed, connection lost, connection closed, connection timed out`,
  unknown: 'unknown, service unknown, disabled, skipped, n/a, none, not configured, not applicable, not checked',
};

const STATE_OF_WORD = new Map(
  STATES.flatMap((state) => WORDS[state].split(/,\s+/).map((word) => [word, state] as const)),
);

const LEADING_WORDS = /^(?:n\/a|[a-z]+(?: [a-z]+){0,2})/;
const NEGATED = /^not (?:ok|ready|healthy|connected|available|running|up|serving|reachable|passing|alive|found)\b/;
/** "TimeoutError: …", "botocore.exceptions.ClientError: …", "ExpiredTokenException". */
const EXCEPTION = /^[\w.$]{0,100}(?:[a-z]Error|Exception)\b/;
const SYSTEM_ERROR = /\b(?:ECONN[A-Z]+|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EPIPE|EAI_[A-Z]+)\b/;
const HTTP_ERROR = /^(?:HTTP[ /\d.]*)?[45]\d\d\b/i;
/** Sets the explanation off from the word: "ok (3 ms)", "error: no credentials", "down - since noon". */
const SEPARATOR = /^\s*(?:[:;,(|–—]|-{1,2}\s)\s*/;

export function worseState(a: DependencyState, b: DependencyState): DependencyState {
  return isWorse(b, a) ? b : a;
}

export function isWorse(a: DependencyState, than: DependencyState): boolean {
  return STATES.indexOf(a) > STATES.indexOf(than);
}

/** A degraded or failed dependency is bad news; one of unknown state is no news. */
export function isBadState(state: DependencyState): boolean {
  return isWorse(state, 'unknown');
}

/** Reads booleans and words; null for anything else, numbers too. */
export function readStateValue(value: unknown): StateReading | null {
  if (typeof value === 'boolean') return { state: value ? 'ok' : 'failed', message: null };
  return typeof value === 'string' ? readStateWord(value) : null;
}

/** Reads a number that stands where an HTTP status would; null when it is none of 200 to 599. */
export function readHttpStatus(value: unknown): StateReading | null {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 200 || value > 599) return null;
  return value < 400 ? { state: 'ok', message: null } : { state: 'failed', message: `status ${value}` };
}

/**
 * Reads "ok", "OUT_OF_SERVICE", "error: no credentials", "failed to connect". A good word must stand alone or be set
 * off ("ok (3 ms)"), since "up the river" says nothing; a bad word may open a sentence. Null when no state is said.
 */
export function readStateWord(text: string): StateReading | null {
  const line = firstLine(text);
  const plain = line.toLowerCase().replace(/[_-](?=[a-z])/g, ' ');
  const words = LEADING_WORDS.exec(plain)?.[0].split(' ') ?? [];
  for (let count = words.length; count > 0; count--) {
    const word = words.slice(0, count).join(' ');
    const state = STATE_OF_WORD.get(word);
    const rest = line.slice(word.length);
    if (state && endsWord(rest, state)) return { state, message: messageBeside(line, rest) };
  }
  const negated = NEGATED.exec(plain)?.[0];
  if (negated) return { state: 'failed', message: messageBeside(line, line.slice(negated.length)) };
  const isError = EXCEPTION.test(line) || SYSTEM_ERROR.test(line) || HTTP_ERROR.test(line);
  return isError ? { state: 'failed', message: line } : null;
}

/** A state is said in a first line, and no one says it in more than this many characters. */
function firstLine(text: string): string {
  return (
    text
      .slice(0, 2_000)
      .trim()
      .split(/[\r\n]/, 1)[0] ?? ''
  );
}

function endsWord(rest: string, state: DependencyState): boolean {
  return /^[\s.!]*$/.test(rest) || SEPARATOR.test(rest) || (state === 'failed' && /^[\s.!/[{]/.test(rest));
}

/** "error: no credentials" -> "no credentials"; "failed to connect" keeps its verb; "ok" has nothing more to say. */
function messageBeside(line: string, rest: string): string | null {
  if (/^\W*$/.test(rest)) return null;
  const separator = SEPARATOR.exec(rest)?.[0];
  if (separator === undefined) return line;
  const message = rest.slice(separator.length);
  return (separator.includes('(') ? message.replace(/\)$/, '') : message).trim() || null;
}
