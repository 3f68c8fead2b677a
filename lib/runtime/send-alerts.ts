// Sends an alert over the channel that has its name in the configuration.
import { createSender, type SenderOptions } from '@/lib/alert/create-sender';
import type { ResolvedChannel } from '@/lib/config/channels/resolve-channels';
import { failedDelivery } from '@/lib/core/alert/delivery';
import type { SendAlert } from '@/lib/engine/alert/deliver-alerts';

export interface SendAlertsOptions extends SenderOptions {
  /** As the configuration has them now. */
  channels: () => readonly ResolvedChannel[];
}

export function createAlertSender({ channels, ...options }: SendAlertsOptions): SendAlert {
  const send = createSender(options);
  return async ({ channel, message, previous, signal }) => {
    const config = channels().find(({ name }) => name === channel)?.config ?? null;
    if (config === null) return failedDelivery('unreachable', 'the channel is not configured any more');
    return send(config, message, { signal, previous });
  };
}

/** Names of those that can be used now. */
export function usableChannels(channels: readonly ResolvedChannel[]): string[] {
  return channels.filter(({ config }) => config !== null).map(({ name }) => name);
}
