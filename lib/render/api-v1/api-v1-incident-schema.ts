// The answers of /api/v1/incidents as zod schemas: what is promised to readers.
import { z } from 'zod';
import { AFFECTED_STATES, INCIDENT_IMPACTS, INCIDENT_ORIGINS, INCIDENT_STATUSES } from '@/lib/core/incident/incident';
import { failureCode, instant, stage } from './api-value-schemas';

const affectedState = z.enum(AFFECTED_STATES);

const incidentSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  status: z.enum(INCIDENT_STATUSES),
  impact: z.enum(INCIDENT_IMPACTS),
  /** Opened by the machine, and no person has said a word yet. */
  suspected: z.boolean(),
  startedAt: instant,
  /** Null while it lasts. */
  resolvedAt: instant.nullable(),
  changedAt: instant,
  /** A person is at it, and all servers of it answer again since then. */
  allAnswerSince: instant.nullable(),
  /** What it says of each server now. */
  endpoints: z.array(z.strictObject({ slug: z.string(), title: z.string(), state: affectedState })),
  /** Newest first. */
  updates: z.array(
    z.strictObject({
      id: z.string(),
      status: z.enum(INCIDENT_STATUSES),
      /** When it was so. */
      at: instant,
      writtenAt: instant,
      editedAt: instant.nullable(),
      /** `name` is null where the team speaks as one. */
      author: z.strictObject({ kind: z.enum(INCIDENT_ORIGINS), name: z.string().nullable() }),
      /** Plain text. */
      text: z.string(),
      /** As a person wrote it: CommonMark, not to be trusted as HTML; null when the machine tells. */
      markdown: z.string().nullable(),
      changes: z.array(z.strictObject({ slug: z.string(), from: affectedState, to: affectedState })),
    }),
  ),
  /** What the machine saw while it lasted, oldest first. */
  outages: z.array(
    z.strictObject({
      id: z.string(),
      slug: z.string(),
      status: z.enum(['degraded', 'down', 'locked']),
      startedAt: instant,
      endedAt: instant.nullable(),
      stage: stage.nullable(),
      code: failureCode.nullable(),
      message: z.string(),
    }),
  ),
});

/** GET /api/v1/incidents */
export const incidentListSchema = z.strictObject({
  /** The newest fact in the answer. */
  generatedAt: instant,
  /** Newest first, at most 50. */
  incidents: z.array(incidentSchema),
});

/** GET /api/v1/incidents/{id} */
export const incidentDetailSchema = incidentSchema.extend({ generatedAt: instant });

export type IncidentAnswer = z.infer<typeof incidentSchema>;
export type IncidentListAnswer = z.infer<typeof incidentListSchema>;
export type IncidentDetailAnswer = z.infer<typeof incidentDetailSchema>;
