// What of a channel is as good as a password, and references in its place, so that no document of the panel holds it. Pure.
import type { ChannelType } from '@/lib/config/settings/channel-schema';
import { secretReference } from '@/lib/core/access/secret-name';
import { slugOf } from '@/lib/core/words/slug';
import type { Lifted, LiftedSecret } from './lift-secrets';

/** Keys whose whole text is one: whoever knows the address of a webhook may post to it. */
export const CHANNEL_SECRETS: Record<ChannelType, readonly string[]> = {
  webhook: ['url', 'secret', 'headers'],
  slack: ['url'],
  teams: ['url'],
  discord: ['url'],
  email: ['url', 'password'],
  pagerduty: ['routingKey'],
  ntfy: ['topic', 'token'],
  heartbeat: ['url'],
};

const PLACEHOLDER = /\$\{|\{env:/;

/** What the names of a channel's own secrets begin with: "channel.on-call.". */
export function channelSecretPrefix(channel: string): string {
  return `channel.${slugOf(channel)}.`;
}

/** References and variables stay as they are. */
export function liftChannelSecrets(
  channel: string,
  type: ChannelType,
  settings: Record<string, unknown>,
): Lifted<Record<string, unknown>> {
  const secrets: LiftedSecret[] = [];
  const lift = (key: string, value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.fromEntries(
        Object.entries(value).map(([name, text]) => [name, lift(`${key}.${slugOf(name)}`, text)]),
      );
    if (typeof value !== 'string' || value === '' || PLACEHOLDER.test(value)) return value;
    const name = `${channelSecretPrefix(channel)}${key}`.slice(0, 100);
    secrets.push({ name, value });
    return secretReference(name);
  };
  const keys = CHANNEL_SECRETS[type];
  const value = Object.fromEntries(
    Object.entries(settings).map(([key, text]) => [key, keys.includes(key) ? lift(key, text) : text]),
  );
  return { value, secrets };
}

const REFERENCE = /\$\{secret:([^}]+)\}/g;

/** Names of stored secrets that a value refers to, at any depth. */
export function secretsNamedIn(value: unknown): string[] {
  return [...(JSON.stringify(value) ?? '').matchAll(REFERENCE)].map(([, name = '']) => name);
}
