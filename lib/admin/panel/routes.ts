// Routes of alerts that the panel holds: added, changed, moved, deleted. Those of files are read first and stand before them.
import { insertAudit } from '@/db/queries/audit-entries';
import { selectPanelDocument, writePanelDocument } from '@/db/queries/panel-documents';
import { inTransaction } from '@/db/transaction';
import type { Desk } from '@/lib/admin/panel/desk';
import { type DraftProblem, loadDraft, problemsAt } from '@/lib/admin/panel/load-draft';
import { asRecord } from '@/lib/admin/panel/server-documents';
import type { Actor } from '@/lib/core/access/actor';
import type { UnixMs } from '@/lib/core/time';

/** In the words of a rollcall.json. */
export type RouteDraft = Record<string, unknown>;

/** Which route is meant. */
export interface RoutePlace {
  /** From 0, among those of the panel. */
  at: number;
  /** `routeMark` of it when it was looked at. */
  mark: string;
}

/** `changed_meanwhile`: another stands there now. */
export type RouteChange =
  | { ok: true }
  | { ok: false; code: 'changed_meanwhile' }
  | { ok: false; code: 'unfit'; problems: DraftProblem[] };

/** As stored. */
export function panelRoutes(rollcall: unknown): RouteDraft[] {
  const { routes } = asRecord(rollcall);
  return Array.isArray(routes) ? routes.map(asRecord) : [];
}

/** Changes with whatever the route says. */
export function routeMark(route: RouteDraft): string {
  return JSON.stringify(route);
}

/** `place` null: a new one, the last. */
export function saveRoute(
  desk: Desk,
  actor: Actor,
  { place, route }: { place: RoutePlace | null; route: RouteDraft },
  now: UnixMs,
): RouteChange {
  const change = (routes: RouteDraft[]) =>
    place === null ? [...routes, route] : routes.map((old, i) => (i === place.at ? route : old));
  return changeRoutes(desk, actor, { place, change, checks: true }, now);
}

/** One place up or down; at the end of the list nothing happens. */
export function moveRoute(
  desk: Desk,
  actor: Actor,
  { place, by }: { place: RoutePlace; by: -1 | 1 },
  now: UnixMs,
): RouteChange {
  const change = (routes: RouteDraft[]) => {
    const [moved] = routes.slice(place.at, place.at + 1);
    const rest = routes.filter((_, i) => i !== place.at);
    return moved === undefined ? routes : rest.toSpliced(Math.max(0, place.at + by), 0, moved);
  };
  return changeRoutes(desk, actor, { place, change, checks: false }, now);
}

export function deleteRoute(desk: Desk, actor: Actor, place: RoutePlace, now: UnixMs): RouteChange {
  const change = (routes: RouteDraft[]) => routes.filter((_, i) => i !== place.at);
  return changeRoutes(desk, actor, { place, change, checks: false }, now);
}

interface Change {
  place: RoutePlace | null;
  change: (routes: RouteDraft[]) => RouteDraft[];
  /** What is new is held against the channels and servers that exist. */
  checks: boolean;
}

function changeRoutes(desk: Desk, actor: Actor, { place, change, checks }: Change, now: UnixMs): RouteChange {
  return inTransaction(desk.db, () => {
    const document = asRecord(selectPanelDocument(desk.db, 'rollcall')?.document);
    const before = panelRoutes(document);
    if (place !== null && markAt(before, place.at) !== place.mark) return { ok: false, code: 'changed_meanwhile' };
    const routes = change(before);
    const rollcall = { ...document, routes };
    const at = place?.at ?? routes.length - 1;
    const problems = checks ? problemsAt(loadDraft(desk, { rollcall }), [['routes', at]]) : [];
    if (problems.length > 0) return { ok: false, code: 'unfit', problems };
    writePanelDocument(desk.db, 'rollcall', rollcall, now);
    const told = { before: { routes: before }, after: { routes } };
    insertAudit(desk.db, actor, { action: 'route.changed', subject: 'routes', ...told }, now);
    return { ok: true };
  });
}

function markAt(routes: readonly RouteDraft[], at: number): string | null {
  const route = routes[at];
  return route === undefined ? null : routeMark(route);
}
