// Stored incidents into what readers get, whatever their number in three queries. Hidden servers are not named, nor is
// what the machine told of them; an incident of nothing but hidden servers is not there. The panel sees them all.
import type { Db } from '@/db/client';
import { selectOutagesOf, selectServersOf, selectUpdatesOf } from '@/db/queries/read-incidents';
import type { IncidentRow } from '@/db/schema/incidents';
import { isSuspected, type MachineNote } from '@/lib/core/incident/incident';
import { causesOf } from '@/lib/core/incident/machine-causes';
import type { IncidentUpdateView, IncidentView, SeenOutageView } from '@/lib/core/incident-view';
import type { UnixMs } from '@/lib/core/time';
import { storedReason } from '@/lib/reads/stored-reason';

type ServerRow = ReturnType<typeof selectServersOf>[number];
type UpdateRow = ReturnType<typeof selectUpdatesOf>[number];
type OutageOfIncident = ReturnType<typeof selectOutagesOf>[number];

/** In the order given. `namesHidden`: for the panel alone. */
export function incidentViews(
  db: Db,
  rows: readonly IncidentRow[],
  { namesHidden = false }: { namesHidden?: boolean } = {},
): IncidentView[] {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const servers = Map.groupBy(selectServersOf(db, ids), ({ incidentId }) => incidentId);
  const updates = Map.groupBy(selectUpdatesOf(db, ids), ({ incidentId }) => incidentId);
  const outages = Map.groupBy(selectOutagesOf(db, ids), ({ link }) => link.incidentId);
  return rows.flatMap((row) => {
    const all = servers.get(row.id) ?? [];
    const named = all.filter(({ isHidden }) => namesHidden || !isHidden);
    if (all.length > 0 && named.length === 0) return [];
    return [
      incidentView(row, {
        named: new Map(named.map((server) => [server.slug, server])),
        updates: updates.get(row.id) ?? [],
        outages: outages.get(row.id) ?? [],
      }),
    ];
  });
}

interface Parts {
  /** Those that may be named, by slug. */
  named: ReadonlyMap<string, ServerRow>;
  updates: readonly UpdateRow[];
  outages: readonly OutageOfIncident[];
}

function incidentView(row: IncidentRow, { named, updates, outages }: Parts): IncidentView {
  const told = updates.flatMap((update) => updateView(update, named) ?? []);
  const links = outages.filter(({ slug }) => named.has(slug));
  return {
    id: String(row.id),
    writtenTitle: row.title,
    causes: causesOf(told.toReversed().flatMap(({ note }) => note ?? [])),
    status: row.status,
    impact: row.impact,
    isSuspected: isSuspected(row),
    startedAt: row.startedAt,
    resolvedAt: row.resolvedAt,
    servers: [...named.values()].map(({ slug, title, state, archivedAt }) => {
      return { slug, title, state, isListed: archivedAt === null };
    }),
    changedAt: row.changedAt,
    updates: told,
    seen: links.map((seen) => seenView(seen, named)),
    allAnswerSince: allAnswerSince(row, links),
  };
}

/** Null when it tells of nothing but servers that may not be named. */
function updateView(row: UpdateRow, named: Parts['named']): IncidentUpdateView | null {
  const note = row.note && shownNote(row.note, named);
  if (row.body === null && note === null) return null;
  return {
    id: String(row.id),
    status: row.status,
    at: row.displayAt,
    writtenAt: row.createdAt,
    editedAt: row.editedAt,
    author: { kind: row.authorKind, name: row.authorName },
    body: row.body,
    note,
    changes: row.servers.flatMap((change) => {
      const server = named.get(change.slug);
      return server ? [{ ...change, title: server.title }] : [];
    }),
  };
}

function shownNote(note: MachineNote, named: Parts['named']): MachineNote | null {
  switch (note.kind) {
    case 'opened':
    case 'joined':
    case 'worsened':
    case 'reopened': {
      const title = named.get(note.server.slug)?.title;
      return title === undefined ? null : { ...note, server: { ...note.server, title } };
    }
    case 'resolved':
    case 'unwatched':
      return { ...note, servers: note.servers.filter(({ slug }) => named.has(slug)) };
    default:
      return note satisfies never;
  }
}

function seenView({ outage, slug }: OutageOfIncident, named: Parts['named']): SeenOutageView {
  const { id, status, startedAt, endedAt } = outage;
  return {
    id: String(id),
    server: { slug, title: named.get(slug)?.title ?? slug },
    status,
    startedAt,
    endedAt,
    reason: storedReason(outage),
  };
}

function allAnswerSince(row: IncidentRow, links: readonly OutageOfIncident[]): UnixMs | null {
  if (row.resolvedAt !== null || isSuspected(row) || links.length === 0) return null;
  const ends = links.map(({ link }) => link.endedAt);
  return ends.every((at) => at !== null) ? Math.max(...ends.map((at) => at ?? 0)) : null;
}
