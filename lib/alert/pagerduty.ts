// PagerDuty's Events API v2: an alert is opened, acknowledged and resolved by its key, so nothing has to be remembered.
import { postJson } from '@/lib/alert/post-json';
import type { Send } from '@/lib/alert/send-deps';
import { pagerdutyEvent } from '@/lib/render/alert/alert-pagerduty';

export const sendPagerduty: Send<'pagerduty'> = (channel, message, deps) =>
  postJson(channel, { url: channel.url, payload: pagerdutyEvent(message, channel.routingKey) }, deps, {
    receiptOf: () => ({ messageId: message.dedupKey }),
  });
