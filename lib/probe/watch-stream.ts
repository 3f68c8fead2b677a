// Looks at an event stream on its way to the SDK: what it answers, and whether it ends without the answer.
import type { AwaitedAnswers } from './awaited-answers';
import { createEventReader, type StreamEvent } from './event-stream';
import type { Answer } from './guarded-fetch';
import { ProbeFault } from './probe-fault';

/**
 * Passes every byte on. Faults go to `answers`, because the SDK takes a broken body for a reason to wait.
 * @param id of the request this stream answers; null for a stream that resumes an earlier one
 */
export function watchStream(answer: Answer, answers: AwaitedAnswers, id: string | null): ReadableStream<Uint8Array> {
  return toStream(watched(answer, answers, id), answer);
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
      cancel: () => answer.discard(),
    },
    { highWaterMark: 0 },
  );
}

async function* watched(
  answer: Answer,
  answers: AwaitedAnswers,
  id: string | null,
): AsyncGenerator<Uint8Array, void, undefined> {
  const events = createEventReader();
  // Resumable by GET with Last-Event-ID once an event had an id (MCP 2025-11-25, resumability).
  let isResumable = id === null;
  // The next request is under way before this stream has ended: only its own answer counts.
  const isAwaited = (): boolean => (id === null ? answers.isAnyAwaited() : answers.isAwaited(id));
  try {
    for await (const chunk of answer.body) {
      for (const event of events.push(chunk)) {
        if (event.id !== null && event.id !== '') isResumable = true;
        receiveEvent(event, answers);
      }
      yield chunk;
    }
  } catch (error) {
    if (isAwaited() && (!isResumable || error instanceof ProbeFault)) answers.fail(error);
    throw error;
  }
  if (isAwaited() && !isResumable) {
    answers.fail(answers.suspicion() ?? new ProbeFault('stream_ended', 'ended its stream without the answer'));
  }
}

/** Also for the stream of HTTP+SSE. */
export function receiveEvent(event: StreamEvent, answers: AwaitedAnswers): void {
  if (event.data === '') return;
  if (event.type !== 'message') {
    const detail = `event: ${event.type.slice(0, 100)}`;
    answers.suspect(new ProbeFault('bad_answer', 'sends its answer as another event than "message"', detail));
    return;
  }
  try {
    answers.receive(JSON.parse(event.data));
  } catch (error) {
    const detail = `${error instanceof Error ? error.message : ''}\n${event.data.slice(0, 300)}`;
    answers.suspect(new ProbeFault('bad_json', 'sends broken JSON in its stream', detail));
  }
}
