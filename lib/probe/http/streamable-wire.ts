// The fetch that is put under the SDK's Streamable HTTP transport: sends what is sent, refuses what a check does not
// need, and says at once when an answer is none. Knows the transport (MCP 2025-11-25, basic/transports), not the client.
import type { FetchLike } from '@modelcontextprotocol/client';
import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import { readSample, readText } from '@/lib/probe/fetch/body';
import type { Answer } from '@/lib/probe/fetch/http-exchanger';
import { readRefusal } from '@/lib/probe/fetch/refusal';
import { mediaType, type Outgoing, readOutgoing } from '@/lib/probe/wire/outgoing';
import { BODY_JSON, parseJson } from '@/lib/probe/wire/parse-json';
import { JsonResponse, refusedResponse } from '@/lib/probe/wire/responses';
import { watchStream } from '@/lib/probe/wire/watch-stream';
import { Wire } from './wire';

/** GETs that resume a stream: enough for a polite server, and the end of a reconnect storm (typescript-sdk#2682). */
const MAX_RESUMPTIONS = 5;
/** Of a body that is no MCP, for the administrator. */
const SAMPLE_BYTES = 300;

export class StreamableWire extends Wire {
  sessionId: string | null = null;
  private resumptions = 0;

  readonly fetch: FetchLike = async (url, init) => {
    const outgoing = readOutgoing(url, init, this.signal);
    return outgoing.request.method === 'POST' ? this.post(outgoing) : this.get(outgoing);
  };

  private async post(outgoing: Outgoing): Promise<Response> {
    const { id, rpcMethod } = outgoing;
    if (id !== null && rpcMethod !== null) this.answers.begin(id, rpcMethod);
    try {
      const answer = await this.send(outgoing);
      if (rpcMethod === 'initialize') this.sessionId ??= answer.headers['mcp-session-id'] ?? null;
      if (answer.status < 200 || answer.status > 299) return await this.refuse(answer, outgoing);
      return id === null ? acceptNotification(answer) : await this.accept(answer, id);
    } catch (error) {
      if (id !== null) this.answers.giveUp(id);
      throw error;
    }
  }

  /** Left to the SDK, whose negotiation reads the status; only a throttling server is not asked a second time. */
  private async refuse(answer: Answer, { id, rpcMethod }: Outgoing): Promise<Response> {
    const { text, fault } = await readRefusal(answer, this.context.transcript);
    // A Response holds no status beyond 599 (Fetch, 6.4).
    if (fault.code === 'throttled' || fault.code === 'http_invalid' || answer.status > 599) throw fault;
    // Our answer to a question of the server, or a cancellation: whether it likes it is of no consequence.
    if (id === null && rpcMethod !== 'notifications/initialized') return new Response(null, { status: 200 });
    if (id !== null) this.answers.giveUp(id);
    return refusedResponse(answer, text);
  }

  private async accept(answer: Answer, id: string): Promise<Response> {
    // "Accepted" is for notifications; clients do not look into it.
    if (answer.status === 202) {
      answer.discard();
      throw nothing(answer);
    }
    const type = mediaType(answer.headers['content-type']);
    if (type === 'text/event-stream') return await watchStream(answer, this.answers, id);
    if (type === 'application/json') return this.acceptJson(answer, id);
    const sample = await readSample(answer, SAMPLE_BYTES);
    this.context.transcript.add('in', sample);
    if (answer.status !== 200 || sample.trim() === '') throw nothing(answer);
    const named = type === '' ? 'without saying what it is' : `with ${type.slice(0, 60)}`;
    const detail = `${answer.headers['content-type'] ?? ''}\n${sample}`;
    throw new ProbeFault('not_mcp', `answers ${named}, not in MCP`, detail);
  }

  private async acceptJson(answer: Answer, id: string): Promise<Response> {
    const text = await readText(answer.body);
    if (text.trim() === '') throw nothing(answer);
    const value = parseJson(text, BODY_JSON);
    this.answers.receive(value, text);
    if (this.answers.isAwaited(id)) {
      const noAnswer = new ProbeFault('bad_answer', 'answers with something that is no answer', text.slice(0, 300));
      throw this.answers.suspicion() ?? noAnswer;
    }
    return new JsonResponse(value, answer);
  }

  private async get(outgoing: Outgoing): Promise<Response> {
    // A check needs no standalone stream, and the SDK has no switch for it (typescript-sdk#926).
    if (outgoing.request.headers['last-event-id'] === undefined) return new Response(null, { status: 405 });
    this.resumptions++;
    if (this.resumptions > MAX_RESUMPTIONS) {
      throw this.stop(`ended its stream ${this.resumptions} times without the answer`);
    }
    const answer = await this.send(outgoing);
    if (answer.status === 200 && mediaType(answer.headers['content-type']) === 'text/event-stream') {
      return await watchStream(answer, this.answers, null);
    }
    answer.abandon();
    throw this.stop(`ended its stream without the answer and would not resume it (HTTP ${answer.status})`);
  }

  /** The SDK would go on trying. */
  private stop(message: string): ProbeFault {
    const fault = new ProbeFault('stream_ended', message);
    this.answers.fail(fault);
    return fault;
  }
}

/** 200 instead of 202, because 202 makes the SDK open the standalone stream; and never a body for it to wait for. */
function acceptNotification(answer: Answer): Response {
  answer.discard();
  return new Response(null, { status: 200 });
}

function nothing({ status }: Answer): ProbeFault {
  return new ProbeFault('bad_answer', `takes the request and answers nothing (HTTP ${status})`);
}
