// The roll as administrators see it: all servers, where they come from, what is wrong with them. Holds no address and no secret.
import { type Db, openDb } from '@/db/client';
import { selectWindows } from '@/db/queries/maintenance-windows';
import type { ListedEndpoint } from '@/db/queries/read-endpoints';
import { selectPanelServer, selectPanelServers } from '@/db/queries/read-panel-servers';
import type { EndpointType } from '@/lib/core/endpoint';
import type { ShownStatus } from '@/lib/core/status/status';
import type { UnixMs } from '@/lib/core/time';
import type { Reason } from '@/lib/core/view';
import { windowsUnderWay } from '@/lib/reads/maintenance-views';
import { presentState } from '@/lib/reads/present-state';
import { inSnapshot } from '@/lib/reads/snapshot';

export interface PanelServerView {
  id: number;
  slug: string;
  /** In the mcp.json. */
  name: string;
  title: string;
  group: string | null;
  type: EndpointType;
  /** File that names it; null for one made in the panel. */
  source: string | null;
  status: ShownStatus;
  since: UnixMs | null;
  /** Null when up. */
  reason: Reason | null;
  /** Why it is never called; null when it is. */
  problem: string | null;
  isPaused: boolean;
  isHidden: boolean;
  checkedAt: UnixMs | null;
  nextCheckAt: UnixMs;
  archivedAt: UnixMs | null;
}

export function readPanelServers(now: UnixMs, db: Db = openDb()): PanelServerView[] {
  return inSnapshot(db, () => {
    const windows = selectWindows(db, { startAt: now, endAt: now + 1 });
    return selectPanelServers(db).map((row) => viewOf(row, windowsUnderWay(windows, row.endpoint.slug, now)));
  });
}

/** Null when there is none of that slug. */
export function readPanelServer(slug: string, now: UnixMs, db: Db = openDb()): PanelServerView | null {
  return inSnapshot(db, () => {
    const row = selectPanelServer(db, slug);
    if (row === null) return null;
    const windows = selectWindows(db, { startAt: now, endAt: now + 1 });
    return viewOf(row, windowsUnderWay(windows, slug, now));
  });
}

function viewOf(row: ListedEndpoint, underWay: Parameters<typeof presentState>[1]): PanelServerView {
  const { endpoint, state } = row;
  const { status, since, reason } = presentState(row, underWay);
  return {
    id: endpoint.id,
    slug: endpoint.slug,
    name: endpoint.name,
    title: endpoint.title,
    group: endpoint.groupName,
    type: endpoint.type,
    source: endpoint.source,
    status,
    since,
    reason,
    problem: endpoint.problem,
    isPaused: endpoint.isPaused,
    isHidden: endpoint.isHidden,
    checkedAt: state?.checkedAt ?? null,
    nextCheckAt: endpoint.nextCheckAt,
    archivedAt: endpoint.archivedAt,
  };
}
