// A verdict of our own guards, on its way through an SDK that only passes exceptions. Never leaves lib/probe.
import type { FailureCode, FailureFacts } from '@/lib/core/failure';

/** Thrown by the wires and guards where they know better than the SDK what is wrong. */
export class ProbeFault extends Error {
  override readonly name = 'ProbeFault';

  /**
   * @param message for visitors: no host, no URL, no text of the server
   * @param detail for administrators; redacted, as the facts are, by whoever makes a Failure of it
   */
  constructor(
    readonly code: FailureCode,
    message: string,
    readonly detail: string | null = null,
    readonly facts: FailureFacts = {},
  ) {
    super(message);
  }

  /** The same fault in words that fit where it was met. */
  worded(message: string): ProbeFault {
    return new ProbeFault(this.code, message, this.detail, this.facts);
  }
}

/** The check's own deadline passed; the reason of an aborted probe signal. Any other reason is our own shutdown. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';

  constructor(readonly timeoutMs: number) {
    super(`no verdict within ${timeoutMs} ms`);
  }
}
