// Sends an alert over a channel of the configuration, with the addresses that are never dialled left out.
import { createHttpSender } from '@/lib/alert/http-sender';
import { send } from '@/lib/alert/registry';
import { createSmtpSender } from '@/lib/alert/smtp-sender';
import type { ResolvedChannel } from '@/lib/config/channels/resolve-channels';
import { failedDelivery } from '@/lib/core/alert/delivery';
import type { UnixMs } from '@/lib/core/time';
import type { SendAlert } from '@/lib/engine/deliver-alerts';
import { createAddressFilter } from '@/lib/net/address-filter';

export interface SendAlertsOptions {
  /** As the configuration has them now. */
  channels: () => readonly ResolvedChannel[];
  /** ROLLCALL_DENY_HOSTS. */
  denyHosts: readonly string[];
  userAgent: string;
  now: () => UnixMs;
}

export function createAlertSender({ channels, denyHosts, userAgent, now }: SendAlertsOptions): SendAlert {
  const addresses = createAddressFilter(denyHosts);
  const http = createHttpSender({ addresses, userAgent });
  const mail = createSmtpSender({ addresses });
  return async ({ channel, message, previous, signal }) => {
    const config = channels().find(({ name }) => name === channel)?.config ?? null;
    if (config === null) return failedDelivery('unreachable', 'the channel is not configured any more');
    return send(config, message, { http, mail, now, signal, previous });
  };
}

/** Names of those that can be used now. */
export function usableChannels(channels: readonly ResolvedChannel[]): string[] {
  return channels.filter(({ config }) => config !== null).map(({ name }) => name);
}
