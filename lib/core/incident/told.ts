// What people say of the present in open incidents, and how it counts beside what the servers answer. Pure; what is told is
// gathered by what-is-told.ts.
import { type OverallStatus, type ShownStatus, worstOf } from '@/lib/core/status/status';
import type { UnixMs } from '@/lib/core/time';
import type { AffectedState, IncidentImpact } from './incident';

/** What a person says of one server. */
export interface ToldServer {
  state: Exclude<AffectedState, 'operational'>;
  /** When the incident began. */
  since: UnixMs;
  /** Of the incident, in English: it stands in the place of a reason. */
  title: string;
}

export interface Told {
  /** By slug, each at its worst. */
  servers: ReadonlyMap<string, ToldServer>;
  /** Those that have an impact. */
  incidents: readonly ToldIncident[];
}

export interface ToldIncident {
  title: string;
  impact: Exclude<IncidentImpact, 'none'>;
  /** Slugs of the servers it is about. */
  servers: readonly string[];
}

/** The worse of what is heard and what is told. Paused stays paused: its people took it off the roll. */
export function withTold(heard: ShownStatus, told: ToldServer | undefined): ShownStatus {
  return told === undefined || heard === 'paused' ? heard : worstOf([heard, told.state]);
}

/** The one status of the page: an open incident and a page on which all is well would contradict each other. */
export function overallStatus(statuses: readonly ShownStatus[], { incidents }: Pick<Told, 'incidents'>): OverallStatus {
  return worstOf([...statuses, ...incidents.map(({ impact }) => STATUS_OF[impact])]);
}

const STATUS_OF = { minor: 'degraded', major: 'down', critical: 'down' } as const satisfies Record<
  ToldIncident['impact'],
  ShownStatus
>;

/** Incidents that no server's state shows: about none in particular, or about servers that are well again. */
export function beyondServers(
  incidents: readonly ToldIncident[],
  servers: readonly { slug: string; status: ShownStatus }[],
): ToldIncident[] {
  const troubled = new Set(servers.filter(({ status }) => TROUBLED.includes(status)).map(({ slug }) => slug));
  return incidents.filter((incident) => !incident.servers.some((slug) => troubled.has(slug)));
}

const TROUBLED: readonly ShownStatus[] = ['down', 'degraded', 'locked'];
