// All incidents as the panel lists them, hidden ones and those of hidden servers too.
import { type Db, openDb } from '@/db/client';
import { selectHiddenIncidents, selectIncidentsBegun, selectUnresolvedIncidents } from '@/db/queries/read-incidents';
import type { IncidentView } from '@/lib/core/incident-view';
import type { PageSettings } from '@/lib/core/page-settings';
import type { UnixMs } from '@/lib/core/time';
import { incidentViews } from '@/lib/reads/incident-views';
import { inSnapshot } from '@/lib/reads/snapshot';
import { readStoredSettings } from '@/lib/reads/stored-settings';

const LIMIT = 100;

export interface PanelIncidentsView {
  generatedAt: UnixMs;
  page: PageSettings;
  /** Each newest first, at most 100. */
  open: IncidentView[];
  over: IncidentView[];
  hidden: IncidentView[];
}

export function readPanelIncidents(now: UnixMs, db: Db = openDb()): PanelIncidentsView {
  return inSnapshot(db, () => {
    const begun = selectIncidentsBegun(db, { startAt: 0, endAt: now + 1 }, LIMIT);
    const views = (rows: typeof begun) => incidentViews(db, rows, { namesHidden: true });
    return {
      generatedAt: now,
      page: readStoredSettings(db).page,
      open: views(selectUnresolvedIncidents(db, LIMIT)),
      over: views(begun.filter(({ resolvedAt }) => resolvedAt !== null)),
      hidden: views(selectHiddenIncidents(db, LIMIT)),
    };
  });
}
