// What needs an administrator now, worst first: the panel opens on it.
import { z } from 'zod';
import { type Db, openDb } from '@/db/client';
import { selectBreakingDrifts, selectGivenUp } from '@/db/queries/read-attention';
import { selectPanelServers } from '@/db/queries/read-panel-servers';
import { selectSettings } from '@/db/queries/read-settings';
import type { ConfigProblem } from '@/lib/core/config-problem';
import type { IncidentView } from '@/lib/core/incident-view';
import { DAY_MS, type UnixMs } from '@/lib/core/time';
import { readIncidents } from '@/lib/reads/incidents';
import { type PanelServerView, readPanelServers } from '@/lib/reads/panel-servers';

export interface ExpiryView {
  slug: string;
  title: string;
  what: 'certificate' | 'token';
  at: UnixMs;
}

export interface AttentionView {
  /** Down, degraded, locked, or never called. */
  servers: PanelServerView[];
  problems: ConfigProblem[];
  /** Soonest first; those that ran out too. */
  expiries: ExpiryView[];
  /** Channels with alerts that were given up within a week. */
  failedChannels: { channel: string; failed: number; answer: string; at: UnixMs }[];
  drifts: { slug: string; title: string; waiting: number }[];
  /** Open ones: not taken over, or over without anybody saying so. */
  incidents: { id: string; incident: IncidentView; isOver: boolean }[];
}

/** Certificates are renewed by machines, weeks ahead; tokens by people, days ahead. */
const CERTIFICATE_AHEAD_MS = 14 * DAY_MS;
const TOKEN_AHEAD_MS = 7 * DAY_MS;
const GIVEN_UP_SHOWN_MS = 7 * DAY_MS;

const problems = z
  .array(
    z.object({
      severity: z.enum(['error', 'warning']),
      file: z.string(),
      line: z.number().nullable(),
      column: z.number().nullable(),
      path: z.string(),
      message: z.string(),
      remedy: z.string(),
    }),
  )
  .catch([]);

export function readAttention(now: UnixMs, db: Db = openDb()): AttentionView {
  const { current } = readIncidents(now, db);
  return {
    servers: readPanelServers(now, db).filter(isInTrouble),
    problems: problems.parse(selectSettings(db).get('configProblems')),
    expiries: readExpiries(now, db),
    failedChannels: selectGivenUp(db, now - GIVEN_UP_SHOWN_MS).map(({ channel, failed, lastCode, lastAnswer, at }) => ({
      channel,
      failed,
      answer: lastAnswer ?? lastCode ?? 'no answer',
      at,
    })),
    drifts: selectBreakingDrifts(db),
    incidents: current
      .map((incident) => ({ id: incident.id, incident, isOver: incident.allAnswerSince !== null }))
      .filter(({ incident, isOver }) => incident.isSuspected || isOver),
  };
}

/** How many things wait; for the way around. */
export function countAttention(view: AttentionView): number {
  return Object.values(view).reduce((total, things) => total + things.length, 0);
}

function isInTrouble({ archivedAt, status, problem, isPaused }: PanelServerView): boolean {
  if (archivedAt !== null || isPaused) return false;
  return problem !== null || status === 'down' || status === 'degraded' || status === 'locked';
}

function readExpiries(now: UnixMs, db: Db): ExpiryView[] {
  return selectPanelServers(db)
    .filter(({ endpoint }) => endpoint.archivedAt === null && !endpoint.isPaused)
    .flatMap(({ endpoint: { slug, title }, state }) => [
      ...expiry(
        { slug, title, what: 'certificate', at: state?.certificateExpiresAt ?? null },
        now + CERTIFICATE_AHEAD_MS,
      ),
      ...expiry({ slug, title, what: 'token', at: state?.credentialExpiresAt ?? null }, now + TOKEN_AHEAD_MS),
    ])
    .sort((a, b) => a.at - b.at);
}

function expiry({ at, ...rest }: Omit<ExpiryView, 'at'> & { at: UnixMs | null }, before: UnixMs): ExpiryView[] {
  return at === null || at > before ? [] : [{ ...rest, at }];
}
