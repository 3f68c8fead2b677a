// Turns news into alerts: gathers what belongs together, words it and puts it into the outbox, in one transaction, so that
// after a kill a matter is either told or still waiting.
import type { Db } from '@/db/client';
import { hasWaitingNews, selectNews, selectNewsOfThread, selectWaitingNews, settleNews } from '@/db/queries/news';
import {
  openThread,
  selectFalteringGroups,
  selectOpenMembers,
  selectOpenThreads,
  updateThread,
} from '@/db/queries/threads';
import type { NewsRow } from '@/db/schema/news';
import { inTransaction } from '@/db/transaction';
import { alertKey } from '@/lib/core/alert/alert-key';
import { gatherNews, type OpenThread, type Telling } from '@/lib/core/alert/gather';
import { jointHappening } from '@/lib/core/alert/joint-happening';
import type { UnixMs } from '@/lib/core/time';
import { enqueue } from '@/lib/engine/alert/outbox';
import { type Teller, wordAlert } from '@/lib/engine/alert/word-alert';

/** One turn: tells what is to be told now. */
export function tellNews(db: Db, teller: Teller, now: UnixMs): void {
  // Nearly every turn: nothing has come to pass.
  if (!hasWaitingNews(db)) return;
  inTransaction(db, () => {
    const waiting = selectWaitingNews(db);
    const groups = [...new Set(waiting.flatMap(({ group }) => group ?? []))];
    const falteringGroups = new Set(groups.length === 0 ? [] : selectFalteringGroups(db, groups));
    const tellings = gatherNews({ waiting, threads: readOpenThreads(db), falteringGroups, now });
    for (const telling of tellings) tell(db, telling, teller, now);
  });
}

function readOpenThreads(db: Db): OpenThread[] {
  const members = Map.groupBy(selectOpenMembers(db), ({ threadKey }) => threadKey);
  return selectOpenThreads(db).map(({ groupName, ...thread }) => ({
    ...thread,
    group: groupName,
    members: (members.get(thread.key) ?? []).map(({ key }) => key),
  }));
}

function tell(db: Db, telling: Telling, teller: Teller, now: UnixMs): void {
  const { how } = telling;
  const rows = selectNews(
    db,
    telling.news.map(({ id }) => id),
  );
  const threadKey = 'threadKey' in telling ? telling.threadKey : newKey(rows, now);
  settleNews(
    db,
    rows.map(({ id }) => id),
    { threadKey, settledAt: now },
  );
  if (how === 'settle' || threadKey === null) return;
  if (how === 'open') openThread(db, { key: threadKey, groupName: telling.news[0]?.group ?? null, openedAt: now });
  if (how === 'join') updateThread(db, threadKey, { followedUpAt: now });
  if (how === 'end') updateThread(db, threadKey, { endedAt: now });
  const happening = jointHappening(how, {
    fresh: rows.map((row) => row.happening),
    // With what was just settled.
    whole: selectNewsOfThread(db, threadKey),
  });
  const message = wordAlert(db, { happening, threadKey }, teller, now);
  enqueue(db, message, { endpointId: commonEndpoint(rows), at: now, alerting: teller.alerting });
}

/** Of a matter of one server its own. */
function newKey(rows: readonly NewsRow[], now: UnixMs): string | null {
  const [first, ...others] = rows;
  if (first === undefined) return null;
  if (others.length === 0) return first.key;
  return alertKey(jointHappening('open', { fresh: rows.map(({ happening }) => happening), whole: [] }), now);
}

function commonEndpoint(rows: readonly NewsRow[]): number | null {
  const [first, ...others] = new Set(rows.map(({ endpointId }) => endpointId));
  return others.length === 0 ? (first ?? null) : null;
}
