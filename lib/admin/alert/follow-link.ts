// What somebody may do who holds the signed link of a message, and for which matter.
import { type Db, openDb } from '@/db/client';
import { acknowledgeAlert } from '@/lib/admin/alert/acknowledge-alert';
import { snoozeAlert } from '@/lib/admin/alert/snooze-alert';
import { type LinkPurpose, type LinkReading, readToken } from '@/lib/alert/alert-link';
import { checkedEnvironment } from '@/lib/config/environment/env';
import { readSecret } from '@/lib/config/environment/secret';
import type { UnixMs } from '@/lib/core/time';
import { once } from '@/lib/once/once';

/** Reads no database: a token that was not made here costs a hash. */
export function followLink(purpose: LinkPurpose, token: string, now: UnixMs): LinkReading {
  return readToken(linkSecret(), token, purpose, now);
}

/** What was chosen on the page of the link. */
export interface LinkAct {
  purpose: LinkPurpose;
  threadKey: string;
  /** For how long to snooze. */
  durationMs: number;
}

/** Nobody is named: a link says nothing of who followed it. */
export function actByLink({ purpose, threadKey, durationMs }: LinkAct, now: UnixMs, db: Db = openDb()) {
  return purpose === 'acknowledge'
    ? acknowledgeAlert(db, null, threadKey, now)
    : snoozeAlert(db, null, { threadKey, durationMs }, now);
}

function linkSecret(): string {
  return once('alert-link-secret', () => readSecret(checkedEnvironment()));
}
