// What came to pass and is worth telling, as facts: the input of the words. Texts of remote servers in it are redacted,
// but neither bounded nor safe.

import type { OutageStatus } from '@/lib/core/history/outage';
import type { Refused } from '@/lib/core/status/credential';
import type { UnixMs } from '@/lib/core/time';
import type { Troubled } from '@/lib/core/words/explain';
import type { AlertServer } from './alert';

/** A server in an outage, with what its newest failing check found. */
export interface TroubledServer extends AlertServer, Omit<Troubled, 'status'> {
  status: OutageStatus;
}

/** The first one stands for all where only one can be named. */
export type TroubledServers = readonly [TroubledServer, ...TroubledServer[]];

export interface OutageFacts {
  /** One, or those of a group that failed together. For a resolved outage as they were at its worst. */
  servers: TroubledServers;
  isUnstable: boolean;
  /** The first failing check, of the first server that failed: does not change while the outage lasts. */
  since: UnixMs;
}

export type OutageHappening =
  | (OutageFacts & { event: 'outage_opened'; confirmedAt: UnixMs })
  | (OutageFacts & { event: 'outage_worsened'; from: OutageStatus | 'unstable'; changedAt: UnixMs })
  /** `by`: a name; null when it came by a link that names nobody. */
  | (OutageFacts & { event: 'outage_acknowledged'; by: string | null; acknowledgedAt: UnixMs })
  /** `ending`: when it is over without the server being up. */
  | (OutageFacts & { event: 'outage_resolved'; resolvedAt: UnixMs; ending?: Ending });

/** It answers again and refuses us as it always did; or nobody calls it any more. */
export type Ending = 'locked' | 'unwatched';

export type ServerHappening =
  | { event: 'credential_rejected'; server: AlertServer; refused: Refused }
  | { event: 'token_expiring' | 'certificate_expiring'; server: AlertServer; expiresAt: UnixMs }
  /** `expiresAt`: of the one that was told to run out. `nextExpiresAt`: null when the new one does not say. */
  | {
      event: 'token_renewed' | 'certificate_renewed';
      server: AlertServer;
      expiresAt: UnixMs;
      nextExpiresAt: UnixMs | null;
    }
  /** `changes`: sentences without a stop (drift.ts), the breaking ones. `seenAt`: first. */
  | { event: 'drift_breaking'; server: AlertServer; changes: readonly string[]; seenAt: UnixMs }
  | { event: 'drift_approved'; server: AlertServer; seenAt: UnixMs; by: string; approvedAt: UnixMs };

export type MonitorHappening =
  | { event: 'monitor_blind'; startAt: UnixMs; endAt: UnixMs }
  /** `since`: when the first of the servers that wait was due. */
  | { event: 'monitor_late'; since: UnixMs; serverCount: number }
  | { event: 'monitor_recovered'; since: UnixMs; backAt: UnixMs }
  /** `serverCount`: how many failed together. */
  | { event: 'network_lost'; since: UnixMs; serverCount: number }
  | { event: 'network_back'; since: UnixMs; backAt: UnixMs }
  /** `lines`: first lines of alerts, newest last. */
  | { event: 'digest'; since: UnixMs; lines: readonly string[] }
  | { event: 'test' };

export type Happening = OutageHappening | ServerHappening | MonitorHappening;

export function isOutageHappening(happening: Happening): happening is OutageHappening {
  return happening.event.startsWith('outage_');
}
