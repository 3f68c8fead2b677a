// The fetch that is put under the SDK's HTTP+SSE transport (MCP 2024-11-05): one GET stream that carries every answer,
// and POSTs to the endpoint it names.
import { createAwaitedAnswers } from './awaited-answers';
import { createEventReader, writeEvent } from './event-stream';
import type { Answer, GuardedFetch } from './guarded-fetch';
import { createLoggedFetch } from './logged-fetch';
import { mediaType, type Outgoing, readOutgoing } from './outgoing';
import type { ProbeContext } from './probe-context';
import { ProbeFault } from './probe-fault';
import { readRefusal } from './refusal';
import { streamResponse } from './responses';
import { HUNG_UP, type Wire } from './streamable-wire';
import { receiveEvent, toStream } from './watch-stream';

export interface SseWire extends Wire {
  /** The GET was answered with an event stream, so this is the dialect, whatever broke later. */
  isEventStream(): boolean;
}

export function createSseWire(http: GuardedFetch, context: ProbeContext): SseWire {
  const answers = createAwaitedAnswers(context.elapsedMs, context.transcript);
  const fetch = createLoggedFetch(http, context.transcript);
  const ending = new AbortController();
  const signal = AbortSignal.any([context.signal, ending.signal]);
  let isOpened = false;
  let isEventStream = false;

  async function open(outgoing: Outgoing): Promise<Response> {
    // EventSource would reconnect for ever.
    if (isOpened) throw new ProbeFault('stream_ended', 'ended its event stream');
    isOpened = true;
    const answer = await fetch(outgoing);
    if (answer.status !== 200) throw (await readRefusal(answer, context.transcript)).fault;
    const type = mediaType(answer.headers['content-type']);
    if (type !== 'text/event-stream') {
      answer.abandon();
      throw new ProbeFault(
        'not_mcp',
        `answers with ${type.slice(0, 60) || 'something unnamed'} instead of an event stream`,
      );
    }
    isEventStream = true;
    return streamResponse(toStream(watched(answer), answer), answer);
  }

  async function* watched(answer: Answer): AsyncGenerator<Uint8Array, void, undefined> {
    const events = createEventReader();
    let hasEndpoint = false;
    try {
      for await (const chunk of answer.body) {
        for (const event of events.push(chunk)) {
          if (event.type === 'endpoint') {
            hasEndpoint = true;
            checkEndpoint(event.data, answer);
          }
          if (event.type === 'endpoint' || receiveEvent(event, answers)) yield Buffer.from(writeEvent(event));
        }
      }
    } catch (error) {
      answers.fail(error);
      throw error;
    }
    answers.fail(
      answers.suspicion() ??
        new ProbeFault(
          'stream_ended',
          hasEndpoint ? 'ended its event stream' : 'ended its event stream before it named its endpoint',
        ),
    );
  }

  async function post(outgoing: Outgoing): Promise<Response> {
    const { id, rpcMethod } = outgoing;
    if (id !== null && rpcMethod !== null) answers.begin(id, rpcMethod);
    try {
      const answer = await fetch(outgoing);
      if (answer.status < 200 || answer.status > 299) throw (await readRefusal(answer, context.transcript)).fault;
      answer.discard();
    } catch (error) {
      if (id === null && rpcMethod !== 'notifications/initialized') return new Response(null, { status: 200 });
      if (id !== null) answers.giveUp(id);
      throw error;
    }
    return new Response(null, { status: 200 });
  }

  return {
    answers,
    isEventStream: () => isEventStream,
    sessionId: () => null,
    close() {
      answers.close();
      ending.abort(HUNG_UP);
    },
    async fetch(url, init) {
      const outgoing = readOutgoing(url, init, signal);
      if (outgoing.request.method === 'POST') return post(outgoing);
      try {
        return await open(outgoing);
      } catch (error) {
        // EventSource would hide the reason behind an event without one.
        answers.fail(error);
        throw error;
      }
    },
  };
}

/** The SDK refuses it too, in words that quote the address. */
function checkEndpoint(data: string, answer: Answer): void {
  const target = URL.parse(data, answer.exchange.address);
  if (target === null) throw new ProbeFault('bad_answer', 'names an endpoint that is no address', data.slice(0, 300));
  if (target.origin === URL.parse(answer.exchange.address)?.origin) return;
  throw new ProbeFault('bad_answer', 'names an endpoint on another host', `${target.origin}${target.pathname}`);
}
