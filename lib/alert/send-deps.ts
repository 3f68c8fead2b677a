// What a channel is handed for sending: ways of transport, the clock, and what is known of earlier messages. The seam
// between whoever delivers (it keeps the outbox, retries and routes) and whoever speaks to a receiver.
import type { SendHttp } from '@/lib/alert/http-sender';
import type { SendMail } from '@/lib/alert/smtp-sender';
import type { ChannelOf, ChannelType } from '@/lib/config/settings/channel-schema';
import type { AlertMessage } from '@/lib/core/alert/alert';
import type { Delivery, DeliveryReceipt } from '@/lib/core/alert/delivery';
import type { UnixMs } from '@/lib/core/time';

export interface SendDeps {
  http: SendHttp;
  mail: SendMail;
  now: () => UnixMs;
  /** Our own shutdown; nothing else. */
  signal: AbortSignal;
  /** Of the newest message with the same `dedupKey` that this channel delivered; null when there is none. */
  previous: DeliveryReceipt | null;
}

/**
 * One attempt to deliver. Never throws for anything a receiver does.
 * @throws the reason of `deps.signal` when Rollcall stops before the receiver has answered
 */
export type Send<Type extends ChannelType> = (
  channel: ChannelOf<Type>,
  message: AlertMessage,
  deps: SendDeps,
) => Promise<Delivery>;
