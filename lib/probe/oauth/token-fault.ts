// Why there is no token, in words. All of it is `unauthorized`: the MCP server itself is not shown to be down by it.
import { toFault } from '@/lib/probe/fault/classify';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import type { Exchange } from '@/lib/probe/fetch/exchange';

/** Faults that already read as a sentence about whoever answered. */
const ABOUT_THE_ANSWER = /^(?:redirects|answers|sends|does)\b/;

/** Whoever should have answered: "the authorization server". */
export type Subject = 'the authorization server' | "the server's metadata" | "the authorization server's metadata";

export function tokenFault(sentence: string, detail: string | null = null): ProbeFault {
  // With a colon after "token" the redactor would take what follows for one.
  return new ProbeFault('unauthorized', `no token, since ${sentence}`, detail, { isOfAuthorization: true });
}

/** For what is thrown instead of an answer; `signal` is the one that ended the wait, if one did. */
export function unansweredFault(
  subject: Subject,
  error: unknown,
  { signal, exchanges }: { signal: AbortSignal; exchanges: readonly Exchange[] },
): ProbeFault {
  if (signal.aborted) return tokenFault(`${subject} did not answer in time`);
  const { message, detail } = toFault(error, { step: 'handshake', exchanges });
  return ABOUT_THE_ANSWER.test(message)
    ? tokenFault(`${subject} ${message}`, detail)
    : tokenFault(`${subject} cannot be reached (${message})`, detail);
}
