// Keeps incidents in step with outages: opens a suspected one, goes on with it, closes it. Always inside the transaction
// that wrote the outage, and by comparing what is stored, so that nothing is told twice and nothing is lost.
import type { Db } from '@/db/client';
import {
  putIncidentOutage,
  selectHeldOutage,
  selectIncidentOutages,
  selectOutageEnd,
  updateIncidentOutage,
} from '@/db/queries/incident-outages';
import { selectOpenOutage } from '@/db/queries/outages';
import type { IncidentOutageRow } from '@/db/schema/incident-outages';
import { incidentTurn, isWorse } from '@/lib/core/incident/incident-turn';
import type { UnixMs } from '@/lib/core/time';
import { type Followed, type News, troubleFacts, troubleOf } from '@/lib/engine/incident/incident-news';
import { placeOutage } from '@/lib/engine/incident/place-outage';
import { tellEnd, tellOperational, tellTrouble } from '@/lib/engine/incident/tell-incident';
import { serverWindows } from '@/lib/engine/ledger/server-windows';

export function followIncident(db: Db, followed: Followed): void {
  const { endpointId, server, at, isCalled } = followed;
  const held = selectHeldOutage(db, endpointId) ?? null;
  const outage = (isCalled && selectOpenOutage(db, endpointId)) || null;
  const trouble = outage && troubleOf(outage);
  // Nearly every check: all is well, and was before.
  if (held === null && trouble === null) return;
  const isKeptQuiet = held === null && isQuiet(db, server, at);
  const turn = incidentTurn(held, trouble, { isKeptQuiet });
  if (turn === null) return;
  if (turn === 'close') {
    if (held) close(db, held, followed);
  } else if (outage && trouble) {
    const news: News = { ...followed, outage, trouble };
    if (held === null) placeOutage(db, news);
    else goOn(db, held, news);
  }
}

/** A server that visitors do not know must not become known by its trouble; announced work has told of itself. */
function isQuiet(db: Db, { slug, hidden }: Followed['server'], at: UnixMs): boolean {
  return hidden || serverWindows(db, slug, { startAt: at, endAt: at + 1 }).length > 0;
}

function goOn(db: Db, held: IncidentOutageRow, { endpointId, server, at, outage, trouble }: News): void {
  const { incidentId, outageId } = held;
  const isNewsworthy = isWorse(trouble, held);
  const { status, stage, code } = isNewsworthy ? trouble : held;
  const told = { status, stage, code };
  if (outageId === outage.id) {
    updateIncidentOutage(db, held, told);
  } else {
    updateIncidentOutage(db, held, { endedAt: selectOutageEnd(db, outageId) ?? outage.startedAt });
    const { startedAt } = outage;
    putIncidentOutage(db, { incidentId, outageId: outage.id, endpointId, startedAt, endedAt: null, ...told });
  }
  if (isNewsworthy) {
    const facts = troubleFacts(db, { server, outage, trouble });
    tellTrouble(db, incidentId, { endpointId, note: { kind: 'worsened', server: facts }, at });
  }
}

function close(db: Db, held: IncidentOutageRow, { endpointId, server, at, isCalled }: Followed): void {
  const { incidentId } = held;
  updateIncidentOutage(db, held, { endedAt: selectOutageEnd(db, held.outageId) ?? at });
  const links = selectIncidentOutages(db, incidentId);
  const change = { endpointId, slug: server.slug, at };
  if (links.some(({ endedAt }) => endedAt === null)) tellOperational(db, incidentId, change);
  else tellEnd(db, incidentId, { ...change, links, isWatched: isCalled });
}
