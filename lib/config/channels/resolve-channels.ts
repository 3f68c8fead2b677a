// Channels with their variables put in, ready to be sent to or with the reason why they are not. What comes out holds
// secrets: for this thread only.

import { problemOf } from '@/lib/config/entries/fault';
import { createContext, type ResolveContext, type SourceFile } from '@/lib/config/entries/resolve-context';
import { worthHiding } from '@/lib/config/entries/secret-values';
import type { JSONPath } from '@/lib/config/files/json-document';
import { type ChannelConfig, type ChannelType, channelSchema } from '@/lib/config/settings/channel-schema';

export interface ResolvedChannel {
  /** As written in the file. */
  name: string;
  type: ChannelType;
  /** With secrets; null when it cannot be used now. */
  config: ChannelConfig | null;
  /** Why it is off: "ONCALL_URL is not set"; null when it is not. */
  problem: string | null;
  /** Values that must never be shown or logged. */
  secrets: string[];
}

export function resolveChannels(
  settings: Readonly<Record<string, ChannelConfig>>,
  file: SourceFile,
): ResolvedChannel[] {
  return Object.entries(settings).map(([name, setting]) => resolveChannel(name, setting, file));
}

function resolveChannel(name: string, setting: ChannelConfig, file: SourceFile): ResolvedChannel {
  const context = createContext(file);
  const { faults, secrets } = context.findings;
  const path: JSONPath = ['channels', name];
  const parsed = channelSchema.safeParse(expanded(setting, path, context));
  if (!parsed.success && faults.length === 0) {
    // Never the message of the schema: it may repeat what a variable holds.
    const [issue] = parsed.error.issues;
    faults.push({
      path: [...path, ...(issue?.path ?? []).filter((step) => typeof step !== 'symbol')],
      message: `what its variables hold does not fit a channel of type "${setting.type}"`,
      remedy: 'Correct the variable; docs/alerts.md lists what each channel takes.',
    });
  }
  for (const { path: at, message, remedy } of faults) {
    file.problems.warn(at, `${message}: the channel "${name}" is off, its alerts wait`, remedy);
  }
  const problem = problemOf(faults);
  const config = problem === null && parsed.success ? parsed.data : null;
  return { name, type: setting.type, config, problem, secrets: worthHiding([...secrets, ...literalSecrets(setting)]) };
}

/** The same shape with every text expanded. */
function expanded(value: unknown, path: JSONPath, context: ResolveContext): unknown {
  if (typeof value === 'string') {
    const { text, values } = context.expander.expand({ text: value, path });
    context.findings.secrets.push(...values, ...(values.length > 0 ? [text] : []));
    return text;
  }
  if (Array.isArray(value)) return value.map((item, i) => expanded(item, [...path, i], context));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expanded(item, [...path, key], context)]));
}

/** What people wrote into the file though it belongs into a variable: an address of a webhook is a password too. */
export function literalSecrets(setting: ChannelConfig): string[] {
  switch (setting.type) {
    case 'webhook':
      return [setting.url, setting.secret ?? '', ...Object.values(setting.headers ?? {})];
    case 'slack':
    case 'teams':
    case 'discord':
    case 'heartbeat':
      return [setting.url];
    case 'email':
      return [setting.url ?? '', setting.password ?? ''];
    case 'pagerduty':
      return [setting.routingKey];
    case 'ntfy':
      return [setting.topic, setting.token ?? ''];
    default:
      return setting satisfies never;
  }
}
