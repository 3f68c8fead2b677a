// A server of the panel between the fields of its form and the words of the files. Knows nothing of what is right: that is
// checked by the code that reads the files.
import { z } from 'zod';
import type { DraftProblem } from '@/lib/admin/panel/check-draft';
import type { ServerDraft } from '@/lib/admin/panel/server-documents';

const SERVER_KINDS = ['http', 'stdio', 'health'] as const;

const line = z.string().trim().max(2_000).default('');
const text = z.string().max(20_000).default('');
const yes = z
  .string()
  .optional()
  .transform((value) => value === 'yes');

/** All of it bounded; an empty field means "not said". */
export const serverFields = z.object({
  name: z.string().trim().min(1, 'Give it a name; it stays.').max(100, 'At most 100 characters.'),
  kind: z.enum(SERVER_KINDS),
  url: line,
  headers: text,
  command: line,
  args: text,
  env: text,
  cwd: line,
  title: line,
  group: line,
  description: line,
  publicUrl: line,
  healthUrl: line,
  healthRequired: yes,
  healthPublic: yes,
  interval: line,
  timeout: line,
  slowAfter: line,
  confirm: line,
  recover: line,
  expectTools: text,
  hidden: yes,
  more: text,
});
export type ServerFields = z.output<typeof serverFields>;

export type DraftReading = { ok: true; draft: ServerDraft } | { ok: false; problems: Record<string, string> };

export function draftOf(fields: ServerFields): DraftReading {
  const more = readMore(fields.more);
  if (more === null) return { ok: false, problems: { more: 'This is no JSON object { … }.' } };
  const headers = pairsOf(fields.headers, ':');
  if (headers === null) return { ok: false, problems: { headers: 'Write one a line: Name: value' } };
  const env = pairsOf(fields.env, '=');
  if (env === null) return { ok: false, problems: { env: 'Write one a line: NAME=value' } };
  const settings = { ...settingsOf(fields), ...more };
  return { ok: true, draft: { name: fields.name, entry: entryOf(fields, headers, env), settings } };
}

function entryOf(fields: ServerFields, headers: Pairs, env: Pairs): ServerDraft['entry'] {
  switch (fields.kind) {
    case 'http':
      return { url: fields.url, ...(isEmpty(headers) ? {} : { headers }) };
    case 'stdio':
      return {
        command: fields.command,
        ...listOf('args', fields.args),
        ...(isEmpty(env) ? {} : { env }),
        ...(fields.cwd && { cwd: fields.cwd }),
      };
    case 'health':
      return null;
    default:
      return fields.kind satisfies never;
  }
}

function settingsOf(fields: ServerFields): Record<string, unknown> {
  const { title, group, description, publicUrl, interval, timeout, slowAfter, confirm, recover } = fields;
  const health = {
    url: fields.healthUrl,
    ...(fields.healthRequired && { required: true }),
    ...(fields.healthPublic && { public: true }),
  };
  return {
    ...(title && { title }),
    ...(group && { group }),
    ...(description && { description }),
    ...(publicUrl && { publicUrl }),
    ...(fields.healthUrl && { health }),
    ...(interval && { interval }),
    ...(timeout && { timeout }),
    ...(slowAfter && { slowAfter }),
    ...(confirm && { confirm: numberOf(confirm) }),
    ...(recover && { recover: numberOf(recover) }),
    ...listOf('expectTools', fields.expectTools.replaceAll(',', '\n')),
    ...(fields.hidden && { hidden: true }),
  };
}

/** What the fields of a stored server hold; settings without a field of their own stand in `more`. */
export function fieldsOf({ name, entry, settings }: ServerDraft): Record<string, string> {
  const {
    title,
    group,
    description,
    publicUrl,
    health,
    interval,
    timeout,
    slowAfter,
    confirm,
    recover,
    expectTools,
    hidden,
    ...more
  } = settings;
  const asked = typeof health === 'string' ? { url: health } : recordOf(health);
  const { headers: healthHeaders, ...plainHealth } = asked;
  const rest = healthHeaders === undefined ? more : { ...more, health: { ...plainHealth, headers: healthHeaders } };
  const shown = { title, group, description, publicUrl, interval, timeout, slowAfter, confirm, recover };
  return {
    name,
    kind: entry === null ? 'health' : 'command' in entry ? 'stdio' : 'http',
    url: textOf(entry?.url ?? entry?.serverUrl ?? entry?.httpUrl),
    headers: linesOf(entry?.headers, ': '),
    command: textOf(entry?.command),
    args: Array.isArray(entry?.args) ? entry.args.map(String).join('\n') : '',
    env: linesOf(entry?.env, '='),
    cwd: textOf(entry?.cwd),
    ...Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, textOf(value)])),
    healthUrl: textOf(asked.url),
    healthRequired: asked.required === true ? 'yes' : '',
    healthPublic: asked.public === true ? 'yes' : '',
    expectTools: Array.isArray(expectTools) ? expectTools.map(String).join('\n') : '',
    hidden: hidden === true ? 'yes' : '',
    more: Object.keys(rest).length === 0 ? '' : JSON.stringify(rest, null, 2),
  };
}

/** Problems told beside the field they are about; the others under `form`. */
export function problemsByField(problems: readonly DraftProblem[]): Record<string, string> {
  const told: Record<string, string> = {};
  for (const { path, message, remedy } of problems) {
    const field = fieldOfPath(path.replace(/^rollcall\./, ''));
    told[field] ??= `${message.charAt(0).toUpperCase()}${message.slice(1)}. ${remedy}`;
  }
  return told;
}

const FIELDS = new Set(Object.keys(serverFields.shape));

function fieldOfPath(path: string): string {
  const [first = ''] = path.split(/[.[]/);
  if (first === 'health') return path.startsWith('health.headers') ? 'more' : 'healthUrl';
  if (FIELDS.has(first)) return first;
  return first === '' ? 'form' : 'more';
}

type Pairs = Record<string, string>;

/** Null when a line has no separator. */
function pairsOf(text: string, separator: ':' | '='): Pairs | null {
  const lines = text.split('\n').filter((part) => part.trim() !== '');
  const pairs = lines.map((part) => [part.indexOf(separator), part] as const);
  if (pairs.some(([at]) => at < 1)) return null;
  return Object.fromEntries(pairs.map(([at, part]) => [part.slice(0, at).trim(), part.slice(at + 1).trim()]));
}

function listOf(key: string, text: string): Record<string, string[]> {
  const items = text
    .split('\n')
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length === 0 ? {} : { [key]: items };
}

/** Null when it is no object. */
function readMore(text: string): Record<string, unknown> | null {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? recordOf(value) : null;
  } catch {
    return null;
  }
}

/** What is no number stays a text, so that the reader of settings says what is wrong with it. */
function numberOf(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function isEmpty(pairs: Pairs): boolean {
  return Object.keys(pairs).length === 0;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function linesOf(value: unknown, separator: string): string {
  return Object.entries(recordOf(value))
    .map(([name, text]) => `${name}${separator}${textOf(text)}`)
    .join('\n');
}
