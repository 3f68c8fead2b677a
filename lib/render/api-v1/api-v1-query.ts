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

/** As many as an answer holds at most. */
const CHECKS_AT_MOST = 200;

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

/** GET /api/v1/endpoints/{slug}/checks, one by one. */
export const checksParameters = z.object({
  from: moment.optional().meta({ description: 'Checks from this instant or UTC day on.', example: '2026-11-22' }),
  to: moment
    .optional()
    .meta({ description: 'Checks before this instant or UTC day.', example: '2026-11-22T13:00:00Z' }),
  cursor: cursor.optional().meta({
    description: 'The `nextCursor` of an earlier answer, to go on towards older checks; keep `from` as it was.',
    example: '1795352520000',
  }),
  limit: wholeNumber(1, CHECKS_AT_MOST).default(CHECKS_AT_MOST).meta({ description: 'How many checks at most.' }),
});

/** `fromAt` on, before `beforeAt`; null for no bound. */
export const checksQuery = checksParameters
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    path: ['from'],
    error: 'must lie before to',
  })
  .transform(({ from, to, cursor: olderThan, limit }) => {
    return { fromAt: from ?? null, beforeAt: earlier(to, olderThan), limit };
  });

/** GET /api/v1/endpoints/{slug}/uptime */
export const uptimeQuery = z.object({
  days: wholeNumber(1, 365).default(90).meta({ description: 'UTC days, today included.' }),
});

function wholeNumber(atLeast: number, atMost: number) {
  const must = { error: `must be a whole number from ${atLeast} to ${atMost}` };
  return z
    .string()
    .regex(/^\d{1,3}$/, must)
    .transform(Number)
    .pipe(z.int().min(atLeast, must).max(atMost, must));
}

/** Null for neither. */
function earlier(a: UnixMs | undefined, b: UnixMs | undefined): UnixMs | null {
  const given = [a, b].filter((at) => at !== undefined);
  return given.length === 0 ? null : Math.min(...given);
}
