// A channel of the panel between the fields of its form and the words of a rollcall.json. What each key takes and means is
// said by the schemas of channels; here is only how people are asked for it.
import { z } from 'zod';
import { fieldProblem } from '@/app/admin/field-problem';
import type { DraftProblem } from '@/lib/admin/panel/load-draft';
import { asRecord } from '@/lib/admin/panel/server-documents';
import { CHANNEL_SECRETS } from '@/lib/config/secrets/lift-channel-secrets';
import { type ChannelType, channelSchema, TLS_MODES } from '@/lib/config/settings/channel-schema';

export const CHANNEL_KINDS: Record<ChannelType, string> = {
  webhook: 'Webhook',
  slack: 'Slack',
  teams: 'Microsoft Teams',
  discord: 'Discord',
  email: 'E-mail',
  pagerduty: 'PagerDuty',
  ntfy: 'ntfy',
  heartbeat: 'Heartbeat',
};
export const CHANNEL_TYPES = Object.keys(CHANNEL_KINDS).filter(isChannelType);

export interface ChannelField {
  /** In the rollcall.json. */
  key: string;
  /** Of the form. */
  name: string;
  label: string;
  hint: string;
  isRequired: boolean;
  isSecret: boolean;
  form: 'line' | 'number' | 'pairs' | 'list' | readonly string[];
}

const LABELS: Record<string, string> = {
  url: 'Address',
  secret: 'Signing secret',
  headers: 'Headers',
  host: 'Mail server',
  port: 'Port',
  user: 'User',
  password: 'Password',
  tls: 'Encryption',
  from: 'From',
  to: 'To',
  routingKey: 'Integration key',
  topic: 'Topic',
  token: 'Access token',
  method: 'Method',
};

const FORMS: Record<string, ChannelField['form']> = {
  port: 'number',
  headers: 'pairs',
  to: 'list',
  tls: TLS_MODES,
  method: ['GET', 'POST'],
};

const kindSchema = z.object({
  description: z.string(),
  properties: z.record(z.string(), z.object({ description: z.string().default('') })),
  required: z.array(z.string()).default([]),
});

/** Read from the schema, so that no key can be forgotten. */
export function channelKind(type: ChannelType): { description: string; fields: ChannelField[] } {
  const option = channelSchema.options.find(({ shape }) => shape.type.value === type);
  if (!option) throw new Error(`no schema for ${type}`);
  const { description, properties, required } = kindSchema.parse(z.toJSONSchema(option, { io: 'input' }));
  const { type: _type, ...keys } = properties;
  const fields = Object.entries(keys).map(([key, { description: hint }]) => ({
    key,
    // Forms never send back what stands in a field of such a name.
    name: `${CHANNEL_SECRETS[type].includes(key) ? 'secret' : 'channel'}.${key}`,
    label: LABELS[key] ?? key,
    hint: hintOf(key, hint),
    isRequired: required.includes(key),
    isSecret: CHANNEL_SECRETS[type].includes(key),
    form: FORMS[key] ?? ('line' as const),
  }));
  return { description, fields };
}

function hintOf(key: string, description: string): string {
  if (key === 'headers') return `${description} One a line, Name: value.`;
  return key === 'to' ? `${description} One a line.` : description;
}

export function isChannelType(text: unknown): text is ChannelType {
  return typeof text === 'string' && Object.hasOwn(CHANNEL_KINDS, text);
}

/** In the words of the file; an empty field is left out, and what is no number stays a text for the schema to refuse. */
export function settingsOf(type: ChannelType, typed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { fields } = channelKind(type);
  const said = fields.flatMap(({ key, name, form }): [string, unknown][] => {
    const text = String(typed[name] ?? '').trim();
    if (text === '') return [];
    if (form === 'number') return [[key, /^\d+$/.test(text) ? Number(text) : text]];
    if (form === 'list') return [[key, linesOf(text)]];
    return [[key, form === 'pairs' ? pairsOf(text) : text]];
  });
  return { type, ...Object.fromEntries(said) };
}

/** What the fields of a stored channel hold. */
export function valuesOf(type: ChannelType, settings: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(channelKind(type).fields.map(({ key, name }) => [name, textOf(settings[key])]));
}

/** Told beside the field they are about; the others under `form`. */
export function problemsByKey(type: ChannelType, problems: readonly DraftProblem[]): Record<string, string> {
  const { fields } = channelKind(type);
  const told: Record<string, string> = {};
  for (const problem of problems) {
    const { path } = problem;
    const field = fields.find(({ key }) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`));
    told[field?.name ?? 'form'] ??= fieldProblem(problem);
  }
  return told;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join('\n');
  if (typeof value !== 'object' || value === null) return value === undefined ? '' : String(value);
  return Object.entries(asRecord(value))
    .map(([name, text]) => `${name}: ${String(text)}`)
    .join('\n');
}

function linesOf(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A line without a colon is a header without a value, which the schema or the receiver refuses. */
function pairsOf(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line): [string, string][] => {
    const [name = '', ...rest] = line.split(':');
    return name.trim() === '' ? [] : [[name.trim(), rest.join(':').trim()]];
  });
  return Object.fromEntries(pairs);
}
