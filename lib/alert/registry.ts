// The one list of channels: which file sends over which kind. A new kind needs a schema in
// lib/config/settings/channel-schema.ts, a payload in lib/render, a file here, and its case below.
import { sendDiscord } from '@/lib/alert/discord';
import { sendEmail } from '@/lib/alert/email';
import { sendHeartbeat } from '@/lib/alert/heartbeat';
import { sendNtfy } from '@/lib/alert/ntfy';
import { sendPagerduty } from '@/lib/alert/pagerduty';
import type { SendDeps } from '@/lib/alert/send-deps';
import { sendSlack } from '@/lib/alert/slack';
import { sendTeams } from '@/lib/alert/teams';
import { sendWebhook } from '@/lib/alert/webhook';
import type { ChannelConfig, ChannelType } from '@/lib/config/settings/channel-schema';
import type { AlertMessage } from '@/lib/core/alert/alert';
import type { Delivery } from '@/lib/core/alert/delivery';

/**
 * One attempt to deliver over any channel, its settings expanded. Never throws for anything a receiver does.
 * @throws the reason of `deps.signal` when Rollcall stops before the receiver has answered
 */
export async function send(channel: ChannelConfig, message: AlertMessage, deps: SendDeps): Promise<Delivery> {
  switch (channel.type) {
    case 'webhook':
      return sendWebhook(channel, message, deps);
    case 'slack':
      return sendSlack(channel, message, deps);
    case 'teams':
      return sendTeams(channel, message, deps);
    case 'discord':
      return sendDiscord(channel, message, deps);
    case 'email':
      return sendEmail(channel, message, deps);
    case 'pagerduty':
      return sendPagerduty(channel, message, deps);
    case 'ntfy':
      return sendNtfy(channel, message, deps);
    case 'heartbeat':
      // Only the test button comes here: it shows whether the URL answers.
      return sendHeartbeat(channel, deps);
    default:
      return channel satisfies never;
  }
}

/** Whether routes may lead to it; a heartbeat is called by the clock instead. */
export function takesAlerts(type: ChannelType): boolean {
  return type !== 'heartbeat';
}
