// What people say of the present. One query where no incident is in somebody's hand; inside a snapshot.
import type { Db } from '@/db/client';
import { selectUnresolvedIncidents } from '@/db/queries/read-incidents';
import { isSuspected } from '@/lib/core/incident/incident';
import type { Told } from '@/lib/core/incident/told';
import { whatIsTold } from '@/lib/core/incident/what-is-told';
import { incidentViews } from '@/lib/reads/incident-views';

/** As many as the page shows. */
const CURRENT_LIMIT = 50;

export function readTold(db: Db): Told {
  const inHand = selectUnresolvedIncidents(db, CURRENT_LIMIT).filter((row) => !isSuspected(row));
  return whatIsTold(incidentViews(db, inHand));
}
