// What is wrong with one server, said to people who use it: a title, the reason at its stage, what they will notice.
// It knows the closed failure codes; the little remote text it repeats arrives redacted and leaves as one safe line.

import type { FailureCode } from '@/lib/core/failure';
import type { UnixMs } from '@/lib/core/time';
import type { DependencyView, Reason, ServerView } from '@/lib/core/view';
import { causeText } from './cause-text';
import { countText, durationText, latencyText, listText, whenText } from './format';
import { DEFAULT_LANGUAGE, type Language } from './language';
import { safeText } from './safe-text';
import { statusWord } from './sentence';
import { type Words, wordsOf } from './words';

/** As much of a server as words about its trouble need. */
export interface Troubled extends Pick<ServerView, 'type' | 'status' | 'heard' | 'reason' | 'toolCount' | 'client'> {
  dependencies: readonly Pick<DependencyView, 'name' | 'state'>[];
}

/** "github-tools refuses the connection". */
export function troubleTitle(
  server: Pick<ServerView, 'title' | 'status' | 'reason'>,
  language: Language = DEFAULT_LANGUAGE,
): string {
  const { titles, refusesHandshake, isStatus } = wordsOf(language).explain;
  const { title, reason, status } = server;
  if (!reason?.code) return isStatus(title, statusWord(status, language));
  if (reason.code === 'rpc_error' && reason.stage === 'handshake') return `${title} ${refusesHandshake}`;
  return `${title} ${titles[reason.code]}`;
}

/** "Degraded since 13:54, 9 minutes". Null before the first check. */
export function sinceText(
  server: ServerView,
  now: UnixMs,
  timezone: string,
  language: Language = DEFAULT_LANGUAGE,
): string | null {
  if (server.since === null) return null;
  const when = whenText(server.since, now, timezone, language);
  const span = durationText(now - server.since, language);
  return wordsOf(language).explain.since(statusWord(server.status, language), when, span);
}

/** How far a client gets, and the message of the stage that stops it. Null when nothing is wrong. */
export function reasonText(server: Troubled, language: Language = DEFAULT_LANGUAGE): string | null {
  const { reason } = server;
  if (!reason) return null;
  const cause = causeText(reason, language);
  return `${reasonStart(server, { ...reason, cause }, wordsOf(language).explain)}${cause}`;
}

/** "http · 12 tools · p95 380 ms"; parts that are not known are left out. */
export function serverFacts({ type, toolCount, p95Ms }: ServerView, language: Language = DEFAULT_LANGUAGE): string {
  const { healthUrl, tools } = wordsOf(language).explain;
  const facts = [type === 'health' ? healthUrl : type];
  if (toolCount !== null && type !== 'health') facts.push(countText(toolCount, tools.one, tools.many, language));
  if (p95Ms !== null) facts.push(`p95 ${latencyText(p95Ms, language)}`);
  return facts.join(' · ');
}

/** The plain sentence under a server's name. Null when there is nothing to say but "up". */
export function noteText(server: ServerView, language: Language = DEFAULT_LANGUAGE): string | null {
  const words = wordsOf(language).explain;
  const sentences: string[] = [];
  // A server that throttles is not asked again at once.
  if (server.isBeingAskedAgain) sentences.push(server.isThrottled ? words.throttledNote : words.askedAgainNote);
  if (server.isUnstable) sentences.push(unstableText(server, language));
  const reason = reasonText(server, language);
  if (reason) sentences.push(`${reason}.`);
  if (server.status === 'maintenance') sentences.push(words.maintenanceNote);
  if (server.status === 'paused') sentences.push(words.pausedNote);
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** "Answers, then fails again: 7 changes in the last hour." */
function unstableText({ changesLastHour }: ServerView, language: Language): string {
  const words = wordsOf(language).outages;
  return changesLastHour > 0 ? words.unstableNow(changesLastHour) : words.unstableCalming;
}

/** "Our credential was accepted until 13:40 and has been rejected since 13:41." Null when it is not refused. */
export function refusalText(
  { refused }: ServerView,
  now: UnixMs,
  timezone: string,
  language: Language = DEFAULT_LANGUAGE,
): string | null {
  if (!refused) return null;
  const when = (at: UnixMs) => whenText(at, now, timezone, language);
  const { hasCredential, lastAcceptedAt, rejectedSince } = refused;
  const acceptedUntil = lastAcceptedAt === null ? null : when(lastAcceptedAt);
  return `${wordsOf(language).explain.refusal({ hasCredential, acceptedUntil, rejectedSince: when(rejectedSince) })}.`;
}

/** What people who use the server will notice. Null when that cannot be said. */
export function effectText(server: Troubled, language: Language = DEFAULT_LANGUAGE): string | null {
  // What people tell of has effects that no call sees.
  if (server.heard !== undefined) return null;
  switch (server.status) {
    case 'down':
      return server.type === 'health' ? null : downEffect(server, language);
    case 'degraded':
      return degradedEffect(server, language);
    case 'locked':
      return wordsOf(language).explain.lockedEffect;
    case 'up':
    case 'unknown':
    case 'maintenance':
    case 'paused':
      return null;
    default:
      return server.status satisfies never;
  }
}

/** Most causes in /health say so themselves, in any language. */
const HEALTH_TOLD = /^\/health\b/;

function reasonStart(
  server: Troubled,
  { code, stage, cause }: Pick<Reason, 'code' | 'stage'> & { cause: string },
  words: Words['explain'],
): string {
  const { starts, stages } = words;
  if (server.status === 'unknown') return starts.notCalled;
  if (server.status === 'locked') return starts.locked;
  if (code === 'slow') return starts.slow;
  if (code === 'throttled') return starts.throttled;
  switch (stage) {
    case null:
      return '';
    case 'reach':
      return server.type === 'stdio' ? starts.notStarted : stages.reach;
    case 'handshake':
      return stages.handshake;
    case 'tools':
      if (server.status !== 'degraded') return stages.tools;
      return code === 'canary_failed' ? starts.canary : starts.list;
    case 'dependencies': {
      const says = HEALTH_TOLD.test(cause) ? '' : starts.healthSays;
      return `${server.type === 'health' ? '' : starts.protocolAnswers}${says}`;
    }
    default:
      return stage satisfies never;
  }
}

function downEffect({ toolCount, client }: Troubled, language: Language): string {
  const { noClient, toolsGone } = wordsOf(language).explain;
  return toolCount ? toolsGone(toolCount, shownTools(toolCount, language), client ?? null) : noClient;
}

function degradedEffect(server: Troubled, language: Language): string | null {
  const words = wordsOf(language).explain;
  const effects: Partial<Record<FailureCode, string>> = words.effects;
  const effect = server.reason?.code && effects[server.reason.code];
  if (effect) return effect;
  const bad = badDependencies(server);
  if (server.reason?.stage !== 'dependencies' || bad.length === 0 || !server.toolCount) return null;
  const names = listText(bad, 3, language);
  return words.dependencyEffect(server.toolCount, shownTools(server.toolCount, language), names);
}

function shownTools(count: number, language: Language): string {
  const { one, many } = wordsOf(language).explain.tools;
  return countText(count, one, many, language);
}

/** Names of what /health calls bad; they come from a remote body. */
export function badDependencies({ dependencies }: Pick<Troubled, 'dependencies'>): string[] {
  return dependencies
    .filter(({ state }) => state === 'failed' || state === 'degraded')
    .map(({ name }) => safeText(name, 60));
}
