// What both transports over HTTP have in common: a fetch that is put under the SDK, and the account it keeps.
import type { FetchLike } from '@modelcontextprotocol/client';
import type { GuardedFetch } from '@/lib/probe/fetch/guarded-fetch';
import { createLoggedFetch, type LoggedFetch } from '@/lib/probe/fetch/logged-fetch';
import type { ProbeContext } from '@/lib/probe/probe-context';
import { type AwaitedAnswers, createAwaitedAnswers } from '@/lib/probe/wire/awaited-answers';

/** The reason of a closed wire. Made once, since making an error costs more than ending a request. */
const HUNG_UP = new Error('the check has hung up');

export abstract class Wire {
  abstract readonly fetch: FetchLike;
  /** Given with the answer to `initialize`; null while there is none, and where there are no sessions. */
  abstract readonly sessionId: string | null;
  readonly answers: AwaitedAnswers;
  protected readonly send: LoggedFetch;
  /** That of the check, or our own end. */
  protected readonly signal: AbortSignal;
  private readonly ending = new AbortController();

  constructor(
    http: GuardedFetch,
    protected readonly context: ProbeContext,
  ) {
    this.answers = createAwaitedAnswers(context.elapsedMs, context.transcript);
    this.send = createLoggedFetch(http, context.transcript);
    this.signal = AbortSignal.any([context.signal, this.ending.signal]);
  }

  /** Ends every request that is still under way. */
  close(): void {
    this.answers.close();
    this.ending.abort(HUNG_UP);
  }
}
