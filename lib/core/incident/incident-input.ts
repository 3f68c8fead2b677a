// What people may send in about incidents, as zod schemas: the one place that bounds titles, texts and lists.
import { z } from 'zod';
import { AFFECTED_STATES, INCIDENT_IMPACTS, INCIDENT_STATUSES } from './incident';

export const TITLE_LIMIT = 200;
export const BODY_LIMIT = 10_000;
const SERVERS_LIMIT = 200;
const NAME_LIMIT = 80;

const id = z.int().positive();
/** Milliseconds since 1970, UTC. */
const instant = z.int().min(0);
const title = z.string().trim().min(1).max(TITLE_LIMIT);
/** Markdown. */
const body = z.string().trim().min(1).max(BODY_LIMIT);
/** As published; left away: the team. Whoever acts is written down beside it and not published. */
const authorName = z.string().trim().min(1).max(NAME_LIMIT).optional();

const servers = z
  .array(z.strictObject({ slug: z.string().min(1).max(64), state: z.enum(AFFECTED_STATES) }))
  .max(SERVERS_LIMIT)
  .refine((list) => new Set(list.map(({ slug }) => slug)).size === list.length, 'a server is named twice');

export const openInput = z.strictObject({
  title,
  body,
  status: z.enum(['investigating', 'identified', 'monitoring', 'resolved']).default('investigating'),
  impact: z.enum(INCIDENT_IMPACTS),
  servers: servers.default([]),
  /** Left away: now. */
  startedAt: instant.optional(),
  /** When the first update was so; left away: now. */
  at: instant.optional(),
  authorName,
});

export const takeOverInput = z.strictObject({ incidentId: id, title: title.optional() });
export const renameInput = z.strictObject({ incidentId: id, title });

export const updateInput = z.strictObject({
  incidentId: id,
  status: z.enum(INCIDENT_STATUSES),
  body,
  /** When it was so; left away: now. */
  at: instant.optional(),
  /** Those that are not named stay as they are; once resolved, they are well. */
  servers: servers.default([]),
  authorName,
});

/** `at` left away: as it is. */
export const editInput = z.strictObject({ updateId: id, body, at: instant.optional() });

/** `body` left away: the facts in the machine's words. */
export const resolveInput = z.strictObject({
  incidentId: id,
  body: body.optional(),
  at: instant.optional(),
  authorName,
});

export const impactInput = z.strictObject({ incidentId: id, impact: z.enum(INCIDENT_IMPACTS) });
/** The whole list: who is not named is not affected. */
export const serversInput = z.strictObject({ incidentId: id, servers });
/** `incidentId` ends in `intoId`. */
export const mergeInput = z.strictObject({ incidentId: id, intoId: id });
export const backDateInput = z.strictObject({ incidentId: id, startedAt: instant, resolvedAt: instant.optional() });
export const hideInput = z.strictObject({ incidentId: id, isHidden: z.boolean() });
