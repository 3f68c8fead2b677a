// Keeps account of which JSON-RPC requests of a check are still unanswered, and notices at once when an answer can no
// longer come. The SDK would wait for its timeout instead (typescript-sdk#2739).
import { parseJSONRPCMessage } from '@modelcontextprotocol/client';
import { type Message, readMessage } from './json-rpc';
import { ProbeFault } from './probe-fault';
import { rpcFault } from './rpc-fault';
import type { Transcript } from './transcript';

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
  const calls: Call[] = [];
  const awaited = new Map<string, Call>();
  const { promise: broken, reject } = Promise.withResolvers<never>();
  broken.catch(() => {});
  let serverRequests = 0;
  let suspected: ProbeFault | null = null;
  let patience: NodeJS.Timeout | undefined;

  const answers: AwaitedAnswers = {
    calls,
    broken,
    begin(id, method) {
      const call: Call = { method, startedMs: elapsedMs(), repliedMs: null };
      calls.push(call);
      awaited.set(id, call);
    },
    giveUp: (id) => void awaited.delete(id),
    isAwaited: (id) => awaited.has(id),
    isAnyAwaited: () => awaited.size > 0,
    receive(value, text) {
      transcript.add('in', text);
      for (const part of Array.isArray(value) ? value : [value]) receiveOne(part);
    },
    suspect(fault) {
      suspected ??= fault;
      patience ??= setTimeout(() => answers.failIfAwaited(fault), PATIENCE_MS);
    },
    fail: reject,
    failIfAwaited(fault) {
      if (awaited.size > 0) reject(suspected ?? fault);
    },
    suspicion: () => suspected,
    close: () => clearTimeout(patience),
  };

  function receiveOne(value: unknown): void {
    const message = readMessage(value);
    if (message === null) {
      answers.suspect(new ProbeFault('bad_answer', 'answers with something that is no JSON-RPC message'));
      return;
    }
    if (message.kind === 'request') countServerRequest();
    if (message.kind === 'answer') receiveAnswer(message, value);
  }

  function countServerRequest(): void {
    serverRequests++;
    if (serverRequests > MAX_SERVER_REQUESTS) {
      reject(new ProbeFault('flooded', `asks the client more than ${MAX_SERVER_REQUESTS} things before it answers`));
    }
  }

  function receiveAnswer(message: Extract<Message, { kind: 'answer' }>, value: unknown): void {
    const call = message.id === null ? undefined : awaited.get(message.id);
    if (message.id !== null && call !== undefined) {
      awaited.delete(message.id);
      call.repliedMs = elapsedMs();
      clearTimeout(patience);
      patience = undefined;
      suspected = null;
      // The SDK drops what it cannot parse and goes on waiting.
      try {
        parseJSONRPCMessage(value);
      } catch (error) {
        reject(error);
      }
    } else if (message.id === null && message.error !== null && awaited.size > 0) {
      reject(rpcFault(message.error));
    } else if (awaited.size > 0) {
      answers.suspect(new ProbeFault('bad_answer', 'answers a request that was never made', `id ${message.id}`));
    }
  }

  return answers;
}
