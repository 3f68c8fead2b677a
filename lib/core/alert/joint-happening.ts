// What came to pass with several servers, put together as one happening; of one it is what it was. Pure.
import { endsTrouble } from './alert';
import { worstServer } from './alert-severity';
import {
  type Happening,
  isOutageHappening,
  type OutageFacts,
  type OutageHappening,
  type TroubledServer,
  type TroubledServers,
} from './happening';

type Of<Event extends OutageHappening['event']> = Extract<OutageHappening, { event: Event }>;

/** One happening of a matter, with the key of the server's own trouble. */
export interface Told {
  key: string;
  happening: Happening;
}

export interface Matter {
  /** What is told now, oldest first; not empty. */
  fresh: readonly Happening[];
  /** All that came to pass in the matter so far, oldest first, the fresh ones too. */
  whole: readonly Told[];
}

/** How a matter goes on: with its first message, with those who joined, in itself, with its end. */
export type How = 'open' | 'alone' | 'join' | 'go_on' | 'end';

export function jointHappening(how: How, { fresh, whole }: Matter): Happening {
  const newest = fresh.at(-1);
  if (newest === undefined) throw new Error('a matter in which nothing came to pass');
  return joint(how, fresh, whole) ?? newest;
}

/** Null when there is nothing to put together. */
function joint(how: How, fresh: readonly Happening[], whole: readonly Told[]): Happening | null {
  switch (how) {
    case 'alone':
      return null;
    case 'open':
      return fresh.length === 1 ? null : jointOpening(fresh);
    case 'join':
      return jointOpening(openTroubles(whole));
    case 'go_on':
      return jointWorsening(fresh.filter((happening) => happening.event === 'outage_worsened'));
    case 'end':
      return jointResolution(
        whole.map(({ happening }) => happening).filter((happening) => happening.event === 'outage_resolved'),
      );
    default:
      return how satisfies never;
  }
}

/** What is still wrong in a matter: of each trouble that has not ended the newest that was told. */
export function openTroubles(whole: readonly Told[]): Happening[] {
  const newest = new Map<string, Happening>();
  for (const { key, happening } of whole) {
    if (endsTrouble(happening.event)) newest.delete(key);
    else if (happening.event !== 'outage_acknowledged') newest.set(key, happening);
  }
  return [...newest.values()];
}

/** The newest one of each server, as one outage that is told of anew. Null when none of them is about an outage. */
export function jointOpening(happenings: readonly Happening[]): Of<'outage_opened'> | null {
  const outages = happenings.filter(isOutageHappening);
  const facts = jointFacts(outages);
  return facts && { event: 'outage_opened', ...facts, confirmedAt: Math.max(...outages.map(confirmedAt)) };
}

function jointWorsening(worsenings: readonly Of<'outage_worsened'>[]): Of<'outage_worsened'> | null {
  const facts = jointFacts(worsenings);
  const [first] = worsenings;
  if (facts === null || first === undefined) return null;
  return { event: 'outage_worsened', ...facts, from: first.from, changedAt: first.changedAt };
}

/** `endings`: of every server of it. */
function jointResolution(endings: readonly Of<'outage_resolved'>[]): Of<'outage_resolved'> | null {
  const facts = jointFacts(endings);
  if (facts === null) return null;
  const resolvedAt = Math.max(...endings.map((ending) => ending.resolvedAt));
  const [ending, ...others] = new Set(endings.map((end) => end.ending));
  // Where they ended in different ways, most are up.
  return { event: 'outage_resolved', ...facts, resolvedAt, ...(ending && others.length === 0 && { ending }) };
}

/** Null without an outage. */
export function jointFacts(outages: readonly OutageHappening[]): OutageFacts | null {
  const servers = [
    ...new Map(outages.flatMap((outage) => outage.servers).map((server) => [server.slug, server])).values(),
  ];
  const [first, ...others] = servers;
  if (first === undefined) return null;
  return {
    servers: worstFirst([first, ...others]),
    isUnstable: outages.every(({ isUnstable }) => isUnstable),
    since: Math.min(...outages.map(({ since }) => since)),
  };
}

function worstFirst(servers: TroubledServers): TroubledServers {
  const worst: TroubledServer = worstServer(servers);
  return [worst, ...servers.filter((server) => server !== worst)];
}

function confirmedAt(outage: OutageHappening): number {
  switch (outage.event) {
    case 'outage_opened':
      return outage.confirmedAt;
    case 'outage_worsened':
      return outage.changedAt;
    case 'outage_acknowledged':
      return outage.acknowledgedAt;
    case 'outage_resolved':
      return outage.resolvedAt;
    default:
      return outage satisfies never;
  }
}
