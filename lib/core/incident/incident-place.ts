// Which incident tells of a new outage: one that is open, one closed a moment ago, or a new one. Pure.
import { MINUTE_MS, type UnixMs } from '@/lib/core/time';

/** A relapse this soon after the machine said "resolved" is the same story. */
export const RELAPSE_MS = 10 * MINUTE_MS;
/** Servers of one group that fail this close together have most likely failed of one thing. */
export const TOGETHER_MS = MINUTE_MS;

/** A shown incident, not merged, that is open or was closed within the time of a relapse. */
export interface Candidate {
  id: number;
  isSuspected: boolean;
  startedAt: UnixMs;
  resolvedAt: UnixMs | null;
  servers: readonly { endpointId: number; group: string | null }[];
}

export interface Outbreak {
  endpointId: number;
  /** Servers without a group count as one. */
  group: string | null;
  startedAt: UnixMs;
}

export type Place =
  /** It is about this server already. */
  | { kind: 'same'; id: number }
  /** The machine had closed it. */
  | { kind: 'reopened'; id: number }
  /** It is about others of the group that failed in the same minute. */
  | { kind: 'joined'; id: number }
  | { kind: 'new' };

/** `candidates`: newest first. */
export function placeOf(outbreak: Outbreak, candidates: readonly Candidate[]): Place {
  const { endpointId, group, startedAt } = outbreak;
  const own = candidates.filter(({ servers }) => servers.some((server) => server.endpointId === endpointId));
  const same = own.find(({ resolvedAt }) => resolvedAt === null);
  if (same) return { kind: 'same', id: same.id };
  const relapsed = own.find(
    ({ isSuspected, resolvedAt }) => isSuspected && resolvedAt !== null && startedAt - resolvedAt <= RELAPSE_MS,
  );
  if (relapsed) return { kind: 'reopened', id: relapsed.id };
  const joined = candidates.find(
    (candidate) =>
      candidate.isSuspected &&
      candidate.resolvedAt === null &&
      Math.abs(candidate.startedAt - startedAt) <= TOGETHER_MS &&
      candidate.servers.some((server) => server.group === group),
  );
  return joined ? { kind: 'joined', id: joined.id } : { kind: 'new' };
}
