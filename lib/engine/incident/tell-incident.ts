// What the machine writes into an incident, as long as no person has taken it over; then it only notes that something in it
// changed. Always inside the caller's transaction.
import type { Db } from '@/db/client';
import { insertIncidentUpdate, selectNotes } from '@/db/queries/incident-updates';
import { putIncidentServer, selectIncidentServers, updateIncident } from '@/db/queries/incidents';
import { countListed } from '@/db/queries/read-endpoints';
import { selectIncident } from '@/db/queries/read-incidents';
import type { IncidentOutageRow } from '@/db/schema/incident-outages';
import type { IncidentRow } from '@/db/schema/incidents';
import {
  type AffectedChange,
  type AffectedState,
  isSuspected,
  type MachineNote,
  type TroubleFacts,
  worseImpact,
} from '@/lib/core/incident/incident';
import { machineImpact } from '@/lib/core/incident/incident-turn';
import { causesOf } from '@/lib/core/incident/machine-causes';
import type { UnixMs } from '@/lib/core/time';

export interface TroubleNews {
  endpointId: number;
  note: Extract<MachineNote, { server: TroubleFacts }>;
  at: UnixMs;
}

export function tellTrouble(db: Db, incidentId: number, { endpointId, note, at }: TroubleNews): void {
  const incident = suspected(db, incidentId, at);
  if (!incident) return;
  const { slug, state } = note.server;
  const change = setState(db, incidentId, { endpointId, slug, state });
  const states = selectIncidentServers(db, incidentId).map((server) => server.state);
  const impact = worseImpact(incident.impact, machineImpact(states, countListed(db)));
  updateIncident(db, incidentId, { status: 'investigating', resolvedAt: null, impact, changedAt: at });
  tell(db, incidentId, { status: 'investigating', note, changes: [change], at });
}

interface WellServer {
  endpointId: number;
  slug: string;
  at: UnixMs;
}

/** One of several is well; that alone is no news, the list of servers shows it. */
export function tellOperational(db: Db, incidentId: number, { at, ...server }: WellServer): void {
  if (suspected(db, incidentId, at)) setState(db, incidentId, { ...server, state: 'operational' });
}

export interface End extends WellServer {
  /** All outages of the incident; each is over. */
  links: readonly IncidentOutageRow[];
  /** False when nobody calls the last troubled server any more. */
  isWatched: boolean;
}

export function tellEnd(db: Db, incidentId: number, { endpointId, slug, at, links, isWatched }: End): void {
  const incident = suspected(db, incidentId, at);
  if (!incident || incident.resolvedAt !== null) return;
  const endedAt = Math.max(...links.map((link) => link.endedAt ?? at));
  const causes = causesOf(selectNotes(db, incidentId).toReversed());
  const note: MachineNote = isWatched
    ? { kind: 'resolved', startedAt: incident.startedAt, endedAt, servers: causes }
    : { kind: 'unwatched', servers: causes.filter((cause) => cause.slug === slug) };
  const change = setState(db, incidentId, { endpointId, slug, state: 'operational' });
  updateIncident(db, incidentId, { status: 'resolved', resolvedAt: endedAt, changedAt: at });
  tell(db, incidentId, { status: 'resolved', note, changes: [change], at });
}

/** Null, and no more than a note of the change, when a person has it in hand. */
function suspected(db: Db, incidentId: number, at: UnixMs): IncidentRow | null {
  const incident = selectIncident(db, incidentId);
  if (!incident) return null;
  if (isSuspected(incident)) return incident;
  updateIncident(db, incidentId, { changedAt: at });
  return null;
}

function setState(
  db: Db,
  incidentId: number,
  { endpointId, slug, state }: { endpointId: number; slug: string; state: AffectedState },
): AffectedChange {
  const known = selectIncidentServers(db, incidentId).find((server) => server.endpointId === endpointId);
  putIncidentServer(db, incidentId, endpointId, state);
  return { slug, from: known?.state ?? 'operational', to: state };
}

interface Told {
  status: IncidentRow['status'];
  note: MachineNote;
  changes: AffectedChange[];
  at: UnixMs;
}

function tell(db: Db, incidentId: number, { status, note, changes, at }: Told): void {
  insertIncidentUpdate(db, {
    incidentId,
    status,
    note,
    servers: changes,
    displayAt: at,
    authorKind: 'machine',
    createdAt: at,
  });
}
