// Walks with an access token: the one at hand first, and a new one where the server refuses that. Knows what a refusal
// means for the check, and nothing of how tokens are given out.
import type { ProbeFault } from '@/lib/probe/fault/probe-fault';
import type { TokenDesk } from '@/lib/probe/oauth/token-desk';
import type { Attempt, HttpTarget } from './http-attempt';

export interface Authorized {
  attempt: Attempt;
  /** Why there is no token to be let in with; null when there is one, or the server fails without it being asked for. */
  refusal: { fault: ProbeFault; retryAfterMs: number | null } | null;
}

/**
 * Without a token the server is called all the same, as a stranger: an authorization server that is out of order must not
 * hide that the server itself is down.
 */
export async function attemptWithToken(
  desk: TokenDesk,
  attempt: (token: string | null) => Promise<Attempt>,
): Promise<Authorized> {
  const first = await attempt(await desk.atHand());
  if (desk.fault !== null) return { attempt: first, refusal: isDown(first) ? null : refusalOf(desk) };
  if (!isRefused(first) || !desk.canRenew()) return { attempt: judged(first, desk), refusal: null };
  const token = await desk.renew(challengeOf(first));
  if (token === null) return { attempt: first, refusal: refusalOf(desk) };
  return { attempt: judged(await attempt(token), desk), refusal: null };
}

/** The token takes the place of any other credential in that header; null: none at all. */
export function withToken<T extends HttpTarget>(target: T, token: string | null): T {
  const others = Object.entries(target.headers).filter(([name]) => name.toLowerCase() !== 'authorization');
  const own = token === null ? {} : { authorization: `Bearer ${token}` };
  return { ...target, headers: { ...Object.fromEntries(others), ...own } };
}

function refusalOf(desk: TokenDesk): Authorized['refusal'] {
  return desk.fault && { fault: desk.fault, retryAfterMs: desk.retryAfterMs() };
}

/** By its handshake and list, or at the call of a tool; there by its HTTP status alone, or the tool may have run. */
function isRefused({ fault, exchanges }: Attempt): boolean {
  if (fault !== null) return fault.code === 'unauthorized';
  return exchanges.some(({ rpcMethod, status }) => rpcMethod === 'tools/call' && status === 401);
}

function isDown({ fault }: Attempt): boolean {
  return fault !== null && fault.code !== 'unauthorized' && fault.code !== 'forbidden';
}

function challengeOf({ exchanges }: Attempt): string | null {
  return exchanges.findLast(({ wwwAuthenticate }) => wwwAuthenticate !== null)?.wwwAuthenticate ?? null;
}

/** The last word on the token. "Asks for a credential" would send people looking for one that is missing. */
function judged(attempt: Attempt, desk: TokenDesk): Attempt {
  const { fault } = attempt;
  desk.note(isRefused(attempt));
  if (fault?.code !== 'unauthorized') return attempt;
  const message = 'refuses the tokens that its authorization server gives out';
  return { ...attempt, fault: fault.worded(message) };
}
