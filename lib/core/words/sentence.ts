// What the whole page says in words: the headline, the line under it, the title of the tab. Pure: same view, same words.
// What one server says of itself is in explain.ts.

import type { ShownStatus } from '@/lib/core/status/status';
import { MINUTE_MS } from '@/lib/core/time';
import type { OverviewView, ServerPageView, ServerView } from '@/lib/core/view';
import { clockText, countText, listText } from './format';

/** How a status is called beside a server's name. */
export const STATUS_WORDS: Record<ShownStatus, string> = {
  up: 'Up',
  degraded: 'Degraded',
  down: 'Down',
  locked: 'Locked',
  unknown: 'Unknown',
  maintenance: 'In maintenance',
  paused: 'Paused',
};

/** In the order in which trouble is named; every server but one that is simply up falls under exactly one of them. */
const CLAUSES: readonly { applies: (server: ServerView) => boolean; one: string; many: string }[] = [
  { applies: (server) => server.status === 'down', one: 'is down', many: 'are down' },
  { applies: (server) => server.status === 'degraded', one: 'is degraded', many: 'are degraded' },
  { applies: (server) => server.status === 'locked', one: 'refuses our credential', many: 'refuse our credentials' },
  { applies: isNotCallable, one: 'cannot be called', many: 'cannot be called' },
  {
    applies: isBeingAsked,
    one: 'missed its last call and is being asked again',
    many: 'missed their last call and are being asked again',
  },
  { applies: (server) => server.status === 'maintenance', one: 'is in maintenance', many: 'are in maintenance' },
  { applies: (server) => server.status === 'paused', one: 'is paused', many: 'are paused' },
  { applies: isUncertain, one: 'is in an unknown state', many: 'are in an unknown state' },
  { applies: isWaiting, one: 'waits for its first call', many: 'wait for their first call' },
];

/** How many were on the call, and how many of them answered every stage. */
export function countRoll(servers: readonly ServerView[]): { called: number; answered: number } {
  const called = servers.filter((server) => !isExcused(server) && !isWaiting(server));
  return { called: called.length, answered: called.filter(answeredInFull).length };
}

/** True when the newest call of this server was answered in full, not only its confirmed status. */
export function answeredInFull(server: ServerView): boolean {
  return server.status === 'up' && !server.isBeingAskedAgain;
}

/** It is known, but its first call is still to come. */
export function isWaiting(server: ServerView): boolean {
  return server.status === 'unknown' && server.checkedAt === null && server.reason === null;
}

/** "9 of 11 servers answered the 14:03 roll call in full." */
export function headline(view: OverviewView): string {
  const { servers, calledAt, page } = view;
  if (servers.length === 0) return 'There is no one on the roll yet.';
  const { called, answered } = countRoll(servers);
  if (called === 0) {
    return servers.some(isWaiting) ? 'The first roll call is under way.' : allExcused(servers);
  }
  if (calledAt === null) return neverCalled(servers);
  const clock = clockText(calledAt, page.timezone);
  const only = called === 1 ? servers.find((server) => !isExcused(server) && !isWaiting(server)) : undefined;
  const verb = only && answered === 0 ? 'did not answer' : 'answered';
  const subject = only ? only.title : subjectOf(answered, called);
  if (view.isDelayed) return `At the last roll call, at ${clock}, ${lowerFirst(subject, only)} ${verb} in full.`;
  return `${subject} ${verb} the ${clock} roll call in full.`;
}

/** "github-tools is down. warehouse is degraded." Free of clock times, so that a reader aloud hears only real changes. */
export function troubleLine(view: OverviewView): string {
  if (view.servers.length === 0) return '';
  const sentences = CLAUSES.flatMap(({ applies, one, many }) => {
    const names = view.servers.filter(applies).map((server) => server.title);
    return names.length === 0 ? [] : [`${listText(names)} ${names.length === 1 ? one : many}.`];
  });
  return sentences.length === 0 ? 'Nothing is wrong.' : sentences.join(' ');
}

/** "1 down · Acme tools": the state comes first, where a narrow tab still shows it. */
export function documentTitle(view: OverviewView): string {
  return `${titleState(view)}${view.page.title}`;
}

/** "Degraded · warehouse · Acme tools". */
export function serverTitle({ server, page }: ServerPageView): string {
  return `${isWaiting(server) ? 'New' : STATUS_WORDS[server.status]} · ${server.title} · ${page.title}`;
}

/** "The last call was at 13:41, 22 minutes ago." */
export function delayText(view: OverviewView): string {
  if (view.calledAt === null) return 'No call has been made yet.';
  const minutes = Math.floor((view.generatedAt - view.calledAt) / MINUTE_MS);
  const ago = minutes < 1 ? '' : `, ${countText(minutes, 'minute')} ago`;
  return `The last call was at ${clockText(view.calledAt, view.page.timezone)}${ago}.`;
}

function titleState(view: OverviewView): string {
  const count = view.servers.filter((server) => server.status === view.status).length;
  if (view.isDelayed) return 'Delayed · ';
  switch (view.status) {
    case 'down':
    case 'degraded':
    case 'locked':
      return `${count} ${view.status} · `;
    case 'maintenance':
      return 'Maintenance · ';
    case 'up':
      return 'All up · ';
    case 'unknown':
      return '';
    default:
      return view.status satisfies never;
  }
}

function isExcused(server: ServerView): boolean {
  return server.status === 'maintenance' || server.status === 'paused';
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

function subjectOf(answered: number, called: number): string {
  if (answered === called) return called === 2 ? 'Both servers' : `All ${called} servers`;
  if (answered === 0) return called === 2 ? 'Neither of the 2 servers' : `None of the ${called} servers`;
  return `${answered} of ${called} servers`;
}

/** A server's own name keeps its letters. */
function lowerFirst(subject: string, only: ServerView | undefined): string {
  return only ? subject : subject.charAt(0).toLowerCase() + subject.slice(1);
}

function neverCalled(servers: readonly ServerView[]): string {
  return servers.length === 1 ? 'The server cannot be called.' : 'None of the servers can be called.';
}

function allExcused(servers: readonly ServerView[]): string {
  const state = servers.every((server) => server.status === 'paused') ? 'paused' : 'excused from the roll call';
  const only = servers.length === 1 ? servers[0] : undefined;
  return only ? `${only.title} is ${state}.` : `${subjectOf(servers.length, servers.length)} are ${state}.`;
}
