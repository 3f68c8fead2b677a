// Discord's webhooks. A message that ends trouble edits the one that told of it, so that a channel shows what is wrong now
// (discord/discord-api-docs, developers/resources/webhook.mdx).
import type { HttpAnswer } from '@/lib/alert/http-sender';
import { postJson } from '@/lib/alert/post-json';
import type { Reading } from '@/lib/alert/read-answer';
import type { Send } from '@/lib/alert/send-deps';
import { endsTrouble } from '@/lib/core/alert/alert';
import { type DeliveryReceipt, failedDelivery } from '@/lib/core/alert/delivery';
import { DAY_MS, SECOND_MS } from '@/lib/core/time';
import { discordPayload } from '@/lib/render/alert/alert-discord';

const SNOWFLAKE = /^\d{1,20}$/;

export const sendDiscord: Send<'discord'> = async (channel, message, deps) => {
  const { previous } = deps;
  const payload = discordPayload(message);
  const isEdit = endsTrouble(message.event) || message.event === 'outage_acknowledged';
  if (isEdit && previous !== null && SNOWFLAKE.test(previous.messageId)) {
    const url = editUrl(channel.url, previous.messageId);
    if (url === null) return failedDelivery('misconfigured', 'the url is no web address');
    const edited = await postJson(channel, { method: 'PATCH', url, payload }, deps, READING);
    // Somebody deleted the message: then a new one tells the end. A webhook that is gone says so again.
    if (edited.kind === 'delivered' || edited.code !== 'gone') return edited;
  }
  const url = executeUrl(channel.url);
  if (url === null) return failedDelivery('misconfigured', 'the url is no web address');
  return postJson(channel, { url, payload }, deps, READING);
};

/** `thread_id` stays; without `wait` Discord does not say which message it made. */
function executeUrl(text: string): string | null {
  const url = URL.parse(text);
  url?.searchParams.set('wait', 'true');
  return url?.href ?? null;
}

function editUrl(text: string, messageId: string): string | null {
  const url = URL.parse(text);
  if (url === null) return null;
  url.pathname = `${url.pathname.replace(/\/$/, '')}/messages/${messageId}`;
  url.searchParams.delete('wait');
  return url.href;
}

const READING: Reading = { receiptOf, retryAfterMsOf };

function receiptOf({ text }: HttpAnswer): DeliveryReceipt | null {
  const id = fieldOf(text, 'id');
  return typeof id === 'string' && SNOWFLAKE.test(id) ? { messageId: id } : null;
}

/** Seconds with a fraction; finer than the header, which is rounded up. */
function retryAfterMsOf({ text }: HttpAnswer): number | null {
  const seconds = fieldOf(text, 'retry_after');
  if (typeof seconds !== 'number' || !(seconds >= 0)) return null;
  return Math.min(Math.ceil(seconds * SECOND_MS), DAY_MS);
}

/** Undefined when the text is no JSON object with that field. */
function fieldOf(text: string, name: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  } catch {
    return undefined;
  }
}
