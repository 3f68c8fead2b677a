// Looks at an event stream on its way to the SDK: what it answers, and whether it ends without the answer.

import { ProbeFault } from '@/lib/probe/fault/probe-fault';
import type { Answer } from '@/lib/probe/fetch/http-exchanger';
import type { AwaitedAnswers } from './awaited-answers';
import { createEventReader, type StreamEvent, writeEvent } from './event-stream';
import { BODY_JSON, parseJson } from './parse-json';
import { JsonResponse, streamResponse } from './responses';

/** An event that the SDK has a use for. */
export interface Understood {
  event: StreamEvent;
  /** The message in it; undefined for an event that only says where to resume. */
  value: unknown;
}

/**
 * Passes on what was understood, so that the SDK and this account never differ on what was said. Faults go to
 * `answers`, because the SDK takes a broken body for a reason to wait.
 *
 * A stream that begins with the very answer, as most do, is handed over as that answer in JSON: the SDK's own way
 * through a stream costs more than the rest of the check's reading together.
 * @param id of the request this stream answers; null for a stream that resumes an earlier one
 */
export async function watchStream(answer: Answer, answers: AwaitedAnswers, id: string | null): Promise<Response> {
  const events = watched(answer, answers, id);
  const first = id === null ? null : await events.next();
  if (id !== null && first?.done === false && first.value.value !== undefined && !answers.isAwaited(id)) {
    void readOn(events);
    return new JsonResponse(first.value.value, answer);
  }
  return streamResponse(toStream(written(first, events), answer), answer);
}

/** What follows the answer is still counted and bounded; reading it to its end frees the connection for the next request. */
async function readOn(events: AsyncGenerator<Understood>): Promise<void> {
  try {
    while ((await events.next()).done !== true);
  } catch {
    // Cut off after the answer: nobody waits for more.
  }
}

async function* written(
  first: IteratorResult<Understood> | null,
  rest: AsyncGenerator<Understood>,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (first?.done === false) yield toBytes(first.value.event);
  if (first?.done !== true) for await (const { event } of rest) yield toBytes(event);
}

export function toBytes(event: StreamEvent): Uint8Array {
  return Buffer.from(writeEvent(event));
}

export function toStream(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  answer: Answer,
): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => answer.abandon(),
    },
    { highWaterMark: 0 },
  );
}

async function* watched(
  answer: Answer,
  answers: AwaitedAnswers,
  id: string | null,
): AsyncGenerator<Understood, void, undefined> {
  const events = createEventReader();
  // Resumable by GET with Last-Event-ID once an event had an id (MCP 2025-11-25, resumability).
  let isResumable = id === null;
  // The next request is under way before this stream has ended: only its own answer counts.
  const isAwaited = (): boolean => (id === null ? answers.isAnyAwaited() : answers.isAwaited(id));
  try {
    for await (const chunk of answer.body) {
      for (const event of events.push(chunk)) {
        if (event.id !== null && event.id !== '') isResumable = true;
        const understood = receiveEvent(event, answers);
        if (understood !== null) yield understood;
      }
    }
  } catch (error) {
    if (isAwaited() && (!isResumable || error instanceof ProbeFault)) answers.fail(error);
    throw error;
  }
  if (isAwaited() && !isResumable) {
    answers.fail(answers.suspicion() ?? new ProbeFault('stream_ended', 'ended its stream without the answer'));
  }
}

/**
 * Also for the stream of HTTP+SSE.
 * @returns null for an event that the SDK has no use for
 */
export function receiveEvent(event: StreamEvent, answers: AwaitedAnswers): Understood | null {
  const { type, data } = event;
  // A priming event: it says where to resume, and nothing else (SEP-1699).
  if (data === '') return type === 'message' ? { event, value: undefined } : null;
  if (type !== 'message') {
    const detail = `event: ${type.slice(0, 100)}`;
    answers.suspect(new ProbeFault('bad_answer', 'sends its answer as another event than "message"', detail));
    return null;
  }
  const value = parseEvent(data);
  if (value instanceof ProbeFault) {
    if (value.code === 'bad_json') answers.suspect(value);
    else answers.fail(value);
    return null;
  }
  if (Array.isArray(value)) {
    // Batches were part of 2025-03-26 only, and the SDK drops them in streams.
    answers.suspect(new ProbeFault('bad_answer', 'sends a batch in its stream', data.slice(0, 300)));
    return null;
  }
  const isOfUse = answers.isOfUse(value);
  answers.receive(value, data);
  if (isOfUse) return { event, value };
  // Only where to resume is of use of it.
  return event.id === null ? null : { event: { ...event, data: '' }, value: undefined };
}

function parseEvent(data: string): unknown {
  try {
    return parseJson(data, BODY_JSON);
  } catch (error) {
    return error;
  }
}
