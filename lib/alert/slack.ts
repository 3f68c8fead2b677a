// Slack's incoming webhooks. They cannot edit what they posted, so a recovery is a message of its own.
import type { HttpAnswer } from '@/lib/alert/http-sender';
import { postJson } from '@/lib/alert/post-json';
import type { Send } from '@/lib/alert/send-deps';
import type { DeliveryCode } from '@/lib/core/alert/delivery';
import { slackPayload } from '@/lib/render/alert/alert-slack';

/**
 * Slack says in one word what is wrong, and the status has not always been the same for it (docs.slack.dev, "Sending
 * messages using incoming webhooks", "Handling errors"; changelog of 2016-05-17).
 */
const WORDS: Readonly<Record<string, DeliveryCode>> = {
  no_service: 'gone',
  no_service_id: 'gone',
  no_active_hooks: 'gone',
  no_team: 'gone',
  team_disabled: 'gone',
  channel_not_found: 'gone',
  channel_is_archived: 'gone',
  user_not_found: 'gone',
  invalid_token: 'unauthorized',
  action_prohibited: 'unauthorized',
  posting_to_general_channel_denied: 'unauthorized',
  invalid_payload: 'refused',
  invalid_blocks: 'refused',
  no_text: 'refused',
  too_many_attachments: 'refused',
  rate_limited: 'throttled',
  rollup_error: 'server_error',
};

export const sendSlack: Send<'slack'> = (channel, message, deps) =>
  postJson(channel, { url: channel.url, payload: slackPayload(message) }, deps, { codeOf });

function codeOf({ status, text }: HttpAnswer): DeliveryCode | null {
  if (status < 400) return null;
  const word = text.trim();
  return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : null;
}
