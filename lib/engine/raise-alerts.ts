// Puts into the outbox what a check or a configuration made news, with one delivery a channel. Always inside the
// transaction that wrote the status: neither is ever seen without the other. Sends nothing.
import type { Db } from '@/db/client';
import { selectOpenAlerts } from '@/db/queries/alerts';
import { selectState } from '@/db/queries/endpoint-states';
import type { AlertRow } from '@/db/schema/alerts';
import type { EndpointStateRow } from '@/db/schema/endpoint-states';
import type { AlertMessage } from '@/lib/core/alert/alert';
import { endedOtherwise } from '@/lib/core/alert/alert-ending';
import type { Alerting } from '@/lib/core/alert/alert-route';
import { type AlertTurn, alertTurn, type Told } from '@/lib/core/alert/alert-turn';
import type { Happening } from '@/lib/core/alert/happening';
import type { Endpoint } from '@/lib/core/endpoint';
import type { Challenge } from '@/lib/core/failure';
import { worseOf } from '@/lib/core/history/outage';
import { type Refused, refusalKind } from '@/lib/core/status/credential';
import type { StatusChange } from '@/lib/core/status/hysteresis';
import type { Status } from '@/lib/core/status/status';
import type { UnixMs } from '@/lib/core/time';
import { compose, enqueue } from '@/lib/engine/outbox';
import { serverWindows } from '@/lib/engine/server-windows';
import { troubledAtWorst, troubledNow } from '@/lib/engine/troubled-server';

export interface Standing {
  endpointId: number;
  server: Pick<Endpoint, 'slug' | 'title' | 'group' | 'type' | 'hidden'>;
  at: UnixMs;
  /** Confirmed; already stored. */
  status: Status;
  /** How it came to be confirmed now; null when it was before. */
  change: StatusChange | null;
  /** What the server asked for when it refused us. */
  challenge?: Challenge | null;
}

export function raiseAlerts(db: Db, standing: Standing, alerting: Alerting): void {
  const { status, change, endpointId, at } = standing;
  // Nearly every check: all is well, and was before.
  if (change === null && (status === 'up' || status === 'unknown')) return;
  const state = selectState(db, endpointId);
  if (!state) return;
  const open = selectOpenAlerts(db, endpointId);
  const refused = refusedOf(state, standing.challenge ?? null);
  const turn = alertTurn(toldBy(open), {
    status,
    refusal: refused && refusalKind(refused),
    isInMaintenance: serverWindows(db, standing.server.slug, { startAt: at, endAt: at + 1 }).length > 0,
  });
  const happening = turn && happeningOf(db, { turn, standing, state, open, refused });
  if (turn === null || happening === null) return;
  const told = open[0] ?? null;
  const message = worded(turn, compose(happening, { at, alerting, address: addressOf(standing.server, alerting) }));
  enqueue(db, { ...message, dedupKey: told?.dedupKey ?? message.dedupKey }, { endpointId, at, alerting });
}

function toldBy(open: readonly AlertRow[]): Told | null {
  return open.reduce<Told | null>((told, { event, message }) => {
    const status = message.status ?? 'locked';
    return {
      worst: told === null ? status : worseOf(told.worst, status),
      hasToldCredential: (told?.hasToldCredential ?? false) || event === 'credential_rejected',
    };
  }, null);
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
  open: readonly AlertRow[];
  refused: Refused | null;
}

function happeningOf(db: Db, { turn, standing, state, open, refused }: News): Happening | null {
  const { server, at, change } = standing;
  const began = open[0]?.message.since ?? state.since;
  switch (turn) {
    case 'opened':
    case 'worsened': {
      const troubled = troubledNow(db, server, state);
      if (troubled === null) return null;
      const facts = { servers: [troubled], isUnstable: false, since: began } as const;
      const told = toldBy(open);
      return turn === 'opened' || told === null
        ? { event: 'outage_opened', ...facts, confirmedAt: change?.confirmedAt ?? at }
        : { event: 'outage_worsened', ...facts, from: told.worst, changedAt: state.since };
    }
    case 'credential':
      return refused && { event: 'credential_rejected', server, refused };
    case 'resolved':
    case 'resolved_locked':
    case 'resolved_unwatched': {
      const worst = toldBy(open)?.worst;
      if (worst === undefined) return null;
      const troubled = troubledAtWorst(db, server, { state, status: worst, since: began });
      const resolvedAt = Math.max(state.since, began);
      return { event: 'outage_resolved', servers: [troubled], isUnstable: false, since: began, resolvedAt };
    }
    default:
      return turn satisfies never;
  }
}

/** Null where nobody who follows a link would see anything. */
function addressOf({ slug, hidden }: Standing['server'], { page: { url } }: Alerting): string | null {
  return url === null || hidden ? null : `${url.replace(/\/+$/, '')}/servers/${slug}`;
}

function worded(turn: AlertTurn, message: AlertMessage): AlertMessage {
  if (turn === 'resolved_locked') return endedOtherwise(message, 'locked');
  return turn === 'resolved_unwatched' ? endedOtherwise(message, 'unwatched') : message;
}
