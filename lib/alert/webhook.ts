// The generic webhook: our own JSON, signed by Standard Webhooks 1.0 (standard-webhooks/standard-webhooks,
// spec/standard-webhooks.md), so that receivers verify it with a library they may have already.
import { Webhook } from 'standardwebhooks';
import { postJson } from '@/lib/alert/post-json';
import type { Send } from '@/lib/alert/send-deps';
import { failedDelivery } from '@/lib/core/alert/delivery';
import { SECOND_MS } from '@/lib/core/time';
import { webhookPayload } from '@/lib/render/alert/alert-webhook';

export const sendWebhook: Send<'webhook'> = async (channel, message, deps) => {
  // The very text that is signed.
  const payload = JSON.stringify(webhookPayload(message));
  const at = new Date(deps.now());
  const signer = createSigner(channel.secret);
  if (signer === 'unusable') return failedDelivery('misconfigured', 'the secret cannot be used: it is not in base64');
  const headers = {
    ...channel.headers,
    'webhook-id': message.id,
    // Of the attempt: receivers refuse what is five minutes old.
    'webhook-timestamp': String(Math.floor(at.getTime() / SECOND_MS)),
    ...(signer && { 'webhook-signature': signer.sign(message.id, at, payload) }),
  };
  return postJson(channel, { url: channel.url, payload, headers }, deps);
};

/** Null without a secret. */
function createSigner(secret: string | undefined): Webhook | 'unusable' | null {
  if (secret === undefined) return null;
  try {
    return new Webhook(secret);
  } catch {
    return 'unusable';
  }
}
