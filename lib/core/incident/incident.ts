// What an incident is made of: what people read about trouble, told by the machine until a person takes it over. Words are
// elsewhere: what the machine tells is kept as facts, so that it reads well in every language.
import type { EndpointType } from '@/lib/core/endpoint';
import type { FailureCode, FailureFacts, Stage } from '@/lib/core/failure';
import type { UnixMs } from '@/lib/core/time';

/** How far the people at it have come. Stored and served under Statuspage's own words: never rename one. */
export const INCIDENT_STATUSES = ['investigating', 'identified', 'monitoring', 'resolved', 'postmortem'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** Mildest first. */
export const INCIDENT_IMPACTS = ['none', 'minor', 'major', 'critical'] as const;
export type IncidentImpact = (typeof INCIDENT_IMPACTS)[number];

export const INCIDENT_ORIGINS = ['machine', 'person'] as const;
export type IncidentOrigin = (typeof INCIDENT_ORIGINS)[number];

/** What an incident says of one server; mildest first. */
export const AFFECTED_STATES = ['operational', 'degraded', 'down'] as const;
export type AffectedState = (typeof AFFECTED_STATES)[number];

/** A server in confirmed trouble, as the machine saw it when it told of it. */
export interface TroubleFacts {
  slug: string;
  /** As it was called then; readers get its present title where it has one. */
  title: string;
  type: EndpointType;
  state: Exclude<AffectedState, 'operational'>;
  stage: Stage | null;
  code: FailureCode | null;
  /** One public line, redacted; null when there is none that visitors may read. */
  message: string | null;
  /** Of the message; left out where it has none. */
  facts?: FailureFacts;
  toolCount: number | null;
  /** Names of what /health calls bad. */
  badDependencies: string[];
}

/** What the machine tells in an update. */
export type MachineNote =
  | { kind: 'opened'; server: TroubleFacts }
  /** Another server of the group failed with it. */
  | { kind: 'joined'; server: TroubleFacts }
  | { kind: 'worsened'; server: TroubleFacts }
  /** It failed again shortly after everything was well. */
  | { kind: 'reopened'; server: TroubleFacts }
  /** All is well: the last server answers again. */
  | { kind: 'resolved'; startedAt: UnixMs; endedAt: UnixMs; servers: TroubleFacts[] }
  /** Nobody calls the last troubled server any more: paused, archived, or its entry is broken. */
  | { kind: 'unwatched'; servers: TroubleFacts[] };

/** What an update changed of one server. */
export interface AffectedChange {
  slug: string;
  from: AffectedState;
  to: AffectedState;
}

/** Opened by the machine, and no person has said a word yet. */
export function isSuspected(incident: { origin: IncidentOrigin; takenOverAt: UnixMs | null }): boolean {
  return incident.origin === 'machine' && incident.takenOverAt === null;
}

export function isOver(status: IncidentStatus): boolean {
  return status === 'resolved' || status === 'postmortem';
}

export function worseImpact(a: IncidentImpact, b: IncidentImpact): IncidentImpact {
  return INCIDENT_IMPACTS.indexOf(a) >= INCIDENT_IMPACTS.indexOf(b) ? a : b;
}

export function worseState(a: AffectedState, b: AffectedState): AffectedState {
  return AFFECTED_STATES.indexOf(a) >= AFFECTED_STATES.indexOf(b) ? a : b;
}
