// The fetch that is put under the SDK's Streamable HTTP transport: sends what is sent, refuses what a check does not
// need, and says at once when an answer is none. Knows the transport (MCP 2025-11-25, basic/transports), not the client.
import type { FetchLike } from '@modelcontextprotocol/client';
import { type AwaitedAnswers, createAwaitedAnswers } from './awaited-answers';
import { readSample, readText } from './body';
import type { Answer, GuardedFetch } from './guarded-fetch';
import { createLoggedFetch } from './logged-fetch';
import { mediaType, type Outgoing, readOutgoing } from './outgoing';
import type { ProbeContext } from './probe-context';
import { ProbeFault } from './probe-fault';
import { readRefusal } from './refusal';
import { JsonResponse, refusedResponse, streamResponse } from './responses';
import { watchStream } from './watch-stream';

/** GETs that resume a stream: enough for a polite server, and the end of a reconnect storm (typescript-sdk#2682). */
const MAX_RESUMPTIONS = 5;

/** Given once, since making an error costs more than ending a request. */
export const HUNG_UP = new Error('the check has hung up');

export interface Wire {
  fetch: FetchLike;
  answers: AwaitedAnswers;
  /** Given with the answer to `initialize`; null while there is none. */
  sessionId(): string | null;
  /** Ends every request that is still under way. */
  close(): void;
}

export function createStreamableWire(http: GuardedFetch, context: ProbeContext): Wire {
  const answers = createAwaitedAnswers(context.elapsedMs, context.transcript);
  const fetch = createLoggedFetch(http, context.transcript);
  const ending = new AbortController();
  const signal = AbortSignal.any([context.signal, ending.signal]);
  let sessionId: string | null = null;
  let resumptions = 0;

  async function post(outgoing: Outgoing): Promise<Response> {
    const { id, rpcMethod } = outgoing;
    if (id !== null && rpcMethod !== null) answers.begin(id, rpcMethod);
    try {
      const answer = await fetch(outgoing);
      if (rpcMethod === 'initialize') sessionId ??= answer.headers['mcp-session-id'] ?? null;
      if (answer.status < 200 || answer.status > 299) return await refuse(answer, outgoing);
      return id === null ? acceptNotification(answer) : await acceptAnswer(answer, id);
    } catch (error) {
      if (id !== null) answers.giveUp(id);
      throw error;
    }
  }

  /** Left to the SDK, whose negotiation reads the status; only a throttling server is not asked a second time. */
  async function refuse(answer: Answer, { id, rpcMethod }: Outgoing): Promise<Response> {
    const { text, fault } = await readRefusal(answer, context.transcript);
    if (fault.code === 'throttled' || fault.code === 'http_invalid') throw fault;
    // Our answer to a question of the server, or a cancellation: whether it likes it is of no consequence.
    if (id === null && rpcMethod !== 'notifications/initialized') return new Response(null, { status: 200 });
    if (id !== null) answers.giveUp(id);
    return refusedResponse(answer, text);
  }

  /** 200 instead of 202, because 202 makes the SDK open the standalone GET stream. */
  function acceptNotification(answer: Answer): Response {
    // A stream held open here would hold up the SDK, which reads it to its end.
    answer.discard();
    return new Response(null, { status: 200 });
  }

  async function acceptAnswer(answer: Answer, id: string): Promise<Response> {
    const type = mediaType(answer.headers['content-type']);
    if (type === 'application/json') return acceptJson(await readText(answer.body), answer, id);
    if (type === 'text/event-stream') return streamResponse(watchStream(answer, answers, id), answer);
    const start = await readSample(answer, 300);
    context.transcript.add('in', start);
    if (answer.status !== 200 || start.trim() === '') {
      throw new ProbeFault('bad_answer', `takes the request and answers nothing (HTTP ${answer.status})`);
    }
    const named = type === '' ? 'without saying what it is' : `with ${type.slice(0, 60)}`;
    throw new ProbeFault(
      'not_mcp',
      `answers ${named}, not in MCP`,
      `${answer.headers['content-type'] ?? ''}\n${start}`,
    );
  }

  function acceptJson(text: string, answer: Answer, id: string): Response {
    if (text.trim() === '')
      throw new ProbeFault('bad_answer', `takes the request and answers nothing (HTTP ${answer.status})`);
    const value: unknown = parseJson(text);
    answers.receive(value, text);
    if (answers.isAwaited(id)) {
      const detail = text.slice(0, 300);
      throw answers.suspicion() ?? new ProbeFault('bad_answer', 'answers with something that is no answer', detail);
    }
    return new JsonResponse(value, answer);
  }

  async function get(outgoing: Outgoing): Promise<Response> {
    // A check needs no standalone stream, and the SDK has no switch for it (typescript-sdk#926).
    if (outgoing.request.headers['last-event-id'] === undefined) return new Response(null, { status: 405 });
    resumptions++;
    if (resumptions > MAX_RESUMPTIONS)
      return stop(new ProbeFault('stream_ended', `ended its stream ${resumptions} times without the answer`));
    const answer = await fetch(outgoing);
    if (answer.status === 200 && mediaType(answer.headers['content-type']) === 'text/event-stream') {
      return streamResponse(watchStream(answer, answers, null), answer);
    }
    answer.discard();
    return stop(
      new ProbeFault(
        'stream_ended',
        `ended its stream without the answer and would not resume it (HTTP ${answer.status})`,
      ),
    );
  }

  function stop(fault: ProbeFault): never {
    answers.fail(fault);
    throw fault;
  }

  return {
    answers,
    sessionId: () => sessionId,
    close() {
      answers.close();
      ending.abort(HUNG_UP);
    },
    fetch: async (url, init) => {
      const outgoing = readOutgoing(url, init, signal);
      return outgoing.request.method === 'POST' ? post(outgoing) : get(outgoing);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new ProbeFault('bad_json', 'answers with broken JSON', `${reason}\n${text.slice(0, 300)}`);
  }
}
