// What both transports over HTTP have in common: a fetch that is put under the SDK, and the account it keeps.
import type { FetchLike } from '@modelcontextprotocol/client';
import type { AwaitedAnswers } from '@/lib/probe/wire/awaited-answers';

export interface Wire {
  readonly fetch: FetchLike;
  readonly answers: AwaitedAnswers;
  /** Given with the answer to `initialize`; null while there is none, and where there are no sessions. */
  readonly sessionId: string | null;
  /** Ends every request that is still under way. */
  close(): void;
}

/** The reason of a closed wire. Made once, since making an error costs more than ending a request. */
export const HUNG_UP = new Error('the check has hung up');
