// The fetch that is put under the SDK's HTTP+SSE transport (MCP 2024-11-05): one GET stream that carries every answer,
// and POSTs to the endpoint it names.
import type { FetchLike } from '@modelcontextprotocol/client';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import type { Answer } from '@/lib/probe/fetch/http-exchanger';
import { readRefusal } from '@/lib/probe/fetch/refusal';
import { createEventReader, type StreamEvent } from '@/lib/probe/wire/event-stream';
import { mediaType, type Outgoing, readOutgoing } from '@/lib/probe/wire/outgoing';
import { streamResponse } from '@/lib/probe/wire/responses';
import { receiveEvent, toBytes, toStream } from '@/lib/probe/wire/watch-stream';
import { Wire } from './wire';

export class SseWire extends Wire {
  readonly sessionId = null;
  /** The GET was answered with an event stream, so this is the dialect, whatever broke later. */
  isEventStream = false;
  private isOpened = false;

  readonly fetch: FetchLike = async (url, init) => {
    const outgoing = readOutgoing(url, init, this.signal);
    if (outgoing.request.method === 'POST') return this.post(outgoing);
    try {
      return await this.open(outgoing);
    } catch (error) {
      // EventSource would hide the reason behind an event without one.
      this.answers.fail(error);
      throw error;
    }
  };

  private async open(outgoing: Outgoing): Promise<Response> {
    // EventSource would reconnect for ever.
    if (this.isOpened) throw new ProbeFault('stream_ended', 'ended its event stream');
    this.isOpened = true;
    const answer = await this.send(outgoing);
    if (answer.status !== 200) throw (await readRefusal(answer, this.context.transcript)).fault;
    const type = mediaType(answer.headers['content-type']);
    if (type !== 'text/event-stream') {
      answer.abandon();
      const named = type.slice(0, 60) || 'something unnamed';
      throw new ProbeFault('not_mcp', `answers with ${named} instead of an event stream`);
    }
    this.isEventStream = true;
    return streamResponse(toStream(this.watched(answer), answer), answer);
  }

  private async *watched(answer: Answer): AsyncGenerator<Uint8Array, void, undefined> {
    const events = createEventReader();
    let ended = 'ended its event stream before it named its endpoint';
    try {
      for await (const chunk of answer.body) {
        for (const event of events.push(chunk)) {
          if (event.type === 'endpoint') ended = 'ended its event stream';
          const passedOn = this.forSdk(event, answer);
          if (passedOn !== null) yield toBytes(passedOn);
        }
      }
    } catch (error) {
      this.answers.fail(error);
      throw error;
    }
    this.answers.fail(this.answers.suspicion() ?? new ProbeFault('stream_ended', ended));
  }

  private forSdk(event: StreamEvent, answer: Answer): StreamEvent | null {
    if (event.type !== 'endpoint') return receiveEvent(event, this.answers)?.event ?? null;
    this.context.transcript.add('in', `endpoint ${event.data}`);
    checkEndpoint(event.data, answer);
    return event;
  }

  /** The body of the answer means nothing here; answers come over the stream. */
  private async post(outgoing: Outgoing): Promise<Response> {
    const { id, rpcMethod } = outgoing;
    if (id !== null && rpcMethod !== null) this.answers.begin(id, rpcMethod);
    try {
      const answer = await this.send(outgoing);
      if (answer.status < 200 || answer.status > 299) throw (await readRefusal(answer, this.context.transcript)).fault;
      answer.discard();
    } catch (error) {
      if (id !== null) this.answers.giveUp(id);
      // Our answers to questions of the server are not owed to anyone.
      if (id !== null || rpcMethod === 'notifications/initialized') throw error;
    }
    return new Response(null, { status: 200 });
  }
}

/** The SDK refuses it too, in words that quote the address. */
function checkEndpoint(data: string, { exchange }: Answer): void {
  const target = URL.parse(data, exchange.address);
  if (target === null) throw new ProbeFault('bad_answer', 'names an endpoint that is no address', data.slice(0, 300));
  // No client sends a request to such an address: fetch refuses it.
  if (target.username !== '' || target.password !== '') {
    throw new ProbeFault('bad_answer', 'names an endpoint with a password in its address');
  }
  if (target.origin === URL.parse(exchange.address)?.origin) return;
  throw new ProbeFault('bad_answer', 'names an endpoint on another host', `${target.origin}${target.pathname}`);
}
