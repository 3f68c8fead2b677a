// Decides which dialect to try next, after the spec's backwards compatibility (MCP 2025-11-25 and 2026-07-28,
// basic/transports) and what real servers do. Pure.
import type { FailureCode } from '@/lib/core/failure';
import type { Known } from './era-store';
import type { Attempt, Manner } from './http-attempt';

/** More than any server needs that works: one stale memory, one lost session, two fallbacks. */
const MAX_ATTEMPTS = 4;

type DialectChoice = 'auto' | 'http' | 'sse';

export function firstManner(dialect: DialectChoice, known: Known | null): Manner {
  if (dialect === 'sse' || (dialect === 'auto' && known === 'sse')) return 'sse';
  // A guard at the door asks everyone alike, and those that hide the new handshake alone let this one through.
  if (known === 'locked') return 'legacy';
  return known === 'legacy' || known === 'modern' ? known : 'auto';
}

/** What a server says that was addressed in a dialect it does not speak. */
const DIALECT_CODES: ReadonlySet<FailureCode> = new Set([
  'http_not_found',
  'http_client_error',
  'not_mcp',
  'bad_json',
  'bad_answer',
  'rpc_error',
  'version_unsupported',
  'stream_ended',
]);

/** The server may speak, only not like this: what is remembered of it is worth nothing then. */
export function isAboutDialect({ fault, walk }: Attempt): boolean {
  return fault !== null && walk.step === 'handshake' && DIALECT_CODES.has(fault.code);
}

/** What is known of an endpoint before it is called. */
export interface Setting {
  dialect: DialectChoice;
  known: Known | null;
  /** Tokens are fetched for it: a refusal is about the token then, and a new one comes before another dialect. */
  hasTokens: boolean;
}

/** Null when there is nothing left that could work. `tried` holds failed attempts, oldest first. */
export function nextManner(tried: readonly Attempt[], { dialect, known, hasTokens }: Setting): Manner | null {
  const last = tried.at(-1);
  if (last === undefined || last.fault === null || tried.length >= MAX_ATTEMPTS) return null;
  const hasTried = (manner: Manner): boolean => tried.some((attempt) => attempt.manner === manner);
  // A server that restarts forgets its sessions; a second loss is its normal state.
  if (last.fault.code === 'session_lost') return isFirstLoss(tried) ? 'legacy' : null;
  if (isStrangeToDiscover(last, hasTokens) && !hasTried('legacy')) return 'legacy';
  if (isStaleMemory(last, known) && dialect !== 'sse' && !hasTried('auto')) return 'auto';
  // It was slow, not silent: the old way was refused for being old.
  if (last.fault.code === 'version_unsupported' && last.manner === 'legacy' && !hasTried('modern')) return 'modern';
  if (dialect === 'auto' && isPostRefused(last) && !hasTried('sse')) return 'sse';
  return null;
}

/**
 * A refusal over HTTP+SSE that was only a guess says nothing about the server; the one before it does. And a server that
 * asked for a credential is locked, whatever it says to the older handshakes.
 */
export function attemptToReport(tried: readonly Attempt[]): Attempt {
  const [last, before] = tried.toReversed();
  if (last === undefined) throw new RangeError('nothing was tried');
  const locked = isAboutDialect(last) ? tried.find(asksForCredential) : undefined;
  if (locked !== undefined) return locked;
  return last.manner === 'sse' && !last.isEventStream && before !== undefined ? before : last;
}

/** A server that was known to speak 2026-07-28 and is silent when asked for it may have been replaced. */
export function isSilentToDiscover({ manner, fault, walk }: Attempt): boolean {
  return manner === 'modern' && walk.step === 'handshake' && fault?.code === 'timeout';
}

function isStaleMemory(attempt: Attempt, known: Known | null): boolean {
  const isAsKnown = attempt.manner === (known === 'locked' ? 'legacy' : known);
  return isAsKnown && known !== 'modern' && isAboutDialect(attempt);
}

/** It asks for a credential by `initialize` too; known servers of that kind are asked no more than this in any case. */
export function isLocked(attempt: Attempt, { known, hasTokens }: Setting): boolean {
  if (hasTokens || known === 'legacy' || known === 'sse') return false;
  const { walk, exchanges } = attempt;
  const hasAsked = exchanges.some(({ rpcMethod }) => rpcMethod === 'initialize');
  return hasAsked && walk.step === 'handshake' && asksForCredential(attempt);
}

function isFirstLoss(tried: readonly Attempt[]): boolean {
  return tried.filter(({ fault }) => fault?.code === 'session_lost').length === 1;
}

/**
 * The SDK falls back to `initialize` on a proper refusal of `server/discover`. Servers that never heard of it also fall
 * silent, hang up, fail or answer nonsense; they deserve to be asked in the old way once.
 */
function isStrangeToDiscover(attempt: Attempt, hasTokens: boolean): boolean {
  const { manner, fault, walk, exchanges } = attempt;
  if (fault === null || walk.step !== 'handshake' || (manner !== 'auto' && manner !== 'modern')) return false;
  if (exchanges.some(({ rpcMethod }) => rpcMethod === 'initialize')) return false;
  // A gateway makes 502 of a program that dies of it, and 401 of a method that it does not let strangers call.
  if (fault.code === 'http_server_error') return true;
  if (asksForCredential(attempt)) return !hasTokens;
  return isAboutDialect(attempt) || fault.code === 'timeout' || fault.code === 'reset';
}

function asksForCredential({ fault }: Attempt): boolean {
  return fault?.code === 'unauthorized' || fault?.code === 'forbidden';
}

/** "HTTP 400, 404 or 405 … issue a GET" (transports, backwards compatibility), unless a server of today said so. */
function isPostRefused({ manner, fault, walk, exchanges }: Attempt): boolean {
  if (manner === 'sse' || walk.step !== 'handshake' || fault?.code === 'version_unsupported') return false;
  const status = exchanges.findLast(({ rpcMethod }) => rpcMethod === 'initialize')?.status;
  return status === 400 || status === 404 || status === 405;
}
