// How a stream is handed to the SDK: as the answer it begins with, or event by event.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startExchange } from '@/lib/probe/fetch/exchange';
import type { Answer } from '@/lib/probe/fetch/http-exchanger';
import { createTranscript } from '@/lib/probe/log/transcript';
import { type AwaitedAnswers, createAwaitedAnswers } from '@/lib/probe/wire/awaited-answers';
import { watchStream } from '@/lib/probe/wire/watch-stream';
import { event } from '@/tests/fixtures/mcp-server';

const ANSWER = { jsonrpc: '2.0', id: 7, result: { tools: [] } };
const NOTE = { jsonrpc: '2.0', method: 'notifications/message', params: {} };
const PING = { jsonrpc: '2.0', id: 'ping', method: 'ping' };

interface Watched {
  response: Response;
  answers: AwaitedAnswers;
  /** The body was read to its end. */
  isReadOut(): boolean;
}

async function watch(chunks: readonly string[], id: string | null = '7'): Promise<Watched> {
  const answers = createAwaitedAnswers(
    () => 0,
    createTranscript(
      () => 0,
      (text) => text,
    ),
  );
  answers.begin('7', 'tools/list');
  let isReadOut = false;
  async function* body(): AsyncGenerator<Buffer> {
    for (const chunk of chunks) yield Buffer.from(chunk);
    isReadOut = true;
  }
  const answer: Answer = {
    status: 200,
    headers: { 'content-type': 'text/event-stream', 'mcp-session-id': 's1' },
    body: body(),
    discard: () => {},
    abandon: () => {},
    exchange: startExchange({ method: 'POST', headers: {} }, new URL('http://server.test/mcp'), 0),
  };
  return { response: await watchStream(answer, answers, id), answers, isReadOut: () => isReadOut };
}

const typeOf = (response: Response) => response.headers.get('content-type');

describe('as JSON', () => {
  test.each<[string, string[]]>([
    ['the answer alone', [event(ANSWER)]],
    ['in two chunks', [event(ANSWER).slice(0, 20), event(ANSWER).slice(20)]],
    ['after a comment', [': hello\n\n', event(ANSWER)]],
    ['with an id', [event(ANSWER, 'id: 3\n')]],
    ['after notifications', [event(NOTE), event(NOTE) + event(ANSWER)]],
    ['after the answer to something else', [event({ ...ANSWER, id: '' }), event(ANSWER)]],
    ['and notifications after it', [event(ANSWER) + event(NOTE), event(NOTE)]],
  ])('%s', async (_name, chunks) => {
    const { response, answers, isReadOut } = await watch(chunks);
    expect(typeOf(response)).toBe('application/json');
    expect(response.headers.get('mcp-session-id')).toBe('s1');
    expect(await response.json()).toEqual(ANSWER);
    expect(answers.isAnyAwaited()).toBe(false);
    await nextTurn();
    expect(isReadOut()).toBe(true);
  });

  test('what follows the answer is still counted', async () => {
    const { answers } = await watch([event(ANSWER), ...Array.from({ length: 100 }, () => event(PING))]);
    await expect(answers.broken).rejects.toMatchObject({ code: 'flooded' });
  });
});

describe('as a stream', () => {
  test.each<[string, string[], string]>([
    ['a notification with an id first', [event(NOTE, 'id: 1\n'), event(ANSWER)], 'id: 1\nevent: message\ndata: \n\n'],
    ['a request of the server first', [event(PING), event(ANSWER)], event(PING, 'event: message\n')],
    ['a priming event first', ['id: 1\ndata: \n\n', event(ANSWER)], 'id: 1\nevent: message\ndata: \n\n'],
  ])('%s', async (_name, chunks, first) => {
    const { response, answers } = await watch(chunks);
    expect(typeOf(response)).toBe('text/event-stream');
    expect(await response.text()).toBe(first + event(ANSWER, 'event: message\n'));
    expect(answers.isAnyAwaited()).toBe(false);
  });

  test('one that resumes another', async () => {
    const { response } = await watch([event(ANSWER)], null);
    expect(typeOf(response)).toBe('text/event-stream');
    expect(await response.text()).toBe(event(ANSWER, 'event: message\n'));
  });

  test('one that ends without the answer', async () => {
    const { response, answers } = await watch([': nothing\n\n']);
    expect(await response.text()).toBe('');
    await expect(answers.broken).rejects.toMatchObject({ code: 'stream_ended' });
  });
});
