// One incident as the panel shows it: what visitors read, who really wrote it, what the machine saw step by step, and the
// alerts that were sent of it.
import { type Db, openDb } from '@/db/client';
import { selectNewestAlert } from '@/db/queries/alerts';
import { selectIncident, selectOutagesOf, selectUpdatesOf } from '@/db/queries/read-incidents';
import { selectOutageSteps } from '@/db/queries/read-outages';
import { selectThreadsOf } from '@/db/queries/read-threads';
import type { IncidentRow } from '@/db/schema/incidents';
import type { ThreadRow } from '@/db/schema/threads';
import type { IncidentView } from '@/lib/core/incident-view';
import type { PageSettings } from '@/lib/core/page-settings';
import type { Verdict } from '@/lib/core/status/verdict';
import type { UnixMs } from '@/lib/core/time';
import { safeText } from '@/lib/core/words/safe-text';
import { incidentViews } from '@/lib/reads/incident-views';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';

/** A confirmed change of one server. */
export interface SeenStep {
  id: string;
  at: UnixMs;
  server: { slug: string; title: string };
  /** `up`: it answers again. */
  status: Verdict;
  /** Null when up. */
  message: string | null;
}

export interface PanelAlertView {
  threadKey: string;
  /** What was told of it last. */
  firstLine: string;
  openedAt: UnixMs;
  /** Null while it lasts. */
  endedAt: UnixMs | null;
  acknowledged: { at: UnixMs; by: string | null } | null;
  /** Null when it is not snoozed now. */
  snoozed: { until: UnixMs; by: string | null } | null;
}

export interface PanelIncidentView {
  generatedAt: UnixMs;
  page: PageSettings;
  incident: IncidentView;
  isHidden: boolean;
  /** Who answers for it; null while the machine does. */
  inHand: { at: UnixMs; by: string } | null;
  /** By the id of the update: who wrote it and who corrected it; those of the machine are left out. */
  writers: ReadonlyMap<string, { by: string; editedBy: string | null }>;
  /** Oldest first; of very many the newest. */
  seen: SeenStep[];
  alerts: PanelAlertView[];
}

export type FoundPanelIncident = { isMerged: false; view: PanelIncidentView } | { isMerged: true; intoId: number };

const STEPS_LIMIT = 500;

/** Null when there is none of that id. */
export function readPanelIncident(id: string, now: UnixMs, db: Db = openDb()): FoundPanelIncident | null {
  return inSnapshot(db, () => {
    const row = /^[1-9]\d{0,14}$/.test(id) ? selectIncident(db, Number(id)) : undefined;
    if (!row) return null;
    if (row.mergedIntoId !== null) return { isMerged: true, intoId: row.mergedIntoId };
    const [incident] = incidentViews(db, [row], { namesHidden: true });
    if (!incident) return null;
    const links = selectOutagesOf(db, [row.id]);
    return {
      isMerged: false,
      view: {
        generatedAt: now,
        page: readStoredSettings(db).page,
        incident,
        isHidden: row.isHidden,
        inHand: inHandOf(row),
        writers: writersOf(db, row.id),
        seen: seenSteps(db, links, incident),
        alerts: alertsOf(db, row, { endpointIds: links.map(({ link }) => link.endpointId), now }),
      },
    };
  });
}

function inHandOf({
  takenOverAt,
  takenOverBy,
  origin,
  createdAt,
  createdBy,
}: IncidentRow): PanelIncidentView['inHand'] {
  if (takenOverAt !== null) return { at: takenOverAt, by: takenOverBy ?? '' };
  return origin === 'person' ? { at: createdAt, by: createdBy ?? '' } : null;
}

function writersOf(db: Db, id: number): PanelIncidentView['writers'] {
  const written = selectUpdatesOf(db, [id]).filter(({ actor }) => actor !== null);
  return new Map(written.map((update) => [String(update.id), { by: update.actor ?? '', editedBy: update.editedBy }]));
}

type OutageLink = ReturnType<typeof selectOutagesOf>[number];

function seenSteps(db: Db, links: readonly OutageLink[], { servers }: IncidentView): SeenStep[] {
  const titles = new Map(servers.map(({ slug, title }) => [slug, title]));
  const serverOf = (slug: string) => ({ slug, title: titles.get(slug) ?? slug });
  const slugs = new Map(links.map(({ outage, slug }) => [outage.id, slug]));
  const steps = selectOutageSteps(db, [...slugs.keys()], STEPS_LIMIT).map(({ outageId, at, status, message }) => ({
    id: `${outageId}-${at}`,
    at,
    server: serverOf(slugs.get(outageId) ?? ''),
    status,
    message: message === null ? null : safeText(message),
  }));
  const ends = links.flatMap(({ outage: { id, endedAt }, slug }) =>
    endedAt === null
      ? []
      : [{ id: `${id}-end`, at: endedAt, server: serverOf(slug), status: 'up' as const, message: null }],
  );
  return [...steps, ...ends].sort((a, b) => a.at - b.at);
}

function alertsOf(
  db: Db,
  { startedAt, resolvedAt }: IncidentRow,
  { endpointIds, now }: { endpointIds: readonly number[]; now: UnixMs },
): PanelAlertView[] {
  if (endpointIds.length === 0) return [];
  const threads = selectThreadsOf(db, { endpointIds, fromAt: startedAt, untilAt: resolvedAt ?? now });
  return threads.map((thread) => alertView(db, thread, now));
}

function alertView(db: Db, thread: ThreadRow, now: UnixMs): PanelAlertView {
  const { key, openedAt, endedAt, acknowledgedAt, acknowledgedBy, snoozedUntil, snoozedBy } = thread;
  return {
    threadKey: key,
    firstLine: selectNewestAlert(db, key)?.message.firstLine ?? key,
    openedAt,
    endedAt,
    acknowledged: acknowledgedAt === null ? null : { at: acknowledgedAt, by: acknowledgedBy },
    snoozed: snoozedUntil === null || snoozedUntil <= now ? null : { until: snoozedUntil, by: snoozedBy },
  };
}
