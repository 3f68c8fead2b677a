// A server in trouble as an incident tells of it, read from what its check has just stored.
import type { Db } from '@/db/client';
import { selectState } from '@/db/queries/endpoint-states';
import { selectDependencies } from '@/db/queries/read-dependencies';
import type { OutageRow } from '@/db/schema/outages';
import type { Endpoint } from '@/lib/core/endpoint';
import type { TroubleFacts } from '@/lib/core/incident/incident';
import type { Trouble } from '@/lib/core/incident/incident-turn';
import type { UnixMs } from '@/lib/core/time';
import { safeText } from '@/lib/core/words/safe-text';

/** One server, of which something may have to be told. */
export interface Followed {
  endpointId: number;
  server: Pick<Endpoint, 'slug' | 'title' | 'group' | 'type' | 'hidden'>;
  at: UnixMs;
  /** False once nobody calls it any more: paused, archived, or its entry is broken. */
  isCalled: boolean;
}

export interface News extends Followed {
  outage: OutageRow;
  trouble: Trouble;
}

/** Null for a server that refuses us, which is no outage. */
export function troubleOf({ id, status, stage, code }: OutageRow): Trouble | null {
  return status === 'locked' ? null : { outageId: id, status, stage, code };
}

export function troubleFacts(
  db: Db,
  { server: { slug, title, type }, outage, trouble }: Pick<News, 'server' | 'outage' | 'trouble'>,
): TroubleFacts {
  const dependencies = selectDependencies(db, outage.endpointId);
  const message = safeText(outage.message);
  return {
    slug,
    title,
    type,
    state: trouble.status,
    stage: trouble.stage,
    code: trouble.code,
    message: message === '' ? null : message,
    ...(outage.facts && { facts: outage.facts }),
    toolCount: selectState(db, outage.endpointId)?.toolCount ?? null,
    badDependencies: dependencies
      .filter(({ state }) => state === 'failed' || state === 'degraded')
      .map(({ name }) => safeText(name, 60)),
  };
}
