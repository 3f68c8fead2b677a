// What the whole page says in words: the headline, the line under it, the title of the tab. Pure: same view, same words.
// What one server says of itself is in explain.ts, the texts are in text/.

import { beyondServers } from '@/lib/core/incident/told';
import type { ServerPageView } from '@/lib/core/server-page-view';
import type { ShownStatus } from '@/lib/core/status/status';
import { MINUTE_MS } from '@/lib/core/time';
import type { OverviewView, ServerView } from '@/lib/core/view';
import { clockText, listText } from './format';
import { DEFAULT_LANGUAGE, type Language } from './language';
import { type Words, wordsOf } from './words';

/** How a status is called beside a server's name. */
export function statusWord(status: ShownStatus, language: Language = DEFAULT_LANGUAGE): string {
  return wordsOf(language).sentence.statuses[status];
}

/** In the order in which trouble is named; every server but one that is simply up falls under exactly one of them. */
const CLAUSES: readonly { name: keyof Words['sentence']['clauses']; applies: (server: ServerView) => boolean }[] = [
  { name: 'down', applies: ({ status }) => status === 'down' },
  { name: 'degraded', applies: ({ status }) => status === 'degraded' },
  { name: 'locked', applies: ({ status }) => status === 'locked' },
  { name: 'notCallable', applies: isNotCallable },
  { name: 'askedAgain', applies: isBeingAsked },
  { name: 'maintenance', applies: ({ status }) => status === 'maintenance' },
  { name: 'paused', applies: ({ status }) => status === 'paused' },
  { name: 'uncertain', applies: isUncertain },
  { name: 'waiting', applies: isWaiting },
];

/** How many were on the call, and how many of them answered every stage. */
export function countRoll(servers: readonly ServerView[]): { called: number; answered: number } {
  const called = servers.filter((server) => !isExcused(server) && !isFirstCallToCome(server));
  return { called: called.length, answered: called.filter(answeredInFull).length };
}

/** True when the newest call of this server was answered in full, not only its confirmed status. */
export function answeredInFull(server: ServerView): boolean {
  return (server.heard ?? server.status) === 'up' && !server.isBeingAskedAgain;
}

/** It is known, but its first call is still to come. */
export function isWaiting(server: ServerView): boolean {
  return server.status === 'unknown' && isFirstCallToCome(server);
}

/** Also where people tell of it, whose words then stand in the place of a reason. */
function isFirstCallToCome({ status, heard, checkedAt, reason, nextCheckAt }: ServerView): boolean {
  if (heard === undefined) return status === 'unknown' && checkedAt === null && reason === null;
  return heard === 'unknown' && checkedAt === null && nextCheckAt !== null;
}

/** "9 of 11 servers answered the 14:03 roll call in full." */
export function headline(view: OverviewView, language: Language = DEFAULT_LANGUAGE): string {
  const { servers, calledAt, page, isDelayed } = view;
  const words = wordsOf(language).sentence;
  if (servers.length === 0) return words.emptyRoll;
  if (view.networkLostSince !== null) return `${wordsOf(language).outages.networkLost}.`;
  const { called, answered } = countRoll(servers);
  if (called === 0) return servers.some(isWaiting) ? words.firstCall : allExcused(servers, words);
  if (calledAt === null) return words.neverCalled(servers.length);
  const only = called === 1 ? servers.find((server) => !isExcused(server) && !isFirstCallToCome(server)) : undefined;
  const clock = clockText(calledAt, page.timezone);
  return words.answered({ only: only?.title ?? null, answered, called, clock, isDelayed });
}

/** "github-tools is down. warehouse is degraded." Free of clock times, so that a reader aloud hears only real changes. */
export function troubleLine(
  { servers, told = [], isDelayed }: OverviewView,
  language: Language = DEFAULT_LANGUAGE,
): string {
  if (servers.length === 0) return '';
  const { clauses, nothingWrong, goingOn } = wordsOf(language).sentence;
  const sentences = CLAUSES.flatMap(({ name, applies }) => {
    const names = servers.filter(applies).map((server) => server.title);
    if (names.length === 0) return [];
    return [`${listText(names, 3, language)} ${clauses[name][names.length === 1 ? 'one' : 'many']}.`];
  });
  const untold = beyondServers(told, servers).map(({ title }) => title);
  if (untold.length > 0) sentences.push(goingOn(listText(untold, 3, language)));
  // Nobody who has not looked says that all is well.
  return sentences.length === 0 && !isDelayed ? nothingWrong : sentences.join(' ');
}

/** "(2) Acme tools": how many servers are not well, and incidents about none; the favicon says how bad the worst is. */
export function documentTitle(view: OverviewView, language: Language = DEFAULT_LANGUAGE): string {
  const { servers, page, isDelayed } = view;
  if (isDelayed) return `${wordsOf(language).sentence.delayed} · ${page.title}`;
  const troubled = servers.filter(({ status }) => TROUBLED.includes(status)).length;
  const count = troubled + beyondServers(view.told ?? [], servers).length;
  return count === 0 ? page.title : `(${count}) ${page.title}`;
}

/** "Degraded · warehouse · Acme tools". */
export function serverTitle({ server, page }: ServerPageView, language: Language = DEFAULT_LANGUAGE): string {
  const state = isWaiting(server) ? wordsOf(language).sentence.fresh : statusWord(server.status, language);
  return `${state} · ${server.title} · ${page.title}`;
}

/** "The last call was at 13:41, 22 minutes ago." */
export function delayText(view: OverviewView, language: Language = DEFAULT_LANGUAGE): string {
  const { lastCall, noCallYet } = wordsOf(language).sentence;
  if (view.calledAt === null) return noCallYet;
  const minutes = Math.floor((view.generatedAt - view.calledAt) / MINUTE_MS);
  return lastCall(clockText(view.calledAt, view.page.timezone), minutes);
}

/** What counts as not well in the title of the tab. */
const TROUBLED: readonly ShownStatus[] = ['down', 'degraded', 'locked'];

function isExcused({ status, heard = status }: ServerView): boolean {
  return heard === 'maintenance' || heard === 'paused';
}

function isNotCallable(server: ServerView): boolean {
  return server.status === 'unknown' && server.reason !== null;
}

function isBeingAsked(server: ServerView): boolean {
  return server.isBeingAskedAgain && server.status === 'up';
}

/** It was called, and what was heard is not enough to say. */
function isUncertain(server: ServerView): boolean {
  return server.status === 'unknown' && server.reason === null && !isWaiting(server);
}

function allExcused(servers: readonly ServerView[], { excused }: Words['sentence']): string {
  const isPaused = servers.every((server) => server.status === 'paused');
  const only = servers.length === 1 ? (servers[0]?.title ?? null) : null;
  return excused({ only, count: servers.length, isPaused });
}
