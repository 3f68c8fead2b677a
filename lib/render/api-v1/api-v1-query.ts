// The parameters of /api/v1: what may be asked, and in which words a wrong one is refused. Knows texts, not HTTP.
import { z } from 'zod';
import type { UnixMs } from '@/lib/core/time';

export type ParsedQuery<Values> = { ok: true; values: Values } | { ok: false; message: string };

/** Unknown parameters are ignored. `message` names the first bad one: "days must be a whole number from 1 to 365". */
export function parseQuery<Values>(schema: z.ZodType<Values>, given: URLSearchParams): ParsedQuery<Values> {
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return { ok: true, values: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, message: `${issue?.path.join('.')} ${issue?.message}` };
}

const moment = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()], {
    error: 'must be an instant (2026-11-22T13:00:00Z) or a day (2026-11-22)',
  })
  .transform((text): UnixMs => Date.parse(text));

/** An instant, which readers need not know. */
const cursor = z
  .string()
  .regex(/^\d{1,15}$/, { error: 'must be the nextCursor of an earlier answer' })
  .transform((text): UnixMs => Number(text));

/** GET /api/v1/endpoints/{slug}/checks: from `from` on, before `to`. */
export const checksQuery = z
  .object({ from: moment.optional(), to: moment.optional(), cursor: cursor.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    path: ['from'],
    error: 'must lie before to',
  })
  .transform(({ from, to, cursor: olderThan }) => ({ fromAt: from ?? null, beforeAt: earlier(to, olderThan) }));

const DAYS = { error: 'must be a whole number from 1 to 365' };

/** GET /api/v1/endpoints/{slug}/uptime */
export const uptimeQuery = z.object({
  days: z
    .string()
    .regex(/^\d{1,3}$/, DAYS)
    .transform(Number)
    .pipe(z.number().min(1, DAYS).max(365, DAYS))
    .default(90),
});

/** Null for neither. */
function earlier(a: UnixMs | undefined, b: UnixMs | undefined): UnixMs | null {
  const given = [a, b].filter((at) => at !== undefined);
  return given.length === 0 ? null : Math.min(...given);
}
