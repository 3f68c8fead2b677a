// What the machine knows of each endpoint now: the confirmed status, the run that may change it, and the newest
// check. One row an endpoint, rewritten by every check.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { catalogues } from '@/db/schema/catalogues';
import { endpoints } from '@/db/schema/endpoints';
import { FAILURE_CODES, type FailureFacts, STAGES } from '@/lib/core/failure';
import type { ReasonRun } from '@/lib/core/history/reason-run';
import type { Pending } from '@/lib/core/status/hysteresis';
import { VERDICTS } from '@/lib/core/status/verdict';
import type { Span, UnixMs } from '@/lib/core/time';

export const endpointStates = sqliteTable('endpoint_states', {
  endpointId: integer('endpoint_id')
    .primaryKey()
    .references(() => endpoints.id, { onDelete: 'cascade' }),
  status: text('status', { enum: [...VERDICTS, 'unknown'] }).notNull(),
  since: integer('since').notNull(),
  /** The run of checks that disagree with the status; null when there is none. */
  pending: text('pending', { mode: 'json' }).$type<Pending>(),
  /** Time not yet booked because a run is pending. */
  held: text('held', { mode: 'json' }).$type<Span[]>().notNull(),
  /** All time before is booked or held; null before the first check. */
  bookedUntil: integer('booked_until'),
  /** Until when the server asked at its newest check to be left alone, as far as we obey; null when it did not. */
  restUntil: integer('rest_until'),
  /** Since when it is not being called, and what that time is booked as; null while it is called. */
  idleSince: integer('idle_since'),
  idleAs: text('idle_as', { enum: ['paused', 'unknown'] }),
  /** When the status changed, each back-dated, within the last hour before the newest change; oldest first. */
  recentChanges: text('recent_changes', { mode: 'json' }).$type<UnixMs[]>().notNull().default([]),
  /** Checks in a row that give the same status for another reason than the one known; null when there are none. */
  reasonRun: text('reason_run', { mode: 'json' }).$type<ReasonRun>(),
  /** Why the status is what it is; null when up. */
  reasonStage: text('reason_stage', { enum: STAGES }),
  reasonCode: text('reason_code', { enum: FAILURE_CODES }),
  reasonMessage: text('reason_message'),
  /** Of the message, for pages in another language, as `facts` below. */
  reasonFacts: text('reason_facts', { mode: 'json' }).$type<FailureFacts>(),
  /** The newest check that got as far as a network answer, whatever it said; null before the first. */
  reachedAt: integer('reached_at'),
  /** The newest check. */
  checkedAt: integer('checked_at'),
  verdict: text('verdict', { enum: VERDICTS }),
  stage: text('stage', { enum: STAGES }),
  code: text('code', { enum: FAILURE_CODES }),
  message: text('message'),
  /** Null where the message has none, and in rows from before they were kept. */
  facts: text('facts', { mode: 'json' }).$type<FailureFacts>(),
  latencyMs: integer('latency_ms'),
  reachMs: integer('reach_ms'),
  handshakeMs: integer('handshake_ms'),
  toolsMs: integer('tools_ms'),
  dependenciesMs: integer('dependencies_ms'),
  /** The newest check that got that far. */
  dialect: text('dialect', { enum: ['http-legacy', 'http-modern', 'sse', 'stdio-legacy', 'stdio-modern'] }),
  protocolVersion: text('protocol_version'),
  serverName: text('server_name'),
  serverVersion: text('server_version'),
  toolCount: integer('tool_count'),
  /** On the first page of each list; null while none was counted. */
  resourceCount: integer('resource_count'),
  promptCount: integer('prompt_count'),
  /** The list read to its end last, and since when it has been that one; null before the first. */
  catalogueId: integer('catalogue_id').references(() => catalogues.id),
  catalogueSince: integer('catalogue_since'),
  /** The list that was approved, or the first one. */
  baselineCatalogueId: integer('baseline_catalogue_id').references(() => catalogues.id),
  certificateExpiresAt: integer('certificate_expires_at'),
  /** The configuration gives a credential; which one is not stored. */
  hasCredential: integer('has_credential', { mode: 'boolean' }).notNull().default(false),
  /** End of the bearer token, as the token says; null when it does not, or there is none. */
  credentialExpiresAt: integer('credential_expires_at'),
  /** The last check in which the server let us in, and the first of the present run of refusals. */
  lastAcceptedAt: integer('last_accepted_at'),
  rejectedSince: integer('rejected_since'),
});

export type EndpointStateRow = typeof endpointStates.$inferSelect;
