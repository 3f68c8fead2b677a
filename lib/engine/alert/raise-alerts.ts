// Raises what a check or a configuration made news of a server's trouble. Always inside the transaction that wrote the
// status: neither is ever seen without the other.
import type { Db } from '@/db/client';
import { selectState } from '@/db/queries/endpoint-states';
import { selectOpenNews } from '@/db/queries/news';
import { selectOpenOutage } from '@/db/queries/outages';
import type { EndpointStateRow } from '@/db/schema/endpoint-states';
import type { NewsRow } from '@/db/schema/news';
import type { OutageRow } from '@/db/schema/outages';
import { worstServer } from '@/lib/core/alert/alert-severity';
import { type AlertTurn, alertTurn, type Told } from '@/lib/core/alert/alert-turn';
import { type Happening, isOutageHappening } from '@/lib/core/alert/happening';
import type { Endpoint } from '@/lib/core/endpoint';
import type { Challenge } from '@/lib/core/failure';
import { worseOf } from '@/lib/core/history/outage';
import { type Refused, refusalKind } from '@/lib/core/status/credential';
import type { StatusChange } from '@/lib/core/status/hysteresis';
import type { Status } from '@/lib/core/status/status';
import type { UnixMs } from '@/lib/core/time';
import { raise } from '@/lib/engine/alert/raise';
import { troubledAtWorst, troubledNow } from '@/lib/engine/alert/troubled-server';
import { serverWindows } from '@/lib/engine/ledger/server-windows';

export interface Standing {
  endpointId: number;
  server: Pick<Endpoint, 'slug' | 'title' | 'group' | 'type'>;
  at: UnixMs;
  /** Confirmed; already stored. */
  status: Status;
  /** How it came to be confirmed now; null when it was before. */
  change: StatusChange | null;
  /** What the server asked for when it refused us. */
  challenge?: Challenge | null;
}

export function raiseAlerts(db: Db, standing: Standing): void {
  const { status, change, endpointId, at } = standing;
  const open = selectOpenNews(db, endpointId);
  // Nearly every check: all is well, and was before.
  if (change === null && open.length === 0 && (status === 'up' || status === 'unknown')) return;
  const state = selectState(db, endpointId);
  if (!state) return;
  const outage = selectOpenOutage(db, endpointId) ?? null;
  const refused = refusedOf(state, standing.challenge ?? null);
  const turn = alertTurn(toldBy(open), {
    status,
    refusal: refused && refusalKind(refused),
    isUnstable: outage?.isUnstable ?? false,
    isInMaintenance: serverWindows(db, standing.server.slug, { startAt: at, endAt: at + 1 }).length > 0,
  });
  const happening = turn && happeningOf(db, { turn, standing, state, outage, open, refused });
  if (happening === null) return;
  const [first] = open;
  raise(db, happening, { endpointId, at, ...(first && { key: first.key }) });
}

function toldBy(open: readonly NewsRow[]): Told | null {
  return open.reduce<Told | null>((told, { event, happening }) => {
    const status = isOutageHappening(happening) ? worstServer(happening.servers).status : 'locked';
    return {
      worst: told === null ? status : worseOf(told.worst, status),
      hasToldCredential: (told?.hasToldCredential ?? false) || event === 'credential_rejected',
      isUnstable: isOutageHappening(happening) && happening.isUnstable,
    };
  }, null);
}

/** Start of the trouble; null when none was told. */
function beginningOf([first]: readonly NewsRow[]): UnixMs | null {
  if (first === undefined) return null;
  const { happening } = first;
  if (isOutageHappening(happening)) return happening.since;
  return happening.event === 'credential_rejected' ? happening.refused.rejectedSince : null;
}

function refusedOf(state: EndpointStateRow, challenge: Challenge | null): Refused | null {
  const { status, hasCredential, lastAcceptedAt, rejectedSince } = state;
  if (status !== 'locked') return null;
  return { hasCredential, lastAcceptedAt, rejectedSince: rejectedSince ?? state.since, challenge };
}

interface News {
  turn: AlertTurn;
  standing: Standing;
  state: EndpointStateRow;
  outage: OutageRow | null;
  open: readonly NewsRow[];
  refused: Refused | null;
}

function happeningOf(db: Db, { turn, standing, state, outage, open, refused }: News): Happening | null {
  const { at, change } = standing;
  // Only these: an endpoint holds secrets, and what is raised is stored.
  const { slug, title, group, type } = standing.server;
  const server = { slug, title, group, type };
  const isUnstable = outage?.isUnstable ?? false;
  const told = toldBy(open);
  // What is told first may have begun as something less.
  const began = beginningOf(open) ?? (isUnstable ? (outage?.startedAt ?? state.since) : state.since);
  switch (turn) {
    case 'opened':
    case 'worsened': {
      const troubled = troubledNow(db, server, { state, outage });
      if (troubled === null) return null;
      const facts = { servers: [troubled], isUnstable, since: began } as const;
      return turn === 'opened' || told === null
        ? { event: 'outage_opened', ...facts, confirmedAt: change?.confirmedAt ?? at }
        : {
            event: 'outage_worsened',
            ...facts,
            from: told.isUnstable ? 'unstable' : told.worst,
            changedAt: state.since,
          };
    }
    case 'credential':
      return refused && { event: 'credential_rejected', server: { slug, title, group }, refused };
    case 'resolved':
    case 'resolved_locked':
    case 'resolved_unwatched': {
      if (told === null) return null;
      const troubled = troubledAtWorst(db, server, { state, status: told.worst, since: began });
      const resolvedAt = Math.max(state.since, began);
      const ending = ENDINGS[turn];
      const facts = { servers: [troubled], isUnstable: told.isUnstable, since: began } as const;
      return { event: 'outage_resolved', ...facts, resolvedAt, ...(ending && { ending }) };
    }
    default:
      return turn satisfies never;
  }
}

const ENDINGS = { resolved: null, resolved_locked: 'locked', resolved_unwatched: 'unwatched' } as const;
