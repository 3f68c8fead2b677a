// Sends a payload as JSON and reads the answer: what all channels over HTTP have in common.
import { createAnswerLine } from '@/lib/alert/answer-line';
import type { HttpRequest } from '@/lib/alert/http-sender';
import { type Reading, readAnswer } from '@/lib/alert/read-answer';
import type { SendDeps } from '@/lib/alert/send-deps';
import type { ChannelConfig } from '@/lib/config/settings/channel-schema';
import type { Delivery } from '@/lib/core/alert/delivery';

export interface JsonPost extends Pick<HttpRequest, 'url'> {
  /** Plain JSON, or the text of it where each byte counts. */
  payload: object | string;
  method?: 'POST' | 'PATCH';
  headers?: Record<string, string>;
}

export async function postJson(
  channel: ChannelConfig,
  { url, payload, method = 'POST', headers = {} }: JsonPost,
  deps: SendDeps,
  reading?: Reading,
): Promise<Delivery> {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const request = { method, url, headers: { ...headers, 'content-type': 'application/json' }, body };
  const result = await deps.http(request, deps.signal);
  return readAnswer(result, { line: createAnswerLine(channel), now: deps.now() }, reading);
}
