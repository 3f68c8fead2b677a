// What readers get: plain values without secrets, one shape for page, badge, JSON, Markdown and MCP. In what
// visitors read, an endpoint is a "server".

import type { DriftChange, DriftKind } from '@/lib/core/drift/drift-change';
import type { EndpointType } from '@/lib/core/endpoint';
import type { FailureCode, FailureFacts, Stage } from '@/lib/core/failure';
import type { OutageStatus } from '@/lib/core/history/outage';
import type { StatusMs } from '@/lib/core/history/rollup';
import type { ToldIncident } from '@/lib/core/incident/told';
import type { MaintenanceView } from '@/lib/core/maintenance-view';
import type { DependencyState } from '@/lib/core/outcome';
import type { PageSettings } from '@/lib/core/page-settings';
import type { Refused } from '@/lib/core/status/credential';
import type { OverallStatus, ShownStatus } from '@/lib/core/status/status';
import type { Verdict } from '@/lib/core/status/verdict';
import type { UnixMs } from '@/lib/core/time';

/** What is wrong now, in public words; `causeText` says it in the language of the page. */
export interface Reason {
  stage: Stage | null;
  /** Null for an entry that cannot be called, and where no check told a reason. */
  code: FailureCode | null;
  /** One line, English, redacted: "connection refused". */
  message: string;
  facts?: FailureFacts;
  /** Its entry in the configuration is at fault; with the variables that are not set, when that is all. */
  entryFault?: { unsetVariables: string[] };
}

export type StageState = 'ok' | 'failed' | 'warned' | 'skipped' | 'absent';

/** One step of the line reach, handshake, tools, dependencies. `absent`: this server has no such stage. */
export interface StageView {
  stage: Stage;
  state: StageState;
  tookMs: number | null;
}

export interface DependencyView {
  name: string;
  state: DependencyState;
  since: UnixMs;
  /** Only when the configuration makes it public. */
  message: string | null;
}

/** One UTC day of the bars. */
export interface DayView {
  startAt: UnixMs;
  ms: StatusMs;
  /** Null when nothing was judged that day. */
  uptime: number | null;
}

export interface UptimeView {
  '24h': number | null;
  '7d': number | null;
  '30d': number | null;
  '90d': number | null;
}

export interface ServerView {
  slug: string;
  title: string;
  group: string | null;
  description: string | null;
  type: EndpointType;
  /** The worse of what is heard and of what people tell in an open incident. */
  status: ShownStatus;
  /** What its own calls say, where people tell worse of it; then `reason` is the incident's title. */
  heard?: ShownStatus;
  /** Start of the present status; null before the first check. */
  since: UnixMs | null;
  /** The status is confirmed; false while a newcomer shows its last verdict. */
  isConfirmed: boolean;
  /** An outage is open that came and went too often; the status is that of this moment. */
  isUnstable: boolean;
  /** Confirmed changes of its status in the last hour. */
  changesLastHour: number;
  /** It missed its last call and is being asked again; the status stands until the table decides. */
  isBeingAskedAgain: boolean;
  /** The newest check was turned away as one too many, so the next call waits for as long as the server asked. */
  isThrottled: boolean;
  /** Null when up. */
  reason: Reason | null;
  stages: StageView[];
  toolCount: number | null;
  /** The MCP client whose file names it; left out when that cannot be told. */
  client?: string;
  protocolVersion: string | null;
  /** Of the TLS certificate it showed last; null when it showed none. */
  certificateExpiresAt: UnixMs | null;
  /** How it came to refuse our credential; null unless it is locked. */
  refused: Omit<Refused, 'challenge'> | null;
  serverName: string | null;
  serverVersion: string | null;
  /** Newest check that got an answer. */
  latencyMs: number | null;
  /** Over the last 24 hours. */
  p50Ms: number | null;
  p95Ms: number | null;
  uptime: UptimeView;
  /** Oldest first; the last one is today so far. */
  days: DayView[];
  checkedAt: UnixMs | null;
  nextCheckAt: UnixMs | null;
  dependencies: DependencyView[];
  /** First day it was known, for telling "not yet born" from "no data". */
  createdAt: UnixMs;
}

/** The whole page. */
export interface OverviewView {
  generatedAt: UnixMs;
  page: PageSettings;
  /** The worst of the servers and of what people tell. */
  status: OverallStatus;
  /** The open incidents that people tell and that have an impact. */
  told?: readonly ToldIncident[];
  /** In the order of the configuration; hidden and archived ones are left out. */
  servers: ServerView[];
  /** Active now, and coming within 7 days. */
  maintenance: MaintenanceView[];
  /** Start of the newest finished check of any server. */
  calledAt: UnixMs | null;
  nextCallAt: UnixMs | null;
  /** The loop is late: what the page says may be old. */
  isDelayed: boolean;
  /** The configuration has errors; details are for administrators. */
  hasConfigErrors: boolean;
  /** Nothing beyond this machine answers since then, so nobody knows how the servers are; null when something does. */
  networkLostSince: UnixMs | null;
  /** Stretches in which Rollcall did not run, newest first, last 90 days. */
  blindSpans: { startAt: UnixMs; endAt: UnixMs }[];
}

/** How an outage went on from an instant until the next step. */
export interface OutageStepView {
  at: UnixMs;
  /** `up` in an unstable outage only. */
  status: Verdict;
  /** Null when up. */
  reason: Reason | null;
}

export interface OutageView {
  id: string;
  /** As it is now, or was at last; the good stretches of an unstable one aside. */
  status: OutageStatus;
  worst: OutageStatus;
  /** It comes and goes too often to be called up or down. */
  isUnstable: boolean;
  /** The first failing check. */
  startedAt: UnixMs;
  /** The check that settled it. */
  confirmedAt: UnixMs;
  /** Null while it lasts. */
  endedAt: UnixMs | null;
  reason: Reason;
  /** Oldest first, the first one at `startedAt`; of a very long one the newest. */
  steps: OutageStepView[];
}

export interface ToolView {
  name: string;
  title: string | null;
  description: string | null;
}

/** The list of tools was another one than before. */
export interface DriftView {
  id: string;
  at: UnixMs;
  /** When it was found last: a change that comes again within a day counts on the same entry. */
  lastSeenAt: UnixMs;
  seenCount: number;
  /** Of the worst change. */
  kind: DriftKind;
  /** An administrator has accepted the new list; null while nobody has. */
  approvedAt: UnixMs | null;
  /** Worst first, safe to show; empty when the list is back as it was. */
  changes: DriftChange[];
}
