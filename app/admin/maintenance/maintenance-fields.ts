// Planned work between the fields of its form and the words of the files. What is right is checked by the code that reads
// the files.
import { z } from 'zod';
import type { DraftProblem } from '@/lib/admin/panel/load-draft';
import type { MaintenanceDraft } from '@/lib/admin/panel/maintenance-documents';

const line = z.string().trim().max(400).default('');
const what = z.enum(['main', 'preview']).default('main');

/** Beside these, a box for each server and group: `coverField`. */
export const maintenanceFields = z.looseObject({
  title: line,
  covers: z.enum(['all', 'chosen']),
  start: line,
  duration: line,
  timezone: line,
  pattern: line,
  rule: line,
  except: z.string().max(20_000).default(''),
  do: what,
});
export type MaintenanceFields = z.output<typeof maintenanceFields>;

/** How it repeats, as rules; `rule` stands for one of its own. */
export const PATTERNS = [
  { value: '', label: 'once' },
  { value: 'FREQ=DAILY', label: 'every day' },
  { value: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', label: 'every working day' },
  { value: 'FREQ=WEEKLY', label: 'every week, on the weekday it begins' },
  { value: 'FREQ=WEEKLY;INTERVAL=2', label: 'every second week' },
  { value: 'FREQ=MONTHLY', label: 'every month, on the day it begins' },
  { value: 'rule', label: 'by the rule below' },
];

/** In hexadecimal, since a name may look like that of a secret, which forms do not give back. */
export function coverField(kind: 'server' | 'group', name: string): string {
  return `${kind}.${Buffer.from(name).toString('hex')}`;
}

export interface Scope {
  servers: readonly { name: string }[];
  groups: readonly string[];
}

export type DraftReading = { ok: true; entry: MaintenanceDraft } | { ok: false; problems: Record<string, string> };

export function entryOf(fields: MaintenanceFields, { servers, groups }: Scope): DraftReading {
  const { title, covers, start, duration, timezone, pattern } = fields;
  const isChosen = (kind: 'server' | 'group', name: string) => fields[coverField(kind, name)] === 'yes';
  const endpoints = servers.map(({ name }) => name).filter((name) => isChosen('server', name));
  const chosenGroups = groups.filter((name) => isChosen('group', name));
  if (covers === 'chosen' && endpoints.length === 0 && chosenGroups.length === 0) {
    return { ok: false, problems: { covers: 'Choose at least one server or group below.' } };
  }
  const repeat = pattern === 'rule' ? fields.rule : pattern;
  const except = fields.except.split(/[\s,]+/).filter((day) => day !== '');
  const entry = {
    title,
    ...(covers === 'chosen' && endpoints.length > 0 && { endpoints }),
    ...(covers === 'chosen' && chosenGroups.length > 0 && { groups: chosenGroups }),
    start,
    duration,
    ...(timezone && { timezone }),
    ...((repeat || pattern === 'rule') && { repeat }),
    ...(except.length > 0 && { except }),
  };
  return { ok: true, entry };
}

/** What the fields of a stored one hold. */
export function fieldsOf(entry: MaintenanceDraft): Record<string, string> {
  const names = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  const [endpoints, groups] = [names(entry.endpoints), names(entry.groups)];
  const repeat = textOf(entry.repeat);
  const isUsual = PATTERNS.some(({ value }) => value === repeat && value !== 'rule');
  return {
    title: textOf(entry.title),
    covers: endpoints.length + groups.length === 0 ? 'all' : 'chosen',
    start: textOf(entry.start),
    duration: textOf(entry.duration),
    timezone: textOf(entry.timezone),
    pattern: isUsual ? repeat : 'rule',
    rule: isUsual ? '' : repeat,
    except: names(entry.except).join(' '),
    ...Object.fromEntries(endpoints.map((name) => [coverField('server', name), 'yes'])),
    ...Object.fromEntries(groups.map((name) => [coverField('group', name), 'yes'])),
  };
}

const FIELDS: Record<string, string> = { endpoints: 'covers', groups: 'covers', repeat: 'rule' };
const OWN = new Set(['title', 'start', 'duration', 'timezone', 'except']);

/** Each beside its field; the others for the form as a whole. */
export function problemsByField(problems: readonly DraftProblem[]): Record<string, string> {
  const told: Record<string, string> = {};
  for (const { path, message, remedy } of problems) {
    const [key = ''] = path.split(/[.[]/);
    const field = FIELDS[key] ?? (OWN.has(key) ? key : 'form');
    told[field] ??= `${message.charAt(0).toUpperCase()}${message.slice(1)}. ${remedy}`;
  }
  return told;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
