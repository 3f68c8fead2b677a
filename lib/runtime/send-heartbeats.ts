// Calls the dead man's switches of the configuration while the loop runs: when it does not, they fall silent, and
// whoever listens there raises the alarm.
import { sendHeartbeat } from '@/lib/alert/heartbeat';
import { createHttpSender } from '@/lib/alert/http-sender';
import type { ResolvedChannel } from '@/lib/config/channels/resolve-channels';
import type { UnixMs } from '@/lib/core/time';
import type { Logger } from '@/lib/log/logger';
import { createAddressFilter } from '@/lib/net/address-filter';

export interface HeartbeatOptions {
  /** As the configuration has them now. */
  channels: () => readonly ResolvedChannel[];
  /** ROLLCALL_DENY_HOSTS. */
  denyHosts: readonly string[];
  userAgent: string;
  now: () => UnixMs;
  signal: AbortSignal;
  log: Logger;
}

/** One round of calls; a failed one is logged and not repeated, the next round comes within a minute. */
export function createHeart({
  channels,
  denyHosts,
  userAgent,
  now,
  signal,
  log,
}: HeartbeatOptions): () => Promise<void> {
  const http = createHttpSender({ addresses: createAddressFilter(denyHosts), userAgent });

  async function call({ name, config }: ResolvedChannel): Promise<void> {
    if (config?.type !== 'heartbeat') return;
    try {
      const delivery = await sendHeartbeat(config, { http, now, signal });
      if (delivery.kind === 'failed') log.warn({ channel: name, code: delivery.code }, `heartbeat: ${delivery.answer}`);
    } catch (error) {
      // Our own shutdown ends a call; that is no failure of the other side.
      if (!signal.aborted) throw error;
    }
  }

  return async () => {
    await Promise.all(channels().map(call));
  };
}
