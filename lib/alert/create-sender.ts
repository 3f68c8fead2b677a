// One attempt over a channel with real transports, and with the addresses that are never dialled left out. Whoever keeps an
// outbox or a form stands above it.
import { createHttpSender } from '@/lib/alert/http-sender';
import { send } from '@/lib/alert/registry';
import type { SendDeps } from '@/lib/alert/send-deps';
import { createSmtpSender } from '@/lib/alert/smtp-sender';
import type { ChannelConfig } from '@/lib/config/settings/channel-schema';
import type { AlertMessage } from '@/lib/core/alert/alert';
import type { Delivery } from '@/lib/core/alert/delivery';
import type { UnixMs } from '@/lib/core/time';
import { createAddressFilter } from '@/lib/net/address-filter';

export interface SenderOptions {
  /** ROLLCALL_DENY_HOSTS. */
  denyHosts: readonly string[];
  userAgent: string;
  now: () => UnixMs;
}

/** Never throws but the reason of `signal`, as `send` in the registry. */
export type Sender = (
  channel: ChannelConfig,
  message: AlertMessage,
  attempt: Pick<SendDeps, 'signal' | 'previous'>,
) => Promise<Delivery>;

export function createSender({ denyHosts, userAgent, now }: SenderOptions): Sender {
  const addresses = createAddressFilter(denyHosts);
  const http = createHttpSender({ addresses, userAgent });
  const mail = createSmtpSender({ addresses });
  return (channel, message, attempt) => send(channel, message, { http, mail, now, ...attempt });
}
