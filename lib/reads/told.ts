// What people say of the present. One query where no incident is open; inside a snapshot.
import type { Db } from '@/db/client';
import { selectUnresolvedIncidents } from '@/db/queries/read-incidents';
import type { Told } from '@/lib/core/incident/told';
import { whatIsTold } from '@/lib/core/incident/what-is-told';
import { incidentViews } from '@/lib/reads/incident-views';

/** As many as the page shows. */
const CURRENT_LIMIT = 50;

export function readTold(db: Db): Told {
  return whatIsTold(incidentViews(db, selectUnresolvedIncidents(db, CURRENT_LIMIT)));
}
