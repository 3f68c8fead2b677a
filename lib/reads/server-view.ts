// Puts the rows of one endpoint together into what readers get. Pure; the one place where remote text is made safe
// for every reader (lib/core/words/safe-text.ts).
import type { ListedEndpoint } from '@/db/queries/read-endpoints';
import type { DayRow, HourRow } from '@/db/queries/read-rollups';
import type { DependencyRow } from '@/db/schema/dependencies';
import type { EndpointStateRow } from '@/db/schema/endpoint-states';
import { changesWithin } from '@/lib/core/history/instability';
import { type ToldServer, withTold } from '@/lib/core/incident/told';
import type { ShownStatus } from '@/lib/core/status/status';
import type { Span, UnixMs } from '@/lib/core/time';
import type { DependencyView, ServerView } from '@/lib/core/view';
import { clientOf } from '@/lib/core/words/client-of';
import { safeText } from '@/lib/core/words/safe-text';
import { dayViews, latencyQuantiles, uptimeView } from '@/lib/reads/history';
import { presentState } from '@/lib/reads/present-state';
import { stageViews } from '@/lib/reads/stage-views';

/** Names and versions a server gives itself. */
const NAME_LENGTH = 100;

export interface ServerRows {
  row: ListedEndpoint;
  dependencies: readonly DependencyRow[];
  /** Day buckets of the last 90 days at least. */
  days: readonly DayRow[];
  /** Hour buckets of the last 24 hours. */
  hours: readonly HourRow[];
  /** Maintenance that covers this endpoint now. */
  underWay: readonly Span[];
  /** What people say of it in open incidents. */
  told: ToldServer | undefined;
}

export function serverView(rows: ServerRows, now: UnixMs): ServerView {
  const { endpoint, state } = rows.row;
  const present = presentState(rows.row, rows.underWay);
  const isCalled = !endpoint.isPaused && endpoint.problem === null;
  return {
    slug: endpoint.slug,
    title: endpoint.title,
    group: endpoint.groupName,
    description: endpoint.description,
    type: endpoint.type,
    ...present,
    ...toldView(present.status, rows.told),
    isUnstable: rows.row.outage?.isUnstable ?? false,
    changesLastHour: changesWithin(state?.recentChanges ?? [], now).length,
    isThrottled: isCalled && state?.code === 'throttled',
    stages: stageViews({ row: rows.row, present, dependencies: rows.dependencies }),
    toolCount: state?.toolCount ?? null,
    ...clientView(endpoint.source),
    protocolVersion: remoteName(state?.protocolVersion),
    certificateExpiresAt: state?.certificateExpiresAt ?? null,
    refused: present.status === 'locked' ? refusedView(state) : null,
    serverName: remoteName(state?.serverName),
    serverVersion: remoteName(state?.serverVersion),
    latencyMs: state?.latencyMs ?? null,
    ...latencyQuantiles(rows.hours),
    uptime: uptimeView(rows.days, rows.hours, now),
    days: dayViews(rows.days, now),
    checkedAt: state?.checkedAt ?? null,
    nextCheckAt: isCalled ? endpoint.nextCheckAt : null,
    dependencies: rows.dependencies.map((dependency) => dependencyView(dependency, endpoint.isHealthPublic)),
    createdAt: endpoint.createdAt,
  };
}

/** Takes the place of what was heard where people tell worse; the stages stay as they were heard. */
function toldView(heard: ShownStatus, told: ToldServer | undefined): Partial<ServerView> {
  const status = withTold(heard, told);
  if (told === undefined || status === heard) return {};
  return { status, heard, since: told.since, reason: { stage: null, code: null, message: told.title } };
}

function clientView(source: string | null): Pick<ServerView, 'client'> {
  const client = clientOf(source);
  return client === null ? {} : { client };
}

/** Null when no check was refused since this is written down. */
function refusedView(state: EndpointStateRow | null): ServerView['refused'] {
  if (!state || state.rejectedSince === null) return null;
  const { hasCredential, lastAcceptedAt, rejectedSince } = state;
  return { hasCredential, lastAcceptedAt, rejectedSince };
}

function dependencyView(row: DependencyRow, isPublic: boolean): DependencyView {
  const message = isPublic && row.message !== null ? safeText(row.message) || null : null;
  return { name: dependencyName(row.name), state: row.state, since: row.since, message };
}

export function dependencyName(name: string): string {
  return safeText(name, NAME_LENGTH) || 'unnamed';
}

function remoteName(text: string | null | undefined): string | null {
  return safeText(text ?? '', NAME_LENGTH) || null;
}
