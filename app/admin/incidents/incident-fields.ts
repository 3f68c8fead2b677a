// The fields of the forms about incidents, between what is typed and what the verbs take. What is right is checked by the
// verbs; this only knows where on a form a problem belongs.
import { z } from 'zod';
import type { Told } from '@/app/admin/action';
import { MINUTE_MS, type UnixMs } from '@/lib/core/time';
import { parseWallClock, wallClockAt } from '@/lib/core/wall-clock';
import type { PanelServerView } from '@/lib/reads/panel-servers';

export const incidentId = z.coerce.number().int().positive();
/** Empty: not said. */
export const line = z.string().trim().max(400).default('');
export const text = z.string().max(20_000).default('');

/** The name of a field that says how one server is; by its id, since a slug may look like the name of a secret. */
export function serverField(id: number): string {
  return `server.${id}`;
}

/** Which servers are affected, of all fields of a form; those not said are left out. */
export function statesOf(fields: Record<string, unknown>, servers: readonly PanelServerView[]) {
  return servers.flatMap(({ id, slug }) => {
    const state = fields[serverField(id)];
    return typeof state === 'string' && state !== '' ? [{ slug, state }] : [];
  });
}

export type TypedInstant = { ok: true; at: UnixMs | undefined } | { ok: false };

/** Of a datetime-local field, in the zone of the page. Empty, and the minute that goes on, mean now: undefined. */
export function typedInstant(typed: string, { timezone, now }: { timezone: string; now: UnixMs }): TypedInstant {
  if (typed === '') return { ok: true, at: undefined };
  const at = parseWallClock(typed, timezone);
  if (at === null) return { ok: false };
  return { ok: true, at: at <= now && now - at < MINUTE_MS ? undefined : at };
}

/** As a datetime-local field wants it. */
export function fieldInstant(at: UnixMs, timezone: string): string {
  return new Date(wallClockAt(at, timezone)).toISOString().slice(0, 16);
}

export const NO_INSTANT = 'This is no date and time; write it like 2026-11-22T13:41.';

export const NOT_YET = 'This has not happened yet.';

type Refusal = { ok: false; code: string; problems?: { path: string; message: string }[]; slug?: string };

/** What a verb refused, beside the field that it is about. */
export function toldRefusal(refusal: Refusal): Told {
  if (refusal.problems) {
    return { ok: false, problems: Object.fromEntries(refusal.problems.map(({ path, message }) => [path, message])) };
  }
  const { field, words } = REFUSALS[refusal.code] ?? { field: 'form', words: 'This cannot be done now.' };
  return { ok: false, problems: { [field]: words } };
}

const REFUSALS: Record<string, { field: string; words: string }> = {
  not_found: { field: 'form', words: 'This incident is gone, or was merged into another one.' },
  already_taken: { field: 'form', words: 'Somebody has it in hand already.' },
  already: { field: 'form', words: 'It is so already.' },
  order: { field: 'status', words: 'This cannot follow what was told last. Load the page again to see it.' },
  future: { field: 'at', words: NOT_YET },
  too_early: { field: 'at', words: 'This is before the incident began, or before the update it follows.' },
  too_old: { field: 'startedAt', words: 'An incident may begin a year ago at most.' },
  after_updates: { field: 'startedAt', words: 'Something was told of it before this instant.' },
  ends_before_start: { field: 'resolvedAt', words: 'It would be over before it begins.' },
  not_resolved: { field: 'resolvedAt', words: 'It is not over yet.' },
  unknown_server: { field: 'form', words: 'One of the servers has left the roll. Load the page again.' },
  machine_words: { field: 'form', words: 'What the machine told is a record and stays.' },
  out_of_order: {
    field: 'at',
    words: 'This is before the update before it, after the one after it, or in the future.',
  },
  same: { field: 'intoId', words: 'Choose another incident.' },
  merged: { field: 'intoId', words: 'One of them was merged before.' },
  hidden: { field: 'intoId', words: 'A hidden incident cannot be merged; show it first.' },
  still_open: { field: 'intoId', words: 'This one goes on and that one is over. Resolve this one first.' },
};
