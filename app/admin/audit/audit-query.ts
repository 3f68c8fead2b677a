// What the audit log is asked for, from the address of the page or of the CSV; what cannot be read is left out.
import { z } from 'zod';
import { DAY_MS } from '@/lib/core/time';
import type { AuditFilter } from '@/lib/reads/audit';

const day = z.iso
  .date()
  .transform((text) => Date.parse(`${text}T00:00:00Z`))
  .optional()
  .catch(undefined);
const word = z
  .string()
  .trim()
  .max(100)
  .transform((text) => text || undefined)
  .optional()
  .catch(undefined);

const query = z.object({
  what: word,
  subject: word,
  from: day,
  to: day,
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

export function auditFilter(given: Record<string, string | string[] | undefined>): AuditFilter {
  const { what, subject, from, to, before } = query.parse(given);
  return {
    ...(what && { action: what }),
    ...(subject && { subject }),
    ...(from !== undefined && { from }),
    // The last day is meant whole.
    ...(to !== undefined && { to: to + DAY_MS }),
    ...(before !== undefined && { beforeId: before }),
  };
}
