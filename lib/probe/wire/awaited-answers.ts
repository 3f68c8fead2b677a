// Keeps account of which JSON-RPC requests of a check are still unanswered, and notices at once when an answer can no
// longer come. The SDK would wait for its timeout instead (typescript-sdk#2739).
import { parseJSONRPCMessage } from '@modelcontextprotocol/client';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import { rpcFault } from '@/lib/probe/fault/rpc-fault';
import type { Transcript } from '@/lib/probe/log/transcript';
import { type Message, readMessage } from './json-rpc';

/** A server that asks more than this while a check runs would keep any client busy for nothing. */
const MAX_SERVER_REQUESTS = 64;
/** How long the right answer may still come after a wrong one. */
const PATIENCE_MS = 1_000;

/** One request of ours. Times are milliseconds since the check began. */
export interface Call {
  method: string;
  startedMs: number;
  /** When its answer had been read; null as long as there is none. */
  repliedMs: number | null;
}

export interface AwaitedAnswers {
  readonly calls: readonly Call[];
  /** Rejects with the first fault that makes the whole check pointless; never resolves. */
  readonly broken: Promise<never>;
  begin(id: string, method: string): void;
  /** The request failed by an error of its own, which the SDK passes on. */
  giveUp(id: string): void;
  isAwaited(id: string): boolean;
  isAnyAwaited(): boolean;
  /**
   * Whether the SDK should see it: questions, and answers to what was asked. It would take others too (to it the id "" is
   * the number 0), and thousands of notifications cost it more than they cost the server.
   */
  isOfUse(value: unknown): boolean;
  /** One parsed JSON value from the server, a message or a batch of them, and the text it was parsed from. */
  receive(value: unknown, text: string): void;
  /** Something that should have been an answer, but cannot be one; told when nothing better follows. */
  suspect(fault: ProbeFault): void;
  /** Nothing more can come for what is awaited. */
  fail(fault: unknown): void;
  /** Nothing more can come: fails with what was suspected, or else with `fault`. Does nothing when all is answered. */
  failIfAwaited(fault: ProbeFault): void;
  /** What was suspected so far, to explain a silence. */
  suspicion(): ProbeFault | null;
  close(): void;
}

export function createAwaitedAnswers(elapsedMs: () => number, transcript: Transcript): AwaitedAnswers {
  return new Account(elapsedMs, transcript);
}

class Account implements AwaitedAnswers {
  readonly calls: Call[] = [];
  readonly broken: Promise<never>;
  readonly fail: (fault: unknown) => void;
  private readonly awaited = new Map<string, Call>();
  private serverRequests = 0;
  private suspected: ProbeFault | null = null;
  private patience: NodeJS.Timeout | undefined;

  constructor(
    private readonly elapsedMs: () => number,
    private readonly transcript: Transcript,
  ) {
    const { promise, reject } = Promise.withResolvers<never>();
    promise.catch(() => {});
    this.broken = promise;
    this.fail = reject;
  }

  begin(id: string, method: string): void {
    const call: Call = { method, startedMs: this.elapsedMs(), repliedMs: null };
    this.calls.push(call);
    this.awaited.set(id, call);
  }

  giveUp(id: string): void {
    this.awaited.delete(id);
  }

  isAwaited(id: string): boolean {
    return this.awaited.has(id);
  }

  isAnyAwaited(): boolean {
    return this.awaited.size > 0;
  }

  isOfUse(value: unknown): boolean {
    const message = readMessage(value);
    if (message?.kind === 'answer') return message.id === null || this.isAwaited(message.id);
    return message?.kind !== 'notification';
  }

  receive(value: unknown, text: string): void {
    this.transcript.add('in', text);
    for (const part of Array.isArray(value) ? value : [value]) this.receiveOne(part);
  }

  suspect(fault: ProbeFault): void {
    this.suspected ??= fault;
    this.patience ??= setTimeout(() => this.failIfAwaited(fault), PATIENCE_MS);
  }

  failIfAwaited(fault: ProbeFault): void {
    if (this.isAnyAwaited()) this.fail(this.suspected ?? fault);
  }

  suspicion(): ProbeFault | null {
    return this.suspected;
  }

  close(): void {
    clearTimeout(this.patience);
  }

  private receiveOne(value: unknown): void {
    const message = readMessage(value);
    if (message === null)
      this.suspect(new ProbeFault('bad_answer', 'answers with something that is no JSON-RPC message'));
    else if (message.kind === 'request') this.countServerRequest();
    else if (message.kind === 'answer') this.receiveAnswer(message, value);
  }

  private countServerRequest(): void {
    this.serverRequests++;
    if (this.serverRequests <= MAX_SERVER_REQUESTS) return;
    this.fail(new ProbeFault('flooded', `asks the client more than ${MAX_SERVER_REQUESTS} things before it answers`));
  }

  private receiveAnswer({ id, error }: Extract<Message, { kind: 'answer' }>, value: unknown): void {
    if (id !== null && this.isAwaited(id)) this.settle(id, value);
    // Which of ours failed the server did not say; there is never more than one that matters.
    else if (id === null && error !== null && this.isAnyAwaited()) this.fail(rpcFault(error));
    else if (this.isAnyAwaited()) {
      this.suspect(new ProbeFault('bad_answer', 'answers a request that was never made', `id ${id}`));
    }
  }

  private settle(id: string, value: unknown): void {
    const call = this.awaited.get(id);
    if (call !== undefined) call.repliedMs = this.elapsedMs();
    this.awaited.delete(id);
    clearTimeout(this.patience);
    this.patience = undefined;
    this.suspected = null;
    // The SDK drops what it cannot parse and goes on waiting.
    try {
      parseJSONRPCMessage(value);
    } catch (error) {
      this.fail(error);
    }
  }
}
