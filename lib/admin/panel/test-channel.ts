// Sends one test over a channel that may not be saved yet and waits for what the other side says.
import { randomUUID } from 'node:crypto';
import { insertAudit } from '@/db/queries/audit-entries';
import type { ChannelDraft } from '@/lib/admin/panel/channel-documents';
import { checkChannel } from '@/lib/admin/panel/check-channel';
import type { Desk } from '@/lib/admin/panel/desk';
import { type DraftProblem, loadDraft } from '@/lib/admin/panel/load-draft';
import { createSender } from '@/lib/alert/create-sender';
import type { ResolvedChannel } from '@/lib/config/channels/resolve-channels';
import type { ChannelConfig } from '@/lib/config/settings/channel-schema';
import type { Actor } from '@/lib/core/access/actor';
import type { AlertPage } from '@/lib/core/alert/alert';
import type { Delivery } from '@/lib/core/alert/delivery';
import { testMessage } from '@/lib/core/alert/test-message';
import type { UnixMs } from '@/lib/core/time';
import { userAgent } from '@/lib/net/user-agent';

/** `not_found`: no file and not the panel has one of this name. */
export type ChannelTesting =
  | { ok: true; delivery: Delivery }
  | { ok: false; code: 'not_found' | 'name_taken' }
  | { ok: false; code: 'unfit'; problems: DraftProblem[] };

/** `settings` null: the channel as it is configured, also in a file. Ends with the channel's own deadline at the latest. */
export async function testChannel(
  desk: Desk,
  actor: Actor,
  { name, settings }: { name: string; settings: ChannelDraft['settings'] | null },
  now: UnixMs,
): Promise<ChannelTesting> {
  const found = settings === null ? configured(desk, name) : checkChannel(desk, { name, settings });
  if (!found.ok) return found;
  const { config, problem } = found.resolved;
  if (config === null) {
    const problems = [{ path: '', message: problem ?? 'it cannot be used', remedy: 'See the configuration.' }];
    return { ok: false, code: 'unfit', problems };
  }
  const delivery = await sendTest(desk, config, now);
  const outcome = delivery.kind === 'delivered' ? 'delivered' : delivery.code;
  insertAudit(desk.db, actor, { action: 'channel.tested', subject: name, after: { outcome } }, now);
  return { ok: true, delivery };
}

function configured(
  desk: Desk,
  name: string,
): { ok: true; resolved: ResolvedChannel } | { ok: false; code: 'not_found' } {
  const resolved = loadDraft(desk, {}).channels.find((channel) => channel.name === name);
  return resolved ? { ok: true, resolved } : { ok: false, code: 'not_found' };
}

function sendTest(desk: Desk, config: ChannelConfig, now: UnixMs): Promise<Delivery> {
  const { denyHosts, publicUrl } = desk.environment;
  const { title, timezone, url } = loadDraft(desk, {}).page;
  const page: AlertPage = { title, timezone, url: publicUrl ?? url };
  const send = createSender({ denyHosts, userAgent: userAgent(publicUrl), now: () => now });
  const { signal } = new AbortController();
  return send(config, testMessage({ id: `alert-${randomUUID()}`, page }, now), { signal, previous: null });
}
