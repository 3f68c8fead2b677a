// Which news is told now, and what of it in one message: servers of a group that fail within a minute are one matter.
// Decides by what is stored, so that a restart changes nothing. Pure; words nothing and knows no channel.
import { MINUTE_MS, SECOND_MS, type UnixMs } from '@/lib/core/time';
import { type AlertEvent, partOf } from './alert';

/** From the first of a group on, others of it become part of the same matter. */
export const JOIN_MS = MINUTE_MS;
/** The first message of a group waits so long at most for servers of it that miss their calls; others wait for nobody. */
export const GATHER_MS = 20 * SECOND_MS;
/** What happens to several servers of one matter comes in their checks, a few seconds apart. */
const GO_ON_MS = 10 * SECOND_MS;

export interface WaitingNews {
  id: number;
  /** The same for all that comes to pass in one outage of one server. */
  key: string;
  event: AlertEvent;
  /** Of the server; null when it has none, or it is about no server. */
  group: string | null;
  raisedAt: UnixMs;
  /** Of the thread in which its key was told of last, which may be over; null when it was not. */
  threadKey: string | null;
}

export interface OpenThread {
  key: string;
  /** See threads. */
  group: string | null;
  openedAt: UnixMs;
  followedUpAt: UnixMs | null;
  snoozedUntil: UnixMs | null;
  /** Keys of news in it that have not ended. */
  members: readonly string[];
}

export interface Situation {
  /** In the order in which it was raised. */
  waiting: readonly WaitingNews[];
  threads: readonly OpenThread[];
  /** Groups with a server that was well and misses its calls now: what it has is known in seconds. */
  falteringGroups: ReadonlySet<string>;
  now: UnixMs;
}

/** `settle`: written off without a message of its own. */
export type Telling =
  | { how: 'open' | 'alone'; news: readonly WaitingNews[] }
  | { how: 'join' | 'go_on' | 'end'; threadKey: string; news: readonly WaitingNews[] }
  | { how: 'settle'; threadKey: string | null; news: readonly WaitingNews[] };

export function gatherNews(situation: Situation): Telling[] {
  const { waiting, threads } = situation;
  const isOpen = new Set<string | null>(threads.map(({ key }) => key));
  const openings = waiting.filter(({ event, threadKey }) => partOf(event) === 'begins' && !isOpen.has(threadKey));
  const others = waiting.filter((news) => !openings.includes(news));
  const isOpening = new Set(openings.map(({ key }) => key));
  // What follows an opening that was not told yet waits until it was.
  const following = others.filter(({ key }) => !isOpening.has(key));
  const ends = endings(following, situation);
  const ended = new Set(ends.flatMap((telling) => (telling.how === 'end' ? [telling.threadKey] : [])));
  return [...openTellings(openings, situation, ended), ...goingOn(following, situation, ended), ...ends];
}

function openTellings(openings: readonly WaitingNews[], situation: Situation, ended: ReadonlySet<string>): Telling[] {
  const alone = openings.filter((news) => groupOf(news) === null);
  const grouped = Map.groupBy(openings, groupOf);
  grouped.delete(null);
  return [
    ...alone.map((news): Telling => ({ how: 'open', news: [news] })),
    ...[...grouped.values()].flatMap((bunch) => bunchTellings(bunch, situation, ended)),
  ];
}

/** Only outages of a group are gathered: what runs out or changes in one server is its own matter. */
function groupOf({ event, group }: WaitingNews): string | null {
  return event === 'outage_opened' ? group : null;
}

function bunchTellings(
  bunch: readonly WaitingNews[],
  { waiting, threads, falteringGroups, now }: Situation,
  ended: ReadonlySet<string>,
): Telling[] {
  const [first] = bunch;
  if (first === undefined) return [];
  const { group } = first;
  const joinable = threads.find(
    (thread) =>
      thread.group === group &&
      thread.followedUpAt === null &&
      !ended.has(thread.key) &&
      first.raisedAt <= thread.openedAt + JOIN_MS,
  );
  const latestAt = joinable === undefined ? first.raisedAt + GATHER_MS : joinable.openedAt + JOIN_MS;
  const isFaltering = group !== null && falteringGroups.has(group);
  // Its end waits behind it.
  const isFollowed = bunch.some(({ id, key }) => waiting.some((other) => other.key === key && other.id > id));
  // News from the future was raised by a clock that was set back since: it would wait until that time comes again.
  const isWaiting = first.raisedAt <= now && now < latestAt;
  if (isWaiting && isFaltering && !isFollowed) return [];
  const together = bunch.filter(({ raisedAt }) => raisedAt <= (joinable?.openedAt ?? first.raisedAt) + JOIN_MS);
  return [
    joinable === undefined ? { how: 'open', news: together } : { how: 'join', threadKey: joinable.key, news: together },
  ];
}

function goingOn(
  following: readonly WaitingNews[],
  { threads, now }: Situation,
  ended: ReadonlySet<string>,
): Telling[] {
  const going = following.filter(({ event }) => partOf(event) !== 'ends');
  const alone = going.filter(({ event }) => partOf(event) === 'alone');
  const bunches = Map.groupBy(
    going.filter(({ event }) => partOf(event) !== 'alone'),
    ({ threadKey, event }) => JSON.stringify([threadKey, event]),
  );
  const tellings = [...bunches.values()].flatMap((bunch): Telling[] => {
    const [first] = bunch;
    if (first === undefined) return [];
    const thread = threads.find(({ key }) => key === first.threadKey);
    // Nobody was told of it, or it is over: then its end says more.
    if (thread === undefined || ended.has(thread.key))
      return [{ how: 'settle', threadKey: first.threadKey, news: bunch }];
    const isSnoozed =
      thread.snoozedUntil !== null && now < thread.snoozedUntil && first.event !== 'outage_acknowledged';
    const isGathering =
      first.event === 'outage_worsened' &&
      thread.members.length > 1 &&
      first.raisedAt <= now &&
      now < first.raisedAt + GO_ON_MS;
    return isSnoozed || isGathering ? [] : [{ how: 'go_on', threadKey: thread.key, news: bunch }];
  });
  return [...tellings, ...alone.map((news): Telling => ({ how: 'alone', news: [news] }))];
}

/** A matter is over with the last of its servers; until then their ends are not told. */
function endings(following: readonly WaitingNews[], { threads }: Situation): Telling[] {
  const ends = Map.groupBy(
    following.filter(({ event }) => partOf(event) === 'ends'),
    ({ threadKey }) => threadKey,
  );
  return [...ends].map(([threadKey, bunch]): Telling => {
    const thread = threads.find(({ key }) => key === threadKey);
    const overNow = new Set(bunch.map(({ key }) => key));
    const isOver = thread?.members.every((key) => overNow.has(key)) ?? false;
    return thread !== undefined && isOver
      ? { how: 'end', threadKey: thread.key, news: bunch }
      : { how: 'settle', threadKey, news: bunch };
  });
}
