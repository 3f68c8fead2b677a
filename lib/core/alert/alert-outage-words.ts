// What is said of an outage: of one server, or of several that failed together. Pure.

import type { UnixMs } from '@/lib/core/time';
import { effectText, reasonText } from '@/lib/core/words/explain';
import { countText, durationText, listText, whenText } from '@/lib/core/words/format';
import { safeText } from '@/lib/core/words/safe-text';
import type { AlertNaming } from './alert';
import { fitLine } from './alert-line';
import { stateOf, stateWords } from './alert-state-words';
import type { OutageFacts, OutageHappening, TroubledServer } from './happening';

export interface AlertWords {
  /** At most 120 characters, no trailing stop. */
  firstLine: string;
  sentences: string[];
}

export interface Telling {
  page: AlertNaming;
  now: UnixMs;
  /** 0 for the first time; a reminder says "still". */
  repeat: number;
}

/** Beyond them servers are counted. */
const SERVERS_TOLD = 10;
const TITLE_LIMIT = 60;

type Of<Event extends OutageHappening['event']> = Extract<OutageHappening, { event: Event }>;
type When = (at: UnixMs) => string;

export function outageWords(happening: OutageHappening, telling: Telling): AlertWords {
  const when = (at: UnixMs) => whenText(at, telling.now, telling.page.timezone);
  switch (happening.event) {
    case 'outage_opened':
      return openedWords(happening, telling.repeat > 0, when);
    case 'outage_worsened':
      return worsenedWords(happening, when);
    case 'outage_acknowledged':
      return acknowledgedWords(happening, when);
    case 'outage_resolved':
      return resolvedWords(happening, when);
    default:
      return happening satisfies never;
  }
}

function openedWords(facts: Of<'outage_opened'>, isReminder: boolean, when: When): AlertWords {
  const says = stateWords(stateOf(facts), { isMany: isMany(facts), ...(isReminder && { adverb: 'still' }) });
  return {
    firstLine: troubleLine(facts, says, `, since ${when(facts.since)}`),
    sentences: [...troubleSentences(facts), `Since ${when(facts.since)}, confirmed at ${when(facts.confirmedAt)}.`],
  };
}

function worsenedWords(facts: Of<'outage_worsened'>, when: When): AlertWords {
  const says = stateWords(stateOf(facts), { isMany: isMany(facts), adverb: 'now' });
  const before = stateWords(facts.from, { isMany: isMany(facts), isPast: true });
  return {
    firstLine: troubleLine(facts, says, `, since ${when(facts.changedAt)}`),
    sentences: [
      ...troubleSentences(facts),
      `Before, ${isMany(facts) ? 'they' : 'it'} ${before}, since ${when(facts.since)}.`,
    ],
  };
}

function acknowledgedWords(facts: Of<'outage_acknowledged'>, when: When): AlertWords {
  const by = facts.by === null ? '' : ` by ${safeText(facts.by, 40)}`;
  const state = stateWords(stateOf(facts), { isMany: isMany(facts) });
  return {
    firstLine: fitLine({
      subject: subjectOf(facts),
      says: `${state}, acknowledged${by}`,
      tail: `, since ${when(facts.since)}`,
    }),
    sentences: ['No more reminders are sent for this outage.', ...troubleSentences(facts)],
  };
}

function resolvedWords(facts: Of<'outage_resolved'>, when: When): AlertWords {
  const { since, resolvedAt, servers } = facts;
  const lasted = durationText(resolvedAt - since);
  const says = `${isMany(facts) ? 'are' : 'is'} ${facts.isUnstable ? 'stable' : 'up'} again`;
  const causes = servers.slice(0, SERVERS_TOLD).flatMap((server) => {
    const which = isMany(facts) ? ` with ${titleOf(server)}` : '';
    return server.reason === null ? [] : [`What was wrong${which}: ${safeText(server.reason.message)}.`];
  });
  return {
    firstLine: fitLine({ subject: subjectOf(facts), says, tail: `, after ${lasted}` }),
    sentences: [`From ${when(since)} to ${when(resolvedAt)}, ${lasted}.`, ...causes],
  };
}

/** One server is told of with its reason, several with their names. */
function troubleLine(facts: OutageFacts, says: string, tail: string): string {
  const [first] = facts.servers;
  const detail = isMany(facts) ? listText(facts.servers.map(titleOf)) : messageOf(first);
  return fitLine({ subject: subjectOf(facts), says, detail, tail });
}

/** "warehouse"; "5 servers of Data platform". */
function subjectOf({ servers }: OutageFacts): string {
  const [first, ...others] = servers;
  if (others.length === 0) return titleOf(first);
  const isOneGroup = first.group !== null && others.every(({ group }) => group === first.group);
  return `${countText(servers.length, 'server')}${isOneGroup ? ` of ${first.group}` : ''}`;
}

/** A name may consist of marks that nobody sees. */
function titleOf({ title, slug }: TroubledServer): string {
  return safeText(title, TITLE_LIMIT) || slug;
}

/** A dependency and what it says, read as one: "iam_credentials ExpiredToken". */
function messageOf({ reason }: TroubledServer): string | null {
  if (reason === null) return null;
  return reason.code === 'dependency_failed' ? reason.message.replace(': ', ' ') : reason.message;
}

function troubleSentences(facts: OutageFacts): string[] {
  if (isMany(facts)) return groupSentences(facts.servers);
  const [server] = facts.servers;
  const reason = reasonText(server);
  const effect = effectText(server);
  return [...(reason === null ? [] : [`${reason}.`]), ...(effect === null ? [] : [effect])];
}

function groupSentences(servers: readonly TroubledServer[]): string[] {
  const told = servers.slice(0, SERVERS_TOLD).map((server) => {
    const message = server.reason ? `: ${safeText(server.reason.message)}` : '';
    return `${titleOf(server)} ${stateWords(server.status, { isMany: false })}${message}.`;
  });
  const more = servers.length - told.length;
  return [...told, ...(more > 0 ? [`And ${countText(more, 'more server')}.`] : [])];
}

function isMany({ servers }: OutageFacts): boolean {
  return servers.length > 1;
}
