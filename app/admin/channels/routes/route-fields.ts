// A route of the panel between the fields of its form and the words of a rollcall.json. What is right is checked by the
// code that reads the files.
import { z } from 'zod';
import { fieldProblem } from '@/app/admin/field-problem';
import type { DraftProblem } from '@/lib/admin/panel/load-draft';
import type { RouteDraft } from '@/lib/admin/panel/routes';
import { asRecord } from '@/lib/admin/panel/server-documents';

const line = z.string().trim().max(200).default('');
const many = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : [value].flat()),
  z.array(z.string().max(300)).max(1_000),
);

/** All of it bounded; an empty field means "not said". */
export const routeFields = z.object({
  to: many,
  severity: many,
  events: many,
  groups: many,
  endpoints: many,
  repeat: line,
  escalateAfter: line,
  escalateTo: many,
  quietFrom: line,
  quietTo: line,
  quietTimezone: line,
  quietDays: many,
  quietSeverities: many,
  digestAt: line,
  digestSeverities: many,
});
export type RouteFields = z.output<typeof routeFields>;

export function routeOf(fields: RouteFields): RouteDraft {
  const { to, severity, events, groups, endpoints, repeat, escalateAfter, escalateTo, digestAt } = fields;
  const hasEscalation = escalateAfter !== '' || escalateTo.length > 0;
  return {
    to,
    ...filled({ severity, events, groups, endpoints, repeat }),
    ...(hasEscalation && { escalate: { ...filled({ after: escalateAfter }), to: escalateTo } }),
    ...quietOf(fields),
    ...(digestAt && { digest: { at: digestAt, ...filled({ severities: fields.digestSeverities }) } }),
  };
}

function quietOf({ quietFrom, quietTo, quietTimezone, quietDays, quietSeverities }: RouteFields): RouteDraft {
  if (quietFrom === '' && quietTo === '') return {};
  const said = { timezone: quietTimezone, days: quietDays, severities: quietSeverities };
  return { quiet: { ...filled({ from: quietFrom, to: quietTo }), ...filled(said) } };
}

/** What the fields of a stored route hold. */
export function routeFieldsOf(route: RouteDraft): RouteFields {
  const [escalate, quiet] = [asRecord(route.escalate), asRecord(route.quiet)];
  const digest = typeof route.digest === 'string' ? { at: route.digest } : asRecord(route.digest);
  return routeFields.parse({
    ...filled({ ...route, escalate: '', quiet: '', digest: '', repeat: textOf(route.repeat) }),
    escalateAfter: textOf(escalate.after),
    escalateTo: escalate.to,
    quietFrom: quiet.from,
    quietTo: quiet.to,
    quietTimezone: quiet.timezone,
    quietDays: quiet.days,
    quietSeverities: quiet.severities,
    digestAt: 'at' in digest ? digest.at : undefined,
    digestSeverities: 'severities' in digest ? digest.severities : undefined,
  });
}

const FIELD_OF: Record<string, string> = {
  'escalate.after': 'escalateAfter',
  'escalate.to': 'escalateTo',
  escalate: 'escalateAfter',
  'quiet.from': 'quietFrom',
  'quiet.to': 'quietTo',
  'quiet.timezone': 'quietTimezone',
  'quiet.days': 'quietDays',
  'quiet.severities': 'quietSeverities',
  quiet: 'quietFrom',
  'digest.severities': 'digestSeverities',
  digest: 'digestAt',
};

/** Told beside the field they are about; the others under `form`. */
export function routeProblems(problems: readonly DraftProblem[]): Record<string, string> {
  const told: Record<string, string> = {};
  for (const problem of problems) {
    const [start = ''] = problem.path.split('[');
    const [first = ''] = start.split('.');
    const field = FIELD_OF[start] ?? FIELD_OF[first] ?? (first in routeFields.shape ? first : 'form');
    told[field] ??= fieldProblem(problem);
  }
  return told;
}

function filled(said: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== '')),
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
