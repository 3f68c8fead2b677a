// ntfy, published as JSON to the root of its server.
import { postJson } from '@/lib/alert/post-json';
import type { Send } from '@/lib/alert/send-deps';
import { ntfyMessage } from '@/lib/render/alert/alert-ntfy';

export const sendNtfy: Send<'ntfy'> = (channel, message, deps) => {
  const headers = channel.token === undefined ? {} : { authorization: `Bearer ${channel.token}` };
  return postJson(channel, { url: channel.url, payload: ntfyMessage(message, channel.topic), headers }, deps);
};
