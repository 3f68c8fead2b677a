// Words a happening for receivers, with the addresses they may open. Reads the store, writes nothing.
import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import { selectEndpointBySlug } from '@/db/queries/endpoints';
import { selectIncidentOfOutage } from '@/db/queries/incident-outages';
import { type AlertLinks, type AlertMessage, isServerTrouble } from '@/lib/core/alert/alert';
import type { Alerting } from '@/lib/core/alert/alert-route';
import { composeAlert } from '@/lib/core/alert/compose-alert';
import { type Happening, isOutageHappening } from '@/lib/core/alert/happening';
import type { UnixMs } from '@/lib/core/time';

/** Whoever holds such an address may act on a matter without signing in. `pageUrl` has no slash at its end. */
export type SignLinks = (pageUrl: string, threadKey: string, now: UnixMs) => Pick<AlertLinks, 'acknowledge' | 'snooze'>;

/** Who tells whom, and in whose name. */
export interface Teller {
  alerting: Alerting;
  signLinks: SignLinks;
}

export interface Worded {
  happening: Happening;
  /** What it is part of. */
  threadKey: string;
  /** See AlertMessage. */
  repeat?: number;
}

export function wordAlert(
  db: Db,
  { happening, threadKey, repeat = 0 }: Worded,
  { alerting, signLinks }: Teller,
  now: UnixMs,
): AlertMessage {
  const { page } = alerting;
  const pageUrl = page.url?.replace(/\/+$/, '') ?? null;
  const links: AlertLinks = {
    server: pageUrl === null ? null : serverAddress(db, happening, pageUrl),
    incident: pageUrl === null ? null : incidentAddress(db, happening, pageUrl),
    acknowledge: null,
    snooze: null,
    ...(pageUrl !== null && isServerTrouble(happening.event) && signLinks(pageUrl, threadKey, now)),
  };
  const message = composeAlert(happening, { id: `alert-${randomUUID()}`, page, links, now, repeat });
  return { ...message, dedupKey: threadKey };
}

/** Null where nobody who follows a link would see anything. */
function serverAddress(db: Db, happening: Happening, pageUrl: string): string | null {
  const server = 'servers' in happening ? happening.servers[0] : 'server' in happening ? happening.server : null;
  const row = server && selectEndpointBySlug(db, server.slug);
  return row && !row.isHidden ? `${pageUrl}/servers/${row.slug}` : null;
}

/** Of the first server's outage; null while maintenance or a hidden server keep it from being told. */
function incidentAddress(db: Db, happening: Happening, pageUrl: string): string | null {
  if (!isOutageHappening(happening)) return null;
  const { servers, since } = happening;
  const row = selectEndpointBySlug(db, servers[0].slug);
  const id = row && !row.isHidden ? selectIncidentOfOutage(db, row.id, since) : null;
  return id === null ? null : `${pageUrl}/incidents/${id}`;
}
